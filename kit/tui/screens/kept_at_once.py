"""A list of settings: each change is kept at once, one save after another, and said under the list."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.settings import save_settings
from kit.store import StoreProblem
from kit.tui.choices import Choices
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen
from kit.tui.text import Words


class KeptAtOnce(KitScreen):
    """One list whose changes go to the laptop's settings. A screen of its own gives its `rows` and says what a choice does."""

    BINDINGS = [BACK.binding]  # noqa: RUF012 - Textual's own type
    FIRST: ClassVar[str]
    """What Enter does here, above the list."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = asyncio.Lock()
        """One save after another, so that the last change is the one that stays."""

    def parts(self) -> tuple[Widget, ...]:
        """The sentence, the list, and what came of a change."""
        return Words(self.FIRST, classes="about"), Choices(), Words(classes="told")

    def rows(self) -> Iterable[Option]:
        """The list as it stands."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show what is set."""
        self.show_rows()

    def show_rows(self) -> None:
        """Show the list anew, where it was."""
        choices = self.query_one(Choices)
        choices.choose_from(self.rows(), choices.highlighted or 0)

    def keep(self) -> None:
        """Write the settings to the disk, and say so once they are there."""
        self.run_worker(self._keep())

    async def _keep(self) -> None:
        try:
            async with self._turn:
                await asyncio.to_thread(save_settings, self.kit.home, self.kit.settings)
        except StoreProblem as problem:
            self.tell(f"! {problem}")
            return
        self.tell("✓ Saved.")

    def tell(self, words: str) -> None:
        """Say something under the list."""
        self.query_one(".told", Words).say(words)
