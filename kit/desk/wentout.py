"""What went out: every print, bundle, copy and export, by the ids of the records in it. Never a word of them.

It is what a person has to deal with by hand when somebody asks for a thing to be forgotten.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit.desk.world import World, real_world
from kit.model import Record
from kit.store import Programme, Store, StoreProblem, read_rows

TABLE = "wentout"
ON_PAPER = ("what-we-made", "glossary")
"""Sheets that hold what people said. They can be printed again at any time, so they go with every forgetting."""


@dataclass(frozen=True, slots=True)
class WentOut:
    """One thing that left the records."""

    when: str
    way: str
    """paper, bundle, copy, report or export."""
    where: str
    """Path of the file or folder, as it was given."""
    records: tuple[str, ...]
    """Ids; empty for a copy, which holds everything."""

    def holds(self, ids: frozenset[str]) -> bool:
        """Whether it holds any of these records."""
        return self.way == "copy" or bool(ids.intersection(self.records))


def note(store: Store, way: str, where: Iterable[Path], records: Sequence[Record], world: World) -> None:
    """Write down that something went out. Raises NotSaved."""
    ids = [record.id for record in records]
    for path in where:
        store.put_row(TABLE, "where", {"when": f"{world.clock():%Y-%m-%d}", "way": way, "where": str(path), "records": ids})


def note_quietly(programme: Programme, way: str, where: Iterable[Path], records: Sequence[Record]) -> None:
    """The same for a programme that is not open; where it is open in another window, or cannot be written to, it is not noted."""
    world = real_world()
    with suppress(StoreProblem):
        store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
        try:
            note(store, way, where, records, world)
        finally:
            store.close()


def went_out(programme: Programme) -> tuple[WentOut, ...]:
    """All that went out, oldest first. Raises StoreProblem."""
    return rows_of(read_rows(programme.folder, TABLE, programme.keys))


def rows_of(rows: Iterable[dict[str, object]]) -> tuple[WentOut, ...]:
    """The log as it stands in the table."""
    return tuple(WentOut(str(row["when"]), str(row["way"]), str(row["where"]), tuple(row["records"]))  # type: ignore[arg-type]
                 for row in rows)
