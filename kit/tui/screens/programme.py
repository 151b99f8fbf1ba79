"""A programme's page: run the workshop or go on with it, look at the plan, see what was made, print."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.begun import Begun, last_workshop
from kit.desk.health import place_of_copies, plugged_in, second_copy, warnings
from kit.desk.library import plans_of, with_programme
from kit.desk.next_workshop import run_before
from kit.desk.outputs import made_by_the_room
from kit.desk.stages import Standing as StageStanding
from kit.desk.stages import standings
from kit.desk.workshop import Workshop, open_workshop
from kit.model import Plan, State
from kit.model.text import counted
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen, page
from kit.tui.screens.home import day
from kit.tui.text import Words

_NOTES = 34


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page says of a programme."""

    plans: tuple[Plan, ...] = ()
    begun: Begun | None = None
    made: int = 0
    problem: str = ""
    stages: tuple[StageStanding, ...] = ()
    """Its line of workshops."""
    warnings: tuple[str, ...] = ()
    """What to tell early: no second copy yet, a disk nearly full, records past their day."""


COPY = Command("programme.copy", "f9", "Copy", "Make a second copy, such as on a memory stick, and verify it there.")


@dataclass(frozen=True, slots=True)
class AtOnce:
    """A workshop to run as soon as the page is there."""

    plan_id: str | None = None
    fresh: bool = False
    typed: str = ""
    """Words that somebody had typed when the programme was locked."""
    site: str = ""
    """Where a new workshop takes place, where one plan is run at several sites."""


_PAGES = {"plan": "plan.PlanScreen", "made": "outputs.OutputsScreen", "decided": "decisions.DecisionsScreen",
          "back": "reflect.ReflectScreen", "print": "printing.PrintScreen", "stages": "stages.StagesScreen"}
"""The page that a line of the list opens: a module of `kit.tui.screens` and its screen, loaded when it is opened."""


