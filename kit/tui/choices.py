"""A list to choose from. The row that Enter would take has a mark beside it and the terminal's cursor on it, not colour alone."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast

from rich.cells import cell_len
from rich.segment import Segment
from textual.css.styles import RulesMap
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kit.model.text import counted
from kit.tui.cursor import point_at
from kit.tui.text import Content, beside, line, plain, styled

MARK = "▸ "


class Choices(OptionList):
    """An option list for anybody's words: it never reads markup."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    _marked: int | None = None
    """The row that was painted with the mark."""

    def __init__(self, *options: Option | None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(*options, markup=False, compact=True, id=id, classes=classes)

    def on_mount(self) -> None:
        """Begin at the first row that can be taken."""
        if self.highlighted is None:
            self.action_first()

    def choose_from(self, options: Iterable[Option | None], at: int = 0) -> None:
        """Show other options, with the row at this place (or the first that can be taken) highlighted."""
        options = list(options)
        if self._alike(options):
            self._exchange([option for option in options if option])
        else:
            self.set_options(options)
        self.highlighted = at if at < self.option_count and not self.options[at].disabled else None
        if self.highlighted is None:
            self.action_first()
        self.call_after_refresh(self.point)

    def _alike(self, options: list[Option | None]) -> bool:
        """Whether these options stand on the same lines as those that are shown."""
        heights, width = self._line_cache.heights, self.scrollable_content_region.width - len(MARK)
        return len(heights) == len(options) == len(self._options) > 0 and all(
            new is not None and new.id == old.id and self._height(new, width) == height
            for new, old, height in zip(options, self._options, heights.values(), strict=True))

    def _exchange(self, options: list[Option]) -> None:
        """Take these options for those that are shown, line for line, and paint only the rows that say something else."""
        self.set_reactive(Choices.highlighted, None)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        for index, (new, old) in enumerate(zip(options, self._options, strict=True)):
            if new.disabled == old.disabled and _same(new, old):
                continue
            self._options[index] = new
            del self._option_to_index[old]
            self._option_to_index[new] = index
            if new.id is not None:
                self._id_to_option[new.id] = new
            at, height = self._line_cache.index_to_line[index], self._line_cache.heights[index]
            if at < bottom and at + height > top:
                self.refresh_lines(at, height)

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
        return sum(self._height(option, width - len(MARK)) for option in self._options)

    def _height(self, option: Option, width: int) -> int:
        """How many lines an option takes. Only words that are too wide for a line have to be laid out for that."""
        words = option.prompt
        if isinstance(words, Content) and (rows := _rows(words.plain, width)):
            return rows
        return self._get_visual(option).get_height(cast(RulesMap, self.styles), width)

    def _update_lines(self) -> None:
        """Count the lines of all options, once for each list and width: Textual would lay each of them out."""
        lines = self._line_cache.lines
        if not self.scrollable_content_region or (lines and lines[-1][0] == len(self._options) - 1):
            return
        self._line_cache.clear()
        width = self.scrollable_content_region.width - len(MARK)
        for index, option in enumerate(self._options):
            height = self._height(option, width)
            self._line_cache.index_to_line[index] = len(lines)
            self._line_cache.heights[index] = height
            lines.extend((index, part) for part in range(height))
        size = Size(width, len(lines))
        if size != self.virtual_size:
            self.virtual_size = size
            self._scroll_update(size)

    def render_line(self, y: int) -> Strip:
        """One line with its mark."""
        strip = super().render_line(y)
        at, lines = self.scroll_offset.y + y, self._line_cache.lines
        index, part = lines[at] if at < len(lines) else (None, 0)
        marked = index is not None and index == self.highlighted and part == 0
        style = next(iter(strip)).style if strip.cell_length else None
        return Strip([Segment(MARK if marked else " " * len(MARK), style), *strip])

    @property
    def about_this(self) -> str:
        """How a list is used, and where its mark is."""
        here = "" if self.highlighted is None else f" The mark is on: {self.options[self.highlighted].prompt}."
        lines = counted(self.option_count, "line")
        return f"A list of {lines}.{' '.join(here.split(chr(10)))} Arrows move the mark. Enter takes its line."

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
        """The cursor goes where the highlight goes. Only the two rows it leaves and enters are painted anew."""
        super().watch_highlighted(highlighted)
        for place in {self._marked, highlighted} - {None}:
            if place in self._line_cache.index_to_line:
                self.refresh_lines(self._line_cache.index_to_line[place], self._line_cache.heights[place])
        self._marked = highlighted
        self.point()

    def point(self) -> None:
        """Put the terminal's cursor on the highlighted row."""
        if self.has_focus and self.highlighted is not None and self.highlighted in self._index_to_line:
            row = self._index_to_line[self.highlighted] - round(self.scroll_offset.y)
            point_at(self.app, Offset(self.content_region.x, self.content_region.y + row))


def _same(one: Option, other: Option) -> bool:
    words = one.prompt
    return words is other.prompt or (
        isinstance(words, Content) and isinstance(other.prompt, Content) and words.is_same(other.prompt))


@lru_cache(maxsize=2000)
def _rows(words: str, width: int) -> int:
    """How many lines words take where each of their lines fits a width; 0 where one does not."""
    rows = words.split("\n")
    return len(rows) if all(cell_len(row) <= width for row in rows) else 0


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
