"""The run sheet: what is past, what is now, what is next. Words say so, not colour alone."""

from collections.abc import Iterator
from textwrap import wrap

from textual.containers import VerticalScroll

from kit.model import Plan
from kit.model.clock import clock
from kit.model.schedule import schedule
from kit.model.text import clean_line
from kit.tui.text import Content, Words, beside, styled

_WIDTH = 40
"""Columns of the run sheet at the side, with its border and its scroll bar."""
_INDENT = 15
"""Columns of the state and the time."""


class RunSheet(VerticalScroll, can_focus=False):
    """The plan at one side of the screen."""

    DEFAULT_CSS = f"RunSheet {{ width: {_WIDTH}; }}"

    def compose(self) -> Iterator[Words]:
        """One text: it is short."""
        yield Words(id="sheet")

    def show(self, plan: Plan, block: int, shift: int = 0) -> None:
        """Show where the room is: `block` counts from 1; 0 is before the first. `shift`: as in `Timing`."""
        rows = sheet_rows(plan, block, shift)
        above = sum(str(row).count("\n") + 1 for row in rows[:block])
        self.query_one("#sheet", Words).say(Content("\n").join([styled("Run sheet", "$label bold"), Content(""), *rows]))
        self.scroll_to(y=max(0, above - 3), animate=False)


def sheet_rows(plan: Plan, block: int, shift: int = 0) -> list[Content]:
    """A row for each block with its state and its time, and one for the end. A long title takes more lines."""
    rows = []
    day = schedule(plan)
    for place, slot in enumerate(day.slots, 1):
        title = ("\n" + " " * _INDENT).join(wrap(clean_line(slot.block.title), _WIDTH - _INDENT - 3) or [""])
        rows.append(styled(f"{state(place, block):<8}{clock(slot.start + shift)}  {title}", _style(place, block)))
    return [*rows, styled(f"{'':<8}{clock(day.end + shift)}  the end", "$quiet")]


def state(place: int, block: int) -> str:
    """A word for where a block stands."""
    if place == block:
        return "▸ now"
    return "  past" if place < block else "  next" if place == block + 1 else ""


def _style(place: int, block: int) -> str:
    return "$quiet" if place < block else {block: "bold", block + 1: "$label"}.get(place, "")


def now_line(plan: Plan, block: int) -> Content:
    """The run sheet in one line, for narrow windows."""
    blocks = plan.blocks
    if block > len(blocks):
        return styled("The end", "bold")
    now = f"Now {block} of {len(blocks)}: {clean_line(blocks[block - 1].title)}" if block else "Before we start"
    following = clean_line(blocks[block].title) if block < len(blocks) else "the end"
    return beside(styled(now, "bold"), f"   Next: {following}")
