"""Printing: which sheets, how large, how many. The files are made in a thread, and the screen says where they lie."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.home import OPEN_SHEETS, sheets_folder
from kit.desk.paper import Order, Printed, SheetPreview, preview, print_pack
from kit.desk.settings import CHOICES
from kit.model import Ask, Form
from kit.model.text import clean_line, counted
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, blank, heading, option
from kit.tui.commands import BACK
from kit.tui.frame import KitScreen, page
from kit.tui.screens.ask import AskLine
from kit.tui.screens.settings import LINES
from kit.tui.text import Content, Words

_NOTES = 52
_TURNED = ("profile", "paper", "language")
"""Parts of an order that Enter moves on to what they can be next."""
_WORDS = {name: words for name, _, words in LINES}
"""The words for what a setting can be, by its name."""


class PrintScreen(KitScreen):
    """What to print, and how."""

    BINDINGS = [BACK.binding]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme
        self.sheets: tuple[SheetPreview, ...] = ()
        self.left_out: set[str] = set()
        self.order = Order()

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Print")

    def body(self) -> Iterable[Widget]:
        """One list, and what came of it."""
        yield page(Words("Enter changes a line. The first line makes the PDFs.", classes="about"), Words(classes="told"),
                   Choices(), Words(id="use"))

    def on_mount(self) -> None:
        """Begin with the settings."""
        self.order = Order(profile=self.kit.settings.profile, paper=self.kit.settings.paper, language=self.kit.settings.language)
        self.look_again()

    def look_again(self) -> None:
        """Ask the desk what would be printed."""
        self.run_worker(self._look(), exclusive=True, group="look")

    async def _look(self) -> None:
        try:
            self.sheets = await asyncio.to_thread(preview, self.programme, self.kit.shelf, self.order)
        except StoreProblem as problem:
            self.tell(f"! {problem}")
        self._show()

    def _show(self) -> None:
        choices = self.query_one(Choices)
        choices.choose_from(self._rows(), choices.highlighted or 0)

    def _rows(self) -> Iterable[Option]:
        wanted = self.wanted
        pages = sum(sheet.pages for sheet in wanted)
        yield option("make", "Make the PDFs", f"{counted(len(wanted), 'file')}, {counted(pages, 'page')}", width=_NOTES)
        yield blank()
        yield heading("How")
        yield option("people", f"People: {self.order.people or 'as many as were counted'}", "how many copies", width=_NOTES)
        yield option("profile", f"Letters: {_WORDS['profile'][self.order.profile]}")
        yield option("paper", f"Paper: {self.order.paper}")
        yield option("language", f"Language of our own words: {_WORDS['language'][self.order.language]}")
        yield option("notes", f"Your private notes on the run sheet: {'yes' if self.order.notes else 'no'}")
        yield blank()
        yield heading("Sheets")
        for place, sheet in enumerate(self.sheets):
            mark = "no " if sheet.name in self.left_out else "yes"
            large = f", {sheet.profile} print" if sheet.profile != self.order.profile else ""
            title = Content(f"{mark}  {clean_line(sheet.title)}{large}")
            much = f"{counted(sheet.copies, 'copy', 'copies')}, {counted(sheet.pages, 'page')}"
            yield option(f"sheet-{place}", title, much, width=_NOTES)

    @property
    def wanted(self) -> tuple[SheetPreview, ...]:
        """The sheets that are not left out."""
        return tuple(sheet for sheet in self.sheets if sheet.name not in self.left_out)

    @on(Choices.OptionHighlighted)
    def _look_at(self, event: Choices.OptionHighlighted) -> None:
        """Say how the sheet under the mark is used."""
        place = (event.option.id or "").removeprefix("sheet-")
        self.query_one("#use", Words).say(self.sheets[int(place)].note if place.isdecimal() else "")

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self.query_one(".told", Words).say(words)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        what = event.option.id or ""
        if what == "make":
            self.once(self._make)
        elif what == "people":
            self._ask_people()
        elif what.startswith("sheet-"):
            self.left_out ^= {self.sheets[int(what.removeprefix("sheet-"))].name}
            self._show()
        else:
            self._turn(what)

    def _turn(self, what: str) -> None:
        """Change one part of the order to its next value."""
        if what == "notes":
            self.order = replace(self.order, notes=not self.order.notes)
        elif what in _TURNED:
            choices = CHOICES[what]
            after = choices[(choices.index(getattr(self.order, what)) + 1) % len(choices)]
            self.order = replace(self.order, **{what: after})
        self.look_again()

    def _ask_people(self) -> None:
        def change(people: int | None) -> None:
            if people:
                self.order = replace(self.order, people=people)
                self.look_again()

        self.app.push_screen(AskLine("People", Ask(Form.NUMBER, "How many people do you print for?", least=1, most=500)), change)

    async def _make(self) -> None:
        if not self.wanted:
            self.tell("! No sheet is chosen. Choose at least one above.")
            return
        out = await self._folder()
        if out is None and self.programme.sealed:
            return
        order = replace(self.order, what=tuple(sheet.name for sheet in self.wanted) if self.left_out else ())
        try:
            printed = await asyncio.to_thread(print_pack, self.programme, self.kit.shelf, order, out, self._progress)
        except StoreProblem as problem:
            self.tell(f"! {problem}")
            return
        self.tell(told(printed))

    async def _folder(self) -> Path | None:
        """Where the sheets go: None for the programme's own prints. For a locked programme somebody is asked, once."""
        if not self.programme.sealed:
            return None
        if self.programme.id not in self.kit.sheets:
            usual = sheets_folder(self.kit.home, self.programme)
            question = f"{OPEN_SHEETS}\nWhich folder? Enter alone takes {usual}."
            where = await self.app.push_screen_wait(AskLine("Open sheets", Ask(Form.WORDS, question, optional=True)))
            if where is None:
                return None
            self.kit.sheets[self.programme.id] = Path(where).expanduser() if where.strip() else usual
        return self.kit.sheets[self.programme.id]

    def _progress(self, done: int, total: int, title: str) -> None:
        """Called in the thread that prints."""
        if title:
            self.app.call_from_thread(self.tell, f"Making {done + 1} of {total}: {title} …")


def told(printed: tuple[Printed, ...]) -> str:
    """Where the files lie, in words."""
    pages = sum(file.pages for file in printed)
    rows = [f"✓ Made {counted(len(printed), 'PDF')}, {counted(pages, 'page')}. They lie in:", str(printed[0].path.parent)]
    rows += [f"! {file.warning}" for file in printed if file.warning]
    return "\n".join(rows)
