"""The planner: the day with its live clock times at one side, and everything about the part that is highlighted beside it.

The screen shows and hands over. Each change is in the plan's own text file before it is shown.
"""

import asyncio
from collections.abc import Callable, Iterable

from textual import on
from textual.containers import Container, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from kit.desk.drafting import Draft
from kit.desk.library import plans_of, with_programme
from kit.desk.next_workshop import next_plan
from kit.engine.planning import Planned
from kit.engine.spots import Spot, block_at
from kit.model import Plan, Refusal
from kit.store import Programme, StoreProblem, read_history
from kit.tui.choices import Choices
from kit.tui.planning.commands import BACK_HERE, COMMANDS, EDITS
from kit.tui.planning.day import Day, Row, look, rows_of, sums
from kit.tui.planning.editing import Editing, Then
from kit.tui.screens.choose import Choose
from kit.tui.screens.plan_words import block_words, day_words
from kit.tui.text import Words

REST = 0.06
"""Seconds for which the arrows rest before the words beside the list follow."""


class PlanScreen(Editing):
    """A plan of a programme, to look at and to change."""

    ABOUT = "The plan of one workshop. Every change is kept at once, and can be undone."
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
        self.draft: Draft | None = None
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
        if self.draft:
            self.draft.close()
            self.draft = None

    async def _open(self, plan_id: str) -> None:
        async with self._turn:
            self._let_go()
            try:
                self.plans = await asyncio.to_thread(plans_of, self.programme, self.kit.shelf)
                plan_id = plan_id or await asyncio.to_thread(self._next_plan)
                self.draft, self.day = await asyncio.to_thread(self._read, plan_id)
            except StoreProblem as problem:
                self.query_one("#words", Words).say(str(problem))
                return
        self._show(("blocks", -1))
        self._tell("Right and Left give and take 5 minutes. Enter changes anything else.")
        if not self.draft:
            self._tell("Another window has this programme open, so the plan can only be read here.", refused=True)

    def _next_plan(self) -> str:
        """The id of the plan whose workshop comes next."""
        history = read_history(self.programme.folder, self.programme.keys)
        return next_plan(self.programme, self.kit.shelf, self.plans, history).id

    def _read(self, plan_id: str) -> tuple[Draft | None, Day]:
        """The plan, open for changes; or only to read, where another window has the programme."""
        try:
            draft = Draft(self.programme, self.kit.shelf, self.kit.world, plan_id)
        except StoreProblem:
            shelf = with_programme(self.kit.shelf, self.programme)
            plan = next((plan for plan in self.plans if plan.id == plan_id), self.plans[0])
            return None, look(shelf.script(plan))
        return draft, look(draft.script, draft.schedule, draft.warnings)

    # Showing

    def _show(self, at: Spot) -> None:
        """Show the day as it is now, with the block at a spot highlighted, or the nearest that is there."""
        if self.day is None:
            return
        self._rows = rows_of(self.day)
        self.query_one(Choices).choose_from([row.option for row in self._rows], self._place(at))
        self.query_one("#sums", Words).say(sums(self.day))

    def _place(self, at: Spot) -> int:
        if at == ("blocks", -1):
            return 0
        near = [place for place, row in enumerate(self._rows) if row.spot and row.spot <= at and row.spot[0] == at[0]]
        return near[-1] if near else 0

    def _tell(self, words: str, *, refused: bool = False) -> None:
        self.query_one("#notice", Words).say(f"! {words}" if refused else words, layout=False)

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

    @property
    def number(self) -> str:
        """The number of the block that is highlighted; empty where none is."""
        place = self.query_one(Choices).highlighted
        return self._rows[place].number if place is not None and place < len(self._rows) else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done just now: another plan only where there is one, and changes only where they can be kept."""
        if action == "other":
            return len(self.plans) > 1
        if action in ("undo", "redo"):
            return bool(self.draft and (self.draft.to_undo if action == "undo" else self.draft.to_redo))
        if action in EDITS:
            return self.draft is not None and (action == "add" or self.spot is not None)
        return True

    # Changing

    def change(self, act: Callable[[Draft], Planned], then: Then | None = None, said: str = "Kept") -> None:
        """Make one change, behind those that are not kept yet. `then` says which block is highlighted after it."""
        self.run_worker(self._change(act, then, self.spot or ("blocks", 0), said))

    async def _change(self, act: Callable[[Draft], Planned], then: Then | None, at: Spot, said: str) -> None:
        async with self._turn:
            if self.draft is None:
                return
            draft, before, last = self.draft, self.draft.plan, self.draft.to_undo
            outcome, day = await asyncio.to_thread(_done, act, draft)
            self.day = day or self.day
        self.heard += 1
        if isinstance(outcome, Refusal):
            self._tell(str(outcome), refused=True)
        else:
            with self.app.batch_update():
                self._show(then(before, outcome) if then else at)
                did = last if said == "Undone" else draft.to_undo
                self._tell(f"✓ {said}: {did}." if outcome != before and did else "")

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


def _done(act: Callable[[Draft], Planned], draft: Draft) -> tuple[Planned, Day | None]:
    """Make a change; gives what came of it and how the day looks then."""
    outcome = act(draft)
    return outcome, None if isinstance(outcome, Refusal) else look(draft.script, draft.schedule, draft.warnings)
