"""A snapshot: the whole state of a folder at one moment, in a file that is never changed again.

Its first and its last line say the same of it (`About`); between them stands one document a line, as the operation that
puts it there. So a damaged snapshot still gives every line that is whole, and says which documents it should have held.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kit.model.data import from_data
from kit.store import disk
from kit.store.lines import Header, Keys
from kit.store.ranges import Ranges, count
from kit.store.safefile import write_safely
from kit.store.salvage import FileRead, read_file
from kit.store.state import Operation, State


@dataclass(frozen=True, slots=True)
class About:
    """What a snapshot says of itself."""

    generation: int
    last: int
    """Number of the last save that is in it."""
    schema: int
    secret: str
    next: dict[str, int]
    ids: dict[str, Ranges]
    """Every table with the ids of its documents."""
    lines: int
    """Lines in the file, with this one and its copy."""
    oldest: int = 0
    """The oldest generation that may be read. Older ones hold what was erased since, and must go."""
    pinned: tuple[int, ...] = ()
    """Older generations that are kept until a person says otherwise."""
    lost: Ranges = field(default_factory=list)
    """Saves that could not be read at some opening, and that no person has let go of yet."""
    lost_documents: dict[str, Ranges] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot as it was found."""

    generation: int
    file: FileRead
    about: About | None
    """None where neither of the two lines that say it could be read."""
    documents: list[Operation]
    whole: bool

    @property
    def schema(self) -> int:
        """Its schema number; 0 where that cannot be told."""
        return self.about.schema if self.about else self.file.header.schema if self.file.header else 0


class Unchecked(Exception):
    """A snapshot did not read back as it was written."""


def write_snapshot(path: Path, state: State, about: About, keys: Keys, file_id: bytes) -> None:
    """Write a snapshot, read it back from the disk and compare. Raises OSError or Unchecked, and then nothing was replaced."""
    header = Header("snap", about.schema, keys.name, file_id)
    coder = keys.writer(header)
    payloads = [_json(asdict(about)), *_documents(state), _json(asdict(about))]
    lines = [coder.pack(number, payload) for number, payload in enumerate(payloads, 1)]
    data = b"".join([header.packed(), header.packed(), *lines, header.packed()])
    write_safely(path, data)
    if disk.read_from_disk(path) != data or not _same(read_snapshot(path, about.generation, keys), state):
        disk.remove(path)
        raise Unchecked(path.name)


def read_snapshot(path: Path, generation: int, keys: Keys) -> Snapshot:
    """Read what can be read of a snapshot. Raises OSError, NewerFormat, and ValueError where no kit can have written it."""
    file = read_file(path, keys)
    items = json.loads(b"[" + b",".join(payload for _, payload in file.lines) + b"]")
    abouts = [from_data(About, item) for item in items if isinstance(item, dict)]
    about = abouts[0] if abouts else None
    if about and sum(map(count, about.ids.values())) != about.lines - 2:
        raise ValueError("a snapshot that counts wrong")
    whole = bool(
        about and len(abouts) == 2 and not file.hurt and not file.tail
        and [number for number, _ in file.lines] == list(range(1, about.lines + 1)))
    return Snapshot(generation, file, about, [item for item in items if isinstance(item, list)], whole)


def _documents(state: State) -> Iterable[bytes]:
    for name, table in state.tables.items():
        for key, document in table.items():
            yield _json(["p", name, key, document])


def _same(snapshot: Snapshot, state: State) -> bool:
    copy = State()
    if snapshot.about:
        copy.tables = {name: {} for name in snapshot.about.ids}
    copy.apply(state.last, snapshot.documents)
    return snapshot.whole and copy.tables == state.tables


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
