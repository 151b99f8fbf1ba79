"""Annealing: changing places by chance, cooling as it goes, so that a seating gets out of dead ends and settles low.

A step takes one person in one round and weighs a swap with everybody at another table at once (`Seating.weighed`).
Better swaps are taken; even ones and slightly worse ones with the chances of a Boltzmann distribution. Blocks of people
who stay together, and tables of flexible size, take a second kind of step: one unit against some units of one table.
No step breaks a wish: sizes, seats, absences, people kept together or apart.
"""

from collections.abc import Sequence
from math import exp
from random import Random

from kit.engine.seating.effort import Effort
from kit.engine.seating.masks import CROWD, LANE, MIDDLE, Seating
from kit.engine.seating.room import Plan, Room, Unit

_CALM = 0.8
"""Chance to pass over a person who meets nobody again at this table, where the table's roles are well mixed."""
_SLICE = 512
"""Tries at one heat, and between two looks at the clock."""
_WIDE = 2.0
"""How far chance may reach past the best people to come in exchange for a unit, in repeats."""
_STAY = 1
_BLOCKS = 0.2
_FLEXIBLE = 0.03
"""Share of steps that may change the sizes of tables, where sizes are flexible."""


class Moves:
    """What may move in a round, and where to."""

    def __init__(self, room: Room, seating: Seating, r: int) -> None:
        asked = room.rounds[r]
        tables = range(len(asked.most))
        self.least, self.most = asked.least, asked.most
        where = dict(zip(asked.units, asked.tables, strict=True))
        units = [(u, sorted(ts)) for u, ts in where.items() if len(ts) > 1]
        self.singles = [u[0] for u, ts in units if len(u) == 1]
        self.fits = {u: ts for u, ts in where.items()}
        self.unit_of = {i: u for u in where for i in u}
        free = {u[0]: ts for u, ts in where.items() if len(u) == 1}
        self.shut = [255 * (seating.every - seating.together(i for i, ts in free.items() if t in ts)) for t in tables]
        """For each table, the lanes of those who can never come there alone."""
        self.barred = {i: [t for t in tables if t not in ts] for i, ts in free.items() if len(ts) < len(tables)}
        self.apart: dict[int, int] = {}
        """For each person who must sit apart from somebody here, the lanes of those people."""
        for a, b in asked.apart:
            self.apart[a] = self.apart.get(a, 0) | seating.lane[b]
            self.apart[b] = self.apart.get(b, 0) | seating.lane[a]
        self.wary = seating.together(self.apart)
        flexible = sum(self.least) < asked.people < sum(self.most)
        large = min(asked.people, max(self.most, default=0)) > seating.largest
        in_blocks = sum(len(u) for u, _ in units if len(u) > 1)
        moving = sum(len(u) for u, _ in units)
        self.units = units if large or flexible else [(u, ts) for u, ts in units if len(u) > 1]
        self.by_unit = 1.0 if large or not self.singles else _BLOCKS * in_blocks / moving + (_FLEXIBLE if flexible else 0)
        """Share of steps that move units."""
        if not in_blocks and not flexible and not large:
            self.by_unit = 0.0


