"""When everything happens: from a day's start, durations and pins to starts, ends, buffers and overlaps. Nothing is stored.

The rules (FIELD.md, section 7):

- A block starts when all before it has ended, unless it is pinned to a clock time.
- A pin earlier than the start of the day means after midnight.
- Where a pin leaves time empty, that is a gap; it shows as a buffer.
- Where a pin comes before the end of what is before it, that is an overlap. It is flagged, and never put right by itself.
- All strands of a block start together. The longest sets the block's length, and only that one counts in the totals.

So in every plan `content + breaks + gaps - overlaps = end - start`, and with no overlap the last part goes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.model.clock import DAY, read_clock
from kit.model.plan import Block, Plan, Script

RESTS = ("break", "buffer")
"""Times that count as breaks in the totals."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One block with its times. Moments are minutes since the midnight before the day; durations are minutes."""

    block: Block
    number: str
    """Where it stands: "3", or "3.a.1" for the first block of the first strand of the third block."""
    start: int
    end: int
    gap: int = 0
    """Minutes with nothing in them before it starts."""
    overlap: int = 0
    """Minutes of it that lie before the end of what is before it."""
    lanes: "tuple[Lane, ...]" = ()

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start

    def every(self) -> "Iterator[Slot]":
        """This slot, and those in its lanes."""
        yield self
        for lane in self.lanes:
            for slot in lane.slots:
                yield from slot.every()


@dataclass(frozen=True, slots=True)
class Totals:
    """Minutes of a stretch of time."""

    content: int = 0
    breaks: int = 0
    gaps: int = 0
    overlaps: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(self.content + other.content, self.breaks + other.breaks, self.gaps + other.gaps,
                      self.overlaps + other.overlaps)


@dataclass(frozen=True, slots=True)
class Lane:
    """One strand with its times."""

    title: str
    place: str
    slots: tuple[Slot, ...]
    end: int
    totals: Totals


@dataclass(frozen=True, slots=True)
class Schedule:
    """A whole day with its times."""

    slots: tuple[Slot, ...]
    start: int
    end: int
    totals: Totals

    @property
    def minutes(self) -> int:
        """From the start of the day to the end of its last block."""
        return self.end - self.start

    def every(self) -> Iterator[Slot]:
        """All slots, also those in lanes."""
        for slot in self.slots:
            yield from slot.every()


def schedule(plan: Plan, script: Script | None = None) -> Schedule:
    """The times of a plan. With its script, what an activity says of its time counts too."""
    return laid_out(plan, script or Script(plan, ()), read_clock(plan.start) or 0)


def laid_out(plan: Plan, script: Script, start: int) -> Schedule:
    """The times of a plan whose day starts at this moment."""
    slots, end, totals = _lane(plan.blocks, start, start, script, "")
    return Schedule(slots, start, end, totals)


def pinned(block: Block, day_start: int) -> int | None:
    """The moment to which a block is pinned, in a day that starts then; None where it is not."""
    moment = read_clock(block.pin) if block.pin else None
    if moment is None:
        return None
    return moment if moment >= day_start else moment + DAY


def _lane(blocks: tuple[Block, ...], start: int, day_start: int, script: Script,
          before: str) -> tuple[tuple[Slot, ...], int, Totals]:
    """Blocks one after another from a moment: their slots, when the last has ended, and the totals."""
    slots, now, totals = [], start, Totals()
    for place, block in enumerate(blocks, 1):
        pin = pinned(block, day_start)
        begins = now if pin is None else pin
        end, lanes, inside = _length(block, f"{before}{place}", begins, day_start, script)
        gap, ends = max(0, begins - now), max(now, end)
        overlap = end - begins - (ends - now - gap)
        slots.append(Slot(block, f"{before}{place}", begins, end, gap, overlap, lanes))
        totals += inside + Totals(gaps=gap, overlaps=overlap) if gap or overlap else inside
        now = ends
    return tuple(slots), now, totals


def _length(block: Block, number: str, begins: int, day_start: int, script: Script) -> tuple[int, tuple[Lane, ...], Totals]:
    """When a block has ended that begins at a moment, its lanes, and its totals."""
    if not block.strands:
        rest = script.time(block) in RESTS
        return begins + block.minutes, (), Totals(breaks=block.minutes) if rest else Totals(content=block.minutes)
    lanes = []
    for letter, strand in zip(letters(), block.strands, strict=False):
        slots, end, inside = _lane(strand.blocks, begins, day_start, script, f"{number}.{letter}.")
        lanes.append(Lane(strand.title, strand.place, slots, end, inside))
    longest = max(lanes, key=lambda lane: lane.end)
    return longest.end, tuple(lanes), longest.totals


def letters() -> Iterator[str]:
    """Names of strands: a, b … z, aa, ab …"""
    yield from "abcdefghijklmnopqrstuvwxyz"
    for first in letters():
        for last in "abcdefghijklmnopqrstuvwxyz":
            yield first + last
