"""Who sits where in one round: from what the room and the programme know, to tables and what there is to say of them.

What comes out holds names and tables, never a role, an access need or a wish.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

from kit.engine.scene import Known, Tables
from kit.engine.seating import Apart, Instance, MixRule, Person, RuleKind, Seat, Table, Together, solve
from kit.model import Member
from kit.model.text import counted, listed

SECONDS = 0.3
"""Work for one round, in seconds of one core. A room of 40 is as good as it gets long before."""

OUTNUMBERED = ("service user", "public contributor", "carer", "peer", "lived experience", "expert by experience", "patient",
               "contributor")
"""Words in the roles of people who should not be the only one of their role among others (PRACTICES.md)."""

_TODAY, _EARLIER = 2, 1
"""What a meeting counts: two people who sat together today are kept from meeting again before those of an earlier workshop."""


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
    """Those of the people the facilitator knows who are here, by the names they gave here."""
    given = {name.casefold(): name for name in names}
    return tuple(member for member in members if member.name.casefold() in given)


def room_of(people: Sequence[str], offers: Sequence[Sequence[str]], known: Known, before: Iterable[Tables] = (),
            pinned: Iterable[tuple[str, int]] = (), rounds: int = 1) -> Instance:
    """The room as the mixer takes it. `pinned` are people with the place of their table, from 0."""
    names = {name.casefold(): name for name in people}
    here = {names[m.name.casefold()]: m for m in present(people, known.members)}
    least, rest = divmod(len(people), len(offers))
    tables = tuple(Table(str(n), least, least + bool(rest), tuple(has)) for n, has in enumerate(offers))
    every = frozenset(table.id for table in tables)
    seats = [Seat(name, frozenset(t.id for t in tables if set(member.features) <= set(t.features)) or every)
             for name, member in here.items() if member.features]
    seats += [Seat(name, frozenset({str(place)})) for name, place in pinned]
    return Instance(
        tuple(Person(name, frozenset(here[name].roles) if name in here else frozenset()) for name in people),
        tables, rounds,
        together=tuple(Together(one, two) for one, two in _pairs(here, names, "together")),
        apart=tuple(Apart(one, two) for one, two in _pairs(here, names, "apart")),
        seats=tuple(seats), mix=_mix(here), past=_past(known.sat, before))


def place(placing: Placing, known: Known, chance: Random, now: Tables = (), pinned: Sequence[str] = ()) -> dict[str, Any]:
    """Tables for a round, as `{"tables": …, "facts": …}`; those who are pinned keep the table they have `now`."""
    stay = [(name, n) for n, names in enumerate(now) for name in names if name in pinned]
    room = room_of(placing.people, placing.offers, known, placing.before, stay)
    plan = solve(room, seed=chance.randrange(1 << 30), seconds=SECONDS)
    return _placed(placing, known, [list(table) for table in plan.schedule[0]])


def swap(placing: Placing, known: Known, tables: Tables, pair: Sequence[str]) -> dict[str, Any]:
    """The tables after two people have changed places, with what that costs."""
    other = {pair[0]: pair[1], pair[1]: pair[0]}
    changed = [[other.get(name, name) for name in table] for table in tables]
    return _placed(placing, known, changed)


def _placed(placing: Placing, known: Known, tables: list[list[str]]) -> dict[str, Any]:
    return {"tables": tables, "facts": list(_facts(placing, tables))}


def _facts(placing: Placing, tables: Tables) -> Iterable[str]:
    met = {pair for seated in placing.before for pair in _side_by_side(seated)}
    again = [pair for pair in _side_by_side(tables) if pair in met]
    if placing.before:
        yield (f"{counted(len(again), 'pair')} sat together before: {listed([' and '.join(pair) for pair in again[:3]])}"
               f"{' and others' if len(again) > 3 else ''}." if again else "Nobody sits with the same person twice.")


def _side_by_side(tables: Tables) -> list[tuple[str, str]]:
    return [pair for table in tables for pair in combinations(sorted(table), 2)]


def _past(sat: Iterable[Tables], before: Iterable[Tables]) -> dict[tuple[str, str], int]:
    past: Counter[tuple[str, str]] = Counter()
    for seatings, weight in ((sat, _EARLIER), (before, _TODAY)):
        for seated in seatings:
            past.update({pair: weight for pair in _side_by_side(seated)})
    return dict(past)


def _pairs(here: dict[str, Member], names: dict[str, str], wish: str) -> set[tuple[str, str]]:
    """The wishes of people who are here about others who are here, each pair once."""
    pairs = ((name, names.get(other.casefold(), "")) for name, member in here.items() for other in getattr(member, wish))
    return {(min(pair), max(pair)) for pair in pairs if pair[1] and pair[0] != pair[1]}


def _mix(here: dict[str, Member]) -> tuple[MixRule, ...]:
    """No table of one role only; and nobody the only one of a role that is easily outnumbered."""
    roles = Counter(role for member in here.values() for role in member.roles)
    rules = [MixRule(RuleKind.NOT_ONLY, role) for role, count in roles.items() if count > 1]
    rules += [MixRule(RuleKind.NOT_ALONE, role) for role, count in roles.items() if count > 1
              and any(words in role.casefold() for words in OUTNUMBERED)]
    return tuple(rules)
