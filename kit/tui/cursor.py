"""The terminal's own cursor follows the focus, for braille displays, magnifiers and input methods.

Textual moves the cursor to `App.cursor_position` after each paint, but keeps it hidden, and only text fields set it.
"""

from textual.app import App
from textual.geometry import Offset

SHOW = "\x1b[?25h"


def show_cursor(app: App[int]) -> None:
    """Make the terminal's cursor visible. Once is enough."""
    _write(app, SHOW)


def point_at(app: App[int], place: Offset) -> None:
    """Put the cursor at a place of the screen, now and after every paint."""
    app.cursor_position = place
    _write(app, f"\x1b[{place.y + 1};{place.x + 1}H")


def _write(app: App[int], sequence: str) -> None:
    if not app.is_headless and app._driver is not None:
        app._driver.write(sequence)
        app._driver.flush()
