"""The plan to read: times, minutes and titles at one side, and everything about the part that is highlighted beside it."""

import asyncio
from collections.abc import Iterable
from textwrap import wrap

from textual import on
from textual.containers import Container, VerticalScroll
from textual.widget import Widget

from kit.desk.library import plans_of, with_programme
from kit.model import Block, Script
from kit.model.text import clean_line, counted
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen
from kit.tui.screens.choose import Choose
from kit.tui.screens.plan_words import block_words, plan_words
from kit.tui.text import Content, Words
from printables.times import end, timed

_TITLE = 34
"""Columns of a title in the list."""

COMMANDS = (
    Command("plan.words_down", "pagedown,space", "More words", "Move the words beside the list down."),
    Command("plan.words_up", "pageup", "Words up", "Move the words beside the list up.", in_footer=False),
    Command("plan.other", "o", "Another plan", "Look at another plan of this programme."),
    BACK,
)


class PlanScreen(KitScreen):
    """A plan, read only."""

    CSS_PATH = "plan.tcss"
    COMMANDS_HERE = COMMANDS
    BINDINGS = [c.binding for c in COMMANDS]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme
        self.scripts: tuple[Script, ...] = ()
        self.shown = 0

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Plan")

    def body(self) -> Iterable[Widget]:
        """The list and the words."""
        yield Container(Choices(id="blocks"), VerticalScroll(Words(id="words"), id="pane", can_focus=False), id="both")

    def on_mount(self) -> None:
        """Read the plans in a thread."""
        self.run_worker(self._read())

    async def _read(self) -> None:
        try:
            self.scripts = await asyncio.to_thread(self._scripts)
        except StoreProblem as problem:
            self.query_one("#words", Words).say(str(problem))
            return
        self._show(0)

    def _scripts(self) -> tuple[Script, ...]:
        shelf = with_programme(self.kit.shelf, self.programme)
        return tuple(shelf.script(plan) for plan in plans_of(self.programme, self.kit.shelf))

    def _show(self, place: int) -> None:
        self.shown = place
        plan = self.scripts[place].plan
        rows = [option("", f"{clean_line(plan.title)}, {counted(plan.minutes, 'minute')}")]
        rows += [option("", _row(time, block)) for time, block in timed(plan)]
        rows += [option("", Content(f"{end(plan)}           the end"))]
        self.query_one(Choices).choose_from(rows)
        self.show_frame()

    @on(Choices.OptionHighlighted)
    def _look(self, event: Choices.OptionHighlighted) -> None:
        script = self.scripts[self.shown]
        place = event.option_index
        inside = 1 <= place <= len(script.plan.blocks)
        words = block_words(script, place - 1) if inside else plan_words(script.plan)
        self.query_one("#words", Words).say(words)
        self.query_one("#pane").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another plan only where there is one."""
        return action != "other" or len(self.scripts) > 1

    def action_other(self) -> None:
        """Look at another plan."""
        def show(place: int | None) -> None:
            if place is not None:
                self._show(place)

        self.app.push_screen(Choose("Which plan?", tuple(s.plan.title for s in self.scripts), self.shown), show)

    def action_words_down(self) -> None:
        """Move the words."""
        self.query_one("#pane").scroll_page_down(animate=False)

    def action_words_up(self) -> None:
        """Move the words."""
        self.query_one("#pane").scroll_page_up(animate=False)


def _row(time: str, block: Block) -> Content:
    """A block with its time and minutes; a long title goes on under itself."""
    title = ("\n" + " " * 16).join(wrap(clean_line(block.title), _TITLE))
    return Content(f"{time}  {block.minutes:>3} min  {title}")
