"""What is still to come, from this moment on: how long each part takes, what it can do without, and when it all ends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kit.engine.course import Reading
from kit.model import Block, Script


@dataclass(frozen=True, slots=True)
class Part:
    """One block that is still to come, or the rest of the one that is going on. Minutes are those to come."""

    id: str
    title: str
    minutes: int
    least: int
    priority: str
    protected: bool
    buffer: bool
    pin: int | None
    """The moment to which it is pinned; None where it is not, or where it has begun."""
    used: int = 0
    """Minutes of it that are past."""
    here: bool = False
    """Whether it is going on."""
    high: bool = False
    """Whether its emotional load is high."""
    split: bool = False
    """Whether groups work side by side in it: then their own blocks give it its minutes."""

    @property
    def slack(self) -> int:
        """Minutes it can do without. What is protected can do without none; a buffer without all."""
        return 0 if self.protected else self.minutes if self.buffer else max(0, self.minutes - self.least)

    @property
    def may_go(self) -> bool:
        """Whether it can be left out today: it has not begun, nobody has to have it, and no clock time hangs on it."""
        return not (self.here or self.protected or self.pin is not None or self.priority == "must") and self.minutes > 0


@dataclass(frozen=True, slots=True)
class Ahead:
    """The rest of a day."""

    now: int
    parts: tuple[Part, ...]
    end: int
    """When it should end."""
    shift: int = 0
    """Minutes from these moments to the clock's."""
    parked: tuple[Part, ...] = ()
    """What could be brought back, in the order of the plan."""
    order: tuple[str, ...] = ()
    """Ids of all blocks in the order that the plan had when the day began."""
    usual: tuple[tuple[str, int], ...] = ()
    """Minutes that the plan gave each block when the day began."""

    @property
    def starts(self) -> tuple[int, ...]:
        """When each part starts. A pin is waited for, and never moved: what comes too late for it starts late."""
        return tuple(start for start, _ in self._walk())

    @property
    def ends(self) -> int:
        """When the last part ends."""
        return max((end for _, end in self._walk()), default=self.now)

    @property
    def late(self) -> int:
        """Minutes by which a pin, or the end, would be missed; the most of them."""
        missed = [start - part.pin for part, start in zip(self.parts, self.starts, strict=True) if part.pin is not None]
        return max([0, self.ends - self.end, *missed])

    @property
    def spare(self) -> int:
        """Minutes that are free before the next pin, or before the end."""
        now = self.now
        for part, (start, end) in zip(self.parts, self._walk(), strict=True):
            if part.pin is not None:
                return max(0, start - now)
            now = end
        return max(0, self.end - now)

    def _walk(self) -> Iterable[tuple[int, int]]:
        found, now = [], self.now
        for part in self.parts:
            start = now if part.pin is None else max(now, part.pin)
            now = start + part.minutes
            found.append((start, now))
        return found

    def with_parts(self, parts: Iterable[Part]) -> "Ahead":
        """The same moment with other things to come."""
        return replace(self, parts=tuple(parts))


def ahead_of(reading: Reading) -> Ahead:
    """The rest of the day at one moment of its course."""
    course = reading.course
    script, blocks, here = course.today, course.today.plan.blocks, course.here
    parts = [] if here is None else [_part(script, here, reading, used=reading.block_used)]
    parts += [_part(script, block, reading) for block in blocks[course.block:]]
    parked = tuple(_part(script, block, reading) for block in course.today.plan.parked if block.minutes)
    first = course.first.plan
    every = (*first.blocks, *first.parked)
    now = reading.now if course.block else max(reading.now, reading.day.start)
    return Ahead(now, tuple(parts), reading.end, reading.shift, parked,
                 tuple(block.id for block in every), tuple((block.id, block.minutes) for block in every))


def _part(script: Script, block: Block, reading: Reading, used: int | None = None) -> Part:
    past = used or 0
    return Part(block.id, block.title, max(0, block.minutes - past), max(0, script.least(block) - past), block.priority,
                script.protected(block),
                script.time(block) == "buffer", None if used is not None else reading.pin(block), past, used is not None,
                script.load(block) == "high", bool(block.strands))
