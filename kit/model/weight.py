"""How heavy a day may be on people: its parts in order, with what each may stir up, and how long it goes on without a rest.

What a part stirs up is what its plan or its activity says (`kit.model.Script.load`). It is a flag for a person to judge: what is
light for one may be heavy for another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.model.plan import Script
from kit.model.schedule import RESTS, Slot, schedule

REST = "rest"
WORDS = {REST: "rest", "": "nobody has said", "low": "light", "some": "some", "high": "heavy"}
"""What each weight is called, from rest to heavy."""
HEAVY = ("some", "high")
LEAST_REST = 10
"""Minutes. A gap that is shorter rests nobody."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One part of a day."""

    start: int
    """Minutes since midnight."""
    minutes: int
    title: str
    """Empty for a gap."""
    load: str
    """A key of `WORDS`."""


def weights(script: Script) -> tuple[Weight, ...]:
    """Every part of the day in order; a gap is a rest. Groups side by side weigh as the heaviest of them."""
    day = schedule(script.plan, script)
    return tuple(part for slot in day.slots for part in _parts(script, slot))


def longest_without_rest(parts: Iterable[Weight]) -> int:
    """Minutes of the longest stretch of parts that may stir feelings, one straight after the other."""
    longest = now = 0
    for part in parts:
        now = now + part.minutes if part.load in HEAVY else 0
        longest = max(longest, now)
    return longest


def _parts(script: Script, slot: Slot) -> Iterator[Weight]:
    if slot.gap >= LEAST_REST:
        yield Weight(slot.start - slot.gap, slot.gap, "", REST)
    rests = script.time(slot.block) in RESTS
    yield Weight(slot.start, slot.minutes, slot.block.title, REST if rests else script.load(slot.block))