class ProgrammeScreen(KitScreen):
    """One programme and what can be done with it."""

    ABOUT = "One programme: run its workshop, change its plan, print for it, or see what was made."
    COMMANDS_HERE = (COPY, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme, at_once: AtOnce | None = None) -> None:
        super().__init__()
        self.programme = programme
        self.standing = Standing()
        self._at_once = at_once

    @property
    def where(self) -> tuple[str, ...]:
        """Its name."""
        return (self.programme.name,)

    def body(self) -> Iterable[Widget]:
        """A few words and one list."""
        yield page(Words(classes="about"), Choices(), Words(classes="told"))

    def on_mount(self) -> None:
        """Begin at once, where that was asked for."""
        if self._at_once:
            self._open(self._at_once)

    def on_screen_resume(self) -> None:
        """Say how things stand now."""
        super().on_screen_resume()
        self.anew(self._look)

    async def _look(self) -> None:
        self.standing = await asyncio.to_thread(self._standing)
        self.query_one(".about", Words).say(self._about())
        choices = self.query_one(Choices)
        choices.choose_from(self._rows(), choices.highlighted or 0)
        self.tell(" ".join(filter(None, (self.standing.problem, *self.standing.warnings))))

    def _standing(self) -> Standing:
        try:
            shelf = with_programme(self.kit.shelf, self.programme)
            plans = tuple(shelf.script(plan).plan for plan in plans_of(self.programme, self.kit.shelf))
            return Standing(plans, last_workshop(self.programme, self.kit.world), made_by_the_room(self.programme),
                            stages=standings(self.programme, self.kit.shelf),
                            warnings=tuple(warnings(self.programme, self.kit.world)))
        except StoreProblem as problem:
            return Standing(problem=str(problem))

    def _about(self) -> str:
        plans = " · ".join(f"{plan.title}, {counted(plan.minutes, 'minute')}" for plan in self.standing.plans[:2])
        return f"{plans}\nMade {day(self.programme.created)}. Its sheets carry the code {self.programme.code}."

    def _rows(self) -> Iterable[Option]:
        begun = self.standing.begun
        if begun and not begun.over:
            place = f", in part {begun.block} of {begun.blocks}" if begun.block else ""
            began = moment(begun.at, self.kit.world.clock())
            yield option("on", "Go on with the workshop", f"begun {began}{place}", width=_NOTES)
            yield option("fresh", "Run a new workshop", "from the start; what was kept stays", width=_NOTES)
        else:
            yield option("on", "Run the workshop", "" if self._all_run else self._minutes(), width=_NOTES)
        if self._all_run:
            yield option("next", "Plan the next workshop", "from a template, or a copy of the last", width=_NOTES)
        if self.standing.stages:
            yield option("stages", "The stages", self._stages(), width=_NOTES)
        yield option("plan", "Look at the plan", "see it, and change it", width=_NOTES)
        yield option("made", "What we made", self._made(), width=_NOTES)
        yield option("decided", "Decisions and promises", "who decided what, and why", width=_NOTES)
        yield option("back", "Look back", "search, time line, coding, themes", width=_NOTES)
        yield option("slips", "Type up slips", "one line each, each kept at once", width=_NOTES)
        yield option("paper", "Paper that came back", "photographs and scans of cards", width=_NOTES)
        yield option("print", "Print the sheets", "PDFs for the room", width=_NOTES)
        yield option("people", "People", "who comes, and what makes the room work", width=_NOTES)
        yield option("find", "Find", "anything, by words (Ctrl+F everywhere)", width=_NOTES)
        yield option("care", "Look after it", "consent, forgetting, passphrase, copies", width=_NOTES)
        yield option("reports", "Reports and exports", "for tonight, for the team, for analysts", width=_NOTES)

    @property
    def _all_run(self) -> bool:
        """Whether every workshop that is planned was run to its end."""
        stages = [one for one in self.standing.stages if one.stage.plan]
        return bool(self.standing.begun and self.standing.begun.over) and all(one.state is State.DONE for one in stages)

    def _stages(self) -> str:
        stages = self.standing.stages
        done = sum(one.state is State.DONE for one in stages)
        return f"{done} of {len(stages)} done" if len(stages) > 1 else "add the workshop that comes next"

    def _made(self) -> str:
        return f"{counted(self.standing.made, 'thing')} so far" if self.standing.made else "nothing yet"

    def _minutes(self) -> str:
        if not self.standing.plans:
            return ""
        plan = self.standing.plans[0]
        return f"{counted(plan.minutes, 'minute')}, {counted(len(plan.blocks), 'part')}"

    def tell(self, words: str) -> None:
        """Say something under the list."""
        self.query_one(".told", Words).say(f"! {words}" if words else "")

    def action_copy(self) -> None:
        """Make a second copy, and verify it."""
        self.once(self._copy)

    async def _copy(self) -> None:
        from kit.model import Ask, Form
        from kit.tui.screens.ask import AskLine

        place = await asyncio.to_thread(self._place)
        where = place or await self.app.push_screen_wait(AskLine("A second copy", Ask(
            Form.WORDS, "Which folder? A memory stick is a folder too, such as /media/stick or E:\\."), str(plugged_in() or "")))
        if where is None:
            return
        try:
            copy = await asyncio.to_thread(second_copy, self.programme, Path(where).expanduser(), self.kit.world, self._progress)
        except StoreProblem as problem:
            self.tell(str(problem))
        else:
            self.tell(f"A second copy was made and verified: {copy.folder}.")

    def _place(self) -> Path | None:
        """Where the last copy went: the next one goes there too, with no more than the one key."""
        try:
            return place_of_copies(self.programme)
        except StoreProblem:
            return None

    def _progress(self, done: int, total: int, name: str) -> None:
        self.app.call_from_thread(self.tell, f"Copying: {100 * done // max(1, total)} of 100.")

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        what = str(event.option.id)
        if page := _PAGES.get(what):
            module, name = page.split(".")
            self.app.push_screen(getattr(import_module(f"kit.tui.screens.{module}"), name)(self.programme))
        else:
            self._do(what)

    def _do(self, what: str) -> None:
        """What a line of the list does that opens no page of its own."""
        match what:
            case "on" | "fresh":
                self.run(fresh=what == "fresh")
            case "slips":
                self.once(self._slips)
            case "find":
                self.kit.action_find()
            case "people" | "care" | "reports" | "paper" | "next":
                self._talk(what)

    async def _slips(self) -> None:
        from kit.desk.capture import Capture
        from kit.desk.slips import Slips, questions_of
        from kit.store import read_history
        from kit.tui.typing_up import type_up

        def opened(kind: str, question: str) -> tuple[Slips, Callable[[], None]]:
            taking = Capture(self.programme, kind, self.kit.world, question, of_last=True)
            return taking.slips, taking.close

        history = await asyncio.to_thread(read_history, self.programme.folder, self.programme.keys)
        await type_up(self.app, questions_of(history), opened, self.tell)

    def _talk(self, what: str) -> None:
        from kit.desk.flows.care import care
        from kit.desk.flows.next_workshop import next_workshop
        from kit.desk.flows.paper_back import paper_back
        from kit.desk.flows.people import people
        from kit.desk.flows.reports import reports
        from kit.tui.screens.talk import TalkScreen

        talks = {"people": people, "care": care, "reports": reports, "paper": paper_back}
        talk = (next_workshop(self.programme, self.kit.shelf, self.kit.world) if what == "next"
                else talks[what](self.programme, self.kit.world))
        self.app.push_screen(TalkScreen(self.programme, talk, self._go_on))

    def _go_on(self, other: Programme) -> None:
        """Another programme stands in the place of this one: it was locked, or its lock was taken off."""
        self.app.pop_screen()
        self.kit.open_programme(other)

    def run(self, *, fresh: bool) -> None:
        """Run a workshop. Where there is more than one plan and nothing to go on with, ask which."""
        begun, plans = self.standing.begun, self.standing.plans
        going_on = begun is not None and not begun.over and not fresh
        if len(plans) < 2 or going_on:
            self._open(AtOnce(None, fresh))
            return
        self.once(lambda: self._choose_plan(plans))

    async def _choose_plan(self, plans: tuple[Plan, ...]) -> None:
        from kit.tui.running.which_plan import which_plan

        if chosen := await which_plan(self.app, plans, self.standing.stages):
            await self._opening(AtOnce(chosen[0], True, site=chosen[1]))

    def _open(self, what: AtOnce) -> None:
        self.once(lambda: self._opening(what))

    async def _opening(self, what: AtOnce) -> None:
        from kit.tui.running.which_plan import next_or_again
        from kit.tui.screens.run import RunScreen

        try:
            before = await asyncio.to_thread(run_before, self.programme, self.kit.shelf, what.plan_id, fresh=what.fresh)
            if before and (meant := await next_or_again(self.app, before)) != 1:
                if meant == 0:
                    self._talk("next")
                return
            workshop = await asyncio.to_thread(self._workshop, what)
        except StoreProblem as problem:
            self.tell(str(problem))
            return
        self.app.push_screen(RunScreen(workshop, what.typed))

    def _workshop(self, what: AtOnce) -> Workshop:
        return open_workshop(self.programme, self.kit.shelf, self.kit.world, what.plan_id, fresh=what.fresh,
                             site=what.site)


def moment(stamp: str, now: datetime) -> str:
    """A stored time as people say it: today at 14:05, or on 22 November 2025 at 14:05."""
    try:
        when = datetime.fromisoformat(stamp).astimezone(now.tzinfo)
    except ValueError:
        return stamp
    return f"{'today' if when.date() == now.date() else f'on {day(stamp)}'} at {when:%H:%M}"
