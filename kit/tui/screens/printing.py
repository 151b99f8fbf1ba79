"""Printing: which sheets, how large, how many. The files are made in a thread, and the screen says where they lie.

Any sheet can be read before it is made, and opened in the person's own viewer. Making can be stopped between two files.
"""

import asyncio
import threading
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.home import OPEN_SHEETS, sheets_folder
from kit.desk.paper import Order, Printed, print_pack
from kit.desk.paper_preview import SheetPreview, preview, sheet_words
from kit.desk.pile.printed import Keep
from kit.desk.settings import CHOICES
from kit.model import Ask, Form
from kit.model.text import clean_line, counted
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, blank, heading, option
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen
from kit.tui.screens.ask import AskLine
from kit.tui.screens.settings import LINES
from kit.tui.screens.tell import Tell
from kit.tui.text import Content, Words

_NOTES = 52
_TURNED = ("profile", "paper", "language")
"""Parts of an order that Enter moves on to what they can be next."""
_WORDS = {name: words for name, _, words in LINES}
"""The words for what a setting can be, by its name."""


COMMANDS = (
    Command("print.make", "f6", "Make", "Make the PDFs of all sheets that say yes."),
    Command("print.stop", "f4", "Stop", "Stop making. What is made by then stays."),
    Command("print.read", "f7", "Read", "Read the words of the sheet with the mark, before it is made."),
    Command("print.open", "f8", "Open", "Open the sheet with the mark in your own viewer; it is made first where it has to be."),
)


