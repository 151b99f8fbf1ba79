"""A list to choose from. The row that Enter would take has a mark beside it and the terminal's cursor on it, not colour alone."""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kit.tui.cursor import point_at
from kit.tui.text import Content, beside, line, plain, styled

MARK = "▸ "


class Choices(OptionList):
    """An option list for anybody's words: it never reads markup."""

    def __init__(self, *options: Option | None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(*options, markup=False, compact=True, id=id, classes=classes)

    def on_mount(self) -> None:
        """Begin at the first row that can be taken."""
        if self.highlighted is None:
            self.action_first()

    def choose_from(self, options: Iterable[Option | None], at: int = 0) -> None:
        """Show other options, with the row at this place (or the first that can be taken) highlighted."""
        self.set_options(options)
        self.highlighted = at if at < self.option_count and not self.options[at].disabled else None
        if self.highlighted is None:
            self.action_first()
        self.call_after_refresh(self.point)

    def action_page_up(self) -> None:
        """Page keys are for the words beside a list, on a screen that has some; else they move the mark."""
        getattr(self.screen, "action_words_up", super().action_page_up)()

    def action_page_down(self) -> None:
        """As for page up."""
        getattr(self.screen, "action_words_down", super().action_page_down)()

    def _get_left_gutter_width(self) -> int:
        return len(MARK)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows' height, with room for the mark."""
        return super().get_content_height(container, viewport, width - len(MARK))

    def render_line(self, y: int) -> Strip:
        """One line with its mark."""
        strip = super().render_line(y)
        index, part = self._lines[self.scroll_offset.y + y] if self.scroll_offset.y + y < len(self._lines) else (None, 0)
        marked = index is not None and index == self.highlighted and part == 0
        style = next(iter(strip)).style if strip.cell_length else None
        return Strip([Segment(MARK if marked else " " * len(MARK), style), *strip])

    @property
    def about_this(self) -> str:
        """How a list is used, and where its mark is."""
        here = "" if self.highlighted is None else f" The mark is on: {self.options[self.highlighted].prompt}."
        return f"A list of {self.option_count} lines.{' '.join(here.split(chr(10)))} Arrows move the mark. Enter takes its line."

    def rows_in_sight(self) -> Iterator[tuple[int, Offset]]:
        """Each row that can be taken and is in sight: its number, and where it stands on the screen."""
        for row, line_number in self._index_to_line.items():
            y = line_number - round(self.scroll_offset.y)
            if not self.options[row].disabled and 0 <= y < self.content_region.height:
                yield row, Offset(self.content_region.x, self.content_region.y + y)

    def go_to(self, row: int) -> None:
        """Take the focus, with the mark on a row."""
        self.highlighted = row
        self.focus()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """The cursor goes where the highlight goes."""
        super().watch_highlighted(highlighted)
        self.point()

    def point(self) -> None:
        """Put the terminal's cursor on the highlighted row."""
        if self.has_focus and self.highlighted is not None and self.highlighted in self._index_to_line:
            row = self._index_to_line[self.highlighted] - round(self.scroll_offset.y)
            point_at(self.app, Offset(self.content_region.x, self.content_region.y + row))


def option(id: str, words: "str | Content", note: str = "", *, width: int = 0) -> Option:
    """One row: words, and a note beside them from column `width` on."""
    words = line(words) if isinstance(words, str) else words
    if note:
        words = beside(words, " " * max(2, width - words.cell_length), line(note))
    return Option(words, id=id or None)


def row(words: Content, *, choosable: bool = True) -> Option:
    """One row of words that were made safe already, such as a part of a plan with its times."""
    return Option(words, disabled=not choosable)


def heading(words: str) -> Option:
    """A row that cannot be chosen."""
    return Option(styled(words, "$label bold"), disabled=True)


def blank() -> Option:
    """An empty row."""
    return Option(plain(" "), disabled=True)
