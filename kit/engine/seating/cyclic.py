"""Cyclic schedules: one round, or a few, from which all others follow by turning the room.

People stand in rings of m places; a few stand still in the middle. When everybody in a ring moves one place on, one
round becomes the next, and a pair of people becomes another pair: those pairs are an orbit. If no two pairs at the
tables of the base rounds belong to one orbit, nobody meets twice in all the m rounds that follow. So the search has to
look at the few base rounds only. It is the same annealing as for a whole seating, with orbits counted instead of pairs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from kit.engine.seating.anneal import Annealer
from kit.engine.seating.masks import Seating
from kit.engine.seating.room import Plan, Room


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
        self.places = turning.places
        self._set_orbits(turning)
        for groups in self.members:
            for group in groups:
                for a, b in combinations(group, 2):
                    self._meet(a, b)
        self._count_again()
        self._set_roles(room)

    @property
    def cost(self) -> int:
        """Repeats and missed mix rules in all the rounds that follow."""
        return self.repeats + self.missing * self.places

    def _set_orbits(self, turning: Turning) -> None:
        people = self.size
        orbits: dict[frozenset[tuple[int, int]], int] = {}
        self.orbit = [[0] * people for _ in range(people)]
        for a, b in combinations(range(people), 2):
            turns = [(turning.turned(a, by, people), turning.turned(b, by, people)) for by in range(turning.places)]
            pairs = frozenset((min(p), max(p)) for p in turns)
            self.orbit[a][b] = self.orbit[b][a] = orbits.setdefault(pairs, len(orbits))
        self.pairs = list(orbits)
        self.first = [turning.places - len(pairs) for pairs in orbits]
        """Repeats, over all the rounds, when one pair of an orbit meets: some pairs turn into themselves."""
        self.count = [0] * len(orbits)
        for o, first in enumerate(self.first):
            if first:
                self._count_orbit(o)
        self.least = [min(first, 1) for first in self.first]

    def swap(self, r: int, a: int, b: int) -> None:
        """Let a and b, who sit at different tables in base round r, change places."""
        self.move(r, (a,), (b,), self.table[r][b])

    def move(self, r: int, group: Sequence[int], other: Sequence[int], to: int) -> None:
        """Let `group`, who share a table, go to table `to`, and `other` come from there instead."""
        tables, members, lanes = self.table[r], self.members[r], self.lanes[r]
        at = tables[group[0]]
        staying = [j for j in members[at] if j not in group]
        others = [j for j in members[to] if j not in other]
        for going, leaves, meets in ((group, staying, others), (other, others, staying)):
            for x in going:
                for j in leaves:
                    self._part(x, j)
                for j in meets:
                    self._meet(x, j)
        members[at], members[to] = staying + list(other), others + list(group)
        for t in (at, to):
            lanes[t] = self.together(members[t])
            for i in members[t]:
                tables[i] = t
        self._count_again()
        roles = self.roles[r]
        if roles:
            self._roles_moved(roles, r, at, to, roles.sum(group) - roles.sum(other))

    def _meet(self, a: int, b: int) -> None:
        o = self.orbit[a][b]
        self.repeats += self.places if self.count[o] > self.least[o] else self.first[o]
        self._count_orbit(o)

    def _count_orbit(self, o: int) -> None:
        if self.count[o] < len(self.met):
            self._flip(o, self.met[self.count[o]])
        self.count[o] += 1

    def _part(self, a: int, b: int) -> None:
        o = self.orbit[a][b]
        self.count[o] -= 1
        self.repeats -= self.places if self.count[o] > self.least[o] else self.first[o]
        if self.count[o] < len(self.met):
            self._flip(o, self.met[self.count[o]])

    def _flip(self, o: int, met: list[int]) -> None:
        lane = self.lane
        for i, j in self.pairs[o]:
            met[i] ^= lane[j]
            met[j] ^= lane[i]


class TurnedAnnealer(Annealer):
    """Base rounds being improved: what the lanes promise is checked, and taken back by chance where they were wrong."""

    def _price(self, room: Room) -> tuple[float, float]:
        seating = self.seating
        assert isinstance(seating, Turned)
        share = len(room.ids) / len(room.instance.tables)
        return super()._price(room)[0], 10 + share * (0.35 * seating.places + 3) + 0.17 * len(room.ids) * len(room.rounds)

    def _change(self, r: int, group: Sequence[int], other: Sequence[int], to: int, promised: int) -> None:
        seating = self.seating
        assert isinstance(seating, Turned)
        self.changes += 1
        before, at = seating.cost, seating.table[r][group[0]]
        seating.move(r, group, other, to)
        worse = (seating.cost - before) / seating.places - max(0, promised)
        if worse > 0 and self.chance.random() > exp(-worse / self.heat):
            seating.move(r, group, other, at)
        else:
            super()._keep()
