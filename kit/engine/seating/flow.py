"""Single people to tables, as a flow: people who may sit at the same tables are one kind, and only numbers of them count.

First every table gets its fewest people, then everybody gets a chair, each along a path of exchanges. By the theorem of
Mendelsohn and Dulmage (1958) the second never undoes the first, so the answer is exact.
"""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from random import Random

Kind = frozenset[int]
"""The tables at which some people may sit."""


class Flow:
    """How many people of each kind sit at each table. `run` finds it, or that there is none."""

    def __init__(self, kinds: Mapping[Kind, int], least: Sequence[int], most: Sequence[int], chance: Random) -> None:
        self.waiting = dict(kinds)
        self.least, self.most, self.chance = least, most, chance
        self.at: dict[Kind, Counter[int]] = {kind: Counter() for kind in kinds}
        self.count = [0] * len(most)

    def run(self) -> bool:
        """Whether all can sit. If so, `at` says how many of each kind sit at each table."""
        people = sum(self.waiting.values())
        if min(self.most, default=0) < 0 or not sum(self.least) <= people <= sum(self.most):
            return False
        self._deal(self.least)
        for t, least in enumerate(self.least):
            while self.count[t] < least:
                if not self._fill(t):
                    return False
        self._deal(self.most)
        return all(self._sit(kind) for kind in list(self.waiting) for _ in range(self.waiting[kind]))

    def _deal(self, limit: Sequence[int]) -> None:
        """Seat people where there is a chair below the limit, the ones with the fewest tables first, at the emptiest table."""
        order = [(self.chance.random(), kind) for kind in self.waiting]
        for _, kind in sorted(order, key=lambda pair: (len(pair[1]), pair[0])):
            tables = [(self.count[t], self.chance.random(), t) for t in sorted(kind) if self.count[t] < limit[t]]
            heapify(tables)
            while self.waiting[kind] and tables:
                count, draw, t = tables[0]
                self._seat(kind, t)
                if count + 1 < limit[t]:
                    heapreplace(tables, (count + 1, draw, t))
                else:
                    heappop(tables)

    def _seat(self, kind: Kind, t: int) -> None:
        self.waiting[kind] -= 1
        self.at[kind][t] += 1
        self.count[t] += 1

    def _fill(self, t: int) -> bool:
        """One person more for table t, along a path that ends at somebody who has no seat yet."""
        came: dict[int, tuple[Kind, int]] = {}
        queue, reached = deque([t]), {t}
        while queue:
            to = queue.popleft()
            for kind, at in self.at.items():
                if to not in kind:
                    continue
                if self.waiting[kind]:
                    self._seat(kind, to)
                    self._pull(to, t, came)
                    return True
                for other in [u for u, n in at.items() if n and u not in reached]:
                    reached.add(other)
                    came[other] = (kind, to)
                    queue.append(other)
        return False

    def _pull(self, full: int, end: int, came: Mapping[int, tuple[Kind, int]]) -> None:
        """Somebody moves on from each table of the path, to where it began."""
        while full != end:
            kind, to = came[full]
            self._move(kind, full, to)
            full = to

    def _sit(self, kind: Kind) -> bool:
        """A chair for one person, along a path that ends at a table with a chair free."""
        via: dict[int, tuple[Kind, int]] = {t: (kind, -1) for t in sorted(kind)}
        queue = deque(via)
        while queue:
            t = queue.popleft()
            if self.count[t] < self.most[t]:
                self._push(t, via)
                return True
            for other, at in self.at.items():
                if at[t]:
                    fresh = [u for u in sorted(other) if u not in via]
                    via.update(dict.fromkeys(fresh, (other, t)))
                    queue.extend(fresh)
        return False

    def _push(self, t: int, via: Mapping[int, tuple[Kind, int]]) -> None:
        """The last person on the path goes to table t, the one before takes their chair, and so forth."""
        while True:
            kind, before = via[t]
            if before < 0:
                self._seat(kind, t)
                return
            self._move(kind, before, t)
            t = before

    def _move(self, kind: Kind, at: int, to: int) -> None:
        self.at[kind][at] -= 1
        self.at[kind][to] += 1
        self.count[at] -= 1
        self.count[to] += 1
