"""The prompt: the words for the room, what to say, do and watch for, and what only the facilitator sees."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from kit.model import Prompt
from kit.model.text import counted
from kit.tui.running.commands import WORDS_DOWN
from kit.tui.running.room_plan import RoomPlan
from kit.tui.text import Content, Words, beside, plain, styled

if TYPE_CHECKING:
    from kit.tui.kitapp import KitApp

ROWS = ("all", "you", "room", "say", "do", "watch", "private")
_LABELS = {"all": "For all", "you": "For you", "room": "The room", "say": "Say", "do": "Do", "watch": "Watch for",
           "private": "Only you\nsee this"}


class PromptPane(VerticalScroll, can_focus=False):
    """The step that the room is in. It scrolls; PageUp and PageDown reach it from the answer line."""

    def compose(self) -> ComposeResult:
        """A title, then a row for each kind of words."""
        yield Words(id="title")
        for name in ROWS:
            yield Horizontal(Words(styled(_LABELS[name], "$label"), classes="label"), Words(classes="words"),
                             id=f"row-{name}", classes="row")
            if name == "you":
                yield RoomPlan()
        yield Words(id="more")

    def show(self, prompt: Prompt, aim: str) -> None:
        """Show a prompt. Rows with nothing to say are left out."""
        self.query_one("#title", Words).say(title(prompt, aim))
        words = dict(parts(prompt))
        if self.query_one(RoomPlan).show(prompt.ask.tables):
            self.call_after_refresh(self.start_again)
        for name in ROWS:
            row = self.query_one(f"#row-{name}")
            row.display = name in words
            if name in words:
                row.query_one(".words", Words).say(words[name])
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Put air between the rows where there is room for it."""
        rows = [row for row in self.query(".row") if row.display]
        needed = self.query_one("#title").size.height + sum(row.size.height + 1 for row in rows)
        self.set_class(needed <= self.size.height, "-airy")
        self.call_after_refresh(self._sign)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say whether there is more below."""
        super().watch_scroll_y(old_value, new_value)
        self._sign()

    def _sign(self) -> None:
        """Name the key where words are out of sight below."""
        for more in self.query("#more").results(Words):
            more.display = self.scroll_y < self.max_scroll_y
            if more.display:
                more.say(f"▼ More below: {cast('KitApp', self.app).key_of(WORDS_DOWN)}")

    def on_resize(self) -> None:
        """The room has changed."""
        self.call_after_refresh(self.fit)

    def start_again(self) -> None:
        """Back to the first line."""
        self.scroll_home(animate=False)


def parts(prompt: Prompt) -> Iterator[tuple[str, str]]:
    """Every kind of words that this prompt has."""
    ask = prompt.ask
    words = {
        "all": "\n".join(ask.room_facts) if ask.room_facts != ask.so_far and not ask.tables else "", "you": "\n".join(ask.facts),
        "room": prompt.room, "say": prompt.say, "do": prompt.do, "watch": prompt.watch, "private": prompt.private,
    }
    yield from ((name, text) for name, text in words.items() if text)


def title(prompt: Prompt, aim: str) -> Content:
    """The block's title, which step it is, and its aim."""
    notes = [f"step {prompt.step} of {prompt.steps}"] if prompt.steps > 1 else []
    notes += [f"about {counted(prompt.minutes, 'minute')}"] if prompt.minutes else []
    head = beside(styled(prompt.title, "bold"), "   " if notes else "", styled(", ".join(notes), "$quiet"))
    rows = [head]
    if aim and prompt.step == 1:
        rows.append(styled(aim, "$quiet"))
    if prompt.load == "high":
        rows.append(plain("This can stir feelings. Leave time to land."))
    return Content("\n").join(rows)
