"""The planner: the day with its live clock times at one side, and everything about the part that is highlighted beside it.

The screen shows and hands over. Each change is in the plan's own text file before it is shown.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual import on
from textual.containers import Container, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from kit.desk import plan_acts
from kit.desk.drafting import Draft
from kit.desk.library import plans_of, with_programme
from kit.engine.planning import Planned
from kit.engine.spots import Spot, block_at, spots
from kit.model import Ask, Block, Form, Plan, Refusal
from kit.model.text import clean_line
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices
from kit.tui.frame import KitScreen
from kit.tui.planning.commands import BACK_HERE, COMMANDS, EDITS
from kit.tui.planning.day import Day, Row, look, rows_of, sums
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.plan_words import OF_A_BLOCK, OF_THE_DAY, PARTS, block_words, day_words
from kit.tui.text import Words

REST = 0.06
"""Seconds for which the arrows rest before the words beside the list follow."""

STEP, BIG_STEP = 5, 15
"""Minutes that an arrow gives or takes, and with Shift."""


class PlanScreen(KitScreen):
    """A plan of a programme, to look at and to change."""

    CSS_PATH = "plan.tcss"
    COMMANDS_HERE = (*COMMANDS, BACK_HERE)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme
        self.day: Day | None = None
        self.plans: tuple[Plan, ...] = ()
        self.heard = 0
        """How many changes have come back, kept or refused."""
        self._draft: Draft | None = None
        self._rows: list[Row] = []
        self._turn = asyncio.Lock()
        self._looking: Timer | None = None

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Plan")

    def body(self) -> Iterable[Widget]:
        """The list and the words, and under them the totals and what came of a change."""
        yield Container(Choices(id="blocks"), VerticalScroll(Words(id="words"), id="pane", can_focus=False), id="both")
        yield Vertical(Words(id="sums"), Words(id="notice"), id="below")

    def on_mount(self) -> None:
        """Read the plan in a thread."""
        self.run_worker(self._open(""))

    def on_unmount(self) -> None:
        """However the screen goes, the programme is let go."""
        self._let_go()

    def _let_go(self) -> None:
        if self._draft:
            self._draft.close()
            self._draft = None

    async def _open(self, plan_id: str) -> None:
        async with self._turn:
            self._let_go()
            try:
                self.plans = await asyncio.to_thread(plans_of, self.programme, self.kit.shelf)
                self._draft, self.day = await asyncio.to_thread(self._read, plan_id)
            except StoreProblem as problem:
                self.query_one("#words", Words).say(str(problem))
                return
        self._show(("blocks", -1))
        if not self._draft:
            self._tell("Another window has this programme open, so the plan can only be read here.", refused=True)

    def _read(self, plan_id: str) -> tuple[Draft | None, Day]:
        """The plan, open for changes; or only to read, where another window has the programme."""
        try:
            draft = Draft(self.programme, self.kit.shelf, self.kit.world, plan_id)
        except StoreProblem:
            shelf = with_programme(self.kit.shelf, self.programme)
            plan = next((plan for plan in self.plans if plan.id == plan_id), self.plans[0])
            return None, look(shelf.script(plan))
        return draft, look(draft.script, draft.warnings)

    # Showing

    def _show(self, at: Spot) -> None:
        """Show the day as it is now, with the block at a spot highlighted, or the nearest that is there."""
        if self.day is None:
            return
        self._rows = rows_of(self.day)
        self.query_one(Choices).choose_from([row.option for row in self._rows], self._place(at))
        self.query_one("#sums", Words).say(sums(self.day))
        self.show_frame()

    def _place(self, at: Spot) -> int:
        if at == ("blocks", -1):
            return 0
        near = [place for place, row in enumerate(self._rows) if row.spot and row.spot <= at and row.spot[0] == at[0]]
        return near[-1] if near else 0

    def _tell(self, words: str, *, refused: bool = False) -> None:
        self.query_one("#notice", Words).say(f"! {words}" if refused else words)

    @on(Choices.OptionHighlighted)
    def _highlighted(self) -> None:
        """Show the words of a part once the arrows rest: to lay them out costs more than to move the mark."""
        if self._looking:
            self._looking.stop()
        self._looking = self.set_timer(REST, self._look)

    def _look(self) -> None:
        place = self.query_one(Choices).highlighted
        if self.day is None or place is None or place >= len(self._rows):
            return
        spot = self._rows[place].spot
        words = block_words(self.day.script, block_at(self.day.script.plan, spot)) if spot else day_words(self.day)
        with self.app.batch_update():
            self.query_one("#words", Words).say(words)
            self.query_one("#pane").scroll_home(animate=False)
            self.show_frame()

    @property
    def spot(self) -> Spot | None:
        """The spot of the block that is highlighted."""
        place = self.query_one(Choices).highlighted
        return self._rows[place].spot if place is not None and place < len(self._rows) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done just now: another plan only where there is one, and changes only where they can be kept."""
        if action == "other":
            return len(self.plans) > 1
        if action in ("undo", "redo"):
            return bool(self._draft and (self._draft.to_undo if action == "undo" else self._draft.to_redo))
        if action in EDITS:
            return self._draft is not None and (action == "add" or self.spot is not None)
        return True

    # Changing

    def change(self, act: Callable[[Draft], Planned], then: Callable[[Plan, Plan], Spot] | None = None) -> None:
        """Make one change, behind those that are not kept yet. `then` says which block is highlighted after it."""
        self.run_worker(self._change(act, then, self.spot or ("blocks", 0)))

    async def _change(self, act: Callable[[Draft], Planned], then: Callable[[Plan, Plan], Spot] | None, at: Spot) -> None:
        async with self._turn:
            if self._draft is None:
                return
            draft, before = self._draft, self._draft.plan
            outcome = await asyncio.to_thread(act, draft)
            if not isinstance(outcome, Refusal):
                self.day = await asyncio.to_thread(lambda: look(draft.script, draft.warnings))
        self.heard += 1
        if isinstance(outcome, Refusal):
            self._tell(str(outcome), refused=True)
        else:
            with self.app.batch_update():
                self._show(then(before, outcome) if then else at)
                self._tell(f"✓ Kept: {draft.to_undo}." if outcome != before and draft.to_undo else "")

    def _minutes(self, by: int) -> None:
        if number := self._number():
            self.change(lambda draft: plan_acts.set_parts(draft, number, [f"minutes={by:+}"]))

    def _number(self) -> str:
        """The number of the block that is highlighted; empty where none is."""
        place = self.query_one(Choices).highlighted
        return self._rows[place].number if place is not None and place < len(self._rows) else ""

    def action_longer(self) -> None:
        """Five minutes more."""
        self._minutes(STEP)

    def action_shorter(self) -> None:
        """Five minutes less."""
        self._minutes(-STEP)

    def action_much_longer(self) -> None:
        """Fifteen minutes more."""
        self._minutes(BIG_STEP)

    def action_much_shorter(self) -> None:
        """Fifteen minutes less."""
        self._minutes(-BIG_STEP)

    def action_earlier(self) -> None:
        """Move the block up."""
        self._move(-1)

    def action_later(self) -> None:
        """Move the block down."""
        self._move(1)

    def _move(self, by: int) -> None:
        spot = self.spot
        if spot and int(spot[-1]) + by >= 0:
            number, to = self._number(), (*spot[:-1], int(spot[-1]) + by)
            head = number.rstrip("0123456789")
            self.change(lambda draft: plan_acts.move(draft, number, f"{head}{int(to[-1]) + 1}"), lambda _, __: to)

    def action_copy(self) -> None:
        """The same block once more."""
        number, spot = self._number(), self.spot
        if spot:
            self.change(lambda draft: plan_acts.copy(draft, number), lambda _, __: (*spot[:-1], int(spot[-1]) + 1))

    def action_park(self) -> None:
        """Keep the block for another time, or bring it back to the end of the day."""
        number = self._number()
        if number.startswith("p"):
            self.change(lambda draft: plan_acts.move(draft, number, str(len(draft.plan.blocks) + 1)),
                        lambda _, plan: ("blocks", len(plan.blocks) - 1))
        elif number:
            self.change(lambda draft: plan_acts.park(draft, number))

    def action_remove(self) -> None:
        """Take the block out."""
        if number := self._number():
            self.change(lambda draft: plan_acts.remove(draft, number))

    def action_undo(self) -> None:
        """Take back the last change."""
        self.change(lambda draft: draft.undo(), _first_other)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.change(lambda draft: draft.redo(), _first_other)

    def action_add(self) -> None:
        """Add an activity from the shelf, or a plain block, after the one that is highlighted."""
        from kit.tui.screens.find_activity import FindActivity

        spot = self.spot or ("blocks", -1 if self.query_one(Choices).highlighted == 0 else 0)
        inside = spot[0] == "parked" or self.day is None
        to: Spot = ("blocks", len(self.day.script.plan.blocks) if self.day else 0) if inside else (*spot[:-1], int(spot[-1]) + 1)
        number = self._number().rpartition(".")[0]
        place = f"{number}.{int(to[-1]) + 1}" if number else str(int(to[-1]) + 1)

        def add(what: str | None) -> None:
            if what:
                self.change(lambda draft: plan_acts.add(draft, what, place), lambda _, __: to)

        activities = self._draft.activities.values() if self._draft else ()
        self.app.push_screen(FindActivity(tuple(activities)), add)

    def action_split(self) -> None:
        """Let groups do the block side by side."""
        number = self._number()

        def split(names: Any) -> None:
            if names:
                self.change(lambda draft: plan_acts.split(draft, number, str(names).split(",")))

        self.app.push_screen(AskLine("Side by side", Ask(Form.WORDS, "Which groups? Put a comma between their names.")), split)

    @on(Choices.OptionSelected)
    def _chosen(self) -> None:
        if self._draft:
            self._edit_block() if self.spot else self._edit_day()

    def _edit_block(self) -> None:
        assert self.day is not None
        assert self.spot is not None
        block, number = block_at(self.day.script.plan, self.spot), self._number()
        self._edit(block, clean_line(block.title), number, [
            name for name in OF_A_BLOCK if name not in ("minutes", "least") or not block.strands])

    def _edit_day(self) -> None:
        assert self.day is not None
        self._edit(self.day.script.plan, "The whole plan", plan_acts.DAY, OF_THE_DAY)

    def _edit(self, noun: Block | Plan, title: str, number: str, names: Sequence[str]) -> None:
        """Choose a part, type it, keep it."""
        def ask(place: int | None) -> None:
            if place is not None:
                name = names[place]
                line = AskLine(title, Ask(Form.WORDS, f"{PARTS[name][0]}. {PARTS[name][1]}", optional=True), _typed(noun, name))
                self.app.push_screen(line, lambda words: self._set(number, name, words, _typed(noun, name)))

        rows = tuple(f"{PARTS[name][0]}: {clean_line(_typed(noun, name))[:44] or '…'}" for name in names)
        self.app.push_screen(Choose(f"{title[:60]}: what do you want to change?", rows), ask)

    def _set(self, number: str, name: str, words: Any, before: str) -> None:
        if words is not None and words != before:
            self.change(lambda draft: plan_acts.set_parts(draft, number, [f"{name}={words}"]))

    # Looking and leaving

    def action_other(self) -> None:
        """Look at another plan."""
        def show(place: int | None) -> None:
            if place is not None:
                self.run_worker(self._open(self.plans[place].id))

        self.app.push_screen(Choose("Which plan?", tuple(plan.title for plan in self.plans)), show)

    def action_words_down(self) -> None:
        """Move the words."""
        self.query_one("#pane").scroll_page_down(animate=False)

    def action_words_up(self) -> None:
        """Move the words."""
        self.query_one("#pane").scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Leave: everything is kept."""
        self._let_go()
        super().action_back()


def _typed(noun: Block | Plan, name: str) -> str:
    value = getattr(noun, name)
    return "" if value == 0 else " ".join(str(value).split("\n"))


def _first_other(before: Plan, after: Plan) -> Spot:
    """The first block that is not as it was."""
    old = {spot: block for spot, _, block in spots(before)}
    return next((spot for spot, _, block in spots(after) if old.get(spot) != block and not block.strands), ("blocks", 0))
