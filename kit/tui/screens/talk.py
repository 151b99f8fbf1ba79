"""A talk of several questions on a screen: its lists fill the screen, its lines are asked for in a small window over it."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from kit.desk.flows import Do, Line, Part, Pick, Talk, Tell
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen
from kit.tui.screens.ask import AskWords, blocks
from kit.tui.screens.tell import Tell as TellLines
from kit.tui.text import Content, Words

_NOTES = 34
_WINDOW = 60
"""Columns that a picture may take in a small window."""


class TalkScreen(KitScreen):
    """One talk about a programme, until it ends or somebody goes back from its first list. It shows and hands over."""

    COMMANDS_HERE = (BACK,)
    BINDINGS = [BACK.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme, talk: Talk, then: Callable[[Programme], None] | None = None) -> None:
        """`then` is called where the talk leads to another programme: one that was locked, say."""
        super().__init__()
        self.programme = programme
        self.title_now = ""
        self._talk = talk
        self._then = then
        self._picked: asyncio.Future[int | None] | None = None

    @property
    def where(self) -> tuple[str, ...]:
        """The programme, and the list that is shown."""
        return (self.programme.name, self.title_now or "…")

    def body(self) -> Iterable[Widget]:
        """Some words, one list, and what is being done."""
        above = VerticalScroll(Words(classes="picture"), Words(classes="about"), id="about-box", can_focus=False)
        yield Vertical(above, Choices(), Words(classes="told"), classes="listing")

    def on_mount(self) -> None:
        """Begin the talk."""
        self.run_worker(self._go(), exclusive=True)

    def on_unmount(self) -> None:
        """However the screen goes, the talk is over. One that is just reading the disk ends with its thread."""
        with suppress(ValueError):
            self._talk.close()

    async def _go(self) -> None:
        """Go through the talk, part after part."""
        give: Any = None
        problem: StoreProblem | None = None
        while True:
            try:
                part = await asyncio.to_thread(_next_part, self._talk, give, problem)
            except StoreProblem as last:
                await self.app.push_screen_wait(TellLines("That could not be done", (str(last),)))
                part = None
            if not self.is_attached:
                return
            if not isinstance(part, Part):
                self._end(part)
                return
            give, problem = None, None
            try:
                give = await self._heard(part)
            except StoreProblem as raised:
                problem = raised

    def _end(self, other: Programme | None) -> None:
        self.app.pop_screen()
        if other is not None and self._then is not None:
            self._then(other)

    async def _heard(self, part: Part) -> Any:
        match part:
            case Pick():
                return await self._pick(part)
            case Line():
                return await self.app.push_screen_wait(AskWords(part, await self._painted(part)))
            case Tell():
                return await self.app.push_screen_wait(TellLines(part.title, part.lines))
            case Do():
                return await self._do(part)

    async def _painted(self, part: Line) -> Content | None:
        return await asyncio.to_thread(blocks, part.picture, _WINDOW, self.kit.no_color) if part.picture else None

    async def _pick(self, part: Pick) -> int | None:
        """Show a list, and wait until a row is taken or somebody goes back."""
        self.title_now = part.title
        notes = part.notes or ("",) * len(part.rows)
        painted = await asyncio.to_thread(blocks, part.picture, self.size.width - 4, self.kit.no_color) if part.picture else None
        with self.app.batch_update():
            self.query_one("#about-box").display = bool(part.about)
            self.query_one(".picture").display = painted is not None
            self.query_one(".picture", Words).say(painted or "")
            self.query_one(".about", Words).say("\n".join(part.about))
            self.query_one("#about-box").scroll_home(animate=False)
            self.query_one(Choices).choose_from(
                [option("", words, note, width=_NOTES) for words, note in zip(part.rows, notes, strict=True)], part.at)
            self.query_one(Choices).focus()
            self.show_frame()
        self._picked = asyncio.get_running_loop().create_future()
        try:
            return await self._picked
        finally:
            self._picked = None

    async def _do(self, part: Do) -> Any:
        """Do the work in a thread, and say what is done meanwhile."""
        told = self.query_one(".told", Words)
        told.say(f"{part.what} …")

        def progress(done: int, total: int, name: str) -> None:
            self.app.call_from_thread(told.say, f"{part.what}: {100 * done // max(1, total)} of 100.")

        try:
            return await asyncio.to_thread(part.work, progress)
        finally:
            told.say("")

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self._answer(event.option_index)

    def _answer(self, place: int | None) -> None:
        """Take a row; a second key before the next list is shown is for nothing."""
        if self._picked is not None and not self._picked.done():
            self._picked.set_result(place)

    def action_words_up(self) -> None:
        """Move the words above the list."""
        self.query_one("#about-box").scroll_page_up(animate=False)

    def action_words_down(self) -> None:
        """Move the words above the list."""
        self.query_one("#about-box").scroll_page_down(animate=False)

    def action_back(self) -> None:
        """Go back one list; from the first one the talk ends."""
        self._answer(None)


def _next_part(talk: Talk, give: Any, problem: StoreProblem | None) -> Part | Programme | None:
    """The next part of a talk; what it came to where it is over. It may read the disk."""
    try:
        return talk.throw(problem) if problem else talk.send(give)
    except StopIteration as over:
        other: Programme | None = over.value
        return other
