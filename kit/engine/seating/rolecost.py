"""What the roles at a table cost under the mix rules, and what a change of people would change. Each answer is kept.

A table's make-up is one whole number with sixteen bits for each class of people: those whose roles the rules cannot
tell apart. What depends on the make-up alone is worked out once and looked up ever after.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.engine.seating.instance import MixRule

_BITS = 16
HARD = 10_000
"""What one miss of a hard rule costs: more than any number of repeats."""


SOFTEST = 3
"""Repeats that one miss is worth to the search, at most. With more, people cannot pass through a badly mixed table on the
way to a better plan: measured on 30 people with two rules, 28.4 repeats after a second against 30.2 with five."""


@dataclass(slots=True)
class MakeUp:
    """What the search makes of a table when somebody leaves and somebody else comes."""

    arriving: tuple[int, ...]
    """By the class of who leaves: the change of cost in the lane of every person who might come instead."""
    leaving: tuple[tuple[tuple[int, int], ...], ...]
    """By the class of who comes: classes of who might leave, each with the change of cost where there is one.

    Empty where there is none at all.
    """


class RoleCosts:
    """The mix rules of a round as costs in whole repeats, none above `dearest`, so that sums of lanes stay in range."""

    def __init__(self, rules: Sequence[MixRule], roles: Sequence[frozenset[str]], lanes: Sequence[int], dearest: int) -> None:
        self.rules = rules
        self.dearest = dearest
        kinds = [tuple(rule.role in theirs for rule in rules) for theirs in roles]
        self.having = sorted(set(kinds))
        """For each class, whether it has the role of each rule."""
        self.class_of = [self.having.index(kind) for kind in kinds]
        self.one = [1 << (_BITS * c) for c in range(len(self.having))]
        """One person of each class, as a make-up."""
        self.lanes = [sum(lane for lane, k in zip(lanes, self.class_of, strict=True) if k == c)
                      for c in range(len(self.having))]
        """The lanes of everybody in each class."""
        self._costs: dict[int, tuple[int, int]] = {}
        self._known: dict[int, MakeUp] = {}

    def cost(self, make_up: int) -> int:
        """What a table with this make-up costs."""
        return (self._costs.get(make_up) or self._worked_out(make_up))[0]

    def pull(self, make_up: int) -> int:
        """What the search takes the cost for: less, so that people can pass through."""
        return (self._costs.get(make_up) or self._worked_out(make_up))[1]

    def sum(self, people: Iterable[int]) -> int:
        """The make-up of these people."""
        return sum(self.one[self.class_of[i]] for i in people)

    def __getitem__(self, make_up: int) -> MakeUp:
        found = self._known.get(make_up)
        if found is None:
            found = self._known[make_up] = self._changes(make_up)
        return found

    def _worked_out(self, make_up: int) -> tuple[int, int]:
        counts = [(make_up >> (_BITS * c)) % (1 << _BITS) for c in range(len(self.one))]
        cost = pull = 0
        for n, rule in enumerate(self.rules):
            missed = rule.misses(sum(k for k, having in zip(counts, self.having, strict=True) if having[n]), sum(counts))
            weight = HARD if rule.hard else max(1, round(rule.weight))
            cost += missed * weight
            pull += missed * (weight if rule.hard else min(weight, SOFTEST))
        found = self._costs[make_up] = cost, min(pull, self.dearest)
        return found

    def _changes(self, make_up: int) -> MakeUp:
        classes = range(len(self.one))
        there = [bool((make_up >> (_BITS * c)) % (1 << _BITS)) for c in classes]
        now = self.pull(make_up)
        change = [[self.pull(make_up - self.one[a] + self.one[b]) - now if there[a] else 0 for b in classes] for a in classes]
        arriving = tuple(sum(change[a][b] * self.lanes[b] for b in classes) for a in classes)
        leaving = tuple(tuple((a, change[a][b]) for a in classes if change[a][b]) for b in classes)
        return MakeUp(arriving, leaving if any(leaving) else ())
