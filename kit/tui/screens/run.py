"""Running a workshop: the run sheet, the prompt, the answer. The screen shows and hands over; it decides nothing.

"Saved" is said only when a `Change` has come back, which means that it is on the disk.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kit.desk.outputs import said_aloud
from kit.desk.pictures import dropped
from kit.desk.programmes import is_practice
from kit.desk.running_words import arrival_words
from kit.desk.workshop import Answered, Workshop
from kit.engine.calm import said
from kit.model import Refusal
from kit.model.text import clean_line
from kit.tui.frame import WIDE, KitScreen
from kit.tui.running.answering import Answering
from kit.tui.running.at_any_time import AtAnyTime
from kit.tui.running.commands import BLANK, COMMANDS, LATE, MADE_UP
from kit.tui.running.filing import file_picture
from kit.tui.running.on_the_day import OnTheDay
from kit.tui.running.practice import made_up
from kit.tui.running.prompt_pane import PromptPane
from kit.tui.running.room_plan import RoomPlan, swapping
from kit.tui.running.run_sheet import RunSheet, now_line
from kit.tui.running.second import blank_second, point_second
from kit.tui.running.taking import Asked, Taking
from kit.tui.screens.choose import Choose
from kit.tui.text import Words

TICK = 20.0
"""Seconds between two looks at the clock. It repaints only when its words have changed."""


BEHIND = 3
"""Minutes behind from which on the clock names the key that helps."""


class RunScreen(AtAnyTime, OnTheDay, KitScreen):
    """One workshop, from the first prompt to the last."""

    ABOUT = "A running workshop. Every answer is on the disk before you read Saved."
    CSS_PATH = "run.tcss"
    COMMANDS_HERE = COMMANDS
    BINDINGS = [c.binding for c in COMMANDS]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = ""

    def __init__(self, workshop: Workshop, typed: str = "") -> None:
        """`typed`: words that somebody had typed and not entered when this workshop was locked."""
        super().__init__()
        self.workshop = workshop
        self._typed = typed
        self.taking = Taking(workshop)
        self._place: tuple[int, int] | None = None
        self._practice = is_practice(workshop.programme)
        self._hidden_clock = "off"
        """How the clock was shown before it was hidden."""
        self.heard = 0
        """How many commands have come back, saved or refused."""

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.workshop.programme.name, "Run")

    def top(self) -> Widget:
        """The top line, with the clock at its end."""
        return Horizontal(Words(id="where"), Words(id="clock"), classes="top")

    def body(self) -> Iterable[Widget]:
        """The run sheet at one side, the step at the other."""
        yield Words(id="time-line")
        yield Horizontal(RunSheet(), Vertical(PromptPane(), Answering(), id="step"), id="desk")

    def on_mount(self) -> None:
        """Show where the workshop stands."""
        self.set_interval(TICK, self.show_clock)
        self.show_step()
        self.answering.line.fill(self._typed)
        if told := self.workshop.told:
            self.answering.tell(" ".join(told))
        elif self.workshop.resumed:
            self.answering.tell(f"Going on from before. {self.workshop.answers} answers are kept.")
        elif self._practice:
            self.answering.tell(f"For practice: {self.kit.key_of(MADE_UP)} lets made-up people answer.")

    def on_unmount(self) -> None:
        """However the screen goes, the programme is let go."""
        self.taking.let_go()

    @property
    def answering(self) -> Answering:
        """Where answers are taken."""
        return self.query_one(Answering)

    def show_step(self) -> None:
        """Show the prompt as it is now."""
        prompt, plan = self.workshop.prompt, self.workshop.script.plan
        block = plan.blocks[prompt.block - 1] if 1 <= prompt.block <= len(plan.blocks) else None
        with self.app.batch_update():
            pane = self.query_one(PromptPane)
            pane.show(prompt, block.aim if block else "")
            if (prompt.block, prompt.step) != self._place:
                pane.start_again()
                self.query_one(RunSheet).show(plan, prompt.block, self.workshop.timing.shift)
            self._place = (prompt.block, prompt.step)
            self.answering.show(prompt.ask, events=len(self.workshop.events), paused=self.workshop.paused,
                                resting=self.workshop.resting)
            self.show_frame()

    def show_clock(self) -> None:
        """Say how the time stands, in words, where the clock is wanted."""
        if not self.taking.busy:
            look = "off" if self.workshop.over else self.kit.settings.clock
            place = "#time-line" if self.size.width < WIDE else "#clock"
            timing = self.workshop.timing
            time = said(timing, look)
            hint = f" {self.kit.key_of(LATE)}: what now?" if timing.behind >= BEHIND and not self.workshop.over else ""
            self.query_one(place, Words).say(f"{time}{hint}" if time else "")

    def show_frame(self) -> None:
        """In a narrow window the first line is the run sheet, with the practice key, and the time has the second."""
        super().show_frame()
        if self.size.width < WIDE:
            self.query_one("#where", Words).say(now_line(self.workshop.script.plan, self.workshop.prompt.block), layout=False)
            practice = f"{self.kit.key_of(MADE_UP)} {MADE_UP.label}" if self.check_action(MADE_UP.action, ()) else ""
            self.query_one("#clock", Words).say(practice)
        self.show_clock()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done just now."""
        ask, paused = self.workshop.prompt.ask, self.workshop.paused
        match action:
            case "done":
                return ask.many and not paused
            case "made_up":
                return self._practice and not paused and not self.workshop.over
            case "pause" | "late":
                return not self.workshop.over and (action == "late" or not paused)
            case "rest" | "slow_down":
                return bool(self.workshop.prompt.block_id) and not paused
            case "carry_on":
                return paused
            case "skip" | "go_to":
                return not paused and self.workshop.begun and not (action == "skip" and self.workshop.over)
        return True

    # Giving something to the workshop

    def take(self, command: Callable[[], Answered], told: str = "", typed: str = "", asked: Asked | None = None) -> None:
        """Give the workshop a command, behind those that are not saved yet. With `asked`, only if that is asked then."""
        self.run_worker(self._take(command, told, typed, asked))

    async def _take(self, command: Callable[[], Answered], told: str, typed: str, asked: Asked | None) -> None:
        kept = await self.taking.take(command, asked)
        if kept is None:
            self._drop(typed)
        else:
            self._hear(kept, told, typed)

    def _drop(self, typed: str) -> None:
        """Take nothing, as this was for another question, and show the one that is asked. Words go back to the line."""
        self.show_step()
        if typed:
            self.answering.tell("The question has changed since you typed this. Enter it again if it fits.", refused=True)
            self.answering.line.give_back(typed)

    def _hear(self, kept: Answered, told: str, typed: str) -> None:
        """Say what came of a command."""
        self.heard += 1
        if isinstance(kept, Refusal):
            self.answering.tell(str(kept), refused=True)
            if typed:
                self.answering.line.give_back(typed)
            return
        if kept.event.kind == "arrived":
            told = arrival_words(self.workshop.records)
        own = kept.added and not (told and kept.event.kind in ("arrived", "left"))
        what = f"Saved: {clean_line(said_aloud(kept.added[-1]))}" if own else told or "Saved."
        with self.app.batch_update():
            self.show_step()
            self.answering.tell(f"✓ {what}")

    @on(Answering.Given)
    def _given(self, message: Answering.Given) -> None:
        if message.asked.ask.makes == "drawing" and (found := dropped(message.typed)):
            self.once(lambda: file_picture(self, *found))
        elif message.typed.strip() or not self.taking.busy:
            self.take(lambda: self.workshop.answer(message.value), typed=message.typed, asked=message.asked)

    @on(Answering.Wanted)
    def _wanted(self, message: Answering.Wanted) -> None:
        if message.typed or (not self.taking.busy and self.taking.stands(message.asked)):
            getattr(self, f"action_{message.action}")()

    @on(RoomPlan.Swap)
    def _swap(self, message: RoomPlan.Swap) -> None:
        self.take(swapping(self.workshop, (message.one, message.two)), asked=self.answering.asked)

    def action_made_up(self) -> None:
        """Let made-up people answer."""
        self.take(made_up(self.workshop))

    def action_done(self) -> None:
        """No more of these."""
        self.take(self.workshop.done, asked=self.answering.asked)

    def action_skip(self) -> None:
        """Leave this step."""
        self.take(self.workshop.skip, "Skipped. What was said so far is kept.", asked=self.answering.asked)

    def action_undo(self) -> None:
        """Take back the last answer."""
        self.take(self.workshop.undo, "Undone. This is where you were before.")

    def action_pause(self) -> None:
        """Everything stands still."""
        self.take(self.workshop.pause, "Paused.")

    def action_carry_on(self) -> None:
        """Go on after a pause."""
        self.take(self.workshop.carry_on, "Going on.")

    def action_go_to(self) -> None:
        """Choose another part of the plan."""
        blocks = self.workshop.script.plan.blocks
        here = self.workshop.prompt.block

        def go(place: int | None) -> None:
            if place is not None:
                self.take(lambda: self.workshop.go_to(place + 1), "Moved. What was made so far is kept.")

        rows = tuple(f"{n}  {b.title}{'   (now)' if n == here else ''}" for n, b in enumerate(blocks, 1))
        self.app.push_screen(Choose("Go to which part?", rows, at=min(max(here, 0), len(rows) - 1)), go)

    def action_second(self) -> None:
        """Say how to open the second screen, and choose what it shows."""
        self.once(lambda: point_second(self.workshop, self.app, self.answering.tell))

    def action_blank(self) -> None:
        """Blank the second screen, or show it again."""
        self.run_worker(blank_second(self.workshop, self.kit.key_of(BLANK), self.answering.tell))

    # Looking and leaving

    def action_clock(self) -> None:
        """Hide the clock, or show it again."""
        settings = self.kit.settings
        shown = "words" if self._hidden_clock == "off" else self._hidden_clock
        self.kit.settings = replace(settings, clock=shown if settings.clock == "off" else "off")
        self._hidden_clock = settings.clock
        self.show_clock()

    def action_words_up(self) -> None:
        """Move the words of this step."""
        self.query_one(PromptPane).scroll_page_up(animate=False)

    def action_words_down(self) -> None:
        """Move the words of this step. After their end, go on where nothing else is asked: a clicker has no other key for it."""
        pane = self.query_one(PromptPane)
        if pane.scroll_y < pane.max_scroll_y:
            pane.scroll_page_down(animate=False)
        else:
            self.answering.go_on()

    def action_made(self) -> None:
        """See what the room made."""
        from kit.tui.screens.outputs import OutputsScreen

        self.app.push_screen(OutputsScreen(self.workshop.programme))

    def action_print(self) -> None:
        """Print the sheets."""
        from kit.tui.screens.printing import PrintScreen

        self.app.push_screen(PrintScreen(self.workshop.programme, self.workshop.keep_layouts))

    def may_leave(self) -> bool:
        """Once is a question, twice is an answer: a key pressed by mistake must not stop a workshop."""
        if self.workshop.over:
            return super().may_leave()
        if self.kit.twice.again():
            return True
        unsaved = "The words in the line are not entered yet. " if self.answering.typed else ""
        self.answering.tell(f"{unsaved}Press {self.kit.twice.key or 'the key'} again to leave. "
                            "You can go on with this workshop at any time.", refused=True)
        return False

    def action_back(self) -> None:
        """Leave for now."""
        if self.may_leave():
            self.taking.let_go()
            super().action_back()
