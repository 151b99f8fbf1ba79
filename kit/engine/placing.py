"""Who sits where in one round: from what the room and the programme know, to tables and what there is to say of them.

What comes out for the room is names and tables alone. What there is to say of them is for the facilitator.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

from kit.engine.scene import Known, Tables
from kit.engine.seating import Apart, Instance, MixRule, Person, RuleKind, Seat, Table, Together, solve
from kit.engine.seating.broken import broken
from kit.engine.seating.figures import Figures
from kit.engine.seating.instance import Chairs, Fewest, Wish
from kit.engine.seating.report import rule_in_words
from kit.engine.seating.reseat import reseat
from kit.engine.seating.saying import collision_in_words
from kit.model import Member
from kit.model.text import counted, listed

SECONDS = 0.3
"""Work for one round, in seconds of one core. A room of 40 is as good as it gets long before."""

OUTNUMBERED = ("service user", "public contributor", "carer", "peer", "lived experience", "expert by experience", "patient",
               "contributor")
"""Words in the roles of people who should not be the only one of their role among others (PRACTICES.md)."""

_A_MOVE = 3
"""Repeats that a move must save, where people keep to tables they know of already."""

_SLACK = (0, 1, 2, 4, 8, 500)
"""How uneven tables may get, one after the other, until everybody has the table they need: chairs can be moved."""

_MOST_NAMED = 3
"""Pairs that are named before they are only counted."""

_TODAY = 2
"""What a meeting of today counts, in repeats. One of an earlier workshop counts as much as the plan's `memory` says."""


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

    memory: int = 1
    """What a meeting in an earlier workshop counts, in repeats; 0 forgets it."""

    def ready(self, known: Known) -> Tables:
        """The tables to keep to: as this round was seated, or as it was planned; none where there are other tables now."""
        planned = known.planned[len(self.before)] if len(self.before) < len(known.planned) else ()
        tables = self.held or planned
        return tables if len(tables) == len(self.offers) else ()


def present(names: Sequence[str], members: Iterable[Member]) -> tuple[Member, ...]:
    """Those of the people the facilitator knows who are here, by the names they gave here."""
    given = {name.casefold(): name for name in names}
    return tuple(member for member in members if member.name.casefold() in given)


def unmet(people: Sequence[str], offers: Sequence[Sequence[str]], known: Known) -> tuple[str, ...]:
    """A sentence for each person for whom no table has all they need. What they need is not said."""
    return tuple(f"No table has all that {member.name} needs. Please settle it before people sit."
                 for member in present(people, known.members) if not any(set(member.features) <= set(has) for has in offers))


def room_of(people: Sequence[str], offers: Sequence[Sequence[str]], known: Known, before: Iterable[Tables] = (),
            pinned: Iterable[tuple[str, int]] = (), rounds: int = 1, slack: int = 0, memory: int = 1) -> Instance:
    """The room as the mixer takes it. `pinned` are people with the place of their table, from 0.

    Whoever has no fitting table at all may sit anywhere (see `unmet`).
    Tables differ by one person at most; with `slack`, each may have so many fewer, or more.
    """
    names = {name.casefold(): name for name in people}
    here = {names[m.name.casefold()]: m for m in present(people, known.members)}
    least, rest = divmod(len(people), len(offers))
    fewest, most = max(1, least - slack), least + bool(rest) + slack
    tables = tuple(Table(str(n), fewest, most, tuple(has)) for n, has in enumerate(offers, 1))
    every = frozenset(table.id for table in tables)
    seats = [Seat(name, frozenset(t.id for t in tables if set(member.features) <= set(t.features)) or every)
             for name, member in here.items() if member.features]
    seats += [Seat(name, frozenset({str(place + 1)}), need=False) for name, place in pinned]
    return Instance(
        tuple(Person(name, frozenset(here[name].roles) if name in here else frozenset()) for name in people),
        tables, rounds,
        together=tuple(Together(one, two) for one, two in _pairs(here, names, "together")),
        apart=tuple(Apart(one, two) for one, two in _pairs(here, names, "apart")),
        seats=tuple(seats), mix=_mix(here, len(people)), past=_past(known.sat, before, memory))


def place(placing: Placing, known: Known, chance: Random, now: Tables = (), pinned: Sequence[str] = ()) -> dict[str, Any]:
    """Tables for a round, as `{"tables": …, "facts": …}`.

    The first proposal keeps to what was planned before the day, or to this round as it was seated before, and moves as few
    people as it can. With tables there are `now`, people are mixed afresh, but for those who are pinned to theirs.
    """
    stay = [(name, n) for n, names in enumerate(now) for name in names if name in pinned]
    ready = () if now else placing.ready(known)
    here = tuple(tuple(name for name in table if name in placing.people) for table in ready)
    seed = chance.randrange(1 << 30)
    for slack in _SLACK:
        room = room_of(placing.people, placing.offers, known, placing.before, stay, slack=slack,
                       memory=placing.memory)
        plan = reseat(room, (here,), 1, worth=_A_MOVE).plan if ready else solve(room, seed=seed, seconds=SECONDS)
        if not any(isinstance(wish, Chairs | Fewest) for collision in plan.collisions for wish in collision.wishes):
            break
    collided = [collision_in_words(collision, room) for collision in plan.collisions]
    tables = [list(table) for table in plan.schedule[0]]
    facts = [*unmet(placing.people, placing.offers, known), *collided, *_meetings(placing, known, tables), *_missed(plan.figures)]
    return {"tables": tables, "facts": facts}


