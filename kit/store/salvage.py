"""Reading a store file as it is found: every line whose sum is right counts, wherever it stands, and nothing else does."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from kit.store import disk
from kit.store.lines import Coder, Header, Keys, pieces, read_header

_MOST_TRIES = 40
"""Ends tried for a line inside a damaged stretch, so that a hostile file costs little."""

_STARTS = (b"J", b"J1", b"J1 ", b"E", b"E1", b"E1 ", b"W", b"WK", b"WK1")
_HEADER = re.compile(rb"WK1 [a-z]+ [0-9]+ [0-9a-z]+ [0-9a-f]{32} [0-9a-f]{16}")


@dataclass(slots=True)
class FileRead:
    """What one file gave."""

    path: Path
    size: int = 0
    """Bytes."""
    header: Header | None = None
    lines: list[tuple[int, bytes]] = field(default_factory=list)
    """Numbers and payloads of the whole lines, in the order of the file."""
    damaged: int = 0
    """Stretches between whole lines that are no line."""
    tail: int = 0
    """Stretches after the last whole line that are no line. A save that was stopped half-way leaves one."""
    starts: int = 0
    """How many of those begin as a line or a header does."""
    unreadable: int = 0
    """Blocks that the disk could not read."""
    foreign: bool = False
    """True where the file is sealed with a key that is not at hand."""

    @property
    def hurt(self) -> bool:
        """True where something is damaged in a way that no save stopped half-way leaves."""
        return bool(self.damaged or self.unreadable or self.foreign or (self.tail and self.starts != 1))


def read_file(path: Path, keys: Keys) -> FileRead:
    """Read a file line by line. Raises OSError where it cannot be read at all, and NewerFormat."""
    data, unreadable = disk.read(path)
    found = FileRead(path, len(data), unreadable=unreadable)
    parts = pieces(data)
    found.header = _header(parts)
    coder = keys.coder(found.header) if found.header else None
    if found.header and coder is None:
        found.foreign = True
    for part in parts:
        if not (part.startswith(b"WK") and read_header(part)):
            _take(found, part, coder)
    return found


def _header(parts: list[bytes]) -> Header | None:
    """The header: the first line, or one of its copies further on, or one that is joined to what stands before it."""
    for part in parts:
        if part.startswith(b"WK") and (header := read_header(part)):
            return header
    for part in parts[:3]:
        if (found := _HEADER.search(part)) and (header := read_header(found.group())):
            return header
    return None


def _take(found: FileRead, part: bytes, coder: Coder | None) -> None:
    line = coder.unpack(part) if coder else None
    lines = [line] if line else _inside(part, coder) if coder else []
    if not lines:
        if not (found.header and found.header.packed().startswith(part)):
            found.tail += 1
            found.starts += part[:3] in _STARTS
        return
    found.damaged += found.tail + (line is None)
    found.tail = found.starts = 0
    found.lines.extend(lines)


def _inside(part: bytes, coder: Coder) -> list[tuple[int, bytes]]:
    """Whole lines inside a stretch that is none: where a newline was damaged, or something stands before or after."""
    starts = _places(part, coder.mark)
    lines, past = [], 0
    for index, start in enumerate(starts[:10 * _MOST_TRIES]):
        if start < past:
            continue
        for end in [*(later - 1 for later in starts[index + 1:index + _MOST_TRIES]), len(part)]:
            if line := coder.unpack(part[start:end]):
                lines.append(line)
                past = end
                break
    return lines


def _places(part: bytes, mark: bytes) -> list[int]:
    places, at = [], part.find(mark)
    while at >= 0:
        places.append(at)
        at = part.find(mark, at + 1)
    return places
