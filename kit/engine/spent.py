"""Planned against actual: when each block was, how long it took, and the injury time: what it took over its own time.

Nothing is kept for this. It follows from the events, so it is there for as long as they are.
"""

from dataclasses import dataclass
from datetime import datetime

from kit.engine.course import END, OPENING, Course, minutes, spans
from kit.model.clock import clock
from kit.model.schedule import schedule


@dataclass(frozen=True, slots=True)
class Spent:
    """One block that was entered. Clock times are "HH:MM" in the clock's own zone; the rest are minutes."""

    id: str
    title: str
    planned_start: str
    planned: int
    """What the plan gave it when the day began."""
    started: str
    ended: str
    """Empty where it goes on."""
    taken: int
    """Without pauses and breaks that were put in; of all visits together."""
    injury: int
    """How much of that was over its own time, with the minutes it was given on the day."""


def spent(course: Course, now: datetime) -> tuple[Spent, ...]:
    """What the day has taken so far, in the order in which blocks were first entered."""
    stops = [*spans(course.events, now, "paused"), *spans(course.events, now, "break")]
    planned = {slot.block.id: slot for slot in schedule(course.first.plan, course.first).slots}
    today = {block.id: block for block in course.today.plan.blocks}
    visits = [(block, datetime.fromisoformat(at)) for block, at in course.visits]
    ends = [*(at for _, at in visits[1:]), None]
    found: dict[str, Spent] = {}
    for (block, at), end in zip(visits, ends, strict=True):
        if block in (OPENING, END) or block not in today:
            continue
        slot, own = planned.get(block), today[block]
        before = found.get(block)
        taken = (before.taken if before else 0) + minutes(at, end or now, stops)
        found[block] = Spent(
            block, own.title, clock(slot.start) if slot else "", slot.minutes if slot else own.minutes,
            before.started if before else _clock(at, now), _clock(end, now) if end else "", taken, max(0, taken - own.minutes))
    return tuple(found.values())


def _clock(when: datetime, now: datetime) -> str:
    return f"{when.astimezone(now.tzinfo):%H:%M}"

