"""The mixer: a room with its wishes in, a seating plan with its figures out."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from kit.engine.seating.bounds import Bound, lower_bound
from kit.engine.seating.collisions import Collision, settled
from kit.engine.seating.effort import Effort
from kit.engine.seating.figures import Figures, figures_of
from kit.engine.seating.instance import Instance, Schedule
from kit.engine.seating.places import moved_about
from kit.engine.seating.room import Room
from kit.engine.seating.search import Search

Clock = Callable[[], float]
"""Seconds, from any start."""

Progress = Callable[[float, int | None], None]
"""Told the share of the work that is done, and the cost of the best plan so far, if there is one yet."""


@dataclass(frozen=True, slots=True)
class SeatingPlan:
    """A schedule for an instance, with how good it is."""

    instance: Instance
    """What the plan keeps: what was asked, or the nearest room where wishes collide."""
    schedule: Schedule
    figures: Figures
    bound: Bound
    by: str
    """The engine that found it: design, cyclic schedule, annealing."""
    whole: bool
    """False where the deadline or a stop came before the work was done. Then another machine may give another plan."""
    collisions: tuple[Collision, ...] = ()
    """Wishes that cannot all be kept, and what the plan does instead."""


def solve(instance: Instance, *, seed: int = 1, seconds: float = 1.0, now: Clock | None = None,
          cancelled: Callable[[], bool] | None = None, progress: Progress | None = None) -> SeatingPlan:
    """The best plan that so many seconds' work finds, the same one for a seed on every machine.

    Work is counted, not timed. With a clock `now` the search also ends after so many seconds, whatever was done. It ends
    at once when `cancelled` says so, with the best plan so far. Wishes that collide are settled first.
    """
    start = settled(instance)
    room = Room(start.instance)
    bound = lower_bound(room)
    effort = Effort(seconds, now, cancelled, None if progress is None else lambda share: progress(share, search.cost))
    search = Search(room, effort, Random(seed), bound.least)
    search.run(room.plan(start.schedule))
    schedule = room.schedule(moved_about(room, search.plan, Random(seed)))
    return SeatingPlan(start.instance, schedule, figures_of(start.instance, schedule), bound, search.by,
                       not effort.cut_short, start.collisions)
