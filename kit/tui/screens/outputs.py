"""What the room made, in words, under headings."""

import asyncio
from collections.abc import Iterable

from textual.widget import Widget

from kit.desk.outputs import by_kind, credited, outputs
from kit.model import Record
from kit.store import Programme, StoreProblem
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen, page
from kit.tui.text import Content, Words, plain, styled

NOTHING = "Nothing yet. What the room makes is shown here as soon as it is saved."


PICTURES = Command("outputs.pictures", "f6", "Pictures", "See the pictures of drawings, and open one in your own viewer.")


class OutputsScreen(KitScreen):
    """All records that count."""

    ABOUT = "All that the room made, under headings. Only you see this screen."
    COMMANDS_HERE = (PICTURES, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "What we made")

    def body(self) -> Iterable[Widget]:
        """One text that scrolls."""
        yield page(Words())

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
            words = made_words(await asyncio.to_thread(outputs, self.programme))
        except StoreProblem as problem:
            words = plain(str(problem))
        self.query_one(".page > Words", Words).say(words)


def made_words(records: Iterable[Record]) -> Content:
    """Records under their headings, each with a dash before it."""
    groups = [Content("\n").join([styled(f"{heading} ({len(group)})", "$label bold"), *(_row(record) for record in group)])
              for heading, group in by_kind(records)]
    return Content("\n\n").join(groups) if groups else plain(NOTHING)


def _row(record: Record) -> Content:
    return plain("- " + credited(record).replace("\n", "\n  "))