class PrintScreen(KitScreen):
    """What to print, and how."""

    ABOUT = "Choose the sheets and how they are printed. Nothing is made before you say so."
    COMMANDS_HERE = (*COMMANDS, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme, keep: Keep | None = None) -> None:
        """`keep`: keeps the layouts of what is printed, where the programme is open already."""
        super().__init__()
        self.programme = programme
        self._keep = keep
        self.sheets: tuple[SheetPreview, ...] = ()
        self.left_out: set[str] = set()
        self.order = Order()
        self.made: dict[str, tuple[Path, ...]] = {}
        """The files that were made here, by the sheet's name."""
        self._making = False
        self._stop = threading.Event()

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Print")

    def body(self) -> Iterable[Widget]:
        """One list, and under it, always in sight, how a sheet is used and what came of it."""
        yield Vertical(Words("Enter changes a line. The first line makes the PDFs.", classes="about"), Choices(), Words(id="use"),
                       Words(classes="told"), classes="page")

    def on_mount(self) -> None:
        """Begin with the settings."""
        self.order = Order(profile=self.kit.settings.profile, paper=self.kit.settings.paper, language=self.kit.settings.language)
        self.look_again()

    def on_unmount(self) -> None:
        """Whoever leaves wants no more files."""
        self._stop.set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Stopping is only for what goes on, and the other way round."""
        if action in ("make", "stop"):
            return self._making is (action == "stop")
        return self._here is not None if action in ("read", "open") else True

    @property
    def _here(self) -> SheetPreview | None:
        """The sheet with the mark."""
        choices = self.query(Choices)
        place = choices.first().highlighted if choices else None
        id = choices.first().options[place].id if place is not None else ""
        number = (id or "").removeprefix("sheet-")
        return self.sheets[int(number)] if number.isdecimal() and int(number) < len(self.sheets) else None

    def look_again(self) -> None:
        """Ask the desk what would be printed. Files that were made are of the order before."""
        self.made.clear()
        self.anew(self._look)

    async def _look(self) -> None:
        try:
            first = not self.sheets
            self.sheets = await asyncio.to_thread(preview, self.programme, self.kit.shelf, self.order)
            if first:  # of a day that is over, only what tells of it
                self.left_out = {sheet.key for sheet in self.sheets if not sheet.ready}
        except StoreProblem as problem:
            self.tell(f"! {problem}")
        self._show()

    def _show(self) -> None:
        choices = self.query_one(Choices)
        choices.choose_from(self._rows(), choices.highlighted or 0)

    def _rows(self) -> Iterable[Option]:
        wanted = self.wanted
        pages = sum(sheet.pages for sheet in wanted)
        yield option("make", "Make the PDFs", f"{counted(len(wanted), 'file')}, {counted(pages, 'page')} to print", width=_NOTES)
        yield blank()
        yield heading("How")
        yield option("people", f"People: {self.order.people or 'as many as come'}", "how many copies", width=_NOTES)
        yield option("profile", f"Letters: {_WORDS['profile'][self.order.profile]}")
        yield option("paper", f"Paper: {self.order.paper}")
        yield option("language", f"Language of our own words: {_WORDS['language'][self.order.language]}")
        yield option("notes", f"Your private notes on the run sheet: {'yes' if self.order.notes else 'no'}")
        yield blank()
        yield heading("Sheets")
        for place, sheet in enumerate(self.sheets):
            mark = "no " if sheet.key in self.left_out else "yes"
            large = f", {sheet.profile} print" if sheet.profile != self.order.profile else ""
            title = Content(f"{mark}  {clean_line(sheet.title)}{large}")
            much = f"{counted(sheet.copies, 'copy', 'copies')}, {counted(sheet.pages, 'page')}"
            yield option(f"sheet-{place}", title, much, width=_NOTES)

    @property
    def wanted(self) -> tuple[SheetPreview, ...]:
        """The sheets that are not left out."""
        return tuple(sheet for sheet in self.sheets if sheet.key not in self.left_out)

    @on(Choices.OptionHighlighted)
    def _look_at(self, event: Choices.OptionHighlighted) -> None:
        """Say how the sheet under the mark is used."""
        self.query_one("#use", Words).say(self._here.note if self._here else "")
        self.show_frame()

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self.query_one(".told", Words).say(words)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        what = event.option.id or ""
        if what == "make":
            self.action_make()
        elif what == "people":
            self._ask_people()
        elif what.startswith("sheet-"):
            self.left_out ^= {self.sheets[int(what.removeprefix("sheet-"))].key}
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

    def action_make(self) -> None:
        """Make what says yes."""
        if self.wanted:
            self.once(self._make)
        else:
            self.tell("! No sheet is chosen. Choose at least one above.")

    def action_stop(self) -> None:
        """Make no more files after the one that is being made."""
        self._stop.set()

    def action_read(self) -> None:
        """Show a sheet's words."""
        self.anew(self._read, "read")

    def action_open(self) -> None:
        """Open a sheet, made first where it is not there yet."""
        if (sheet := self._here) is not None:
            self.once(lambda: self._open(sheet))

    async def _read(self) -> None:
        if (sheet := self._here) is not None:
            try:
                words = await asyncio.to_thread(sheet_words, self.programme, self.kit.shelf, self.order, sheet.name)
            except StoreProblem as problem:
                self.tell(f"! {problem}")
            else:
                self.app.push_screen(Tell(sheet.title, tuple(words.splitlines())))

    async def _open(self, sheet: SheetPreview) -> None:
        if sheet.name not in self.made:
            await self._make((sheet.name,))
        files = self.made.get(sheet.name, ())
        if files:
            file = next((path for path in files if f"-{sheet.profile}-" in path.name), files[0])
            try:
                await asyncio.to_thread(self.kit.view, file)
            except StoreProblem as problem:
                self.tell(f"! {problem}")
            else:
                self.tell(f"Opened in your viewer: {file}")

    async def _make(self, what: tuple[str, ...] = ()) -> None:
        """Make these sheets; where none is named, all but those that are left out."""
        out = await self._folder()
        if out is None and self.programme.sealed:
            return
        order = replace(self.order, what=what, without=frozenset() if what else frozenset(self.left_out))
        self._now_making(True)
        try:
            printed = await asyncio.to_thread(print_pack, self.programme, self.kit.shelf, order, out, self._progress,
                                              self._stop.is_set, self._keep)
        except StoreProblem as problem:
            self.tell(f"! {problem}")
            return
        finally:
            self._now_making(False)
        for file in printed:
            self.made[file.name] = tuple(dict.fromkeys((*self.made.get(file.name, ()), file.path)))
        self.tell(told(printed, stopped=self._stop.is_set()))

    def _now_making(self, making: bool) -> None:
        if making:
            self._stop.clear()
        self._making = making
        if self.query("#foot"):
            self.show_frame()

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
        if title and not self._stop.is_set():
            self.app.call_from_thread(self.tell, f"Making {done + 1} of {total}: {title} …")


def told(printed: tuple[Printed, ...], *, stopped: bool = False) -> str:
    """What was made and where the files lie, in words."""
    if not printed:
        return "Stopped. Nothing was made." if stopped else "Nothing was made: the plan needs none of these."
    pages = sum(file.to_print for file in printed)
    rows = ["Stopped. What was made stays."] if stopped else []
    rows += [f"✓ Made {counted(len(printed), 'PDF')}, {counted(pages, 'page')} to print, with every copy. They lie in:",
             str(printed[0].path.parent)]
    rows += [f"! {file.warning}" for file in printed if file.warning]
    return "\n".join(rows)
