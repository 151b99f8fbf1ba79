"""Charts as a few plain shapes: one geometry for paper, browsers and pictures. One ink, so nothing hangs on colour.

The unit is one line of text; x goes to the right and y down, from the upper left corner.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from printables.tree import Bars, Branches, Chart, Heat

TEXT = 0.7
"""Height of letters, in lines."""
LABEL = 1.6
"""Width of the labels at the left, in lines."""
LONGEST = 0.6
"""Share of the chart that the longest bar takes."""
WIDEST_CELL = 2.0
"""Width of a place of a grid, at most, in lines."""
INDENT = 2.4
"""From one level of branches to the next, in lines."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: full of ink, or its edge alone."""

    x: float
    y: float
    wide: float
    high: float
    full: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class Letters:
    """A few letters; x and y are where their line begins on its foot."""

    x: float
    y: float
    text: str


Shape = Box | Line | Letters


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as shapes, with its size in lines."""

    wide: float
    high: float
    shapes: tuple[Shape, ...]


def drawn(chart: Chart, wide: float) -> Drawn:
    """A chart of this width, in lines of text."""
    return _DRAWN[type(chart)](chart, wide)


def lines_of(chart: Chart) -> int:
    """How many lines of text it is high."""
    return len(chart.rows) + isinstance(chart, Heat)


def _bars(chart: Bars, wide: float) -> Drawn:
    most, shapes = max(1, *(number for _, number in chart.rows)), list[Shape]()
    for row, (label, number) in enumerate(chart.rows):
        long = wide * LONGEST * number / most
        shapes.append(Letters(0, row + 0.7, label))
        if number:
            shapes.append(Box(LABEL, row + 0.25, long, 0.55))
        shapes.append(Letters(LABEL + long + 0.3, row + 0.7, str(number)))
    return Drawn(wide, len(chart.rows), tuple(shapes))


def _heat(chart: Heat, wide: float) -> Drawn:
    each = min(WIDEST_CELL, (wide - LABEL) / max(1, len(chart.columns)))
    shapes: list[Shape] = [Letters(LABEL + each * (place + 0.5) - 0.25 * len(label), 0.7, label)
                           for place, label in enumerate(chart.columns)]
    for row, (label, strengths) in enumerate(chart.rows, 1):
        shapes.append(Letters(0, row + 0.7, label))
        for place, strong in enumerate(strengths):
            shapes += _sign(strong, LABEL + each * (place + 0.5), row + 0.5, min(0.4, each * 0.4))
    return Drawn(wide, len(chart.rows) + 1, tuple(shapes))


def _sign(strong: int, x: float, y: float, half: float) -> list[Shape]:
    """Full square, small square in a frame, empty frame, cross, or a small line where nobody said."""
    left, top, side = x - half, y - half, 2 * half
    match strong:
        case 4:
            return [Box(left, top, side, side)]
        case 3:
            return [Box(left, top, side, side, full=False), Box(x - half / 2, y - half / 2, half, half)]
        case 2:
            return [Box(left, top, side, side, full=False)]
        case 1:
            return [Line(left, top, left + side, top + side), Line(left, top + side, left + side, top)]
    return [Line(x - half / 4, y, x + half / 4, y)]


def _branches(chart: Branches, wide: float) -> Drawn:
    deepest = max((depth for depth, _, _ in chart.rows), default=0)
    step = min(INDENT, (wide - 6) / (deepest + 1))
    shapes: list[Shape] = []
    above: dict[int, int] = {}
    for row, (depth, label, number) in enumerate(chart.rows):
        x = depth * step
        if depth and depth - 1 in above:
            elbow = x - step + 0.5
            shapes += [Line(elbow, above[depth - 1] + 0.85, elbow, row + 0.5), Line(elbow, row + 0.5, x - 0.1, row + 0.5)]
        above[depth] = row
        shapes += [Letters(x, row + 0.75, label), *(Box(x + 1.8 + 0.45 * place, row + 0.3, 0.3, 0.45)
                                                    for place in range(min(number, _most(wide, x))))]
        shapes.append(Letters(x + 2 + 0.45 * min(number, _most(wide, x)), row + 0.75, str(number)))
    return Drawn(wide, len(chart.rows), tuple(shapes))


def _most(wide: float, x: float) -> int:
    """How many marks of a row have room."""
    return max(0, int((wide - x - 4) / 0.45))


_DRAWN: dict[type, Callable[[Any, float], Drawn]] = {Bars: _bars, Heat: _heat, Branches: _branches}
