"""Where the day stands, in minutes: planned against used, counted calmly. Pauses do not count."""

from dataclasses import dataclass
from datetime import datetime

from kit.engine.ahead import ahead_of
from kit.engine.course import Course, Reading, read
from kit.model.clock import clock
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
    plan_ends: str = ""
    """When it should end: as the plan said when the day began, or as the room agreed since."""
    over: int = 0
    """Minutes from then to the likely end; below zero where it would end earlier."""
    shift: int = 0
    """Minutes from the plan's times to the clock's: a whole plan that begins hours later than it says moves with its start."""

    def __str__(self) -> str:
        """One calm sentence."""
        here = f"{counted(self.block_used, 'minute')} of {self.block_planned} used here." if self.block_planned else ""
        return f"{here} {self.standing} Likely end: {self.ends}.".strip()

    @property
    def standing(self) -> str:
        """How many minutes behind the plan, in words."""
        if abs(self.behind) < 2:
            return "On time."
        if self.behind > 0:
            return f"About {self.behind} minutes behind the plan."
        return f"About {-self.behind} minutes in hand."


def timing(course: Course, now: datetime) -> Timing:
    """The timing at `now` (with its time zone)."""
    reading = read(course, now)
    ends = ahead_of(reading).ends
    slot = reading.slot
    return Timing(reading.block_used, slot.minutes if slot else 0, reading.used, _behind(reading),
                  clock(ends + reading.shift), clock(reading.end + reading.shift), ends - reading.end, reading.shift)


def _behind(reading: Reading) -> int:
    """Minutes behind. Time that a pin leaves free after this block is no delay."""
    slots, place = reading.day.slots, reading.course.block
    if not place:
        return 0
    if slot := reading.slot:
        free = slots[place].gap if place < len(slots) else 0
        due = slot.start + min(reading.block_used, slot.minutes + free)
    else:
        due = reading.day.end
    return reading.began + reading.used - due
