"""Clock times of a plan's blocks. They are never stored: they follow from the start and the minutes before."""

import re

from kit.model import Block, Plan

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


def clock(start: str, minutes: int) -> str:
    """The time so many minutes after the start, as HH:MM. Where the start is no clock time: since the start."""
    found = _CLOCK.fullmatch(start.strip())
    first = int(found[1]) * 60 + int(found[2]) if found else 0
    hours, minutes = divmod(first + minutes, 60)
    return f"{hours % 24 if found else hours:02}:{minutes:02}"


def timed(plan: Plan) -> list[tuple[str, Block]]:
    """Every block with the time it starts."""
    times, passed = [], 0
    for block in plan.blocks:
        times.append((clock(plan.start, passed), block))
        passed += block.minutes
    return times


def end(plan: Plan) -> str:
    """The time the last block ends."""
    return clock(plan.start, plan.minutes)
