"""An instance in whole numbers, for the search: people and tables by place, wishes by round. Rounds count from 0 here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kit.engine.seating.instance import Instance, MixRule, Schedule, holds

Unit = tuple[int, ...]
"""People who sit together in a round: one person, or a block that is kept together."""

Plan = list[list[int]]
"""For each round, the table of each person; NOWHERE for those who are not here."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class RoundRoom:
    """What one round asks."""

    units: tuple[Unit, ...]
    tables: tuple[frozenset[int], ...]
    """For each unit, the tables it may sit at; empty where its wishes leave none."""
    least: tuple[int, ...]
    most: tuple[int, ...]
    apart: tuple[tuple[int, int], ...]
    """Pairs of people, both here."""
    rules: tuple[MixRule, ...]
    roles: tuple[frozenset[str], ...]
    """The roles of each person of the room, here or not."""

    @property
    def allowed(self) -> dict[int, frozenset[int]]:
        """For each person who is here, the tables they may sit at."""
        return {i: tables for unit, tables in zip(self.units, self.tables, strict=True) for i in unit}

    @property
    def hard(self) -> tuple[MixRule, ...]:
        """The rules that no plan may miss."""
        return tuple(rule for rule in self.rules if rule.hard)

    def having(self, person: int) -> tuple[bool, ...]:
        """Whether a person has the role of each hard rule."""
        return tuple(rule.role in self.roles[person] for rule in self.hard)

    @property
    def people(self) -> int:
        """How many people are here."""
        return sum(map(len, self.units))


class Room:
    """An instance in numbers. Building one is quick; everything in it is made for one search."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.ids = [p.id for p in instance.people]
        self.roles = [p.roles for p in instance.people]
        self.place = {id_: i for i, id_ in enumerate(self.ids)}
        self.table_place = {t.id: i for i, t in enumerate(instance.tables)}
        self.rounds = [self._round_room(r) for r in range(1, instance.rounds + 1)]

    def _round_room(self, round_: int) -> RoundRoom:
        instance = self.instance
        limits = [instance.limits(round_, t) for t in instance.tables]
        here = [self.place[p.id] for p in instance.here(round_)]
        every = frozenset(range(len(instance.tables)))
        allowed = dict.fromkeys(here, every)
        for seat in instance.seats:
            i = self.place[seat.person]
            if holds(seat, round_) and i in allowed:
                allowed[i] &= {self.table_place[t] for t in seat.tables}
        pairs = [(self.place[w.one], self.place[w.two]) for w in instance.together if holds(w, round_)]
        units = blocks(here, pairs)
        apart = {(self.place[w.one], self.place[w.two]) for w in instance.apart if holds(w, round_)}
        return RoundRoom(
            units=units,
            tables=tuple(frozenset.intersection(*(allowed[i] for i in unit)) for unit in units),
            least=tuple(least for least, _ in limits),
            most=tuple(most for _, most in limits),
            apart=tuple(sorted((a, b) for a, b in apart if a in allowed and b in allowed)),
            rules=tuple(rule for rule in instance.mix if holds(rule, round_) and (rule.hard or rule.weight > 0)),
            roles=tuple(self.roles),
        )

    @cached_property
    def remembered(self) -> dict[tuple[int, int], int]:
        """Pairs who worked together in earlier sessions, and what a meeting today counts as because of it."""
        known = {(self.place[a], self.place[b]): self.instance.remembered(a, b)
                 for a, b in self.instance.past if a in self.place and b in self.place}
        return {pair: count for pair, count in known.items() if count}

    @cached_property
    def plain(self) -> bool:
        """Whether nothing is asked but tables of fixed sizes for everybody in every round."""
        return not self.remembered and all(
            not r.apart and not r.rules and len(r.units) == len(self.ids) and r.least == r.most == self.rounds[0].most
            and all(len(t) == len(r.most) for t in r.tables) for r in self.rounds)

    def schedule(self, plan: Plan) -> Schedule:
        """The plan in ids."""
        return tuple(tuple(tuple(self.ids[i] for i, at in enumerate(tables) if at == t)
                           for t in range(len(self.instance.tables))) for tables in plan)

    def plan(self, schedule: Schedule) -> Plan:
        """A schedule in numbers; people whom the instance does not know are passed over."""
        plan = [[NOWHERE] * len(self.ids) for _ in schedule]
        for tables, round_ in zip(plan, schedule, strict=True):
            for t, people in enumerate(round_):
                for id_ in people:
                    if id_ in self.place:
                        tables[self.place[id_]] = t
        return plan


def blocks(here: Sequence[int], pairs: Sequence[tuple[int, int]]) -> tuple[Unit, ...]:
    """The people who are here, joined along the pairs of which both are here."""
    block: dict[int, list[int]] = {i: [i] for i in here}
    for a, b in pairs:
        if a in block and b in block and block[a] is not block[b]:
            block[a].extend(block[b])
            for i in block[b]:
                block[i] = block[a]
    return tuple(sorted({tuple(sorted(unit)) for unit in block.values()}))