def free_seat(name: str, tables: Tables, offers: Sequence[Sequence[str]], known: Known,
              before: Iterable[Tables] = ()) -> int | None:
    """The table, from 0, at which somebody who comes late sits best: nobody moves, and fewest wishes are broken for it.

    Of such tables it is one of the emptiest, where they have met the fewest. `offers`: what each table offers.
    None where no table has all that they need.
    """
    if unmet((name,), offers, known):
        return None
    people = (*(other for table in tables for other in table), name)
    room = room_of(people, [*offers, *((),) * (len(tables) - len(offers))], known, slack=len(people))
    met = {frozenset(pair) for seated in (*known.sat, *before) for pair in _side_by_side(seated)}

    def cost(place: int) -> tuple[int, int, int]:
        with_them = [(*table, name) if n == place else table for n, table in enumerate(tables)]
        again = sum(frozenset((name, other)) in met for other in tables[place])
        return sum(1 for _ in broken(room, _schedule(with_them))), len(tables[place]), again

    return min(range(len(tables)), key=cost)


def swap(placing: Placing, known: Known, tables: Tables, pair: Sequence[str]) -> dict[str, Any]:
    """The tables after two people have changed places, with what that costs."""
    other = {pair[0]: pair[1], pair[1]: pair[0]}
    changed = [[other.get(name, name) for name in table] for table in tables]
    room = room_of(placing.people, placing.offers, known, placing.before)
    was, now = (len(_again(placing, seated)) for seated in (tables, changed))
    broken_now = set(broken(room, _schedule(changed))) - set(broken(room, _schedule(tables)))
    facts = [_price(now - was), *(_broken(wish) for _, wish in broken_now), *_meetings(placing, known, changed)]
    return {"tables": changed, "facts": list(dict.fromkeys(facts))}


def _schedule(tables: Tables) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return (tuple(tuple(table) for table in tables),)


def _price(repeats: int) -> str:
    if repeats > 0:
        return f"This swap costs {counted(repeats, 'new repeat')}."
    return f"This swap saves {counted(-repeats, 'repeat')}." if repeats else "This swap costs no new repeat."


def _broken(wish: Wish) -> str:
    """A wish that a change by hand does not keep, for the facilitator."""
    match wish:
        case Seat(person):
            return f"{person} does not have a table that they need now. Please settle it before people sit."
        case Together(one, two):
            return f"{one} and {two} wanted to sit together."
        case Apart(one, two):
            return f"{one} and {two} are to be kept apart."
    return "A table has more or fewer people than it was to have."


def _missed(figures: Figures) -> Iterable[str]:
    for rule in dict.fromkeys(miss.rule for miss in figures.misses):
        places = listed([f"table {miss.table}" for miss in figures.misses if miss.rule == rule])
        yield f"The rule “{rule_in_words(rule)}” is missed at {places}."


def _meetings(placing: Placing, known: Known, tables: Tables) -> Iterable[str]:
    again = _again(placing, tables)
    if placing.before:
        some = "; ".join(" and ".join(pair) for pair in again[:_MOST_NAMED])
        yield (f"{counted(len(again), 'pair')} sat together before: {some}{'; and others' if again[_MOST_NAMED:] else ''}."
               if again else "Nobody sits with the same person twice.")
        yield _so_far([*placing.before, tables], placing.people)
    earlier = {pair for seated in known.sat for pair in _side_by_side(seated)}
    if placing.memory and (once := sum(pair in earlier for pair in _side_by_side(tables))):
        yield f"{counted(once, 'pair')} sat together in an earlier workshop."


def _so_far(rounds: Iterable[Tables], people: Sequence[str]) -> str:
    met = {frozenset(pair) for seated in rounds for pair in _side_by_side(seated)}
    others = [sum(frozenset((name, other)) in met for other in people if other != name) for name in people]
    least, most = min(others), max(others)
    range_ = f"{least}" if least == most else f"{least} to {most}"
    return f"With this round, each person has met {range_} of the {counted(len(people) - 1, 'other')}."


def _again(placing: Placing, tables: Tables) -> list[tuple[str, str]]:
    met = {pair for seated in placing.before for pair in _side_by_side(seated)}
    return [pair for pair in _side_by_side(tables) if pair in met]


def _side_by_side(tables: Tables) -> list[tuple[str, str]]:
    return [pair for table in tables for pair in combinations(sorted(table), 2)]


def _past(sat: Iterable[Tables], before: Iterable[Tables], memory: int) -> dict[tuple[str, str], int]:
    past: Counter[tuple[str, str]] = Counter()
    for seatings, weight in ((sat if memory else (), memory), (before, _TODAY)):
        for seated in seatings:
            past.update({pair: weight for pair in _side_by_side(seated)})
    return dict(past)


def _pairs(here: dict[str, Member], names: dict[str, str], wish: str) -> set[tuple[str, str]]:
    """The wishes of people who are here about others who are here, each pair once."""
    pairs = ((name, names.get(other.casefold(), "")) for name, member in here.items() for other in getattr(member, wish))
    return {(min(pair), max(pair)) for pair in pairs if pair[1] and pair[0] != pair[1]}


def _mix(here: dict[str, Member], people: int) -> tuple[MixRule, ...]:
    """No table of one role only; and nobody the only one of a role that is easily outnumbered."""
    roles = Counter(role for member in here.values() for role in member.roles)
    rules = [MixRule(RuleKind.NOT_ONLY, role) for role, count in roles.items() if 1 < count < people]
    rules += [MixRule(RuleKind.NOT_ALONE, role) for role, count in roles.items() if count > 1
              and any(words in role.casefold() for words in OUTNUMBERED)]
    return tuple(rules)
