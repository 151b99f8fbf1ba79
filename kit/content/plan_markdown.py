"""A plan in Markdown: the table that people know from other planning tools, and a list of what is parked."""

import re
from collections.abc import Iterator

from kit.model import Script
from kit.model.clock import clock, duration
from kit.model.schedule import Schedule, Slot
from kit.model.text import clean_line, counted

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def plan_markdown(script: Script, day: Schedule, *, private: bool) -> str:
    """The plan for reading. 🔒 is a pinned block, ↳ one in a strand. Private notes only where that is wanted."""
    plan = script.plan
    lines = [f"# {plain_markdown(plan.title)}", "", plain_markdown(plan.summary), ""]
    lines += [line for words in (plan.question, plan.approach) if words for line in (plain_markdown(words), "")]
    lines += [f"{clock(day.start)} to {clock(day.end)}, {duration(day.minutes)}: {duration(day.totals.content)} together, "
              f"{duration(day.totals.breaks + day.totals.gaps)} of breaks and buffers.", "",
              "| Time | Duration | Block | Info |", "| --- | --- | --- | --- |"]
    for slot in day.slots:
        lines += _rows(slot, private, 0)
    lines.append(f"| {clock(day.end)} | | The end | |")
    if plan.parked:
        lines += ["", "## Parked", "",
                  *(f"- {plain_markdown(block.title)}, {counted(block.minutes, 'minute')}" for block in plan.parked)]
    return "\n".join(lines) + "\n"


def _rows(slot: Slot, private: bool, depth: int) -> Iterator[str]:
    if slot.gap:
        yield f"| {clock(slot.start - slot.gap)} | {duration(slot.gap)} | Buffer | |"
    block = slot.block
    title = f"{'↳ ' * depth}**{plain_markdown(block.title)}**{' 🔒' if block.pin else ''}"
    leads = " and ".join(name for name in (block.lead, block.colead) if name)
    parts = [block.aim, f"Leads: {leads}" if leads else "", f"Bring: {block.materials}" if block.materials else "", block.notes,
             f"Only for you: {block.private}" if private and block.private else ""]
    overlap = [f"Overlaps what is before it by {counted(slot.overlap, 'minute')}."] if slot.overlap else []
    info = "<br>".join(plain_markdown(part) for part in (*overlap, *parts) if part)
    yield f"| {clock(slot.start)} | {duration(slot.minutes)} | {title} | {info} |"
    for lane in slot.lanes:
        place = f", {plain_markdown(lane.place)}" if lane.place else ""
        yield f"| {clock(slot.start)} | | {'↳ ' * (depth + 1)}{plain_markdown(lane.title)}{place} | |"
        for inside in lane.slots:
            yield from _rows(inside, private, depth + 1)


def plain_markdown(words: str) -> str:
    """Words in which no sign means anything to Markdown, on one line."""
    return _SIGNS.sub(r"\\\1", clean_line(words))
