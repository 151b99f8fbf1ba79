"""Looking back: the views of a programme in a list, each as a text to read; and questions for coding and for themes."""

import asyncio
from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from kit.desk.reflecting import holdings
from kit.desk.reflection_talk import TALKS
from kit.desk.reflection_words import VIEWS, View, view_lines
from kit.model import Ask, Form
from kit.model.text import clean
from kit.reflect import Holdings
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, heading, option
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen, page
from kit.tui.text import Words

_SEARCH = Command("reflect.look_for", "f3,slash", "Look for", "Type what to look for in this list.")


class ReflectScreen(KitScreen):
    """What can be looked at, and what can be added."""

    BINDINGS = [BACK.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Look back")

    def body(self) -> Iterable[Widget]:
        """One list, and room for a sentence."""
        yield page(Choices(), Words(classes="told"))

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Choices).choose_from([
            heading("Look at"), *(option(view.name, view.title) for view in VIEWS.values()),
            heading("Add"), *(option(f"add {name}", words) for name, (words, _) in TALKS.items())])

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        what = event.option.id or ""
        if what in VIEWS:
            self.app.push_screen(ViewScreen(self.programme, VIEWS[what]))
        elif what:
            self.once(lambda: self._add(what.removeprefix("add ")))

    def tell(self, words: str) -> None:
        """Say something under the list."""
        self.query_one(".told", Words).say(words)

    async def _add(self, name: str) -> None:
        try:
            talk = TALKS[name][1](await asyncio.to_thread(holdings, self.programme))
            keep = await self._asked(talk)
            if keep is not None:
                await asyncio.to_thread(keep, self.programme, self.kit.world)
                self.tell("Saved.")
        except StoreProblem as problem:
            self.tell(f"! {problem}")

    async def _asked(self, talk: Any) -> Any:
        """Ask one question after another. None where somebody leaves one, or there is nothing to choose from."""
        value: Any = None
        while True:
            try:
                ask = talk.send(value)
            except StopIteration as end:
                if end.value is None:
                    self.tell("There is nothing to choose from yet.")
                return end.value
            value = await self._answer(ask)
            if value is None:
                self.tell("Nothing was kept.")
                return None

    async def _answer(self, ask: Ask) -> Any:
        from kit.tui.screens.ask import AskLine
        from kit.tui.screens.choose import Choose

        if ask.form is Form.CHOICE:
            place = await self.app.push_screen_wait(Choose(ask.question, tuple(option.words for option in ask.options)))
            return None if place is None else ask.options[place].key
        return await self.app.push_screen_wait(AskLine("\n".join(ask.facts) or "Look back", ask))


class ViewScreen(KitScreen):
    """One view as a text that scrolls."""

    COMMANDS_HERE = (_SEARCH, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, programme: Programme, view: View) -> None:
        super().__init__()
        self.programme = programme
        self.view = view
        self._typed: str | None = None if view.asks_first else ""
        """What is looked for; None until somebody was asked."""
        self._held: Holdings | None = None
        """Read once: nothing is added while this screen is open."""

    @property
    def where(self) -> tuple[str, ...]:
        """The programme and the view."""
        return (self.programme.name, self.view.title)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Words can be typed only where the view can use them."""
        return bool(self.view.typed) if action == "look_for" else super().check_action(action, parameters)

    def body(self) -> Iterable[Widget]:
        """One text that scrolls."""
        yield page(Words())

    def on_mount(self) -> None:
        """Ask first, where the view wants words."""
        if self._typed is None:
            self.once(self._ask)

    def on_screen_resume(self) -> None:
        """Read what there is now."""
        super().on_screen_resume()
        if self._typed is not None:
            self.anew(self._read)

    async def _read(self) -> None:
        try:
            lines = await asyncio.to_thread(self._lines)
        except StoreProblem as problem:
            lines = (str(problem),)
        self.query_one(".page > Words", Words).say("\n\n".join(clean(line) for line in lines))

    def _lines(self) -> tuple[str, ...]:
        self._held = self._held or holdings(self.programme)
        return view_lines(self._held, self.view.name, self._typed or "")

    def action_look_for(self) -> None:
        """Ask what to look for."""
        self.once(self._ask)

    async def _ask(self) -> None:
        from kit.tui.screens.ask import AskLine

        ask = Ask(Form.WORDS, f"You can type {self.view.typed}. Enter alone for all.", optional=True)
        typed = await self.app.push_screen_wait(AskLine(self.view.title, ask, self._typed or ""))
        if typed is not None:
            self._typed = typed
            await self._read()
        elif self._typed is None:
            self.action_back()
