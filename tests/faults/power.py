"""A disk that loses its power: from the calls a writer made, the folders that may be found afterwards.

A kill cannot show a missing flush, for the system still has what was written. Here the calls are played onto a made-up disk
that keeps for certain only what was flushed: of every later write none, some, all or torn blocks; of every later change of
names any. Cutting after each call, and drawing what was kept, gives folders as real disks may leave them.
"""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from kit.store import disk
from kit.store.terms import Terms
from tests.faults.writers import write

SECTOR = 512
Call = tuple[Any, ...]


class _Said(io.StringIO):
    """Standard output whose lines go among the calls, in their place."""

    def __init__(self, log: list[Call]) -> None:
        super().__init__()
        self._log = log

    def write(self, text: str) -> int:
        """Note what is said."""
        self._log.append(("say", text))
        return len(text)


def recorded(folder: Path, times: int, run: str, terms: Terms | None) -> list[Call]:
    """The calls of a writer, and what it said, in order."""
    log: list[Call] = []

    def watch(call: str, path: Path, *what: Any) -> None:
        if call != "read":
            log.append((call, path.name, *(bytes(w) if isinstance(w, memoryview) else w for w in what)))

    disk.watch = watch
    try:
        with redirect_stdout(_Said(log)), redirect_stderr(io.StringIO()):
            write(folder, run, times, terms)
    finally:
        disk.watch = None
    return log


@dataclass(slots=True)
class _Inode:
    certain: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)

    def flushed(self) -> None:
        for offset, data in self.pending:
            self.certain = _written(self.certain, offset, data)
        self.pending = []

    def drawn(self, chance: Random) -> bytes:
        """What is found after the cut."""
        kept, mood = self.certain, chance.choice((0.0, 0.5, 0.9, 1.0))
        for offset, data in self.pending:
            for start, piece in _sectors(offset, data):
                if chance.random() < mood:
                    kept = _written(kept, start, piece)
        return kept


class Disk:
    """The files of one folder on a disk that has not been flushed."""

    def __init__(self) -> None:
        self._names: dict[str, _Inode] = {}
        self._certain: dict[str, _Inode] = {}
        self._pending: list[tuple[str, _Inode | None]] = []

    def play(self, call: Call) -> None:
        """Do one call."""
        match call:
            case ("create" | "open", name) if name not in self._names:
                self._name(name, _Inode())
            case ("write", name, data, offset):
                self._names[name].pending.append((offset, data))
            case ("shorten", name, length):
                self._names[name].flushed()  # as if certain: a shortened journal is never the only copy
                self._names[name].certain = self._names[name].certain[:length]
            case ("flush", name):
                self._names[name].flushed()
            case ("replace", name, target):
                self._name(target.name, self._names[name])
                self._name(name, None)
            case ("remove", name) if name in self._names:
                self._name(name, None)
            case ("flush_folder", "store"):
                self._certain, self._pending = dict(self._names), []

    def cut(self, folder: Path, chance: Random) -> None:
        """Write what is found after a cut into a folder."""
        names, mood = dict(self._certain), chance.choice((0.0, 0.5, 1.0))
        for name, inode in self._pending:
            if chance.random() < mood:
                names.pop(name, None)
                names |= {name: inode} if inode else {}
        folder.mkdir()
        for name, inode in names.items():
            (folder / name).write_bytes(inode.drawn(chance))

    def _name(self, name: str, inode: _Inode | None) -> None:
        self._pending.append((name, inode))
        self._names.pop(name, None)
        if inode:
            self._names[name] = inode


def cuts(log: list[Call], chance: Random, folder: Path, each: int) -> Iterator[str]:
    """For every place in the log, some folders as they may be found, with what was said until then."""
    made, said = Disk(), ""
    for call in log:
        if call[0] == "say":
            said += call[1]
        else:
            made.play(call)
        for _ in range(each):
            made.cut(folder, chance)
            yield said


def _written(content: bytes, offset: int, data: bytes) -> bytes:
    return content[:offset].ljust(offset, b"\0") + data + content[offset + len(data):]


def _sectors(offset: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """A write in the pieces that a disk takes as one; the blank room after the lines as one piece."""
    lines = data.rstrip(b"\n")
    end = offset + len(lines) + 1
    start = offset
    while start < end:
        stop = min((start // SECTOR + 1) * SECTOR, end)
        yield start, data[start - offset:stop - offset]
        start = stop
    yield end, data[end - offset:]
