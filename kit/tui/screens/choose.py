"""A small window that asks for one of a few."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from kit.tui.choices import Choices, option
from kit.tui.commands import LEAVE_LIST
from kit.tui.small_window import SmallWindow
from kit.tui.text import Words, styled


class Choose(SmallWindow[int | None]):
    """Gives the place of what was chosen, from 0, or None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [LEAVE_LIST.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, title: str, rows: tuple[str, ...], at: int = 0, about: str = "") -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._at = at
        self._about = about

    def compose(self) -> ComposeResult:
        """The question and the list."""
        with Vertical(classes="box"):
            yield Words(styled(self._title, "$label bold"))
            if self._about:
                yield Words(self._about, classes="about")
            yield Choices()
            yield Words("Arrows move, Enter chooses, Esc goes back.", classes="keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Choices).choose_from([option("", row) for row in self._rows], self._at)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
