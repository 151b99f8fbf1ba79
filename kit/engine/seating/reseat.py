"""Seating anew from a round on: somebody came late or left, or a table closed. As few people as possible have to move.

Everybody's place in the plan so far is a wish, the softest of all. What collides with the new state of the room is given
up; then people change places only where each move saves enough repeats.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from kit.engine.seating.anneal import Annealer
from kit.engine.seating.bounds import lower_bound
from kit.engine.seating.collisions import settled
from kit.engine.seating.figures import figures_of
from kit.engine.seating.instance import Instance, Schedule, Seat
from kit.engine.seating.masks import MIDDLE, Seating
from kit.engine.seating.room import NOWHERE, Plan, Room
from kit.engine.seating.solve import SeatingPlan

_FORBIDDEN = 255


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody whose place in a round is another one than before."""

    round: int
    person: str
    before: str
    now: str
    """Tables, by id."""


@dataclass(frozen=True, slots=True)
class Reseated:
    """A plan from a round on, and who has to move."""

    plan: SeatingPlan
    moves: tuple[Move, ...]


def reseat(instance: Instance, schedule: Schedule, since: int, *, worth: int = 2, seed: int = 1,
           cancelled: Callable[[], bool] | None = None) -> Reseated:
    """A plan for the instance as it is now, with the rounds before `since` as they were.

    `schedule` is the plan so far. Beyond those who must, a person moves only where that saves `worth` repeats or more.
    """
    asked = settled(instance, since)
    places = _places(asked.instance, schedule, since)
    start = settled(replace(asked.instance, seats=(*places, *asked.instance.seats)), since)
    room = Room(asked.instance)
    old = room.plan(schedule)
    annealer = Annealer(room, Seating(room, old[:since - 1] + room.plan(start.schedule)[since - 1:]), Random(seed), since - 1)
    _improve(annealer, old, worth, cancelled)
    now = schedule[:since - 1] + room.schedule(annealer.seating.table)[since - 1:]
    plan = SeatingPlan(asked.instance, now, figures_of(asked.instance, now), lower_bound(room), "reseating", True,
                       asked.collisions)
    return Reseated(plan, tuple(_moves(room, old, annealer.seating.table, since)))


def _places(instance: Instance, schedule: Schedule, since: int) -> tuple[Seat, ...]:
    """A wish for everybody to stay where they are, round by round."""
    tables = [table.id for table in instance.tables]
    return tuple(Seat(id_, frozenset({tables[t]}), frozenset({r}), need=False)
                 for r, seated in enumerate(schedule, 1) if r >= since
                 for t, people in enumerate(seated) for id_ in people)


def _improve(annealer: Annealer, old: Plan, worth: int, cancelled: Callable[[], bool] | None) -> None:
    """Let two people change places where that saves enough repeats for each who moves, the best two first."""
    seating = annealer.seating
    better = True
    while better:
        better = False
        for r in annealer.open:
            for a in annealer.moves[r].singles:
                if cancelled and cancelled():
                    return
                value, b = min(_prices(annealer, old[r], r, a, worth), default=(0, a))
                if value < 0:
                    seating.swap(r, a, b)
                    better = True


def _prices(annealer: Annealer, old: list[int], r: int, a: int, worth: int) -> Iterator[tuple[int, int]]:
    """For each person with whom `a` can change places, what that costs in repeats and moves."""
    at = annealer.seating.table[r]
    weights = annealer.weighed(r, a).to_bytes(annealer.seating.size, "little")
    for b, weight in enumerate(weights):
        if weight != _FORBIDDEN and at[b] not in (NOWHERE, at[a]):
            moved = _moved(old[a], at[b]) + _moved(old[b], at[a]) - _moved(old[a], at[a]) - _moved(old[b], at[b])
            yield weight - MIDDLE + worth * moved, b


def _moved(before: int, now: int) -> bool:
    return before not in (NOWHERE, now)


def _moves(room: Room, old: Plan, now: Plan, since: int) -> Iterator[Move]:
    tables = [table.id for table in room.instance.tables]
    for r in range(since - 1, len(now)):
        for i, id_ in enumerate(room.ids):
            if now[r][i] != NOWHERE and _moved(old[r][i], now[r][i]):
                yield Move(r + 1, id_, tables[old[r][i]], tables[now[r][i]])
