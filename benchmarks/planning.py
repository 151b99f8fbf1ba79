"""Times and proposals for a long day: milliseconds of processor time, and as a ratio to writing the same plan as text.

The goal is under 50 ms for the proposals of a day of 60 blocks.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kit.content.plan_text import plan_text
from kit.engine.ahead import ahead_of
from kit.engine.course import Course, read
from kit.engine.late import proposals
from kit.model import Block, Plan, Script
from kit.model.clock import clock
from kit.model.schedule import schedule

RUNS = 30
KINDS = ("work", "work", "work", "together", "break", "buffer")
PRIORITIES = ("must", "should", "could")
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW = START + timedelta(minutes=45)


def day(count: int) -> Plan:
    """A day of many short blocks, every tenth of them pinned."""
    blocks = tuple(Block(f"b{n}", f"Block {n}", "", 12, least=6, time=KINDS[n % 6], priority=PRIORITIES[n % 3])
                   for n in range(count))
    plan = Plan("p", "A long day", "Made up.", "09:00", blocks)
    pins = {slot.block.id: clock(slot.start) for slot in schedule(plan).slots[10::10]}
    return replace(plan, blocks=tuple(replace(block, pin=pins.get(block.id, "")) for block in blocks))


def main() -> None:
    """Time the schedule and the proposals of days of 60 and 200 blocks, at their start and half an hour late."""
    print(f"{'':<44}{'ms':>8}{'ratio':>8}")
    for count in (60, 200):
        plan = day(count)
        script = Script(plan, ())
        late = Course(script, script, 1, [(plan.blocks[0].id, START.isoformat())], ())
        base = _time(lambda plan=plan: plan_text(plan))
        assert len(proposals(ahead_of(read(late, NOW)))) == 3
        _tell(f"{count} blocks written as text", base, base)
        _tell(f"{count} blocks, schedule", _time(lambda plan=plan: schedule(plan)), base)
        _tell(f"{count} blocks, proposals 33 minutes late", _time(lambda late=late: proposals(ahead_of(read(late, NOW)))), base)


def _tell(what: str, cost: float, base: float) -> None:
    print(f"{what:<44}{cost * 1e3:>8.2f}{cost / base:>8.2f}")


def _time(work: Callable[[], object]) -> float:
    """Processor seconds of one call, the median of many."""
    costs = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        costs.append(time.process_time() - began)
    return statistics.median(costs)


if __name__ == "__main__":
    main()
