"""How long a search may go on: an amount of work, the same on every machine, and a deadline on top of it.

Work is counted in microseconds of one core of the machine the search was measured on. As long as the work ends a search
before the deadline does, a seed gives the same seating on every laptop.
"""

from collections.abc import Callable

_SHARE = 0.75
"""Work that is given for each second, so that on a machine like the measured one the work ends first."""


_LITTLE = 30_000
"""Microseconds."""

_STEPS = 50
"""How often, at most, it is told how much is done."""


class Effort:
    """What is left of the work and the time."""

    def __init__(self, seconds: float, now: Callable[[], float] | None = None, stop: Callable[[], bool] | None = None,
                 tell: Callable[[float], None] | None = None) -> None:
        self.work = seconds * 1e6 * _SHARE
        self.spent = 0.0
        self._now = now
        self._stop = stop
        self._tell = tell
        self._told = 0
        self._end = now() + seconds if now else 0.0
        self.cut_short = False
        """True once the deadline or a stop came before the work was done: the same seed may then seat otherwise."""

    def spend(self, work: float) -> None:
        """Count some work, in microseconds."""
        self.spent += work
        if self._tell and self.spent * _STEPS >= self.work * (self._told + 1):
            self._told = int(self.spent * _STEPS / self.work)
            self._tell(min(1.0, self.spent / self.work))

    def end_soon(self) -> None:
        """There is nothing great to gain any more: go on for no longer than it took so far, and a little."""
        self.work = min(self.work, 2 * self.spent + _LITTLE)

    def over(self, share: float = 1.0) -> bool:
        """Whether this share of the work is done, or the search must end now."""
        if (self._now and self._now() >= self._end) or (self._stop and self._stop()):
            self.cut_short = True
        return self.cut_short or self.spent >= self.work * share
