"""How the makers of things are named: their names lie apart from the records, under keys, so that they can be destroyed alone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kit.model import Naming, Record
from kit.model.gate import Maker, name_of

MAKERS = "makers"
"""Table of the key from makers to names."""


def makers(rows: Iterable[Mapping[str, str]]) -> dict[str, Maker]:
    """The names of makers, by their keys, from the rows of their table."""
    return {row["key"]: Maker(row["letter"], row["chosen"], row["real"]) for row in rows}


def named(records: Iterable[Record], rows: Iterable[Mapping[str, str]]) -> tuple[Record, ...]:
    """Records that passed the gate, with the name that their makers chose in the place of the key, or with none."""
    known = makers(rows)
    return tuple(replace(record, maker=name_of(record, known)) for record in records)


def rows_for(records: Iterable[Record], rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """What another laptop needs to name the makers of some records as they chose: no name that none of them chose."""
    wanted: dict[str, set[Naming]] = {}
    for record in records:
        wanted.setdefault(record.maker, set()).add(record.naming)
    return [{**row, **{part: "" for part in (Naming.REAL, Naming.CHOSEN) if part not in wanted[row["key"]]}}
            for row in rows if row["key"] in wanted]
