"""The hard wishes for one round, whether some of them can be kept, and a smallest set that cannot.

A set is smallest when it cannot be kept, and can be as soon as any one of its wishes is left out. It is found by halving
(QuickXplain: Junker, 2004).
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from random import Random

from kit.engine.seating.instance import ALL_ROUNDS, Apart, Chairs, Fewest, Instance, MixRule, Seat, Table, Together, Wish, holds
from kit.engine.seating.opening import Undecided, open_round
from kit.engine.seating.room import Room

SOFTNESS: tuple[type[Wish], ...] = (Chairs, Together, Apart, Fewest, MixRule)
"""Which wishes are given up sooner: the later, the sooner."""


def softness(wish: Wish) -> int:
    """The higher, the sooner a wish is given up. An access need is last, a place given by hand is first."""
    if isinstance(wish, Seat):
        return -1 if wish.need else len(SOFTNESS)
    return SOFTNESS.index(type(wish))


def wishes_of(instance: Instance, round_: int) -> tuple[Wish, ...]:
    """All hard wishes for a round that concern somebody who is here."""
    here = {p.id for p in instance.here(round_)}
    pairs: list[Together | Apart] = [*instance.together, *instance.apart]
    wishes: list[Wish] = [w for w in pairs if holds(w, round_) and w.one in here and w.two in here]
    wishes += [w for w in instance.seats if holds(w, round_) and w.person in here]
    wishes += [w for w in instance.mix if holds(w, round_) and w.hard]
    limits = [(table.id, *instance.limits(round_, table)) for table in instance.tables]
    wishes += [Fewest(id_, least) for id_, least, _ in limits if least]
    wishes += [Chairs(id_, most) for id_, _, most in limits if most < len(here)]
    return tuple(dict.fromkeys(wishes))


_SMALL = 8
"""Wishes in a set for which it is worth to look for a smaller one."""
_MOST_QUESTIONS = 400
"""Sets of wishes for one round that are tried before the search for small clashes ends."""


Tables = tuple[tuple[str, ...], ...]
"""One round: the people at each table."""


class Asked:
    """The people and tables of one round, with any of its wishes."""

    def __init__(self, instance: Instance, round_: int) -> None:
        self.people = instance.here(round_)
        self.tables = instance.tables
        self._known: dict[frozenset[Wish], Tables | None] = {}

    def seating(self, wishes: Sequence[Wish]) -> Tables | None:
        """A seating that keeps these wishes, or None where there is none. Raises Undecided."""
        key = frozenset(wishes)
        if key not in self._known:
            room = Room(self._with(wishes))
            placed = open_round(room.rounds[0], Random(0))
            self._known[key] = None if placed is None else room.schedule([[placed[i] for i in range(len(room.ids))]])[0]
        return self._known[key]

    def possible(self, wishes: Sequence[Wish]) -> bool:
        """Whether there is a seating that keeps these wishes. Raises Undecided."""
        return self.seating(wishes) is not None

    def may_be_possible(self, wishes: Sequence[Wish]) -> bool:
        """As `possible`, and true where the search found no answer."""
        try:
            return self.possible(wishes)
        except Undecided:
            return True

    def smallest_clash(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """The smallest of several sets from which no wish can be left out. Raises Undecided."""
        if len(self._known) > _MOST_QUESTIONS:
            raise Undecided
        soft_last = sorted(wishes, key=softness)
        clash: list[Wish] = []
        for order in (soft_last, soft_last[::-1], list(wishes)):
            found = self._explained([], False, order)
            if not clash or len(found) < len(clash):
                clash = found
            if len(found) > _SMALL:
                break
        if self.possible(clash):
            raise Undecided
        return tuple(w for w in wishes if w in clash)

    def most_of(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """As many of the wishes as can be kept, the hardest first."""
        kept: list[Wish] = []
        for wish in sorted(wishes, key=softness):
            with suppress(Undecided):
                if self.possible([*kept, wish]):
                    kept.append(wish)
        return tuple(kept)

    def _explained(self, kept: list[Wish], grown: bool, wishes: list[Wish]) -> list[Wish]:
        """Of some wishes, a smallest set that collides with the ones that are kept."""
        if grown and not self.may_be_possible(kept):
            return []
        if len(wishes) == 1:
            return wishes
        one, two = wishes[:len(wishes) // 2], wishes[len(wishes) // 2:]
        of_two = self._explained(kept + one, True, two)
        return of_two + self._explained(kept + of_two, bool(of_two), one)

    def _with(self, wishes: Sequence[Wish]) -> Instance:
        fewest = {w.table: w.least for w in wishes if isinstance(w, Fewest)}
        chairs = {w.table: w.most for w in wishes if isinstance(w, Chairs)}
        tables = tuple(Table(t.id, fewest.get(t.id, 0), chairs.get(t.id, len(self.people))) for t in self.tables)
        return Instance(self.people, tables, 1,
                        together=tuple(replace(w, rounds=ALL_ROUNDS) for w in wishes if isinstance(w, Together)),
                        apart=tuple(replace(w, rounds=ALL_ROUNDS) for w in wishes if isinstance(w, Apart)),
                        seats=tuple(replace(w, rounds=ALL_ROUNDS) for w in wishes if isinstance(w, Seat)),
                        mix=tuple(replace(w, rounds=ALL_ROUNDS) for w in wishes if isinstance(w, MixRule)))
