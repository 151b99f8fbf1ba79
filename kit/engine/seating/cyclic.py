"""Cyclic schedules: one round, or a few, from which all others follow by turning the room.

People stand in rings of m places; a few stand still in the middle. When everybody in a ring moves one place on, one
round becomes the next, and a pair of people becomes another pair: those pairs are an orbit. If no two pairs at the
tables of the base rounds belong to one orbit, nobody meets twice in all the m rounds that follow. So the search has to
look at the few base rounds only. It is the same annealing as for a whole seating, with orbits counted instead of pairs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import exp
from random import Random

from kit.engine.seating.anneal import Annealer, Moves
from kit.engine.seating.masks import Seating
from kit.engine.seating.room import Plan, Room

_HEAT = 0.38
"""The heat at which base rounds of 24 to 40 people were found soonest, in orbits."""


@dataclass(frozen=True, slots=True)
class Turning:
    """How the room turns: rings of `places` people each, `still` people who do not move, and `bases` base rounds."""

    places: int
    still: int
    bases: int

    def turned(self, person: int, by: int, people: int) -> int:
        """Where a person is after so many turns."""
        if person >= people - self.still:
            return person
        ring, at = divmod(person, self.places)
        return ring * self.places + (at + by) % self.places

    def develop(self, bases: Plan) -> Plan:
        """All the rounds that follow from the base rounds."""
        people = len(bases[0])
        plan = []
        for tables in bases:
            for by in range(self.places):
                plan.append([0] * people)
                for person, table in enumerate(tables):
                    plan[-1][self.turned(person, by, people)] = table
        return plan


def turnings(people: int, rounds: int) -> Iterator[Turning]:
    """Ways to turn a room so that enough rounds follow, the most promising first."""
    for bases in range(1, rounds):
        fewest = -(-rounds // bases)
        for places in range(max(2, fewest), fewest + 3):
            for still in range(people % places, min(people, people % places + places + 1), places):
                yield Turning(places, still, bases)


class Turned(Seating):
    """Base rounds under change, with orbits of pairs counted instead of pairs.

    A lane does not see that two new pairs can be of one orbit, so it can be wrong; `repeats` is right.
    """

    def __init__(self, room: Room, bases: Plan, turning: Turning) -> None:
        self._set_places(room, bases)
        self.roles = [None] * len(bases)
        self.missing = self.crowded = 0
        self._set_orbits(turning)
        for groups in self.members:
            for group in groups:
                for a, b in combinations(group, 2):
                    self._meet(a, b)
        self._count_again()

    def _set_orbits(self, turning: Turning) -> None:
        people, still = self.size, self.size - turning.still
        orbits: dict[frozenset[tuple[int, int]], int] = {}
        self.orbit = [[0] * people for _ in range(people)]
        for a, b in combinations(range(people), 2):
            turns = [(turning.turned(a, by, people), turning.turned(b, by, people)) for by in range(turning.places)]
            pairs = frozenset((min(p), max(p)) for p in turns)
            self.orbit[a][b] = self.orbit[b][a] = orbits.setdefault(pairs, len(orbits))
        self.pairs = list(orbits)
        self.count = [0] * len(orbits)
        self.weight = [len(pairs) for pairs in orbits]
        """Repeated meetings, over all the rounds, for one pair too many at the tables of the base rounds."""
        for o, pairs in enumerate(orbits):
            if len(pairs) < turning.places:
                # A pair that turns into itself meets again in the rounds of its own.
                self._count_orbit(o)
                if min(p[0] for p in pairs) >= still:
                    self.weight[o] = turning.places - 1

    def swap(self, r: int, a: int, b: int) -> None:
        """Let a and b, who sit at different tables in base round r, change places."""
        tables, members, lanes = self.table[r], self.members[r], self.lanes[r]
        at, to = tables[a], tables[b]
        members[at].remove(a)
        members[to].remove(b)
        for x, leaves, meets in ((a, members[at], members[to]), (b, members[to], members[at])):
            for j in leaves:
                self._part(x, j)
            for j in meets:
                self._meet(x, j)
        members[at].append(b)
        members[to].append(a)
        lanes[at] ^= self.lane[a] | self.lane[b]
        lanes[to] ^= self.lane[a] | self.lane[b]
        tables[a], tables[b] = to, at
        self._count_again()

    def _meet(self, a: int, b: int) -> None:
        o = self.orbit[a][b]
        if self.count[o]:
            self.repeats += self.weight[o]
        self._count_orbit(o)

    def _count_orbit(self, o: int) -> None:
        if self.count[o] < len(self.met):
            self._flip(o, self.met[self.count[o]])
        self.count[o] += 1

    def _part(self, a: int, b: int) -> None:
        o = self.orbit[a][b]
        self.count[o] -= 1
        if self.count[o]:
            self.repeats -= self.weight[o]
        if self.count[o] < len(self.met):
            self._flip(o, self.met[self.count[o]])

    def _flip(self, o: int, met: list[int]) -> None:
        lane = self.lane
        for i, j in self.pairs[o]:
            met[i] ^= lane[j]
            met[j] ^= lane[i]


class TurnedAnnealer(Annealer):
    """Base rounds being improved: what the lanes promise is checked, and taken back by chance where they were wrong."""

    def __init__(self, room: Room, seating: Turned, chance: Random, turning: Turning) -> None:
        super().__init__(room, seating, chance)
        self.places = turning.places

    def _swap(self, r: int, a: int, moves: Moves) -> None:
        chosen, promised = self._chosen(r, a, moves)
        if chosen < 0:
            return
        seating = self.seating
        before = seating.repeats
        seating.swap(r, a, chosen)
        worse = (seating.repeats - before) / self.places - max(0, promised)
        if worse > 0 and self.chance.random() > exp(-worse / self.heat):
            seating.swap(r, a, chosen)
        else:
            self._keep()
