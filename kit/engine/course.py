"""The course of a day: where the room is in its plan, by the clock. Everything that is said about time is worked out from here.

A workshop that begins within two hours of its planned start is that day's: pins and the planned end stand where the clock says.
One that begins at another time is a rehearsal, or was put off: then the whole plan moves with it, pins too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kit.model import Block, Event, Script
from kit.model.clock import DAY
from kit.model.schedule import Schedule, Slot, pinned, schedule

SAME_DAY = 120
"""Minutes that a start may be from the planned one and still be that day's."""

OPENING, END = "", "/end"
"""What stands for the time before the first block, and after the last, among the visits. No block can have these ids."""

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened to a plan so far."""

    first: Script
    """The plan as it was when the day began."""
    today: Script
    """The plan as it is now, after all that was changed on the day."""
    block: int
    """Where the room is: 1 is the first block, 0 the time before it."""
    visits: Sequence[tuple[str, str]]
    """(id of a block, when) for every time one was entered."""
    events: Sequence[Event]
    agreed: int | None = None
    """The moment at which the room agreed to end, where that is not what the plan says."""

    @property
    def here(self) -> Block | None:
        """The block the room is in; None before the first and after the last."""
        blocks = self.today.plan.blocks
        return blocks[self.block - 1] if 1 <= self.block <= len(blocks) else None

    @property
    def over(self) -> bool:
        """Whether the day has come to its end."""
        return self.block > len(self.today.plan.blocks)


@dataclass(frozen=True, slots=True)
class Reading:
    """A course read off the clock at one moment. Minutes are whole, rounded down; moments are those of the plan."""

    course: Course
    day: Schedule
    """Today's plan as it is laid out from its planned start."""
    now: int
    began: int
    """The moment at which the first block began; the planned start where none has."""
    shift: int
    """Minutes from the plan's moments to the clock's."""
    used: int
    """Minutes since the first block began, without pauses."""
    block_used: int
    """Minutes in this block, without pauses and breaks that were put in."""

    @property
    def slot(self) -> Slot | None:
        """The block the room is in, with its planned times."""
        return self.day.slots[self.course.block - 1] if self.course.here else None

    @property
    def end(self) -> int:
        """The moment at which the day should end: as agreed with the room, or as the plan said when the day began."""
        if self.course.agreed is not None:
            return self.course.agreed
        return schedule(self.course.first.plan, self.course.first).end

    def pin(self, block: Block) -> int | None:
        """The moment to which a block is pinned."""
        return pinned(block, self.day.start)


def read(course: Course, now: datetime) -> Reading:
    """Read a course at `now`, which has its time zone."""
    day = schedule(course.today.plan, course.today)
    entered = [(block, datetime.fromisoformat(at)) for block, at in course.visits if block != OPENING]
    block, since = entered[-1] if entered else (OPENING, now)
    if block == END:
        now = since
    first = entered[0][1] if entered else now
    midnight = first.astimezone(now.tzinfo).replace(hour=0, minute=0, second=0, microsecond=0)
    began = int((first - midnight).total_seconds() // 60)
    late = (began - day.start + DAY // 2) % DAY - DAY // 2
    shift = began - day.start - late if abs(late) <= SAME_DAY else began - day.start
    pauses = spans(course.events, now, "paused")
    rests = spans(course.events, now, "break")
    return Reading(course, day, began - shift + _floor(now - first), began - shift if entered else day.start, shift,
                   minutes(first, now, pauses), minutes(since, now, [*pauses, *rests]) if course.here else 0)


def spans(events: Iterable[Event], now: datetime, kind: str) -> list[Span]:
    """When everything stood still: for each event of a kind, until somebody carried on, or until now."""
    found: list[Span] = []
    since = None
    for event in events:
        if event.kind == kind:
            since = datetime.fromisoformat(event.at)
        elif event.kind == "carried_on" and since:
            found.append((since, datetime.fromisoformat(event.at)))
            since = None
    return [*found, (since, now)] if since else found


def minutes(start: datetime, end: datetime, without: Iterable[Span]) -> int:
    """Whole minutes from one time to another, without some spans."""
    return _seconds(start, end, without) // 60


def since_then(course: Course, moment: str, now: datetime) -> int:
    """Seconds since a moment (ISO 8601), without pauses and breaks that were put in."""
    stops = [*spans(course.events, now, "paused"), *spans(course.events, now, "break")]
    return _seconds(datetime.fromisoformat(moment), now, stops)


def _seconds(start: datetime, end: datetime, without: Iterable[Span]) -> int:
    left = end - start
    for begin, stop in without:
        left -= max(timedelta(), min(end, stop) - max(start, begin))
    return max(0, int(left.total_seconds()))


def _floor(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
