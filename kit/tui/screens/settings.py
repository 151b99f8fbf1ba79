"""The settings: a few lines, each changed by Enter and kept at once."""

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.settings import CHOICES
from kit.desk.settings import LINES as LINES
from kit.tui.choices import Choices, option
from kit.tui.frame import page
from kit.tui.screens.kept_at_once import KeptAtOnce

_NOTES = 34


class SettingsScreen(KeptAtOnce):
    """What can be set."""

    ABOUT = "What you set here is kept on this laptop alone."
    FIRST = "Enter changes a line. It is kept at once."

    @property
    def where(self) -> tuple[str, ...]:
        """Settings."""
        return ("Settings",)

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield page(*self.parts())

    def rows(self) -> Iterable[Option]:
        """Each setting as it is."""
        for name, words, values in LINES:
            yield option(name, words, values[getattr(self.kit.settings, name)], width=_NOTES)
        changed = len(self.kit.settings.keys)
        yield option("keys", "Keys", f"{changed} changed" if changed else "give a command another key", width=_NOTES)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        name = str(event.option.id)
        if name == "keys":
            from kit.tui.screens.keys import KeysScreen

            self.app.push_screen(KeysScreen())
            return
        values = CHOICES[name]
        now = values.index(getattr(self.kit.settings, name))
        self.kit.settings = replace(self.kit.settings, **{name: values[(now + 1) % len(values)]})
        if name == "theme":
            self.kit.show_theme()
        elif name == "lock_after":
            self.kit.watch_idle()
        self.show_rows()
        self.keep()
