"""What a schedule comes to: who meets whom and how often, and which mix rules are missed. Counted from the schedule alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kit.engine.seating.instance import Instance, MixRule, Schedule, holds

Pair = tuple[str, str]
"""Two ids in sorted order."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A table that misses a mix rule in a round."""

    rule: MixRule
    round: int
    table: str
    by: int


@dataclass(frozen=True, slots=True)
class Figures:
    """How good a schedule is."""

    met: dict[Pair, int]
    """How often each pair sat together, pairs who never did left out."""
    others: dict[str, int]
    """How many different people each person met."""
    misses: tuple[Miss, ...]
    earlier: float
    """What the meetings of people who worked together in earlier sessions count as, in repeats."""
    tables: dict[str, int]
    """At how many different tables each person sat."""

    @property
    def meetings(self) -> int:
        """Pairs at one table, counted once for each round."""
        return sum(self.met.values())

    @property
    def repeats(self) -> int:
        """Meetings of pairs beyond their first."""
        return self.meetings - len(self.met)

    @property
    def crowded(self) -> int:
        """Meetings of pairs beyond their second."""
        return sum(max(0, times - 2) for times in self.met.values())

    @property
    def mix_cost(self) -> float:
        """What the missed mix rules count as, in repeats."""
        return sum(miss.by * miss.rule.weight for miss in self.misses)

    @property
    def cost(self) -> float:
        """What the search makes small."""
        return self.repeats + self.mix_cost + self.earlier


def figures_of(instance: Instance, schedule: Schedule) -> Figures:
    """The figures of a schedule. People whom the instance does not know count as well."""
    met = Counter(pair for tables in schedule for people in tables for pair in pairs_of(people))
    others = dict.fromkeys((p.id for p in instance.people), 0)
    for pair in met:
        for id_ in pair:
            others[id_] = others.get(id_, 0) + 1
    been: dict[str, set[int]] = {p.id: set() for p in instance.people}
    for tables in schedule:
        for t, people in enumerate(tables):
            for id_ in people:
                been.setdefault(id_, set()).add(t)
    earlier = sum(instance.remembered(*pair) * times for pair, times in met.items())
    return Figures(dict(met), others, tuple(_misses(instance, schedule)), earlier, {i: len(ts) for i, ts in been.items()})


def pairs_of(people: Sequence[str]) -> Iterable[Pair]:
    """Every two of these people."""
    return combinations(sorted(people), 2)


def _misses(instance: Instance, schedule: Schedule) -> Iterable[Miss]:
    roles = {p.id: p.roles for p in instance.people}
    for r, tables in enumerate(schedule, 1):
        for rule in instance.mix:
            if not holds(rule, r):
                continue
            for table, people in zip(instance.tables, tables, strict=True):
                missed = rule.misses(sum(rule.role in roles.get(id_, ()) for id_ in people), len(people))
                if missed:
                    yield Miss(rule, r, table.id, missed)
