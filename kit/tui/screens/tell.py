"""A small window with some lines to read."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from kit.tui.commands import LEAVE_LIST
from kit.tui.small_window import SmallWindow
from kit.tui.text import Words, lines, styled


class Tell(SmallWindow[None]):
    """Shows lines until somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [LEAVE_LIST.binding, ("enter", "cancel", "Back")]  # noqa: RUF012 - Textual's own type

    def __init__(self, title: str, told: tuple[str, ...]) -> None:
        super().__init__()
        self._title = title
        self._told = told

    def compose(self) -> ComposeResult:
        """The lines, which scroll where they have to."""
        with Vertical(classes="box"):
            yield Words(styled(self._title, "$label bold"))
            yield VerticalScroll(Words(lines(*self._told)), classes="told-lines")
            yield Words("Arrows move the words. Enter goes back.", classes="keys")

    def on_mount(self) -> None:
        """The arrows belong to the words."""
        self.query_one(VerticalScroll).focus()

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
