"""Where hard wishes cannot all be kept: which of them collide, and the nearest room in which none do.

The softest wish of each clash is given up: a place given by hand, a rule for the mix, the fewest people at a table, keeping
apart, keeping together, the chairs at a table, in this order. An access need is given up only where a person's own needs
leave them no table at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kit.engine.seating.clash import Asked, Tables, softness, wishes_of
from kit.engine.seating.instance import Apart, Chairs, Fewest, Instance, MixRule, Schedule, Seat, Together, Wish
from kit.engine.seating.opening import Undecided

_SOFTENED = 20
"""What a miss of a hard rule counts as, in repeats, once the rule had to be given up."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Wishes that cannot all be kept in some rounds, and what the plan does instead."""

    rounds: tuple[int, ...]
    wishes: tuple[Wish, ...]
    changes: Mapping[Wish, Wish | None]
    """Those of the wishes that the plan does not keep, each with what it keeps instead, if anything."""
    sure: bool = True
    """False where the search ended before it had found a small set, or a proof that there is no way."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The nearest instance in which every round has a seating."""

    instance: Instance
    collisions: tuple[Collision, ...]
    schedule: Schedule
    """A seating for each round, to begin with."""


def settled(instance: Instance, since: int = 1) -> Settled:
    """The nearest instance in which every round has a seating, and the collisions that were settled on the way.

    Rounds before `since` are not looked at: their seatings are left empty.
    """
    known: dict[tuple[object, ...], _Settling] = {}
    found: list[Collision] = []
    schedule: list[Tables] = [((),) * len(instance.tables)] * (since - 1)
    for round_ in range(since, instance.rounds + 1):
        wishes = wishes_of(instance, round_)
        key = (instance.here(round_), wishes)
        if key not in known:
            known[key] = _Settling(Asked(instance, round_), wishes)
        found.extend(replace(collision, rounds=(round_,)) for collision in known[key].collisions)
        schedule.append(known[key].seating)
    return Settled(_with_changes(instance, found), tuple(_merged(found)), tuple(schedule))


def _merged(collisions: Sequence[Collision]) -> Iterator[Collision]:
    """The collisions, each told once for all its rounds."""
    rounds: dict[tuple[object, ...], list[int]] = {}
    first: dict[tuple[object, ...], Collision] = {}
    for c in collisions:
        key = (c.wishes, tuple(c.changes.items()), c.sure)
        rounds.setdefault(key, []).extend(c.rounds)
        first.setdefault(key, c)
    return (replace(c, rounds=tuple(rounds[key])) for key, c in first.items())


class _Settling:
    """One round: its collisions, each found after those before it are settled, and a seating in the end."""

    def __init__(self, asked: Asked, wishes: tuple[Wish, ...]) -> None:
        self.asked, self.wishes = asked, wishes
        self.collisions: list[Collision] = []
        try:
            while not asked.possible(self.wishes):
                clash = asked.smallest_clash(self.wishes)
                self._give_up(clash, _changes(asked, clash), sure=True)
        except Undecided:
            kept = asked.most_of(self.wishes)
            gone = {w: _none(w, len(asked.people)) for w in self.wishes if w not in kept}
            self._give_up(self.wishes, gone, sure=False)
        self.seating = asked.seating(self.wishes) or ()

    def _give_up(self, clash: tuple[Wish, ...], changes: Mapping[Wish, Wish | None], sure: bool) -> None:
        self.collisions.append(Collision((), clash, changes, sure))
        self.wishes = _changed(self.wishes, changes)


def _changes(asked: Asked, clash: Sequence[Wish]) -> Mapping[Wish, Wish | None]:
    """The softest wish goes; of chairs and fewest people no more than there must be, shared among the tables.

    A table that is closed is opened again only where nothing else helps.
    """
    softest = max(clash, key=softness)
    if not isinstance(softest, Chairs | Fewest):
        return {softest: None}
    eased: dict[Wish, Chairs | Fewest] = {w: w for w in clash if isinstance(w, Chairs | Fewest) and type(w) is type(softest)}
    steps = dict.fromkeys(eased, 0)
    while not asked.may_be_possible(_changed(clash, eased)):
        wish = min((w for w, now in eased.items() if now != Fewest(now.table, 0)),
                   key=lambda w: (eased[w] == Chairs(eased[w].table, 0), steps[w]))
        eased[wish], steps[wish] = eased[wish].eased, steps[wish] + 1
    return {w: now for w, now in eased.items() if steps[w]}


def _none(wish: Wish, people: int) -> Wish | None:
    """What is left of a wish that is given up altogether."""
    match wish:
        case Chairs(table):
            return Chairs(table, people)
        case Fewest(table):
            return Fewest(table, 0)
    return None


def _changed(wishes: Sequence[Wish], changes: Mapping[Wish, Wish | None]) -> tuple[Wish, ...]:
    return tuple(now for now in (changes.get(w, w) for w in wishes) if now is not None)


def _with_changes(instance: Instance, collisions: Sequence[Collision]) -> Instance:
    """The instance with all the changes, each in its rounds."""
    gone: dict[Wish, frozenset[int]] = {}
    for collision in collisions:
        for wish, now in collision.changes.items():
            gone[wish] = gone.get(wish, frozenset()) | frozenset(collision.rounds)
            instance = replace(instance, sizes={**instance.sizes, **_sizes(instance, now, collision.rounds)})
    left = {wish: frozenset(range(1, instance.rounds + 1)) - rounds for wish, rounds in gone.items()}
    softer = tuple(replace(wish, rounds=rounds, hard=False, weight=_SOFTENED)
                   for wish, rounds in gone.items() if isinstance(wish, MixRule))
    return replace(instance, together=_only_in(left, instance.together), apart=_only_in(left, instance.apart),
                   seats=_only_in(left, instance.seats), mix=(*_only_in(left, instance.mix), *softer))


_Bound = TypeVar("_Bound", Together, Apart, Seat, MixRule)


def _only_in(left: Mapping[Wish, frozenset[int]], wishes: Sequence[_Bound]) -> tuple[_Bound, ...]:
    """The wishes; those that are given up in some rounds hold in these only, if at all."""
    after = [replace(w, rounds=left[w] & (w.rounds or left[w])) if w in left else w for w in wishes]
    return tuple(now for was, now in zip(wishes, after, strict=True) if was not in left or now.rounds)


def _sizes(instance: Instance, now: Wish | None, rounds: Sequence[int]) -> dict[tuple[int, str], tuple[int, int]]:
    """The limits of a table in some rounds, with its chairs or its fewest people as they are now."""
    tables = {table.id: table for table in instance.tables}
    match now:
        case Chairs(id_, most):
            return {(r, id_): (instance.limits(r, tables[id_])[0], most) for r in rounds}
        case Fewest(id_, least):
            return {(r, id_): (least, instance.limits(r, tables[id_])[1]) for r in rounds}
    return {}
