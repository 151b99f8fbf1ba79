"""Which table a group gets: people see as many different tables as can be. Who sits with whom stays as it is."""

from itertools import combinations
from random import Random

from kit.engine.seating.room import Plan, Room

_STARTS = 8


def moved_about(room: Room, plan: Plan, chance: Random) -> Plan:
    """The plan with whole groups changing tables within rounds, so that people come to tables they had less often.

    A group gets a table only if that has chairs for it and all its people may sit there.
    """
    starts = [_Places(room, plan) for _ in range(_STARTS if len(plan) > 1 else 1)]
    for number, places in enumerate(starts):
        if number:
            places.shuffle(chance)
        places.improve()
    return min(starts, key=lambda places: places.sameness).plan


class _Places:
    """A plan whose groups change tables."""

    def __init__(self, room: Room, plan: Plan) -> None:
        self.room = room
        self.plan = [list(row) for row in plan]
        self.tables = range(len(room.instance.tables))
        self.allowed = [asked.allowed for asked in room.rounds]
        self.groups = [[[i for i, at in enumerate(row) if at == t] for t in self.tables] for row in plan]
        self.been = [[sum(row[i] == t for row in plan) for t in self.tables] for i in range(len(room.ids))]

    @property
    def sameness(self) -> int:
        """0 if nobody comes to a table twice."""
        return sum(times * (times - 1) for been in self.been for times in been)

    def shuffle(self, chance: Random) -> None:
        """Let groups change tables by chance."""
        for r in range(len(self.plan)):
            pairs = list(combinations(self.tables, 2))
            for t, u in chance.sample(pairs, len(pairs)):
                if self._fit(r, t, u):
                    self._change(r, t, u)

    def improve(self) -> None:
        """Let two groups change tables for as long as that helps."""
        better = True
        while better:
            better = False
            for r in range(len(self.plan)):
                for t, u in combinations(self.tables, 2):
                    if self._gain(r, t, u) > 0 and self._fit(r, t, u):
                        self._change(r, t, u)
                        better = True

    def _gain(self, r: int, t: int, u: int) -> int:
        """How much less often people had been at the other table than at theirs, beyond this time."""
        one, two, been = self.groups[r][t], self.groups[r][u], self.been
        return sum(been[i][t] - 1 - been[i][u] for i in one) + sum(been[i][u] - 1 - been[i][t] for i in two)

    def _fit(self, r: int, t: int, u: int) -> bool:
        asked, allowed, groups = self.room.rounds[r], self.allowed[r], self.groups[r]
        return all(asked.least[to] <= len(group) <= asked.most[to] and all(to in allowed[i] for i in group)
                   for group, to in ((groups[t], u), (groups[u], t)))

    def _change(self, r: int, t: int, u: int) -> None:
        groups = self.groups[r]
        for group, at, to in ((groups[t], t, u), (groups[u], u, t)):
            for i in group:
                self.been[i][at] -= 1
                self.been[i][to] += 1
                self.plan[r][i] = to
        groups[t], groups[u] = groups[u], groups[t]
