"""What the room made, in words, under headings: a list of which only the rows in sight are painted."""

import asyncio
from collections.abc import Iterable
from itertools import chain
from textwrap import wrap

from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.desk.outputs import by_kind, credited, outputs, without_people
from kit.model import Record
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, blank, heading, row
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen
from kit.tui.text import plain

NOTHING = "Nothing yet. What the room makes is shown here as soon as it is saved."

LONGEST = 400
"""Characters of one row: few enough that it fits into the smallest window as a whole."""


PICTURES = Command("outputs.pictures", "f6", "Pictures", "See the pictures of drawings, and open one in your own viewer.")


class OutputsScreen(KitScreen):
    """All records that count."""

    ABOUT = "All that the room made, under headings. Only you see this screen."
    CSS_PATH = "outputs.tcss"
    COMMANDS_HERE = (PICTURES, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "What we made")

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield Choices(id="made")

    def on_screen_resume(self) -> None:
        """Read what there is now."""
        super().on_screen_resume()
        self.anew(self._read)

    def action_pictures(self) -> None:
        """See the pictures."""
        from kit.tui.screens.pictures import PicturesScreen

        self.app.push_screen(PicturesScreen(self.programme))

    async def _read(self) -> None:
        try:
            rows = await asyncio.to_thread(lambda: made_rows(without_people(outputs(self.programme))))
        except StoreProblem as problem:
            rows = [row(plain(str(problem)))]
        made = self.query_one(Choices)
        made.choose_from(rows, made.highlighted or 0)


def made_rows(records: Iterable[Record]) -> list[Option]:
    """Records under their headings, each with a dash before it."""
    groups = [[blank(), heading(f"{words} ({len(group)})"), *chain.from_iterable(map(_rows, group))]
              for words, group in by_kind(records)]
    return list(chain.from_iterable(groups))[1:] or [row(plain(NOTHING))]


def _rows(record: Record) -> Iterable[Option]:
    """A record as one row; a long one as several, so that the mark can go through all of it."""
    words = "- " + credited(record).replace("\n", "\n  ")
    parts = [words] if len(words) <= LONGEST else wrap(
        words, LONGEST, replace_whitespace=False, drop_whitespace=False, expand_tabs=False, subsequent_indent="  ")
    return (row(plain(part)) for part in parts)
