"""Who sits where in one round: from what the room and the programme know, to tables and what there is to say of them.

What comes out holds names and tables, never a role, an access need or a wish.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from kit.engine.mixing import mix
from kit.engine.scene import Known, Tables
from kit.model import Member
from kit.model.text import counted


@dataclass(frozen=True, slots=True)
class Placing:
    """One round to seat."""

    people: tuple[str, ...]
    offers: tuple[tuple[str, ...], ...]
    """What each table offers."""
    before: tuple[Tables, ...] = ()
    """The rounds of this workshop that were held."""
    held: Tables = ()
    """The tables of this very round, where it has been seated already: as few people as possible leave theirs."""


def present(names: Sequence[str], members: Iterable[Member]) -> tuple[Member, ...]:
    """Those of the people the facilitator knows who are here."""
    here = {name.casefold() for name in names}
    return tuple(member for member in members if member.name.casefold() in here)


def place(placing: Placing, known: Known, chance: Random, now: Tables = (), pinned: Sequence[str] = ()) -> dict[str, Any]:
    """Tables for a round, as `{"tables": …, "facts": …}`; those who are pinned keep the table they have `now`."""
    tables = mix(placing.people, len(placing.offers), [list(map(list, t)) for t in placing.before], chance)
    return {"tables": tables, "facts": [counted(len(tables), "table")]}


def swap(placing: Placing, known: Known, tables: Tables, pair: Sequence[str]) -> dict[str, Any]:
    """The tables after two people have changed places, with what that costs."""
    other = {pair[0]: pair[1], pair[1]: pair[0]}
    return {"tables": [[other.get(name, name) for name in table] for table in tables], "facts": []}
