"""A first seating for one round that keeps every hard wish; or the proof that there is none.

Units that are knotty (blocks, and people with somebody to be kept apart from) are placed by a search that goes back where
it fails, the one with fewest tables left first. A flow shows whether all the others could still sit: at once, and where that was
not enough, at every step. The others are then exactly that flow; where hard mix rules hold, they are dealt by their roles
instead. A search that takes long starts again by another chance, each time with more patience, and remembers which
units made trouble.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random

from kit.engine.seating.flow import Flow, Kind
from kit.engine.seating.rolefit import TooLong, deal_by_roles
from kit.engine.seating.room import NOWHERE, Plan, Room, RoundRoom, Unit

Placing = dict[int, int]
"""The table of each person who is here."""

PATIENCE = 1 << 11
"""Dead ends after which the last start of a search gives up without an answer."""
_FIRST_PATIENCE = 1 << 4


class Undecided(Exception):
    """The search ended with neither a seating nor a proof that there is none."""


def opening(room: Room, chance: Random) -> Plan:
    """A first plan by chance, for a room in which every round has one. Raises Undecided."""
    plan = []
    for asked in room.rounds:
        placed = open_round(asked, chance)
        if placed is None:
            raise ValueError("There is no seating for one of the rounds.")
        plan.append([placed.get(i, NOWHERE) for i in range(len(room.ids))])
    return plan


def open_round(asked: RoundRoom, chance: Random) -> Placing | None:
    """A seating by chance for one round, or None where there is none. Raises Undecided."""
    trouble: Counter[Unit] = Counter()
    patience = _FIRST_PATIENCE
    while True:
        try:
            return _Search(asked, chance, patience, trouble).run()
        except Undecided:
            patience *= 2
            if patience > PATIENCE:
                raise


class _Search:
    """Places the knotty units one after another."""

    def __init__(self, asked: RoundRoom, chance: Random, patience: int, trouble: Counter[Unit]) -> None:
        self.asked, self.chance, self.patience, self.trouble = asked, chance, patience, trouble
        self.careful = patience > _FIRST_PATIENCE
        self.allowed = dict(zip(asked.units, asked.tables, strict=True))
        unit_of = {i: u for u in asked.units for i in u}
        self.foes: dict[Unit, set[Unit]] = {}
        for a, b in asked.apart:
            self.foes.setdefault(unit_of[a], set()).add(unit_of[b])
            self.foes.setdefault(unit_of[b], set()).add(unit_of[a])
        self.knotty = [u for u in asked.units if len(u) > 1 or u in self.foes]
        self.easy: dict[Kind, list[int]] = {}
        for unit, tables in self.allowed.items():
            if len(unit) == 1 and unit not in self.foes:
                self.easy.setdefault(tables, []).extend(unit)
        self.at: dict[Unit, int] = {}
        self.room_left = list(asked.most)
        self.likeness = [(least, most, frozenset(kind for kind in self.allowed.values() if t in kind))
                         for t, (least, most) in enumerate(zip(asked.least, asked.most, strict=True))]
        """Empty tables that are alike in this can stand for one another."""

    def run(self) -> Placing | None:
        """The table of each person, or None where there is no way."""
        if any(unit in foes for unit, foes in self.foes.items()):
            return None
        return self._place(self.knotty)

    def _tables(self, unit: Unit) -> list[int]:
        taken = {self.at[foe] for foe in self.foes.get(unit, ()) if foe in self.at}
        return [t for t in sorted(self.allowed[unit]) if self.room_left[t] >= len(unit) and t not in taken]

    def _place(self, waiting: list[Unit]) -> Placing | None:
        choices = {unit: self._tables(unit) for unit in waiting}
        self.trouble.update(unit for unit in waiting if not choices[unit])
        if self.careful or not self.at or not waiting:
            flow = self._flow(choices)
            if not flow.run():
                return None
            if not waiting:
                return self._rest(flow)
        unit = min(waiting, key=lambda u: ((len(choices[u]) - len(u) / 64) / (1 + self.trouble[u]), self.chance.random()))
        left = [u for u in waiting if u != unit]
        for t in self._shuffled(choices[unit]):
            self.at[unit] = t
            self.room_left[t] -= len(unit)
            placed = self._place(left)
            self.room_left[t] += len(unit)
            del self.at[unit]
            if placed is not None:
                return placed
        self._dead_end(unit)
        return None

    def _dead_end(self, unit: Unit) -> None:
        self.trouble[unit] += 1
        self.patience -= 1
        if self.patience < 0:
            raise Undecided

    def _shuffled(self, tables: list[int]) -> Iterator[int]:
        """The tables by chance, those with many chairs free rather first; of empty tables that are alike, only one."""
        seen = set()
        for t in sorted(tables, key=lambda t: -self.room_left[t] * self.chance.random()):
            empty = self.room_left[t] == self.asked.most[t]
            if not empty or self.likeness[t] not in seen:
                yield t
            if empty:
                seen.add(self.likeness[t])

    def _flow(self, choices: dict[Unit, list[int]]) -> Flow:
        """All who have no seat yet, as if each could sit alone."""
        kinds = Counter({kind: len(people) for kind, people in self.easy.items()})
        for unit, tables in choices.items():
            kinds[frozenset(tables)] += len(unit)
        least = [max(0, least - (most - left))
                 for least, most, left in zip(self.asked.least, self.asked.most, self.room_left, strict=True)]
        return Flow(kinds, least, self.room_left, self.chance)

    def _rest(self, flow: Flow) -> Placing | None:
        """The easy people too, once all knotty units are placed."""
        placed = {i: t for unit, t in self.at.items() for i in unit}
        if self.asked.hard:
            try:
                return deal_by_roles(self.asked, placed, self.easy, self.chance)
            except TooLong:
                raise Undecided from None
        for kind, people in self.easy.items():
            tables = [t for t, count in sorted(flow.at[kind].items()) for _ in range(count)]
            self.chance.shuffle(tables)
            placed.update(zip(people, tables, strict=True))
        return placed
