"""A line to type in. What is pasted is kept whole: line ends become spaces, and nothing is dropped."""

from textual import events
from textual.geometry import Region
from textual.widgets import Input

from kit.tui.cursor import follow_focus


class AnswerLine(Input):
    """One line for anybody's words."""

    def __init__(self, *, id: str | None = None, password: bool = False, spared: str = "") -> None:
        """`spared`: a key that is not for the line while it is empty."""
        super().__init__(id=id, compact=True, select_on_focus=False, password=password)
        self._spared = spared
        self.cursor_blink = False

    @property
    def about_this(self) -> str:
        """How a line is used."""
        return "A line to type in. Enter hands over what you typed. What you paste is kept whole, on one line."

    def on_key(self, event: events.Key) -> None:
        """Let go of the key that is not for an empty line."""
        if event.key == self._spared and not self.value:
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take every line of what is pasted, not only the first."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split("\n")).replace("\r", ""))

    async def action_submit(self) -> None:
        """Hand over what is typed. The line is empty at once, so that the next key belongs to the next answer."""
        words, self.value = self.value, ""
        self.post_message(self.Submitted(self, words))

    def give_back(self, words: str) -> None:
        """Put words that could not be taken back in the line, before what was typed since."""
        self.fill(f"{words} {self.value}".rstrip())

    def fill(self, words: str) -> None:
        """Put words in the line, ready to go on typing."""
        self.value = words
        self.cursor_position = len(words)
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """Scroll to the next letter's place: words may be put in before the line has its width."""
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)
        follow_focus(self.app)
