"""Where answers are taken: the question, what was taken so far, a line or a list, how to answer, and what came of it."""

from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets.option_list import Option

from kit.engine import how_to_answer
from kit.model import Ask, Form
from kit.model.text import listed
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices, option
from kit.tui.running.echo import echo
from kit.tui.running.taking import NOTHING, Asked
from kit.tui.text import Content, Words, lines, styled

WORDS_THAT_ACT = ("done", "skip")
"""Typed alone, these are commands, as the sentences under the line say. In quotes they are answers."""

_LAST = 12
"""Answers of this question that are shown again. Painting hundreds at each key would make the kit slow on a long day."""

_BLANKS = "full_stop"
"""A key of clickers. In a line that is empty it is no answer."""

_ENTER = "(press Enter)"
_AT_THE_TABLES = " Tab goes to the names: Enter on two of them, and they change places."
_PAUSED = "Paused. No time counts. Take the time you need."
_RESTING = "A break. Carry on when people are back."
_BY_LABEL = (Form.SOME, Form.LABELLED, Form.TALLY, Form.ORDER)
AFTERWARDS = (("made", "See what we made"), ("print", "Print the sheets"), ("back", "Back to the programme"))
"""What can be done when the workshop is over."""


class Answering(Vertical):
    """Takes answers in whatever form the question has. It checks nothing: it hands over what was typed or chosen."""

    @dataclass
    class Given(Message):
        """An answer was given."""

        value: Any
        typed: str
        asked: Asked

    @dataclass
    class Wanted(Message):
        """Something else is wanted: `done`, `skip`, `carry_on`, `made`, `print` or `back`."""

        action: str
        asked: Asked
        typed: str = ""

    def __init__(self) -> None:
        super().__init__(id="answering")
        self.asked = NOTHING
        """The question that has been painted. A key answers this one, and no other."""
        self.ask: Ask | None = None
        self._acts: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """All parts are there; those a question does not need are not shown."""
        yield Words(id="question")
        with VerticalScroll(id="so-far-box", can_focus=False):
            yield Words(id="so-far")
        yield AnswerLine(id="line", spared=_BLANKS)
        yield Choices(id="choices")
        yield Words(id="how")
        yield Words(id="notice")

    @property
    def line(self) -> AnswerLine:
        """The line to type in."""
        return self.query_one("#line", AnswerLine)

    @property
    def typed(self) -> str:
        """What stands in the line and is not entered yet."""
        return self.line.value if self.line.display else ""

    @property
    def about_this(self) -> str:
        """What is asked now, and how to answer it."""
        many = f" Each line is kept at once. {len(self.ask.so_far)} so far." if self.ask and self.ask.many else ""
        return f"Asked now: {self.ask.question} {how_to_answer(self.ask)}{many}" if self.ask else ""

    def show(self, ask: Ask, *, events: int, paused: bool, resting: int = 0) -> None:
        """Ask this, after so many events. It is `asked` only when it has been painted."""
        self.ask = ask
        self.call_after_refresh(self._painted, Asked(ask, events))
        self.query_one("#question", Words).say(styled(_RESTING if resting else _PAUSED, "bold") if paused else _question(ask))
        self._show_so_far(() if paused else ask.so_far)
        rows = self._rows(ask, paused)
        choices, how = self.query_one(Choices), self.query_one("#how", Words)
        choices.display, self.line.display, how.display = bool(rows), not rows, len(rows) != 1
        if rows:
            how.say("Arrows move. Enter takes the line with the mark." + (_AT_THE_TABLES if ask.tables else ""))
            choices.choose_from(rows)
            choices.focus()
        else:
            how.say(echo(ask, self.line.value))
            self.line.focus()

    def _painted(self, asked: Asked) -> None:
        self.asked = asked

    def go_on(self) -> None:
        """Go on, where only that is asked."""
        if self.ask is not None and self.ask.form is Form.GO and not self._acts:
            self.post_message(self.Given("", "", self.asked))

    def tell(self, words: str, *, refused: bool = False) -> None:
        """Say what came of it, beside the line. A refusal has a mark, and stays until the next answer."""
        taller = refused or self.has_class("-refused")
        self.set_class(refused, "-refused")
        self.query_one("#notice", Words).say(f"! {words}" if refused else words, layout=taller)

    def _rows(self, ask: Ask, paused: bool) -> list[Option]:
        """What there is to choose from, where the question is answered by choosing."""
        if paused:
            self._acts = ("carry_on",)
            return [option("", "Carry on", _ENTER)]
        if ask.form is Form.OVER:
            self._acts = tuple(act for act, _ in AFTERWARDS)
            return [option(act, words) for act, words in AFTERWARDS]
        self._acts = ()
        if ask.form is Form.GO:
            return [option("", "Go on", _ENTER)]
        if ask.form is Form.CHOICE:
            return [option("", f"{place}  {each.words}") for place, each in enumerate(ask.options, 1)]
        return []

    def _show_so_far(self, so_far: tuple[str, ...]) -> None:
        box = self.query_one("#so-far-box")
        box.display = bool(so_far)
        if so_far:
            head = styled(f"So far, {len(so_far)}" + (f"; the last {_LAST} are" if len(so_far) > _LAST else ""), "$quiet")
            self.query_one("#so-far", Words).say(lines(head, *so_far[-_LAST:]))
            box.scroll_end(animate=False, immediate=False)

    @on(AnswerLine.Changed)
    def _typing(self, event: AnswerLine.Changed) -> None:
        event.stop()
        if self.ask is not None and self.line.display:
            self.query_one("#how", Words).say(echo(self.ask, event.value), layout=False)

    @on(AnswerLine.Submitted)
    def _entered(self, event: AnswerLine.Submitted) -> None:
        event.stop()
        word = event.value.strip().casefold()
        if word in WORDS_THAT_ACT:
            self.post_message(self.Wanted(word, self.asked, event.value))
        else:
            inside = word.strip('"')
            typed = inside if inside in WORDS_THAT_ACT and word == f'"{inside}"' else event.value
            self.post_message(self.Given(typed, event.value, self.asked))

    def on_key(self, event: events.Key) -> None:
        """Where one choice after another is taken, its number is enough. A clicker's full stop blanks the second screen."""
        ask = self.ask
        if event.key == _BLANKS and self.line.has_focus and not self.line.value:
            event.stop()
            self.post_message(self.Wanted("blank", self.asked))
        if ask and ask.many and ask.form is Form.CHOICE and event.key in "123456789"[:len(ask.options)]:
            event.stop()
            self.post_message(self.Given(event.key, "", self.asked))

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        event.stop()
        if self._acts:
            self.post_message(self.Wanted(self._acts[event.option_index], self.asked))
        elif self.ask is not None:
            chosen = "" if self.ask.form is Form.GO else str(event.option_index + 1)
            self.post_message(self.Given(chosen, "", self.asked))


def _question(ask: Ask) -> Content:
    """The question, and the labels that an answer to it uses."""
    labels = f"They are {listed([option.words for option in ask.options])}." if ask.form in _BY_LABEL and ask.options else ""
    return lines(styled(ask.question, "bold"), *([styled(labels, "$quiet")] if labels else []))
