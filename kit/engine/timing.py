"""Where the day stands, in minutes: planned against used, counted calmly. Pauses do not count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kit.model import Event, Plan
from kit.model.text import counted


@dataclass(frozen=True, slots=True)
class Timing:
    """How the time stands at one moment. All in whole minutes, rounded down."""

    block_used: int
    block_planned: int
    used: int
    """Minutes since the first block began, without pauses."""
    behind: int
    """Minutes behind the plan; below zero with time in hand. A block is late only once its own time is used up."""
    ends: str
    """When it would end if all that is left takes its planned time, "HH:MM" in the clock's own time zone."""

    def __str__(self) -> str:
        """One calm sentence."""
        here = f"{counted(self.block_used, 'minute')} of {self.block_planned} used here." if self.block_planned else ""
        if abs(self.behind) < 2:
            day = "On time."
        elif self.behind > 0:
            day = f"About {self.behind} minutes behind the plan."
        else:
            day = f"About {-self.behind} minutes in hand."
        return f"{here} {day} Likely end: {self.ends}.".strip()


def timing(plan: Plan, visits: Iterable[tuple[int, str]], events: Iterable[Event], now: datetime) -> Timing:
    """The timing at `now` (with its time zone) of a session with these visits to blocks and these events."""
    events = list(events)
    entered = [(block, datetime.fromisoformat(at)) for block, at in visits if block >= 1]
    count = len(plan.blocks)
    block, since = entered[-1] if entered else (0, now)
    if block > count:
        now = since
    began = entered[0][1] if entered else now
    pauses = _pauses(events, now)
    used = _minutes(began, now, pauses)
    here = plan.blocks[block - 1] if 1 <= block <= count else None
    block_used = _minutes(since, now, pauses) if here else 0
    planned_before = sum(b.minutes for b in plan.blocks[: max(0, block - 1)])
    planned_here = here.minutes if here else 0
    behind = used - planned_before - min(block_used, planned_here)
    left = sum(b.minutes for b in plan.blocks[max(0, block - 1):]) - min(block_used, planned_here)
    ends = now + timedelta(minutes=left)
    return Timing(block_used, planned_here, used, behind, f"{ends:%H:%M}")


def seconds_used(since: str, events: Iterable[Event], now: datetime) -> int:
    """Seconds since a moment (ISO 8601), without the pauses."""
    return _seconds(datetime.fromisoformat(since), now, _pauses(list(events), now))


def _pauses(events: list[Event], now: datetime) -> list[tuple[datetime, datetime]]:
    spans, since = [], None
    for event in events:
        if event.kind == "paused":
            since = datetime.fromisoformat(event.at)
        elif event.kind == "carried_on" and since:
            spans.append((since, datetime.fromisoformat(event.at)))
            since = None
    return [*spans, (since, now)] if since else spans


def _minutes(start: datetime, end: datetime, pauses: list[tuple[datetime, datetime]]) -> int:
    return _seconds(start, end, pauses) // 60


def _seconds(start: datetime, end: datetime, pauses: list[tuple[datetime, datetime]]) -> int:
    span = end - start
    for begin, stop in pauses:
        span -= max(timedelta(), min(end, stop) - max(start, begin))
    return max(0, int(span.total_seconds()))
