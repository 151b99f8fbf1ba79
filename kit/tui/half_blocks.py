"""A picture in the terminal: two pixels in each cell, one above the other. Without colour, only what is dark is drawn."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content, Span

Pixel = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""

_WHITE: Pixel = (255, 255, 255)
_DARK = 140
"""Below this a pixel counts as ink, where there is no colour. A pencil line on white paper is about 120."""
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def in_colour(rows: Sequence[Sequence[Pixel]]) -> list[Content]:
    """The lines of a picture, from its rows of pixels."""
    lines = []
    for upper, lower in _pairs(rows):
        spans = [Span(place, place + 1, f"{_hex(top)} on {_hex(bottom)}")
                 for place, (top, bottom) in enumerate(zip(upper, lower, strict=True))]
        lines.append(Content("▀" * len(upper), spans))
    return lines


def without_colour(rows: Sequence[Sequence[Pixel]]) -> list[Content]:
    """The lines of a picture in the terminal's own colour."""
    return [Content("".join(_HALVES[_is_ink(top), _is_ink(bottom)] for top, bottom in zip(upper, lower, strict=True)))
            for upper, lower in _pairs(rows)]


def _pairs(rows: Sequence[Sequence[Pixel]]) -> list[tuple[Sequence[Pixel], Sequence[Pixel]]]:
    blank = [_WHITE] * len(rows[0]) if rows else []
    return list(zip_longest(rows[::2], rows[1::2], fillvalue=blank))


def _hex(pixel: Pixel) -> str:
    """A pixel as a style has it, in 32 steps of each colour: styles are remembered, and this keeps them few."""
    return "#" + "".join(f"{part & 0xf8 | part >> 5:02x}" for part in pixel)


def _is_ink(pixel: Pixel) -> bool:
    red, green, blue = pixel
    return (299 * red + 587 * green + 114 * blue) // 1000 < _DARK
