"""A plan: the blocks of one workshop, in order. Start times are never stored: they follow from the durations."""

from dataclasses import dataclass

from kit.model.activity import Activity


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

    @property
    def minutes(self) -> int:
        """Minutes from the first block's start to the last one's end."""
        return sum(block.minutes for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Script:
    """A plan with the activities it names: all that a session needs to run. The session keeps its own copy."""

    plan: Plan
    activities: tuple[Activity, ...]

    def activity(self, block: Block) -> Activity | None:
        """The activity that runs in a block, or None for a break."""
        return next((a for a in self.activities if a.id == block.activity), None)
