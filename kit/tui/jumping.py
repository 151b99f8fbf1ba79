"""Jumping: a letter at each place of the screen, and the letter takes you there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, digits

from textual import events
from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from kit.tui.choices import Choices
from kit.tui.commands import LEAVE_LIST
from kit.tui.small_window import SmallWindow
from kit.tui.text import Content, Words

_LETTERS = ascii_lowercase + digits


@dataclass(frozen=True, slots=True)
class Target:
    """One place of a screen, and how to get there."""

    place: Offset
    go: Callable[[], object]


def targets(screen: Screen[object]) -> list[Target]:
    """The places of a screen that can be jumped to and are in sight, from the top: rows of lists, lines, names."""
    found = [target for widget in screen.focus_chain for target in _in(widget) if screen.region.contains_point(target.place)]
    return sorted(found, key=lambda target: (target.place.y, target.place.x))[:len(_LETTERS)]


def _in(widget: Widget) -> Iterator[Target]:
    if isinstance(widget, Choices):
        for row, place in widget.rows_in_sight():
            yield Target(place, lambda row=row: widget.go_to(row))  # type: ignore[misc]
    elif widget.max_scroll_y or not isinstance(widget, ScrollableContainer):
        yield Target(widget.content_region.offset, widget.focus)


class Jump(SmallWindow[int | None]):
    """Letters over the screen. Gives the place of the target in its list, or None where somebody leaves it."""

    CSS_PATH = "screens/dialog.tcss"
    BINDINGS = [LEAVE_LIST.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, found: Sequence[Target]) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """A letter at each place."""
        for letter, target in zip(_LETTERS, self._found, strict=False):
            mark = Words(Content(f" {letter} "), classes="jump")
            mark.styles.offset = (max(0, target.place.x - 3), target.place.y)
            yield mark

    @property
    def about_this(self) -> str:
        """What the letters are."""
        return "Press the letter of a place to go there. Esc goes back."

    def on_key(self, event: events.Key) -> None:
        """A letter is an answer. Any other key leaves it."""
        if event.key in _LETTERS[:len(self._found)]:
            event.stop()
            self.dismiss(_LETTERS.index(event.key))

    def action_cancel(self) -> None:
        """Stay where we are."""
        self.dismiss(None)
