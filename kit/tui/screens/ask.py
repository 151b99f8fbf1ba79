"""Small windows that ask for one line."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from kit.desk.flows import Line
from kit.engine import how_to_answer
from kit.engine.answers import read
from kit.model import Ask, Refusal
from kit.tui.answer_line import AnswerLine
from kit.tui.commands import LEAVE_LINE
from kit.tui.small_window import SmallWindow
from kit.tui.text import Content, Words, lines, styled

PICTURE_LINES = 7
"""Lines that a picture above a question may take, so that the question stays in sight on a small screen."""


def blocks(jpeg: bytes, wide: int, no_color: bool) -> Content:
    """A small picture in half blocks. Raises StoreProblem where it cannot be read."""
    from kit.paperin.pictures import pixels
    from kit.tui.half_blocks import in_colour, without_colour

    rows = pixels(jpeg, max(8, wide), 2 * PICTURE_LINES)
    return lines(*(without_colour(rows) if no_color else in_colour(rows)))


class AskLine(SmallWindow[Any]):
    """Asks one question; gives its value, or None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [LEAVE_LINE.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, title: str, ask: Ask, given: str = "") -> None:
        """`given`: words that stand in the line already."""
        super().__init__()
        self._given = given
        self._title = title
        self.ask = ask

    def compose(self) -> ComposeResult:
        """The question, the line, and how to answer."""
        with Vertical(classes="box"):
            yield Words(styled(self._title, "$label bold"))
            yield Words(self.ask.question)
            yield AnswerLine()
            yield Words(classes="notice")
            yield Words(f"{how_to_answer(self.ask)} Enter keeps it. Esc goes back.", classes="keys")

    def on_mount(self) -> None:
        """Begin with the words that are given."""
        self.query_one(AnswerLine).fill(self._given)

    @on(AnswerLine.Submitted)
    def _entered(self, event: AnswerLine.Submitted) -> None:
        value = read(self.ask, event.value)
        if isinstance(value, Refusal):
            notice = self.query_one(".notice", Words)
            notice.display = True
            notice.say(f"! {value}")
            self.query_one(AnswerLine).give_back(event.value)
        else:
            self.dismiss(value)

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)


class AskWords(SmallWindow[str | None]):
    """Asks for one line of a talk; gives it as typed, or None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [LEAVE_LINE.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, line: Line, painted: Content | None = None) -> None:
        """`painted`: a picture of what is to be typed, in half blocks."""
        super().__init__()
        self._line = line
        self._painted = painted

    def compose(self) -> ComposeResult:
        """The question, the line, and how to answer."""
        empty = "It can be empty. " if self._line.may_be_empty else ""
        with Vertical(classes="box"):
            yield Words(styled(self._line.title, "$label bold"))
            if self._painted is not None:
                yield Words(self._painted)
            yield Words(self._line.question)
            yield AnswerLine(password=self._line.unseen)
            yield Words(classes="notice")
            yield Words(f"{empty}Enter takes it. Esc goes back.", classes="keys")

    def on_mount(self) -> None:
        """Begin with what stands there now."""
        self.query_one(AnswerLine).fill(self._line.given)

    @on(AnswerLine.Submitted)
    def _entered(self, event: AnswerLine.Submitted) -> None:
        if event.value.strip() or self._line.may_be_empty:
            self.dismiss(event.value)
            return
        notice = self.query_one(".notice", Words)
        notice.display = True
        notice.say("! Nothing was typed.")

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
