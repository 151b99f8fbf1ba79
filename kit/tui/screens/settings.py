"""The settings: a few lines, each changed by Enter and kept at once."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.settings import CHOICES, save_settings
from kit.store import StoreProblem
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen, page
from kit.tui.text import Words

_NOTES = 34
LINES: tuple[tuple[str, str, dict[Any, str]], ...] = (
    ("theme", "Colours", {"ink": "ink: light words on black", "paper": "paper: dark words on white"}),
    ("clock", "Clock while running", {
        "words": "counts up, such as: 7 minutes of 10 used here", "left": "counts down, such as: 3 minutes of 10 left here",
        "calm": "words and no digits", "off": "no clock"}),
    ("room_clock", "Clock of the second screen", {
        "left": "counts down: minutes left", "used": "counts up: minutes used", "words": "words and no digits",
        "shape": "a shape that fills, and no digits", "off": "no clock"}),
    ("profile", "Letters on paper", {
        "clear": "clear, 14 point", "large": "large, 18 point", "giant": "giant, 24 point",
        "dyslexia": "dyslexia: wider letters and lines", "easy": "easy: 16 point, with pictures"}),
    ("paper", "Paper", {"A4": "A4", "Letter": "Letter", "A5": "A5"}),
    ("language", "Language of sheets", {"en-GB": "English", **{tag: f"{name}, to be checked by a reader of it" for tag, name in (
        ("cy", "Welsh"), ("pl", "Polish"), ("ar", "Arabic"), ("ur", "Urdu"), ("hi", "Hindi"), ("bn", "Bengali"))}}),
    ("mouse", "Mouse (from the next start)", {True: "the kit has it", False: "left to the terminal, to select text"}),
    ("lock_after", "Ask for the passphrase again", {
        0: "only when the kit is opened", **{n: f"when nobody has typed for {n} minutes" for n in (5, 10, 20, 60)}}),
    ("plain", "Plain mode (from the next start)", {
        False: "no: this screen", True: "yes: full sentences, one line at a time; works with a screen reader"}),
)
"""Each setting with its name and the words for what it can be."""


class SettingsScreen(KitScreen):
    """What can be set."""

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

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        name = str(event.option.id)
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
