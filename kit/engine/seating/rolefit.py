"""Seating people so that hard mix rules hold: people of the same roles and tables are one group, and only numbers count.

Table after table is given numbers of each group, near to an even share first, and a search goes back where it fails. It is
complete: where it says that there is no way, there is none with the others placed as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from kit.engine.seating.room import RoundRoom

_MOST_LOOKS = 20_000
"""Numbers for a table that are looked at before the search ends without an answer."""


class TooLong(Exception):
    """The search ended with neither an answer nor a proof that there is none."""


def deal_by_roles(asked: RoundRoom, placed: dict[int, int], easy: Mapping[frozenset[int], Sequence[int]],
                  chance: Random) -> dict[int, int] | None:
    """The table of each person: those placed already, and the easy ones by the tables they may sit at. Raises TooLong."""
    groups: dict[tuple[frozenset[int], tuple[bool, ...]], list[int]] = {}
    for kind, people in easy.items():
        for i in people:
            groups.setdefault((kind, asked.having(i)), []).append(i)
    keys = sorted(groups, key=lambda key: (sorted(key[0]), key[1]))
    found = _Dealing(asked, placed, keys, [len(groups[key]) for key in keys], chance).run()
    if found is None:
        return None
    seated = dict(placed)
    for g, key in enumerate(keys):
        tables = [t for t, numbers in enumerate(found) for _ in range(numbers[g])]
        chance.shuffle(tables)
        seated.update(zip(groups[key], tables, strict=True))
    return seated


class _Dealing:
    """The search, table after table."""

    def __init__(self, asked: RoundRoom, placed: Mapping[int, int], keys: Sequence[tuple[frozenset[int], tuple[bool, ...]]],
                 sizes: Sequence[int], chance: Random) -> None:
        self.asked, self.keys, self.chance = asked, keys, chance
        self.left = list(sizes)
        self.there = [[asked.having(i) for i, at in placed.items() if at == t] for t in range(len(asked.most))]
        self.chairs = [most - len(there) for most, there in zip(asked.most, self.there, strict=True)]
        self.last = [max(kind, default=-1) for kind, _ in keys]
        self.failed: set[tuple[int, ...]] = set()
        self.looks = 0

    def run(self, t: int = 0) -> list[tuple[int, ...]] | None:
        """For tables from `t` on, how many of each group sit there."""
        if t == len(self.chairs):
            return [] if not any(self.left) else None
        state = (t, *self.left)
        if state in self.failed or sum(self.left) > sum(self.chairs[t:]):
            return None
        for numbers in self._numbers(t, 0, self.chairs[t]):
            if not self._right(t, numbers):
                continue
            self.left = [left - n for left, n in zip(self.left, numbers, strict=True)]
            rest = self.run(t + 1)
            if rest is not None:
                return [numbers, *rest]
            self.left = [left + n for left, n in zip(self.left, numbers, strict=True)]
        self.failed.add(state)
        return None

    def _numbers(self, t: int, g: int, chairs: int) -> Iterator[tuple[int, ...]]:
        """Numbers of each group from `g` on that a table could get, the likeliest first."""
        if g == len(self.keys):
            yield ()
            return
        kind = self.keys[g][0]
        if t not in kind:
            choices = [0] if self.last[g] > t or not self.left[g] else []
        elif self.last[g] == t:
            choices = [self.left[g]] if self.left[g] <= chairs else []
        else:
            share = self.left[g] * self.chairs[t] / max(1, sum(self.chairs[u] for u in kind if u >= t))
            share += self.chance.random() - 0.5
            choices = sorted(range(min(chairs, self.left[g]) + 1), key=lambda n: abs(n - share))
        for n in choices:
            for rest in self._numbers(t, g + 1, chairs - n):
                yield (n, *rest)

    def _right(self, t: int, numbers: Sequence[int]) -> bool:
        """Whether a table with these people has enough of them and keeps every hard rule."""
        self.looks += 1
        if self.looks > _MOST_LOOKS:
            raise TooLong
        sitting = len(self.there[t]) + sum(numbers)
        if sitting < self.asked.least[t]:
            return False
        for place, rule in enumerate(self.asked.hard):
            having = sum(has[place] for has in self.there[t])
            having += sum(n for n, (_, has) in zip(numbers, self.keys, strict=True) if has[place])
            if rule.misses(having, sitting):
                return False
        return True
