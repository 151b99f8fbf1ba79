"""The first screen: try a workshop now, begin a programme, or go on with one. It needs no manual."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.store import Programme, StoreProblem, list_programmes
from kit.tui.choices import Choices, blank, heading, option
from kit.tui.commands import TOUR
from kit.tui.frame import KitScreen, page
from kit.tui.text import Words, styled

if TYPE_CHECKING:
    from kit.tui.screens.programme import AtOnce

_NOTES = 34


class HomeScreen(KitScreen):
    """Where everybody begins."""

    ABOUT = "Here you begin: try a workshop, make a programme, or open one of yours."
    COMMANDS_HERE = (TOUR,)
    BINDINGS = [TOUR.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self) -> None:
        super().__init__()
        self.programmes: list[Programme] = []

    def body(self) -> Iterable[Widget]:
        """Words of welcome, and one list."""
        self.programmes = list_programmes(self.kit.home)
        yield page(
            Words(styled("Plan a workshop, print for the room, run it, and keep what people made.", "bold")),
            Words("All of it stays on this laptop. Arrows move, Enter chooses.", classes="about"),
            Choices(*self._rows()), Words(classes="told"), Words(id="due"))

    def on_screen_resume(self) -> None:
        """A programme may have been made meanwhile, or the tour taken."""
        super().on_screen_resume()
        new_here = not self.programmes and not self.kit.settings.toured
        self.query_one("#due", Words).say(f"New here? {self.kit.key_of(TOUR)} shows you round in one minute." if new_here else "")
        self.list_again()
        self.anew(self._look)

    async def _look(self) -> None:
        """Tell what should have been erased by now."""
        if not self.programmes:
            return
        from kit.desk.health import due_at_home

        due = self.query_one("#due", Words)  # before the look: the kit may be closing when it ends
        told = await asyncio.to_thread(lambda: tuple(due_at_home(self.kit.home, self.kit.world)))
        due.say("! " + "\n  ".join(told) if told else "")

    def list_again(self) -> None:
        """Look at the disk again, and show what has changed."""
        there = list_programmes(self.kit.home)
        if there != self.programmes:
            self.programmes = there
            choices = self.query_one(Choices)
            choices.choose_from(self._rows(), choices.highlighted or 0)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        match event.option.id:
            case "try":
                self.once(self._try)
            case "new":
                self.once(self._new)
            case "settings":
                from kit.tui.screens.settings import SettingsScreen

                self.app.push_screen(SettingsScreen())
            case "write":
                self.once(self._write)
            case "help":
                self.kit.action_help()
            case str(id):
                self.kit.open_programme(self.programmes[int(id.removeprefix("programme-"))])

    async def _try(self) -> None:
        """Go on with the practice workshop, or make one, and run it."""
        from kit.desk.programmes import practice_programme
        from kit.tui.screens.programme import AtOnce

        await self._open(lambda: practice_programme(self.kit.home, self.kit.shelf, self.kit.world), AtOnce())

    async def _new(self) -> None:
        """Ask for a name and a template, and make the programme."""
        from kit.desk.programmes import new_programme
        from kit.desk.starting import starts
        from kit.model import Ask, Form
        from kit.tui.screens.ask import AskLine
        from kit.tui.screens.choose import Choose

        name = await self.app.push_screen_wait(AskLine("New programme", Ask(Form.WORDS, "What is it called?")))
        if name is None:
            return
        shelf = await asyncio.to_thread(lambda: self.kit.shelf)
        offered = await asyncio.to_thread(starts, shelf)
        rows = tuple(start.words for start in offered)
        place = await self.app.push_screen_wait(Choose("What should it start from? You can change it later.", rows))
        if place is not None:
            await self._open(lambda: new_programme(self.kit.home, name, offered[place].id, shelf, self.kit.world))

    async def _write(self) -> None:
        """Go on with an activity of one's own, or begin one."""
        from kit.tui.screens.own_activities import choose_writing
        from kit.tui.screens.writing import WritingScreen

        try:
            writing = await choose_writing(self.kit)
        except StoreProblem as problem:
            self.query_one(".told", Words).say(f"! {problem}")
            return
        if writing:
            self.app.push_screen(WritingScreen(writing))

    async def _open(self, make: Callable[[], Programme], at_once: "AtOnce | None" = None) -> None:
        try:
            made = await asyncio.to_thread(make)
        except StoreProblem as problem:
            self.query_one(".told", Words).say(f"! {problem}")
            return
        self.kit.open_programme(made, at_once)

    def _rows(self) -> Iterable[Option]:
        if self.programmes:
            yield heading("Your programmes")
            for place, programme in enumerate(self.programmes):
                yield option(f"programme-{place}", programme.name, f"made {day(programme.created)}", width=_NOTES)
            yield blank()
        yield heading("Begin")
        yield option("try", "Try a workshop now", "a practice run; nothing can go wrong", width=_NOTES)
        yield option("new", "New programme", "a folder for your group's workshops", width=_NOTES)
        yield option("write", "Write an activity", "your own, in a form; tried at once", width=_NOTES)
        yield blank()
        yield option("settings", "Settings", "colours, mouse, clock, paper", width=_NOTES)
        yield option("help", "Help", "the keys, and how the kit works", width=_NOTES)


def day(stamp: str) -> str:
    """A stored time as a day people read: 22 November 2025. What is no time is shown as it is."""
    try:
        when = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    return f"{when.day} {when:%B %Y}"
