"""The settings: a few lines, each changed by Enter and kept at once."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.settings import CHOICES, save_settings
from kit.desk.settings import LINES as LINES
from kit.store import StoreProblem
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen, page
from kit.tui.text import Words

_NOTES = 34


class SettingsScreen(KitScreen):
    """What can be set."""

    ABOUT = "What you set here is kept on this laptop alone."
    BINDINGS = [BACK.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self) -> None:
        super().__init__()
        self._turn = asyncio.Lock()
        """One save after another, so that the last change is the one that stays."""

    @property
    def where(self) -> tuple[str, ...]:
        """Settings."""
        return ("Settings",)

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield page(Words("Enter changes a line. It is kept at once.", classes="about"), Choices(),
                             Words(classes="told"))

    def on_mount(self) -> None:
        """Show what is set."""
        self._show()

    def _show(self) -> None:
        choices = self.query_one(Choices)
        choices.choose_from(self._rows(), choices.highlighted or 0)

    def _rows(self) -> Iterable[Option]:
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
        self._show()
        self.run_worker(self._keep())

    async def _keep(self) -> None:
        try:
            async with self._turn:
                await asyncio.to_thread(save_settings, self.kit.home, self.kit.settings)
        except StoreProblem as problem:
            self.query_one(".told", Words).say(f"! {problem}")
            return
        self.query_one(".told", Words).say("✓ Saved.")
