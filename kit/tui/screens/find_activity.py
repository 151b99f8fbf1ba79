"""A small window that finds an activity on the shelf while somebody types, or makes a plain part of the words."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from kit.desk.plan_acts import is_rest
from kit.desk.searching import about, search
from kit.model import Activity
from kit.model.text import clean_line
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices, option
from kit.tui.commands import LEAVE_LINE
from kit.tui.small_window import SmallWindow
from kit.tui.text import Words, styled

_MOST = 60
"""Rows that are shown. More words find fewer."""


class FindActivity(SmallWindow[str | None]):
    """Gives the id of an activity, or the title of a plain part, or None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [LEAVE_LINE.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, activities: tuple[Activity, ...]) -> None:
        super().__init__()
        self._activities = activities
        self._found: list[str] = []
        self._before: tuple[list[str], int | None] = ([], None)
        """What was found before the last letter, and which of it had the mark."""

    def compose(self) -> ComposeResult:
        """A line to type in and what fits it."""
        with Vertical(classes="box"):
            yield Words(styled("What do you want to add?", "$label bold"))
            yield AnswerLine()
            yield Choices()
            yield Words("Type words, or family:caring, min:20, people:12, load:low, power:chance, practice:34. Arrows move, "
                        "Enter adds, Esc goes back.", classes="keys")

    def on_mount(self) -> None:
        """Show the whole shelf at first."""
        self._show("")

    def _show(self, typed: str) -> None:
        choices = self.query_one(Choices)
        self._before = (self._found, choices.highlighted)
        found = search(self._activities, typed)[:_MOST]
        rows = [option("", f"{about(activity)}") for activity in found]
        title = clean_line(typed)
        self._found = [activity.id for activity in found]
        if title:
            place = 0 if is_rest(title) else len(rows)
            self._found.insert(place, title)
            rows.insert(place, option("", f"A plain part: {title}"))
        choices.choose_from(rows)

    @on(AnswerLine.Changed)
    def _typing(self, event: AnswerLine.Changed) -> None:
        self._show(event.value)

    @on(AnswerLine.Submitted)
    def _entered(self, event: AnswerLine.Submitted) -> None:
        """Take the row with the mark. The line has been emptied by then, so it is the row from before that."""
        found, place = self._before if event.value else (self._found, self.query_one(Choices).highlighted)
        self._take(found, place)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self._take(self._found, event.option_index)

    def _take(self, found: list[str], place: int | None) -> None:
        self.dismiss(found[place] if place is not None and place < len(found) else None)

    def action_move(self, by: int) -> None:
        """Move the mark while the line keeps the keys."""
        choices = self.query_one(Choices)
        if choices.option_count:
            choices.highlighted = ((choices.highlighted or 0) + by) % choices.option_count

    def on_key(self, event: events.Key) -> None:
        """The arrows belong to the list, also while somebody types."""
        if event.key in ("up", "down"):
            event.stop()
            self.action_move(1 if event.key == "down" else -1)

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
