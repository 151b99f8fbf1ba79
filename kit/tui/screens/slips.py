"""Typing up a stack of slips: a line, Enter, the next. What was kept stands above the line, and one key takes the last back."""

import asyncio
from collections.abc import Callable, Iterable

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from kit.desk.outputs import said_aloud
from kit.desk.slips import STACKS, Slips
from kit.model.text import clean_line
from kit.store import StoreProblem
from kit.tui.answer_line import AnswerLine
from kit.tui.commands import Command
from kit.tui.frame import KitScreen
from kit.tui.text import Words, lines

_LAST = 40
"""Lines that are shown again."""

COMMANDS = (
    Command("slips.undo", "f3", "Undo", "Take back the last line. You can do this as often as there are lines."),
    Command("slips.back", "escape", "Done", "The stack is done. All that is shown above the line is kept.", always=True),
)


class SlipsScreen(KitScreen):
    """One stack of slips."""

    ABOUT = "Type one slip a line. Each is on the disk before it stands above the line."
    COMMANDS_HERE = COMMANDS
    BINDINGS = [c.binding for c in COMMANDS]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "AnswerLine"

    def __init__(self, slips: Slips, close: Callable[[], None] = lambda: None) -> None:
        """`close` is called when the screen goes, after the last line was kept."""
        super().__init__()
        self.slips = slips
        self._close = close
        self._turn = asyncio.Lock()

    @property
    def where(self) -> tuple[str, ...]:
        """What kind of slips they are."""
        return ("Slips", STACKS[self.slips.kind].partition(",")[0])

    def body(self) -> Iterable[Widget]:
        """What was kept, the line, and what came of it."""
        about = self.slips.question or f"{STACKS[self.slips.kind]}."
        yield Vertical(Words(about, classes="about"), VerticalScroll(Words(id="lines"), id="last", can_focus=False),
                       AnswerLine(), Words(classes="told"), classes="page")

    def on_mount(self) -> None:
        """Say how it is done."""
        self._show("Type one slip, then Enter. F3 takes the last one back." if self.kit.key_of(COMMANDS[0]) == "F3" else "")

    async def on_unmount(self) -> None:
        """Close after the last line."""
        async with self._turn:
            await asyncio.to_thread(self._close)

    @on(AnswerLine.Submitted)
    def _entered(self, event: AnswerLine.Submitted) -> None:
        if event.value.strip():
            self.run_worker(self._keep(event.value))

    async def _keep(self, words: str) -> None:
        async with self._turn:
            try:
                await asyncio.to_thread(self.slips.keep, words)
            except StoreProblem as problem:
                self._show(f"! {problem}")
                self.query_one(AnswerLine).give_back(words)
            else:
                self._show(f"✓ {self.slips.count} kept.")

    def action_undo(self) -> None:
        """Take back the last line, behind those that are not kept yet."""
        self.run_worker(self._undo())

    async def _undo(self) -> None:
        async with self._turn:
            try:
                gone = await asyncio.to_thread(self.slips.undo)
            except StoreProblem as problem:
                self._show(f"! {problem}")
            else:
                self._show(f"Taken back: {clean_line(said_aloud(gone))}. {self.slips.count} kept." if gone
                           else "There is nothing to take back.")

    def _show(self, told: str) -> None:
        with self.app.batch_update():
            self.query_one("#lines", Words).say(lines(*(clean_line(said_aloud(record)) for record in self.slips.kept[-_LAST:])))
            self.query_one("#last").scroll_end(animate=False, immediate=False)
            self.query_one(".told", Words).say(told)
