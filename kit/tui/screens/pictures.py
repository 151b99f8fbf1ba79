"""The pictures of drawings: each in half blocks beside the list, and the real one in the person's own viewer at one key."""

import asyncio
from collections.abc import Iterable

from textual import events, on
from textual.containers import Horizontal
from textual.widget import Widget

from kit.desk.outputs import credited, outputs
from kit.desk.pictures import called, picture_data, picture_path, pictures_of
from kit.model import Record
from kit.model.text import clean_line
from kit.store import Programme, StoreProblem
from kit.tui.choices import Choices, option
from kit.tui.commands import BACK, Command
from kit.tui.frame import KitScreen
from kit.tui.half_blocks import in_colour, without_colour
from kit.tui.text import Content, Words, lines, plain

NOTHING = "No drawing that may be shown has a picture yet. While a workshop runs, Alt+P gives a drawing its picture."

OPEN = Command("pictures.open", "f8,o", "Open", "Open the picture with the mark in your own viewer.")


class PicturesScreen(KitScreen):
    """Every picture of a programme that may be shown here."""

    ABOUT = "The pictures of drawings. What its maker keeps private is not here."
    COMMANDS_HERE = (OPEN, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme
        self.drawings: tuple[Record, ...] = ()

    @property
    def where(self) -> tuple[str, ...]:
        """The programme."""
        return (self.programme.name, "Pictures")

    def body(self) -> Iterable[Widget]:
        """The list, and the picture beside it."""
        yield Horizontal(Choices(), Words(id="picture"), id="gallery")
        yield Words(classes="told")

    def on_mount(self) -> None:
        """Read what there is."""
        self.anew(self._read)

    async def _read(self) -> None:
        try:
            self.drawings = pictures_of(await asyncio.to_thread(outputs, self.programme))
        except StoreProblem as problem:
            self._tell(f"! {problem}")
        self.query_one(Choices).choose_from(
            option(f"drawing-{place}", called(r)) for place, r in enumerate(self.drawings))
        if not self.drawings:
            self._tell(NOTHING)
        self.show_frame()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be one to open."""
        return self.here is not None if action == "open" else True

    @property
    def here(self) -> Record | None:
        """The drawing with the mark."""
        place = self.query_one(Choices).highlighted if self.query(Choices) else None
        return self.drawings[place] if place is not None and place < len(self.drawings) else None

    @on(Choices.OptionHighlighted)
    def _marked(self) -> None:
        self.anew(self._paint, "paint")

    def on_resize(self, event: events.Resize) -> None:
        """The picture takes the room there is."""
        super().on_resize(event)
        self.anew(self._paint, "paint")

    async def _paint(self) -> None:
        """Paint the picture with the mark. It is read and made small in a thread."""
        drawing = self.here
        if drawing is None:
            return
        size = self.query_one("#picture").content_region
        try:
            painted = await asyncio.to_thread(self._blocks, drawing, size.width, max(2, size.height - 1))
        except StoreProblem as problem:
            painted = [plain(str(problem))]
        with self.app.batch_update():
            self.query_one("#picture", Words).say(lines(*painted), layout=False)
            self._tell(clean_line(credited(drawing)))
            self.show_frame()

    def _blocks(self, drawing: Record, wide: int, high: int) -> list[Content]:
        from kit.paperin.pictures import pixels

        rows = pixels(picture_data(self.programme, drawing, small=True), wide, 2 * high)
        return without_colour(rows) if self.kit.no_color else in_colour(rows)

    @on(Choices.OptionSelected)
    def _chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the real one."""
        if (drawing := self.here) is not None:
            self.once(lambda: self._open(drawing))

    async def _open(self, drawing: Record) -> None:
        try:
            path = await asyncio.to_thread(picture_path, self.programme, drawing)
            await asyncio.to_thread(self.kit.view, path)
        except StoreProblem as problem:
            self._tell(f"! {problem}")
        else:
            self._tell(f"Opened in your viewer: {called(drawing)}.")

    def _tell(self, words: str) -> None:
        self.query_one(".told", Words).say(words)
