"""The line of workshops: what is done, what is now and next; and, on a stage, what can be changed about it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk import stage_acts
from kit.desk.stage_words import MARKS, stage_line
from kit.desk.stages import Standing, change_line, standings
from kit.model import Ask, Form, Line, Refusal, Stage
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, blank, heading, option
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen, page
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.text import Words

PLAN = "A plan for its workshop"
"""What is asked first on a stage that has none."""

ACTS = ("It is done", "It is not done", "Another name", "The day", "Where it is run", "What is due before it", "One place up",
        "One place down", "A new stage after it", "Take it out")
"""What can be done to a stage, in the order of `_change`."""

_ASKED = {"Another name": ("title", "What is it called?"), "The day": ("date", "Which day, such as 2027-03-31?"),
          "Where it is run": ("sites", "At which sites? Put a semicolon between two of them."),
          "What is due before it": ("due", "What is to be ready before it? Put a semicolon between two things.")}


class StagesScreen(KitScreen):
    """A programme's stages, one row each."""

    BINDINGS = [BACK.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme
        self.stages: Sequence[Standing] = ()

    @property
    def where(self) -> tuple[str, ...]:
        """The programme, and its stages."""
        return (self.programme.name, "Stages")

    def body(self) -> Iterable[Widget]:
        """A few words and one list."""
        yield page(Words("Enter on a stage changes it. Each change is kept at once.", classes="about"), Choices(),
                   Words(classes="told"))

    def on_screen_resume(self) -> None:
        """Read the line."""
        super().on_screen_resume()
        self.anew(self._look)

    async def _look(self) -> None:
        try:
            self.stages = await asyncio.to_thread(standings, self.programme, self.kit.shelf)
        except StoreProblem as problem:
            self.query_one(".told", Words).say(f"! {problem}")
            return
        choices = self.query_one(Choices)
        choices.choose_from(self._rows(), choices.highlighted or 0)

    def _rows(self) -> Iterable[Option]:
        phase = ""
        for place, one in enumerate(self.stages):
            if one.stage.phase != phase:
                if phase:
                    yield blank()
                phase = one.stage.phase
                yield heading(phase)
            yield option(f"stage-{place}", f"{MARKS[one.state]:<8}{place + 1}. {stage_line(one)}")
        yield blank()
        yield option("next", "Plan the next workshop, from a template or a copy of the last plan")

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        if event.option.id == "next":
            self._plan_next()
            return
        place = int(str(event.option.id).removeprefix("stage-"))
        self.once(lambda: self._change(place))

    async def _change(self, place: int) -> None:
        stage = self.stages[place].stage
        acts = ACTS if stage.plan or stage.within else (PLAN, *ACTS)
        chosen = await self.app.push_screen_wait(Choose(stage.title, acts, about=stage.about))
        if chosen is None:
            return
        if acts[chosen] == PLAN:
            self._plan_next(stage)
            return
        change = await self._asked(acts[chosen], stage.id, place)
        if change is None:
            return
        try:
            outcome = await asyncio.to_thread(change_line, self.programme, self.kit.shelf, self.kit.world, change)
        except StoreProblem as problem:
            outcome = Refusal(str(problem))
        self.query_one(".told", Words).say(f"! {outcome}" if isinstance(outcome, Refusal) else "✓ Saved.")
        await self._look()

    def _plan_next(self, stage: Stage | None = None) -> None:
        """Ask what the next workshop starts from: for a stage that has no plan, or as a stage of its own."""
        from kit.desk.flows.next_workshop import next_workshop
        from kit.tui.screens.talk import TalkScreen

        id, called = (stage.id, stage.title) if stage else ("", "")
        self.app.push_screen(TalkScreen(self.programme, next_workshop(
            self.programme, self.kit.shelf, self.kit.world, id, called)))

    async def _asked(self, act: str, id: str, place: int) -> Callable[[Line], Line | Refusal] | None:
        """The change that an act means, once its words are typed; None where somebody leaves it."""
        simple: dict[str, Callable[[Line], Line | Refusal]] = {
            "It is done": lambda line: stage_acts.done(line, id),
            "It is not done": lambda line: stage_acts.open_again(line, id),
            "One place up": lambda line: stage_acts.move(line, id, str(place)),
            "One place down": lambda line: stage_acts.move(line, id, str(place + 2)),
            "Take it out": lambda line: stage_acts.remove(line, id),
        }
        if act in simple:
            return simple[act]
        name, question = _ASKED.get(act, ("", "What is the new stage called?"))
        typed = await self.app.push_screen_wait(AskLine(act, Ask(Form.WORDS, question, optional=bool(name) and name != "title")))
        if typed is None:
            return None
        if name:
            return lambda line: stage_acts.set_parts(line, id, [f"{name}={typed}"])
        return lambda line: stage_acts.add(line, typed, str(place + 2))
