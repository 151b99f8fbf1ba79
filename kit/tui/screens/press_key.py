"""A small window that waits for one key, for a command to have."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from kit.tui.commands import LEAVE_LINE, Command
from kit.tui.small_window import SmallWindow
from kit.tui.text import Words, styled

OWN = "backspace"
"""The key that gives a command its own keys again."""


class PressKey(SmallWindow[str | None]):
    """Gives the key that was pressed, by Textual's name; `OWN` for the command's own; None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [LEAVE_LINE.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, command: Command, now: str) -> None:
        super().__init__()
        self._command = command
        self._now = now

    def compose(self) -> ComposeResult:
        """Which command it is, and what to press."""
        with Vertical(classes="box"):
            yield Words(styled(self._command.label, "$label bold"))
            yield Words(f"{self._command.help} Its key is {self._now}.")
            yield Words("Press the key that it should have: a function key, or Ctrl or Alt with a letter.")
            yield Words("Backspace gives it its own key again. Esc goes back.", classes="keys")

    def on_key(self, event: events.Key) -> None:
        """Any key is an answer, but Escape."""
        if event.key != "escape":
            event.stop()
            self.dismiss(event.key)

    def action_cancel(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
