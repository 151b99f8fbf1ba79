"""The terminal's own cursor follows the focus, for braille displays, magnifiers and input methods.

Textual moves the cursor to `App.cursor_position` after each paint, but keeps it hidden, and only text fields set it.
"""

from typing import Protocol, runtime_checkable

from textual.app import App
from textual.geometry import Offset

SHOW = "\x1b[?25h"


@runtime_checkable
class Points(Protocol):
    """A widget that knows where in it the cursor belongs."""

    def point(self) -> None:
        """Put the cursor there."""


@runtime_checkable
class Writes(Protocol):
    """A widget to type in: it knows where the next letter goes."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """That place on the screen."""


def show_cursor(app: App[int]) -> None:
    """Make the terminal's cursor visible. Once is enough."""
    _write(app, SHOW)


def point_at(app: App[int], place: Offset) -> None:
    """Put the cursor at a place of the screen, now and after every paint."""
    app.cursor_position = place
    _write(app, f"\x1b[{place.y + 1};{place.x + 1}H")


def follow_focus(app: App[int]) -> None:
    """Put the cursor where the focus is: in a line where the next letter goes, in a list on the mark, else at the first row.

    Where nothing has the focus, as on a card that only waits for a key, it is at the first words.
    """
    widget = app.screen.focused or next(iter(app.screen.query("Words").exclude(".top")), None)
    if isinstance(widget, Writes):
        point_at(app, widget.cursor_screen_offset)
    elif isinstance(widget, Points):
        widget.point()
    elif widget is not None:
        point_at(app, widget.content_region.offset)


def _write(app: App[int], sequence: str) -> None:
    if not app.is_headless and app._driver is not None:
        app._driver.write(sequence)
        app._driver.flush()
