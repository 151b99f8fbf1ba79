"""Painting the second screen: one page and the clock, as large as the window has room for. It knows a `Page`, and no more.

Everything is a list of lines, as many as the window has. What does not fit is never cut: it goes on on a next part, and a line
at the foot says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from kit.engine.calm import beside_digits, calm_words, digits
from kit.model.text import clean, clean_line
from kit.model.wall import Page, RoomTime
from kit.tui.room.letters import half_blocks, set_digits, set_lines
from kit.tui.text import beside, plain, styled

Rows = list[Content]
Picture = Callable[[int, int], Rows]
"""The lines of a picture that is at most so many columns wide and so many rows high."""

_SCALES = ((4, 2, 1), (3, 2, 1), (3, 1, 1), (2, 1, 1), (2, 1, 0), (2, 0, 0), (1, 1, 0), (1, 0, 0), (0, 0, 0))
"""How large words, lines and heading are, from the best; 0 is the terminal's own letters."""
_LARGEST = 12
_ROOMY = 18
"""Rows from which on the clock has a part of the window to itself."""
_WIDE = 60
"""Columns from which on the words stand beside a picture."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is to be painted."""

    page: Page
    time: RoomTime | None = None
    look: str = "left"
    """How the time is told (`kit.engine.calm.LOOKS`)."""
    sign: str = ""
    """A line for the foot: the keys, or that the programme cannot be read."""
    part: int = 0
    """Which part of a page that is longer than the window, from 0; more than there are is the last."""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Painted:
    """A window full of lines."""

    rows: Rows
    parts: int
    """How many parts the page has in this window."""


def paint(face: Face, wide: int, high: int) -> Painted:
    """The lines of a window of so many columns and rows."""
    margin = 2 if wide >= _WIDE else 1
    inner = max(1, wide - 2 * margin)
    sign = styled(clean_line(face.sign), "$quiet").wrap(inner) if face.sign else []
    left = max(1, high - max(1, len(sign)))
    body, part, parts = _body(face, inner, left)
    if parts > 1:
        left = max(1, high - len(sign) - 1)
        body, part, parts = _body(face, inner, left)
        sign = [styled(f"{part + 1} of {parts}. Space shows more.", "$quiet"), *sign]
    clock = _clock(face, inner, left - len(body) if parts == 1 else 1)
    gap = [plain("")] * max(0, left - len(body) - len(clock))
    rows = [beside(" " * margin, row) for row in (*body, *gap, *clock, *(sign or [plain("")]))]
    return Painted(rows[:high], parts)


def _body(face: Face, wide: int, high: int) -> tuple[Rows, int, int]:
    """The page in so many rows, with room left for the clock; which part of it, and of how many."""
    clock = 0 if face.time is None or face.look == "off" else 1
    if face.picture:
        return _with_picture(face, face.picture, wide, high - clock)
    roomy = high - max(6, high // 4) if clock and high >= _ROOMY else high - clock
    for scales, room in (*((scales, roomy) for scales in _SCALES), (_SCALES[-1], high - clock)):
        rows = _set(face.page, scales, wide, room)
        if rows is not None and len(rows) <= room:
            return rows, 0, 1
    return _in_parts(_set(face.page, _SCALES[-1], wide, close=True) or [], face.part, high - clock)


def _in_parts(rows: Rows, part: int, high: int) -> tuple[Rows, int, int]:
    high = max(1, high)
    parts = max(1, -(-len(rows) // high))
    part = min(part, parts - 1)
    return rows[part * high:(part + 1) * high], part, parts


def _with_picture(face: Face, picture: Picture, wide: int, high: int) -> tuple[Rows, int, int]:
    """The picture, and beside it, or under it in a narrow window, its words and captions."""
    if wide < _WIDE:
        rows = _set(face.page, _SCALES[-1], wide) or []
        drawn = picture(wide, max(3, high - len(rows) - 1))
        return _in_parts([*drawn, plain(""), *rows], face.part, high)
    drawn = picture(wide * 11 // 20, high)
    across = max((row.cell_length for row in drawn), default=0)
    rows, part, parts = _body(Face(face.page, part=face.part), wide - across - 3, high)
    pairs = zip_longest(drawn, rows, fillvalue=plain(""))
    return [beside(one, " " * (across - one.cell_length + 3), other) for one, other in pairs], part, parts


def _set(page: Page, scales: tuple[int, int, int], wide: int, high: int = 0, *, close: bool = False) -> Rows | None:
    """The whole page at some scales, its lines close together where that is wanted.

    None where a part cannot be set so, or is higher than so many rows.
    """
    words, rest, head = scales
    parts = [(page.heading, head, "$label bold"), (page.words, words, "bold")]
    parts += [(line, rest, "") for line in page.lines] + [(page.question, rest, "bold")]
    rows: Rows = []
    for text, scale, style in parts:
        if text := clean(text):
            large = _large(text, scale, style, wide, high)
            if large is None:
                return None
            air = rows and (style or (scale == 0 and not close))
            rows += [*([plain("")] if air else []), *large]
    return rows


def _large(text: str, scale: int, style: str, wide: int, high: int) -> Rows | None:
    """A text at a scale: big letters, or at 0 the terminal's own, broken between words."""
    if scale == 0:
        return styled(text, style).wrap(wide) if style else plain(text).wrap(wide)
    grid = set_lines(text, wide, scale, 2 * high)
    return None if grid is None else [styled(row, style) for row in half_blocks(grid)]


def _clock(face: Face, wide: int, high: int) -> Rows:
    """The time in at most so many rows: digits, words or a shape."""
    if face.time is None or face.look == "off" or high < 1:
        return []
    if face.look == "shape":
        return _shape(face.time, wide, min(3, max(1, high - 1)))
    number, words = digits(face.time, face.look), beside_digits(face.time, face.look)
    if not number:
        return _largest(words if face.look != "words" else calm_words(face.time), wide, high)
    for scale in range(_LARGEST, 0, -1):
        rows = half_blocks(set_digits(number, scale))
        if len(rows) < high and max(map(len, rows)) + 2 + len(words) <= wide:
            large = [styled(row, "$label") for row in rows]
            return [*large[:-1], beside(large[-1], "  ", styled(words, "$quiet"))]
    return [plain(f"{number} {words}")]


def _largest(words: str, wide: int, high: int) -> Rows:
    for scale in (3, 2, 1):
        rows = _large(words, scale, "$label", wide, high)
        if rows is not None and len(rows) < high:
            return rows
    return [styled(clean_line(words), "$label")]


def _shape(time: RoomTime, wide: int, high: int) -> Rows:
    """A bar that fills from the left as the time goes."""
    full = round(time.part * wide)
    return [beside(styled("█" * full, "$label"), styled("░" * (wide - full), "$quiet"))] * high
