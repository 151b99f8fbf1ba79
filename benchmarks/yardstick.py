"""The yardstick: the smallest Textual app that paints a word and answers a key. Everything is a ratio to it."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Yardstick(App[None]):
    """Paints READY and counts keys."""

    keys = 0

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static("READY 0", id="word")

    def on_key(self) -> None:
        """Count."""
        self.keys += 1
        self.query_one("#word", Static).update(f"READY {self.keys}")


if __name__ == "__main__":
    Yardstick().run()
