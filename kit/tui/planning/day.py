"""A day of a plan as rows of a list: clock times, minutes, titles, buffers, groups side by side, and what is parked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from textual.widgets.option_list import Option

from kit.engine.spots import Spot
from kit.engine.warnings import Caution
from kit.model import Block, Script
from kit.model.clock import clock, duration
from kit.model.schedule import Schedule, Slot, letters, schedule
from kit.model.text import clean_line, counted
from kit.tui.choices import row
from kit.tui.text import Content, beside, line, plain, styled

_TITLE = 34
"""Columns of a title in the list."""
_INDENT = 16
"""Columns of the time and the minutes."""


@dataclass(frozen=True, slots=True)
class Day:
    """A plan as it is now, with all that follows from it."""

    script: Script
    times: Schedule
    warnings: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list, with the block it stands for, if any."""

    option: Option
    spot: Spot | None = None
    number: str = ""


def look(script: Script, times: Schedule | None = None, warnings: tuple[Caution, ...] = ()) -> Day:
    """A plan with its times, which are worked out where they are not at hand."""
    return Day(script, times or schedule(script.plan, script), warnings)


def rows_of(day: Day) -> list[Row]:
    """The plan's title, a row for each block, the end, and what is parked."""
    plan = day.script.plan
    flagged = {warning.number for warning in day.warnings if warning.number}
    rows = [Row(row(line(f"{clean_line(plan.title)}, {counted(day.times.minutes, 'minute')}")))]
    for place, slot in enumerate(day.times.slots):
        rows += _slot_rows(slot, ("blocks", place), flagged)
    rows.append(Row(row(Content(f"{clock(day.times.end)}           the end"))))
    if plan.parked:
        rows.append(Row(row(styled("Parked", "$label bold"), choosable=False)))
    for place, block in enumerate(plan.parked):
        rows.append(Row(row(_words("", block, block.minutes, 0, False)), ("parked", place), f"p{place + 1}"))
    return rows


def sums(day: Day) -> Content:
    """The totals in one line, and how much there is to look at again."""
    totals = day.times.totals
    rest = duration(totals.breaks + totals.gaps)
    again = f"   ! {counted(len(day.warnings), 'thing')} to look at again: see the first row." if day.warnings else ""
    ends = f"{clock(day.times.start)} to {clock(day.times.end)}, {duration(day.times.minutes)}."
    parts = f" {duration(totals.content)} together, {rest} of breaks and gaps."
    return beside(styled(ends, "bold"), parts, styled(again, "$warn"))


def _slot_rows(slot: Slot, spot: Spot, flagged: set[str], depth: int = 0) -> Iterator[Row]:
    if slot.gap:
        words = f"{clock(slot.start - slot.gap)}  {slot.gap:>3} min  {'  ' * depth}nothing planned"
        yield Row(row(styled(words, "$quiet"), choosable=False))
    time = clock(slot.start)
    yield Row(row(_words(time, slot.block, slot.minutes, depth, slot.number in flagged)), spot, slot.number)
    for strand, (letter, lane) in enumerate(zip(letters(), slot.lanes, strict=False)):
        title = f"{letter}: {clean_line(lane.title)}{', ' if lane.place else ''}{clean_line(lane.place)}"
        indent = " " * (_INDENT + 2 * depth + 1)
        yield Row(row(beside(indent, styled(title, "$label")), choosable=False))
        for place, inside in enumerate(lane.slots):
            yield from _slot_rows(inside, (*spot, strand, place), flagged, depth + 1)


def _words(time: str, block: Block, minutes: int, depth: int, flagged: bool) -> Content:
    """A block with its time and minutes."""
    notes = [note for note in ("pinned" if block.pin else "", "" if block.priority == "should" else block.priority) if note]
    return _laid_out(f"{time:<5}  {minutes:>3} min  {'  ' * depth}", block.title, ", ".join(notes), depth, flagged)


@lru_cache(maxsize=2000)
def _laid_out(before: str, title: str, notes: str, depth: int, flagged: bool) -> Content:
    """A row of the list; a long title goes on under itself. After a change most rows say what they said before."""
    rows = wrap(clean_line(title) + (f" ({notes})" if notes else ""), _TITLE - 2 * depth) or [""]
    indent = "\n" + " " * (_INDENT + 2 * depth)
    return beside(f"{before}{indent.join(plain(row).plain for row in rows)}", styled(" !", "bold") if flagged else "")
