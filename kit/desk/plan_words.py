"""A plan in plain sentences, as the plain front end and the commands say it."""

from collections.abc import Iterator
from typing import Any

from kit.model import Block, Script
from kit.model.clock import clock, duration, read_minutes
from kit.model.data import to_data
from kit.model.schedule import Schedule, Slot, letters
from kit.model.text import counted


def day_lines(script: Script, day: Schedule) -> Iterator[str]:
    """The whole plan, a line for each block: its number, times and title, and what is not usual about it."""
    plan = script.plan
    yield f"{plan.title}. {clock(day.start)} to {clock(day.end)}, {duration(day.minutes)}."
    for slot in day.slots:
        yield from _slot_lines(script, slot)
    totals = day.totals
    yield f"{duration(totals.content)} together, {duration(totals.breaks)} of breaks, {duration(totals.gaps)} of gaps."
    for number, block in enumerate(plan.parked, 1):
        yield f"p{number}: {block.title}, {counted(block.minutes, 'minute')}. Parked."


def _slot_lines(script: Script, slot: Slot) -> Iterator[str]:
    yield slot_line(script, slot)
    for letter, lane in zip(letters(), slot.lanes, strict=False):
        place = f", {lane.place}" if lane.place else ""
        yield f"{slot.number}.{letter}: {lane.title}{place}, until {clock(lane.end)}."
        for inside in lane.slots:
            yield from _slot_lines(script, inside)


def slot_line(script: Script, slot: Slot) -> str:
    """One block in a sentence or two."""
    block = slot.block
    notes = [f"{counted(slot.gap, 'minute')} free before it" if slot.gap else "",
             f"overlaps what is before it by {counted(slot.overlap, 'minute')}" if slot.overlap else "",
             "pinned" if block.pin else "", "" if block.priority == "should" else block.priority,
             "never cut" if script.protected(block) else "", "emotional load high" if script.load(block) == "high" else ""]
    told = ", ".join(note for note in notes if note)
    line = f"{slot.number}: {clock(slot.start)}, {duration(slot.minutes)}, {block.title}."
    return f"{line} {told[0].upper()}{told[1:]}." if told else line


def slot_data(slot: Slot) -> dict[str, Any]:
    """A block with its times, as JSON values."""
    lanes = [{"title": lane.title, "place": lane.place, "end": clock(lane.end),
              "blocks": [slot_data(part) for part in lane.slots]} for lane in slot.lanes]
    block = {name: value for name, value in to_data(slot.block).items() if name != "strands"}
    return {"number": slot.number, "start": clock(slot.start), "end": clock(slot.end), "gap": slot.gap, "overlap": slot.overlap,
            **block, "strands": lanes}


def minutes_typed(typed: str, block: Block, name: str) -> str:
    """A duration as typed, where +5 and -15 count from what there is. It stays at one minute or more."""
    sign, rest = typed.strip()[:1], read_minutes(typed.strip()[1:])
    if sign not in ("+", "-") or rest is None:
        return typed
    return str(max(1, getattr(block, name) + (rest if sign == "+" else -rest)))