class Annealer:
    """A seating being improved."""

    def __init__(self, room: Room, seating: Seating, chance: Random, frozen: int = 0) -> None:
        self.seating = seating
        self.chance = chance
        self.moves = [Moves(room, seating, r) for r in range(len(room.rounds))]
        self.open = [r for r in range(frozen, len(room.rounds)) if self.moves[r].units or self.moves[r].singles]
        self.tries = self.steps = self.changes = 0
        self.price = self._price(room)
        self.set_heat(1.0)
        self.best: Plan = [list(tables) for tables in seating.table]
        self.best_score = seating.score

    def set_heat(self, heat: float) -> None:
        """How easily a worse seating is taken: one repeat more with a chance of exp(-1/heat)."""
        self.heat = heat
        self.odds = [1.0, exp(-1 / heat), exp(-2 / heat)]

    def run(self, tries: int) -> None:
        """Try so many changes, and keep the best plan on the way."""
        random, seating = self.chance.random, self.seating
        again, rounds = seating.again, len(self.open)
        self.tries += tries
        for _ in range(tries if rounds else 0):
            r = self.open[int(random() * rounds)]
            moves = self.moves[r]
            if random() < moves.by_unit:
                self._move_unit(r, moves)
            else:
                a = moves.singles[int(random() * len(moves.singles))]
                if (again[r] >> (LANE * a)) & 255 or random() > _CALM or self._badly_mixed(r, a):
                    self._swap(r, a)

    def _price(self, room: Room) -> tuple[float, float]:
        """What a step and a change cost, in microseconds on one core of the machine this was measured on."""
        tables = max(1, len(room.instance.tables))
        share = len(room.ids) / tables
        return 0.5 + 0.22 * tables + 0.15 * share + 2 * any(asked.rules for asked in room.rounds), 4 + 2.8 * share

    @property
    def work(self) -> float:
        """What has been done, in microseconds: within a fifth or so of the time it took."""
        step, change = self.price
        return 0.48 * self.tries + step * self.steps + change * self.changes

    def _change(self, r: int, group: Sequence[int], other: Sequence[int], to: int, change: int) -> None:
        """Make a change that was weighed as `change`."""
        self.changes += 1
        if len(group) == len(other) == 1:
            self.seating.swap(r, group[0], other[0])
        else:
            self.seating.move(r, group, other, to)
        self._keep()

    def _keep(self) -> None:
        """Keep the plan where it is the best so far."""
        score = self.seating.score
        if score < self.best_score:
            self.best_score = score
            self.best = [list(tables) for tables in self.seating.table]

    def _badly_mixed(self, r: int, a: int) -> bool:
        seating = self.seating
        roles = seating.roles[r]
        return bool(roles and seating.missing and roles.cost(seating.make_up[r][seating.table[r][a]]))

    def _swap(self, r: int, a: int) -> None:
        chosen, change = self._chosen(r, a)
        if chosen >= 0:
            self._change(r, (a,), (chosen,), self.seating.table[r][chosen], change)

    def _chosen(self, r: int, a: int) -> tuple[int, int]:
        """Weigh a swap of one person with everybody: somebody by chance, or -1, and how the swap changes the cost."""
        self.steps += 1
        seating = self.seating
        lanes = self.weighed(r, a)
        weights = lanes.to_bytes(seating.size, "little")
        middle = seating.middle
        value = self._value(weights) if lanes & middle == middle else min(weights)
        start = int(self.chance.random() * seating.size)
        found = weights.find(value, start) if value else -1
        return found if found >= 0 or not value else weights.find(value, 0, start), value - MIDDLE

    def weighed(self, r: int, a: int) -> int:
        """As the seating weighs it; 255 in the lanes of people with whom `a` cannot change places."""
        seating, moves = self.seating, self.moves[r]
        at = seating.table[r][a]
        lanes = seating.weighed(r, a) | 255 * seating.lanes[r][at] | moves.shut[at]
        if a in moves.barred:
            for t in moves.barred[a]:
                lanes |= 255 * seating.lanes[r][t]
        if moves.wary:
            lanes |= self._kept_apart(r, a, at, moves)
        return lanes

    def _value(self, weights: bytes) -> int:
        """The value of the lane to take where none is better than now; 0 to stay."""
        even = weights.count(MIDDLE)
        worse = weights.count(MIDDLE + 1) * self.odds[1]
        much = weights.count(MIDDLE + 2) * self.odds[2]
        draw = self.chance.random() * (_STAY + even + worse + much)
        if draw < even:
            return MIDDLE
        if draw < even + worse:
            return MIDDLE + 1
        return MIDDLE + 2 if draw < even + worse + much else 0

    def _kept_apart(self, r: int, a: int, at: int, moves: Moves) -> int:
        """The lanes of those with whom `a` cannot change places, as one of them would sit with somebody to be kept from."""
        seating = self.seating
        shut = 0
        if seating.lanes[r][at] & moves.wary:
            for j in seating.members[r][at]:
                if j != a and j in moves.apart:
                    shut |= moves.apart[j]
        if a in moves.apart:
            for group in seating.lanes[r]:
                foes = group & moves.apart[a]
                if foes:
                    shut |= group ^ foes if foes & (foes - 1) == 0 else group
        return 255 * shut

    def _move_unit(self, r: int, moves: Moves) -> None:
        """One unit goes to another table, and as many people come from there as the sizes ask for."""
        random = self.chance.random
        unit, tables = moves.units[int(random() * len(moves.units))]
        seating = self.seating
        at = seating.table[r][unit[0]]
        to = tables[int(random() * len(tables))]
        if to == at:
            return
        self.steps += 1
        others = self._others(r, unit, at, to, moves)
        if others is None or (moves.wary and self._breaks_apart(r, unit, others, at, to, moves)):
            return
        change = seating.change(r, unit, others, to)
        if change <= 0 or random() < exp(-change / self.heat):
            self._change(r, unit, others, to, change)

    def _others(self, r: int, unit: Unit, at: int, to: int, moves: Moves) -> list[int] | None:
        """People of table `to` who come to table `at` instead of a unit, or None where chance finds none.

        Those who know few at table `at` and many at their own are likelier.
        """
        random, seating, size = self.chance.random, self.seating, len(unit)
        here, there = len(seating.members[r][at]), len(seating.members[r][to])
        fewest = max(0, moves.least[at] - here + size, there + size - moves.most[to])
        largest = min(there, moves.most[at] - here + size, there + size - moves.least[to])
        if fewest > largest:
            return None
        wanted = fewest + int(random() * (largest - fewest + 1)) if largest > fewest else fewest
        found: list[int] = []
        if not wanted:
            return found
        met = seating.met[0]
        lanes = seating.base[0] - seating.again[r]
        for j in seating.members[r][at]:
            if j not in unit:
                lanes += met[j]
        weights = lanes.to_bytes(seating.size, "little")
        for _, i in sorted([(weights[i] + _WIDE * random(), i) for i in seating.members[r][to]]):
            other = moves.unit_of[i]
            if i == other[0] and len(found) + len(other) <= wanted and at in moves.fits[other]:
                found.extend(other)
                if len(found) == wanted:
                    return found
        return None

    def _breaks_apart(self, r: int, group: Sequence[int], others: Sequence[int], at: int, to: int, moves: Moves) -> bool:
        seating = self.seating
        stay = seating.lanes[r][at] ^ seating.together(group)
        there = seating.lanes[r][to] ^ seating.together(others)
        return any(moves.apart.get(x, 0) & there for x in group) or any(moves.apart.get(y, 0) & stay for y in others)


def cool(annealer: Annealer, tries: int, heat: tuple[float, float], effort: Effort, share: float, target: int) -> None:
    """Run from the first heat to the second, until the cost falls to the target or this share of the effort is used up."""
    hot, cold = heat
    for done in range(0, tries, _SLICE):
        annealer.set_heat(hot * (cold / hot) ** (done / tries))
        before = annealer.work
        annealer.run(_SLICE)
        effort.spend(annealer.work - before)
        if annealer.best_score >> CROWD <= target or effort.over(share):
            return
