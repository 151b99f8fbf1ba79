"""Printing in plain mode: how it is printed, which sheets, and what comes of it, as one numbered list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kit.desk.library import Shelf
from kit.desk.paper import Order, print_pack
from kit.desk.paper_preview import SheetPreview, preview, sheet_words
from kit.desk.settings import CHOICES, Settings
from kit.line.voice import Voice
from kit.model.text import clean_line, counted
from kit.store import Programme

Choices = list[tuple[str, Callable[[], None]]]


class PrintMenu:
    """One order, changed line by line until somebody makes it or goes back."""

    def __init__(self, programme: Programme, shelf: Shelf, settings: Settings, voice: Voice,
                 folder: Callable[[], Path | None]) -> None:
        """`folder` asks where the sheets go; None for the programme's own prints."""
        self._programme = programme
        self._shelf = shelf
        self._voice = voice
        self._folder = folder
        self._order = Order(profile=settings.profile, paper=settings.paper, language=settings.language)
        self._left_out: set[str] = set()
        self._seen: tuple[Order, tuple[SheetPreview, ...]] | None = None

    def choices(self) -> Choices:
        """What can be done just now."""
        order, sheets = self._order, self._sheets()
        wanted = [sheet for sheet in sheets if sheet.key not in self._left_out]
        pages = sum(sheet.pages for sheet in wanted)
        return [
            (f"Make the PDFs: {counted(len(wanted), 'file')}, {counted(pages, 'page')} to print", self._make),
            (f"People to print for: {order.people or 'as many as come'}. Change it", self._people),
            (f"Letters: {order.profile}. Change it", lambda: self._turn("profile")),
            (f"Paper: {order.paper}. Change it", lambda: self._turn("paper")),
            (f"Language of our own words: {order.language}. Change it", lambda: self._turn("language")),
            (f"Your private notes on the run sheet: {'yes' if order.notes else 'no'}. Change it", self._notes),
            ("Hear the words of a sheet before it is made", lambda: self._hear(sheets)),
            *((self._said(sheet), lambda key=sheet.key: self._left_out.symmetric_difference_update({key}))
              for sheet in sheets)]

    def _sheets(self) -> tuple[SheetPreview, ...]:
        if self._seen is None or self._seen[0] != self._order:
            sheets = preview(self._programme, self._shelf, self._order)
            if self._seen is None:  # of a day that is over, only what tells of it
                self._left_out = {sheet.key for sheet in sheets if not sheet.ready}
            self._seen = self._order, sheets
        return self._seen[1]

    def _said(self, sheet: SheetPreview) -> str:
        much = f"{counted(sheet.copies, 'copy', 'copies')}, {counted(sheet.pages, 'page')}"
        now, other = ("no", "Print it") if sheet.key in self._left_out else ("yes", "Leave it out")
        large = f", {sheet.profile} print" if sheet.profile != self._order.profile else ""
        return f"{clean_line(sheet.title)}{large}: {now}, {much}. {other}"

    def _turn(self, what: str) -> None:
        choices = CHOICES[what]
        after = choices[(choices.index(getattr(self._order, what)) + 1) % len(choices)]
        self._order = replace(self._order, **{what: after})

    def _notes(self) -> None:
        self._order = replace(self._order, notes=not self._order.notes)

    def _people(self) -> None:
        number = (self._voice.ask("How many people do you print for? A number from 1 to 500.") or "").strip()
        if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= 500:
            self._order = replace(self._order, people=int(number))
        else:
            self._voice.say("That is no number from 1 to 500. Nothing was changed.")

    def _hear(self, sheets: Sequence[SheetPreview]) -> None:
        self._voice.say(*(f"{number}. {clean_line(sheet.title)}." for number, sheet in enumerate(sheets, 1)))
        number = (self._voice.ask(f"Which sheet? Type a number from 1 to {len(sheets)}.") or "").strip()
        if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= len(sheets):
            words = sheet_words(self._programme, self._shelf, self._order, sheets[int(number) - 1].name)
            self._voice.say(*words.splitlines())
        else:
            self._voice.say("That is none of the numbers.")

    def _make(self) -> None:
        if all(sheet.key in self._left_out for sheet in self._sheets()):
            self._voice.say("No sheet is chosen. Choose at least one.")
            return
        order = replace(self._order, without=frozenset(self._left_out))
        for printed in print_pack(self._programme, self._shelf, order, self._folder(),
                                  progress=lambda done, total, title: self._voice.say(f"{done} of {total} sheets done.")):
            self._voice.say(f"{printed.path}, {counted(printed.to_print, 'page')} to print.", printed.warning)
