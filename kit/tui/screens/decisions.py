"""The register of a programme: decisions with other views, promises and what came of them, what was learned."""

import asyncio
from collections.abc import Iterable

from textual.widget import Widget

from kit.desk.register import NOTHING, Register, promise_lines, read_register, register_lines, settle
from kit.model import Ask, Form
from kit.model.promise import OPEN, STATES
from kit.store import Programme, StoreProblem
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen, page
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.text import Content, Words, plain, styled

PROMISE = Command("decisions.promise", "f9,enter", "Promise", "Say what came of a promise: done, could not, or still open.")

STATES_SAID = ("It is still open", "It is done", "It could not be done")
"""What a promise can be at, in words, in the order of `STATES`."""


class DecisionsScreen(KitScreen):
    """What was decided and promised, as a text that scrolls."""

    COMMANDS_HERE = (PROMISE, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Decisions and promises")

    def body(self) -> Iterable[Widget]:
        """One text that scrolls, and room for a sentence."""
        yield page(Words(classes="told"), Words(classes="register"))

    def on_screen_resume(self) -> None:
        """Read what there is now."""
        super().on_screen_resume()
        self.anew(self._read, "read")

    async def _read(self) -> None:
        try:
            words = register_words(await asyncio.to_thread(read_register, self.programme))
        except StoreProblem as problem:
            words = plain(str(problem))
        self.query_one(".register", Words).say(words)

    def action_promise(self) -> None:
        """Say what came of a promise."""
        self.once(self._settling)

    async def _settling(self) -> None:
        try:
            register = await asyncio.to_thread(read_register, self.programme)
            if register.promises:
                await self._settle(register)
            else:
                self._tell("Nothing has been promised yet.")
        except StoreProblem as problem:
            self._tell(f"! {problem}")

    async def _settle(self, register: Register) -> None:
        place = await self.app.push_screen_wait(Choose("Which promise?", tuple(promise_lines(register))))
        if place is None:
            return
        state = await self.app.push_screen_wait(Choose("What is it at?", STATES_SAID))
        if state is None:
            return
        why = told = ""
        if STATES[state] != OPEN:
            why = await self._line("Why, or what came of it? It can stay empty.")
            told = await self._line("Who was told? It can stay empty.")
        line = await asyncio.to_thread(settle, self.programme, place + 1, STATES[state], why, told, self.kit.world)
        self._tell(f"Saved. {line}")

    async def _line(self, question: str) -> str:
        return await self.app.push_screen_wait(AskLine("A promise", Ask(Form.WORDS, question, optional=True))) or ""

    def _tell(self, words: str) -> None:
        self.query_one(".told", Words).say(words)


def register_words(register: Register) -> Content:
    """The register under its headings."""
    groups = [Content("\n").join([styled(heading, "$label bold"), *(plain(f"- {line}".replace("\n", "\n  ")) for line in lines)])
              for heading, lines in register_lines(register)]
    return Content("\n\n").join(groups) if groups else plain(NOTHING)
