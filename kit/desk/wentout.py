"""What went out: every print, bundle, copy and export, by the ids of the records in it. Never a word of them.

It is what a person has to deal with by hand when somebody asks for a thing to be forgotten.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.desk.world import World, real_world
from kit.model import Record
from kit.model.gate import words_of
from kit.store import Programme, Store, StoreProblem, read_rows

TABLE = "wentout"
ON_PAPER = ("what-we-made", "glossary", "agreement", "badges", "ballot", "dot-sheet", "pairing", "path-cards", "ranking",
            "coding-sheet", "rating-sheet", "report", "sign-up", "support-card", "table-tents", "wall-list", "you-said")
"""How the names of sheets begin that hold what people said, or their names. They can be printed again at any time, so they
go with every forgetting: a search of a PDF, with its letters in an order of their own, proves little."""


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
    saves: int = 0
    """Number of the save that wrote this down: whatever has a higher one came later."""

    def holds(self, ids: frozenset[str]) -> bool:
        """Whether it holds any of these records."""
        return self.way == "copy" or bool(ids.intersection(self.records))


def note(store: Store, way: str, where: Iterable[Path], records: Sequence[Record], world: World) -> None:
    """Write down that something went out. Raises NotSaved."""
    ids = [record.id for record in records]
    for path in where:
        store.put_row(TABLE, "where", {"when": f"{world.clock():%Y-%m-%d}", "way": way, "where": str(path), "records": ids,
                                       "saves": store.engine.last + 1})


def note_prints(programme: Programme, sheets: Iterable[tuple[Path, str]], told: Sequence[Record]) -> None:
    """Write down which of the records each sheet holds, by the sheet's file and its text.

    Where the programme is open in another window, or cannot be written to, nothing is noted.
    """
    held = [(path, [record for record in told if _is_in(record, " ".join(text.casefold().split()))]) for path, text in sheets]
    if not any(records for _, records in held):
        return
    world = real_world()
    with suppress(StoreProblem):
        store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
        try:
            for path, records in held:
                if records:
                    note(store, "paper", [path], records, world)
        finally:
            store.close()


def _is_in(record: Record, text: str) -> bool:
    return any(" ".join(words.casefold().split()) in text for words in words_of([record]) if len(words) > 2)


def went_out(programme: Programme) -> tuple[WentOut, ...]:
    """All that went out, oldest first. Raises StoreProblem."""
    return rows_of(read_rows(programme.folder, TABLE, programme.keys))


def rows_of(rows: Iterable[Mapping[str, Any]]) -> tuple[WentOut, ...]:
    """The log as it stands in the table."""
    return tuple(WentOut(str(row["when"]), str(row["way"]), str(row["where"]), tuple(row["records"]), int(row.get("saves", 0)))
                 for row in rows)
