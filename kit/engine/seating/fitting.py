"""Giving the places of a schedule to people: a schedule with few repeats stays one, whoever has which place in it.

A design or a cyclic schedule knows nothing of wishes. Here two people change places in all the rounds at once, which
leaves the repeats as they are, until seats, keeping apart and roles are served as well as can be. A table number means
nothing in such a schedule either: in each round the groups get tables that suit them, by a matching.
"""

from math import exp
from random import Random

from kit.engine.seating.effort import Effort
from kit.engine.seating.room import NOWHERE, Plan, Room

_HARD = 1000
"""What one broken wish costs, in repeats."""
_LOOK = 64
"""Swaps between two looks at the clock."""
_HEAT = 0.6


class Fitting:
    """People on the places of a schedule."""

    def __init__(self, room: Room, places: Plan, chance: Random) -> None:
        self.room, self.places, self.chance = room, places, chance
        self.person_at = list(range(len(room.ids)))
        chance.shuffle(self.person_at)
        groups = range(len(room.instance.tables))
        self.seats = [[[p for p, g in enumerate(row) if g == group] for group in groups] for row in places]
        """For each round and group, its places."""
        self.allowed = [asked.allowed for asked in room.rounds]
        self.foes: list[dict[int, set[int]]] = []
        for asked in room.rounds:
            foes: dict[int, set[int]] = {}
            for a, b in asked.apart:
                foes.setdefault(a, set()).add(b)
                foes.setdefault(b, set()).add(a)
            self.foes.append(foes)
        self.known: dict[int, dict[int, int]] = {}
        for (a, b), count in room.remembered.items():
            self.known.setdefault(a, {})[b] = count
        self.costs = [self._cost(r) for r in range(len(places))]

    def run(self, effort: Effort, share: float) -> None:
        """Let people change places until nothing is left to serve, or this share of the effort is used up."""
        people, random = len(self.person_at), self.chance.random
        while sum(self.costs) and not effort.over(share):
            for _ in range(_LOOK):
                p, q = int(random() * people), int(random() * people)
                if p != q:
                    self._try(p, q)
            effort.spend(_LOOK * 25 * len(self.places))

    def plan(self) -> Plan | None:
        """The plan, or None where a wish that must hold is still broken."""
        if sum(self.costs) >= _HARD:
            return None
        plan = []
        for r in range(len(self.places)):
            tables = [NOWHERE] * len(self.person_at)
            matched = self._matched(r)
            for group, at in matched.items():
                for i in self._people(r, group):
                    tables[i] = at
            plan.append(tables)
        return plan

    def _try(self, p: int, q: int) -> None:
        at = self.person_at
        at[p], at[q] = at[q], at[p]
        rounds = [r for r, row in enumerate(self.places) if row[p] != row[q]]
        now = [self._cost(r) for r in rounds]
        worse = sum(now) - sum(self.costs[r] for r in rounds)
        if worse <= 0 or self.chance.random() < exp(-worse / _HEAT):
            for r, cost in zip(rounds, now, strict=True):
                self.costs[r] = cost
        else:
            at[p], at[q] = at[q], at[p]

    def _people(self, r: int, group: int) -> list[int]:
        here = self.allowed[r]
        return [i for i in map(self.person_at.__getitem__, self.seats[r][group]) if i in here]

    def _cost(self, r: int) -> int:
        """What the wishes miss in one round."""
        foes, cost = self.foes[r], 0
        for group in range(len(self.seats[r])):
            people = self._people(r, group)
            for i in people:
                if i in foes:
                    cost += _HARD * sum(j in foes[i] for j in people)
                if i in self.known:
                    cost += sum(self.known[i].get(j, 0) for j in people)
            for rule in self.room.rounds[r].rules:
                missed = rule.misses(sum(rule.role in self.room.roles[i] for i in people), len(people))
                cost += missed * (_HARD if rule.hard else max(1, round(rule.weight)))
        return cost + _HARD * (len(self.seats[r]) - len(self._matched(r)))

    def _matched(self, r: int) -> dict[int, int]:
        """Tables for as many groups as can have one that suits all their people."""
        asked, groups = self.room.rounds[r], range(len(self.seats[r]))
        suits = []
        for group in groups:
            people = self._people(r, group)
            tables = {t for t in groups if asked.least[t] <= len(people) <= asked.most[t]}
            suits.append(tables.intersection(*(self.allowed[r][i] for i in people)))
        at: dict[int, int] = {}

        def seat(group: int, tried: set[int]) -> bool:
            for t in sorted(suits[group] - tried):
                tried.add(t)
                if t not in at or seat(at[t], tried):
                    at[t] = group
                    return True
            return False

        for group in sorted(groups, key=lambda g: len(suits[g])):
            seat(group, set())
        return {group: t for t, group in at.items()}
