"""Looking at a screen as eyes do: which words are cut without a sign, in which colours they stand, and where the cursor is."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.style import Style
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from kit.tui.choices import MARK, Choices
from kit.tui.cursor import Writes
from kit.tui.kitapp import KitApp
from kit.tui.text import Words
from tests.tui.playing import shown

SIGN = "…"
_MARKS = "▸!✓›…"


@dataclass(frozen=True)
class Paint:
    """A run of words, and the two colours it stands in: None for the terminal's own."""

    words: str
    ink: tuple[int, int, int] | None
    behind: tuple[int, int, int] | None


def paints(app: KitApp) -> list[Paint]:
    """Each run of words on the screen with its colours."""
    segments = (segment for strip in app.screen._compositor.render_strips() for segment in strip)
    return [Paint(segment.text.strip(), *_colours(segment.style or Style())) for segment in segments
            if any(letter.isalnum() or letter in _MARKS for letter in segment.text)]


def _colours(style: Style) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
    ink, behind = (tuple(colour.triplet) if colour and colour.triplet else None for colour in (style.color, style.bgcolor))
    return (behind, ink) if style.reverse else (ink, behind)


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """How far two colours stand apart (WCAG 2.2)."""
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _light(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def cut_words(screen: Screen[object]) -> list[str]:
    """The words that are cut with nothing that says so: no sign at their end, and no scroll bar beside them."""
    return [f"{widget!r}: {problem}" for widget in screen.walk_children(Widget) if _there(widget) for problem in _cuts(widget)]


def _there(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))


def _cuts(widget: Widget) -> Iterator[str]:
    if widget.max_scroll_y and not widget.show_vertical_scrollbar and isinstance(widget, VerticalScroll | Choices):
        yield "more lines than it shows, and no scroll bar"
    if not isinstance(widget, Words) or not str(widget.content).strip() or widget.id == "picture":
        return
    if not _scrolls(widget) and not _in_sight(widget):
        yield f"out of sight: {str(widget.content)[:40]!r}"
    width, height = widget.content_size
    if widget.styles.text_wrap == "nowrap":
        if widget.content.cell_length > width and widget.styles.text_overflow != "ellipsis":
            yield f"cut at its end: {str(widget.content)[:40]!r}"
    elif width and widget.content.get_height(widget.styles, width) > height and widget.styles.text_overflow != "ellipsis":
        yield f"its last lines are cut: {str(widget.content)[:40]!r}"


def _scrolls(widget: Widget) -> bool:
    """Whether it stands in something that shows a scroll bar."""
    return any(isinstance(node, Widget) and node.max_scroll_y and node.show_vertical_scrollbar for node in widget.ancestors)


def _in_sight(widget: Widget) -> bool:
    region, clip = widget.screen.find_widget(widget)[:3:2]
    return clip.contains_region(region)


def cursor_trouble(app: KitApp) -> str:
    """What is wrong with the terminal's cursor; empty where it stands where the focus is."""
    focused, place = app.screen.focused, app.cursor_position
    rows = shown(app).split("\n")
    if not app.screen.region.contains_point(place):
        return f"the cursor is outside of the screen, at {place}"
    row = rows[place.y]
    if isinstance(focused, Choices):
        return "" if MARK.strip() in row or not focused.option_count else f"no mark in the row of the cursor: {row!r}"
    if focused is None:
        return "" if row[place.x:].strip() else f"nothing has the focus, and the cursor is at no words: {place}"
    wanted = focused.cursor_screen_offset if isinstance(focused, Writes) else focused.content_region.offset
    return "" if place == wanted else f"the cursor is at {place}, the focus at {wanted}"
