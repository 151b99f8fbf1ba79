"""Finding anything a programme holds while somebody types, and going to where it stands."""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from kit.desk.flows.finding import MOST, line_of, where_it_stands
from kit.desk.holding import Hit, Holding, hold
from kit.model.text import counted
from kit.store import Programme, StoreProblem, list_programmes
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen
from kit.tui.screens.choose import Choose
from kit.tui.screens.talk import TalkScreen
from kit.tui.text import Words, beside, line

if TYPE_CHECKING:
    from kit.tui.kitapp import KitApp

_ASK = "Type words, parts of words, or the code on a sheet. Arrows move, Enter goes there, Esc goes back."


class FindLine(AnswerLine):
    """A line whose words stay when Enter is pressed, for when somebody comes back."""

    async def action_submit(self) -> None:
        """Hand over what is typed, and keep it."""
        self.post_message(self.Submitted(self, self.value))


class FindScreen(KitScreen):
    """One line to type in, and what fits it."""

    COMMANDS_HERE = (BACK,)
    BINDINGS = [("escape", "back", "Back")]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "AnswerLine"

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme
        self.holding: Holding | None = None
        """All that can be found; None while it is read."""
        self._problem = ""
        """Why it could not be read."""
        self.hits: tuple[Hit, ...] = ()

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Find")

    def body(self) -> Iterable[Widget]:
        """The line, the list, and what there is to say."""
        yield Vertical(FindLine(), Words(_ASK, classes="about"), Choices(), Words(classes="told"), classes="listing")

    def on_screen_resume(self) -> None:
        """Read everything again: it may have changed where somebody went."""
        super().on_screen_resume()
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        try:
            self.holding = await asyncio.to_thread(lambda: hold(self.programme, self.kit.shelf, self.kit.world))
            self._problem = ""
        except StoreProblem as problem:
            self._problem = f"! {problem}"
        if self.is_current:  # somebody may have left meanwhile
            self._show(self.query_one(AnswerLine).value)

    def _show(self, typed: str) -> None:
        choices = self.query_one(Choices)
        self.hits = self.holding.find(typed, MOST) if self.holding else ()
        more = f"{MOST} are shown. Type more to find fewer." if len(self.hits) >= MOST else ""
        some = f"{counted(len(self.hits), 'thing')} found." if self.hits else "Nothing fits."
        found = (more or some) if typed.strip() and self.holding else ""
        self.query_one(".told", Words).say(self._problem or found)
        choices.choose_from(option("", beside(line(line_of(hit)), *(("  ", line(hit.where)) if hit.where else ())))
                            for hit in self.hits)

    @on(AnswerLine.Changed)
    def _typing(self, event: AnswerLine.Changed) -> None:
        self._show(event.value)

    @on(AnswerLine.Submitted)
    def _entered(self, event: AnswerLine.Submitted) -> None:
        """Go to the row with the mark."""
        self._go(self.query_one(Choices).highlighted)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self._go(event.option_index)

    def _go(self, place: int | None) -> None:
        if place is None or place >= len(self.hits):
            return
        hit = self.hits[place]
        if hit.kind == "plan":
            from kit.tui.screens.plan_at import PlanAt

            self.app.push_screen(PlanAt(self.programme, hit.id, hit.number))
        else:
            self.app.push_screen(TalkScreen(self.programme, where_it_stands(self.programme, self.kit.world, hit)))

    def on_key(self, event: events.Key) -> None:
        """The arrows belong to the list, also while somebody types."""
        if event.key in ("up", "down"):
            event.stop()
            choices = self.query_one(Choices)
            getattr(choices, f"action_cursor_{event.key}")()


def begin_to_find(app: "KitApp") -> None:
    """Find in the programme that is open; where none is, in the one that there is, or in one that somebody chooses."""
    here = next(filter(None, map(_open_on, reversed(app.screen_stack))), None)
    if here is not None:
        app.push_screen(FindScreen(here))
        return
    there = list_programmes(app.home)
    if len(there) > 1:
        def chosen(place: int | None) -> None:
            if place is not None:
                _open(app, there[place])

        app.push_screen(Choose("Find in which programme?", tuple(programme.name for programme in there)), chosen)
    elif there:
        _open(app, there[0])


def _open(app: "KitApp", programme: Programme) -> None:
    if not programme.sealed or programme.keys:
        app.push_screen(FindScreen(programme))
        return
    from kit.tui.screens.passphrase import Passphrase

    def find(opened: Programme | None) -> None:
        if opened is not None:
            app.push_screen(FindScreen(opened))

    app.push_screen(Passphrase(programme), find)


def _open_on(screen: object) -> Programme | None:
    found = getattr(screen, "programme", None) or getattr(getattr(screen, "workshop", None), "programme", None)
    return found if isinstance(found, Programme) else None
