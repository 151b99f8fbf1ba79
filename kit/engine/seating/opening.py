"""A first seating for one round that keeps every wish for seats, sizes, together and apart; or the proof that there is none.

Units that are hard to place (blocks, people bound to tables, people with somebody to be kept apart from) are placed by a search that goes
back where it fails, the one with fewest tables left first. The single people who are left are a flow problem: first
every table gets its fewest people, then everybody gets a chair, each along a path of exchanges. By the theorem of
Mendelsohn and Dulmage (1958) the second never undoes the first, so this part is exact.
"""

from collections import deque
from collections.abc import Sequence
from random import Random

from kit.engine.seating.room import NOWHERE, Plan, Room, RoundRoom, Unit

Placing = dict[int, int]
"""The table of each person who is here."""

MOST_TRIES = 3000
"""Ways to place the hard units that are looked at before the search ends without an answer."""


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


def open_round(asked: RoundRoom, chance: Random, tries: int = MOST_TRIES) -> Placing | None:
    """A seating by chance for one round, or None where there is none. Mix rules are not looked at. Raises Undecided."""
    if not _fits(asked, chance):
        return None
    return _Search(asked, chance, tries).run()


def _fits(asked: RoundRoom, chance: Random) -> bool:
    """Whether all could sit if nobody had to be kept together or apart: quickly said, and no search need look otherwise."""
    allowed = {i: list(ts) for unit, ts in zip(asked.units, asked.tables, strict=True) for i in unit}
    return _Flow(allowed, asked.least, asked.most, chance).run() is not None


class _Search:
    """Places the hard units one after another."""

    def __init__(self, asked: RoundRoom, chance: Random, tries: int) -> None:
        self.asked, self.chance, self.tries = asked, chance, tries
        self.allowed = dict(zip(asked.units, asked.tables, strict=True))
        unit_of = {i: u for u in asked.units for i in u}
        self.foes: dict[Unit, set[Unit]] = {}
        for a, b in asked.apart:
            self.foes.setdefault(unit_of[a], set()).add(unit_of[b])
            self.foes.setdefault(unit_of[b], set()).add(unit_of[a])
        self.hard = [u for u, ts in self.allowed.items() if len(u) > 1 or u in self.foes or len(ts) < len(asked.most)]
        self.at: dict[Unit, int] = {}
        self.room_left = list(asked.most)

    def run(self) -> Placing | None:
        """The table of each person, or None where there is no way."""
        if any(unit in foes for unit, foes in self.foes.items()):
            return None
        return self._place(list(self.hard))

    def _tables(self, unit: Unit) -> list[int]:
        taken = {self.at[foe] for foe in self.foes.get(unit, ()) if foe in self.at}
        return [t for t in self.allowed[unit] if self.room_left[t] >= len(unit) and t not in taken]

    def _place(self, waiting: list[Unit]) -> Placing | None:
        if not waiting:
            return self._rest()
        choices = {unit: self._tables(unit) for unit in waiting}
        unit = min(waiting, key=lambda u: (len(choices[u]), -len(u), self.chance.random()))
        tables = choices[unit]
        self.chance.shuffle(tables)
        left = [u for u in waiting if u != unit]
        for t in tables:
            self.at[unit] = t
            self.room_left[t] -= len(unit)
            placed = self._place(left)
            self.room_left[t] += len(unit)
            del self.at[unit]
            if placed is not None:
                return placed
        self.tries -= 1
        if self.tries < 0:
            raise Undecided
        return None

    def _rest(self) -> Placing | None:
        placed = {i: t for unit, t in self.at.items() for i in unit}
        hard = set(self.hard)
        allowed = {u[0]: list(ts) for u, ts in self.allowed.items() if u not in hard}
        least = [max(0, least - (most - left))
                 for least, most, left in zip(self.asked.least, self.asked.most, self.room_left, strict=True)]
        seated = _Flow(allowed, least, self.room_left, self.chance).run()
        return None if seated is None else placed | seated


class _Flow:
    """Seats single people at tables they may sit at, each table with its fewest and its most."""

    def __init__(self, allowed: dict[int, list[int]], least: Sequence[int], most: Sequence[int], chance: Random) -> None:
        self.people = list(allowed)
        chance.shuffle(self.people)
        self.people.sort(key=lambda i: len(allowed[i]))
        for tables in allowed.values():
            chance.shuffle(tables)
        self.allowed, self.least, self.most = allowed, least, most
        self.at: Placing = {}
        self.count = [0] * len(most)

    def run(self) -> Placing | None:
        """The table of each person, or None where they cannot all sit."""
        if len(self.people) < sum(self.least) or len(self.people) > sum(self.most):
            return None
        for t, least in enumerate(self.least):
            for _ in range(least):
                if not self._fill(t):
                    return None
        for i in self.people:
            if i not in self.at and not self._sit(i):
                return None
        return self.at

    def _fill(self, t: int) -> bool:
        """One person more for table t, along a path that ends at somebody who has no seat yet."""
        came: dict[int, tuple[int, int]] = {}
        queue = deque([t])
        reached = {t}
        while queue:
            to = queue.popleft()
            for i in self.people:
                if to not in self.allowed[i]:
                    continue
                if i not in self.at:
                    self.count[t] += 1
                    self._along(i, to, came)
                    return True
                if self.at[i] not in reached:
                    reached.add(self.at[i])
                    came[self.at[i]] = (i, to)
                    queue.append(self.at[i])
        return False

    def _along(self, i: int, to: int, came: dict[int, tuple[int, int]]) -> None:
        """Person i sits at table `to`, and one person of it moves on, and so forth, to where the path began."""
        self.at[i] = to
        while to in came:
            i, to = came[to]
            self.at[i] = to

    def _sit(self, person: int) -> bool:
        """A chair for one person, along a path that ends at a table with a chair free."""
        via = dict.fromkeys(self.allowed[person], person)
        queue = deque(via)
        while queue:
            t = queue.popleft()
            if self.count[t] < self.most[t]:
                self.count[t] += 1
                self._back(t, via)
                return True
            for i in self.people:
                if self.at.get(i) == t:
                    fresh = [other for other in self.allowed[i] if other not in via]
                    via.update(dict.fromkeys(fresh, i))
                    queue.extend(fresh)
        return False

    def _back(self, t: int, via: dict[int, int]) -> None:
        """The last person on the path sits at table t, the one before takes their chair, and so forth."""
        while True:
            i = via[t]
            before = self.at.get(i)
            self.at[i] = t
            if before is None:
                return
            t = before
