"""A plan: the blocks of one workshop, in order. Start times are never stored: they follow from durations and pins.

`kit.model.schedule` works them out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.model.activity import Activity
from kit.model.rule import Rule

TIMES = ("work", "together", "break", "closing", "buffer")
"""What the time of a block is for. Together is time for relationships; a buffer is time that nothing is planned for."""

PROTECTED = ("together", "break", "closing")
"""Time that is never cut to catch up."""

_LOADS = ("", "low", "some", "high")

PRIORITIES = ("must", "should", "could")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a plan: an activity, or a break, with its minutes."""

    id: str
    title: str
    activity: str
    """Id of the activity that runs in this block; empty for a plain block such as a break."""
    minutes: int
    aim: str = ""
    lead: str = ""
    materials: str = ""
    notes: str = ""
    """Notes on the room, for the team."""
    private: str = ""
    """The facilitator's own notes: on no sheet unless asked for, never in the room's view."""
    least: int = 0
    """The fewest minutes it can be done in; 0: the activity's own."""
    time: str = ""
    """One of `TIMES`. Empty: the activity's; a block with no activity and no strands is a break."""
    colead: str = ""
    energy: str = ""
    """How lively it is: low, some or high; empty where nobody has said."""
    load: str = ""
    """Emotional load: low, some or high; empty: the activity's."""
    priority: str = "should"
    """One of `PRIORITIES`."""
    pin: str = ""
    """Clock time at which it starts whatever happens, "HH:MM"; empty: when the block before it ends."""
    strands: "tuple[Strand, ...]" = ()
    """Work that goes on side by side. They start together, and the longest sets the block's length."""

    def every(self) -> "Iterator[Block]":
        """This block, and those inside its strands, in their order."""
        yield self
        for strand in self.strands:
            yield from every(strand.blocks)


@dataclass(frozen=True, slots=True)
class Strand:
    """One table or group of a block whose groups work side by side: its own blocks, in order."""

    title: str
    blocks: tuple[Block, ...] = ()
    place: str = ""
    """Where it meets, in words for the room."""


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with those inside their strands, in their order."""
    for block in blocks:
        yield from block.every()


@dataclass(frozen=True, slots=True)
class Plan:
    """One workshop as planned."""

    id: str
    title: str
    summary: str
    start: str
    """Clock time, "HH:MM"."""
    blocks: tuple[Block, ...]
    question: str = ""
    """The question the day turns on, in words for the room."""
    approach: str = ""
    """What the group can change here and what it cannot, in words for the room."""
    source: str = ""
    practices: tuple[int, ...] = ()
    least_people: int = 2
    most_people: int = 60
    file: str = ""
    parked: tuple[Block, ...] = ()
    """Blocks that are kept for another time. They count nowhere."""

    @property
    def minutes(self) -> int:
        """Minutes from the start to the end of the last block."""
        from kit.model.schedule import schedule

        return schedule(self).minutes

    def every(self) -> Iterator[Block]:
        """All blocks of the day, those in strands and those that are parked."""
        yield from every((*self.blocks, *self.parked))


@dataclass(frozen=True, slots=True)
class Script:
    """A plan with the activities it names: all that a session needs to run. The session keeps its own copy."""

    plan: Plan
    activities: tuple[Activity, ...]
    rules: tuple[Rule, ...] = ()
    """The rules a rating can be held by, where an activity rates."""

    def activity(self, block: Block) -> Activity | None:
        """The activity that runs in a block, or None for a break."""
        return next((a for a in self.activities if a.id == block.activity), None) if block.activity else None

    def time(self, block: Block) -> str:
        """What a block's time is for, one of `TIMES`."""
        activity = self.activity(block)
        if block.time or activity is None:
            return block.time or ("work" if block.strands else "break")
        return "together" if activity.calm else "work"

    def protected(self, block: Block) -> bool:
        """Whether a block's time is never cut to catch up: relationship time, breaks, check-outs."""
        inside = any(self.protected(part) for strand in block.strands for part in strand.blocks)
        return inside or self.time(block) in PROTECTED

    def load(self, block: Block) -> str:
        """A block's emotional load: its own, the highest in its strands, or its activity's; empty where nobody has said."""
        inside = [self.load(part) for strand in block.strands for part in strand.blocks]
        activity = self.activity(block)
        own = block.load or (activity.load if activity else "")
        return max([own, *inside], key=lambda load: _LOADS.index(load) if load in _LOADS else 0)

    def least(self, block: Block) -> int:
        """The fewest minutes a block can be done in. Strands, and what nobody has said it of, keep their minutes."""
        activity = self.activity(block)
        least = 0 if block.strands else block.least or (activity.least_minutes if activity else 0)
        return min(least or block.minutes, block.minutes)
