"""A small window for words over several lines."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from kit.model.text import clean
from kit.tui.text import Words, styled


class LongWords(ModalScreen[str | None]):
    """Gives the words, or None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("ctrl+s,f8", "keep", "Keep"), ("escape", "cancel", "Leave it")]  # noqa: RUF012 - Textual's own type

    def __init__(self, title: str, about: str, given: str) -> None:
        super().__init__()
        self._title, self._about, self._given = title, about, given

    def compose(self) -> ComposeResult:
        """What it is for, the words, and the keys."""
        with Vertical(classes="box"):
            yield Words(styled(self._title, "$label bold"))
            yield Words(self._about, classes="about")
            yield TextArea(clean(self._given), soft_wrap=True, compact=True, classes="long")
            yield Words("Ctrl+S or F8 keeps it. Esc goes back and changes nothing.", classes="keys")

    def on_mount(self) -> None:
        """Begin at the end of what stands there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Give the words."""
        self.dismiss(self.query_one(TextArea).text)

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
