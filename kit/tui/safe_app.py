"""What every app of the kit has: the themes, the guard against escapes, a good end, and one plain sentence where it fails."""

import asyncio
import signal
from collections.abc import Sequence
from os import environ

from rich.text import Text
from textual.app import App
from textual.filter import LineFilter

from kit.tui.crash import sentence
from kit.tui.escapes import NoEscapes
from kit.tui.themes import BARE, INK, PAPER

FAILED = 3
"""Exit code where the kit itself failed."""


class SafeApp(App[int]):
    """An app that shows nobody's words but where it means to."""

    TITLE = "Workshop Kit"

    def __init__(self, theme: str) -> None:
        """`theme` is ink or paper; with NO_COLOR, the terminal's own colours are taken in any case."""
        bare = "NO_COLOR" in environ
        super().__init__(ansi_color=True if bare else None)
        self._escapes = NoEscapes()
        self.animation_level = "none"
        for each in (INK, PAPER, BARE):
            self.register_theme(each)
        self.set_reactive(App.theme, "bare" if bare else theme)  # no watcher, so no second reading of the styles
        self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, after the one that takes escapes out."""
        return [self._escapes, *super().get_line_filters()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The kit's own variables, where a theme does not have them."""
        return dict(INK.variables)

    def end_well(self) -> None:
        """End as on a quit when the terminal closes or the laptop shuts down. To be called when the app is mounted."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name) and not self.is_headless:
                loop.add_signal_handler(getattr(signal, name), self.exit, 0)

    def _handle_exception(self, error: Exception) -> None:
        """Say one plain sentence and close: no traceback, so that nobody's words are on the screen."""
        self._return_code = FAILED
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._exit_renderables.append(Text(sentence(error)))
        self._close_messages_no_wait()
