"""Clock times of a plan's blocks, for paper. They are never stored: they follow from the start, the minutes and the pins."""

from kit.model import Block, Plan
from kit.model.clock import clock as words_of
from kit.model.clock import read_clock
from kit.model.schedule import schedule


def clock(start: str, minutes: int) -> str:
    """The time so many minutes after the start, as HH:MM. Where the start is no clock time: since the start."""
    return words_of((read_clock(start) or 0) + minutes)


def timed(plan: Plan) -> list[tuple[str, Block]]:
    """Every block with the time it starts."""
    return [(words_of(slot.start), slot.block) for slot in schedule(plan).slots]


def end(plan: Plan) -> str:
    """The time the last block ends."""
    return words_of(schedule(plan).end)
