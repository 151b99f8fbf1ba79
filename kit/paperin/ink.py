"""How much ink is in a box, and around it, and how it lies there: beside the white of the same paper, with the frame left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kit.paperin.layouts import Card, Rect
from kit.paperin.placing import Placed
from kit.paperin.plane import Floats, Picture, corners, inside_of, laid, project, share_of

STEP = 0.18
"""Millimetres from one sample to the next."""
LARGE = 11.0
"""Millimetres: in larger boxes the samples lie wider apart."""
LINE = 0.62
"""Millimetres beside the middle of a frame's line that belong to the frame, blur included."""
CLOSE, MIDDLE = 1.3, 0.6
"""How far outside a line that strikes a box out is looked for, and in which share of a side."""
FAINT = 0.14
"""How dark ink outside is at least: half of a faint pencil."""
LEAST_AROUND = 2.6
SECTORS = 32
"""Directions in which a ring around the box is looked for."""
COVERED, OPEN = 0.35, 0.6
"""Where print covers more than this share of a direction, a ring may pass unseen; the least share of directions that counts."""
MANY = 8
"""Boxes from which what most of them have around them is surely print, and no ring of anybody's."""
PEN = 0.5
"""Width of a usual stroke, in millimetres."""
COLOUR = 0.08
"""A colour must be darker in one channel than grey by this to count: less is the noise of a squeezed file."""
Stack = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of one box."""

    strokes: float
    """Ink inside, in black strokes of a usual pen that are as long as the box is wide."""
    cover: float
    """Share of the inside that is dark."""
    extent: float
    """How far the ink reaches inside, as a share of its longer side."""
    peak: float
    """How dark the darkest of it is, 0 to 1."""
    around: float
    """Ink outside, in the same strokes, above what is printed there."""
    ring: float
    """Share of all directions in which there is ink outside."""
    through: float
    """How dark a line is that leaves the box in the middle of two opposite sides, as one that strikes it out does."""
    noise: float
    """How rough the white paper is, 0 to 1."""
    paper: float
    """Brightness of the white paper, 0 to 255."""
    whole: bool
    """Whether the picture shows all of the box."""


def measure(image: Image.Image, card: Card, placed: Placed) -> list[Ink]:
    """The ink of every box of a card, in their order, from a picture in grey or in colour."""
    found: dict[int, Ink] = {}
    sizes: dict[tuple[float, float], list[int]] = {}
    for number, box in enumerate(card.boxes):
        sizes.setdefault(box.rect[2:], []).append(number)
    for size, numbers in sizes.items():
        found.update(zip(numbers, _of_one_size(image, card, placed, size, numbers), strict=True))
    return [found[number] for number in range(len(card.boxes))]


def _of_one_size(image: Image.Image, card: Card, placed: Placed, size: tuple[float, float], numbers: Sequence[int]) -> list[Ink]:
    plot = _Plot(size)
    origins = np.array([card.boxes[n].rect[:2] for n in numbers]) + placed.shifts[list(numbers)]
    seen = _seen(image, placed.matrix, origins, plot)
    dark, paper, noise = _darkness(seen if seen.ndim == 4 else seen[..., None], placed.black)
    around = dark - (_printed(dark) if card.words is None else 0)
    free = np.stack([plot.outside & ~_others(card, number, plot) for number in numbers])
    return _inks(plot, dark, free, around, paper, noise, _shows(image, placed.matrix, origins, size, 1.0))


class _Plot:
    """Where the samples of a box lie, and of what stands around it."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.size = size
        self.step = STEP * max(1.0, max(size) / LARGE)
        self.margin = max(LEAST_AROUND, 0.5 * max(size))
        line = [np.arange(-self.margin, side + self.margin, self.step) + self.step / 2 for side in size]
        self.x, self.y = np.meshgrid(*line)
        far = np.minimum.reduce([self.x, size[0] - self.x, self.y, size[1] - self.y])
        self.within, self.outside = far > LINE, far < -LINE
        turn = np.arctan2(self.y - size[1] / 2, self.x - size[0] / 2)
        self.sector = ((turn / (2 * np.pi) + 0.5) * SECTORS).astype(int) % SECTORS
        level, upright = (np.abs(here / side - 0.5) < MIDDLE / 2 for here, side in ((self.y, size[1]), (self.x, size[0])))
        pairs = (self.x, size[0], level), (self.y, size[1], upright)
        self.sides = [((at > -CLOSE) & (at < -LINE) & along, (at > side + LINE) & (at < side + CLOSE) & along)
                      for at, side, along in pairs]


def _seen(image: Image.Image, matrix: Floats, origins: Floats, plot: _Plot) -> Picture:
    """Boxes and what is around them, laid straight. What the picture does not show is as the paper is."""
    seen = laid(image, matrix, origins + np.array([plot.x[0, 0], plot.y[0, 0]]), plot.step, plot.x.shape)
    for n in np.nonzero(~_shows(image, matrix, origins, plot.size, plot.margin))[0]:
        shown = inside_of(image.size, project(matrix, np.stack([plot.x + origins[n, 0], plot.y + origins[n, 1]], -1)))
        if shown.any():
            seen[n][~shown] = np.percentile(seen[n][shown], 80, axis=0)
    return seen


def _shows(image: Image.Image, matrix: Floats, origins: Floats, size: tuple[float, float], margin: float) -> NDArray[np.bool_]:
    """Of which boxes the picture shows all, and so many millimetres around."""
    around = corners((-margin, -margin, size[0] + 2 * margin, size[1] + 2 * margin))
    return np.asarray(inside_of(image.size, project(matrix, origins[:, None] + around)).all(1))


def _darkness(seen: Picture, black: float) -> tuple[Stack, Stack, Stack]:
    """How dark each sample is beside paper near it; brightness and roughness of that paper."""
    white = _white(seen)
    channels = [(1 - seen[..., n] / white[..., n]) / np.float32(black) for n in range(seen.shape[-1])]
    dark = sum(channels[1:], channels[0]) / len(channels)
    if len(channels) > 1:
        dark = np.maximum(dark, np.maximum.reduce(channels) - np.float32(COLOUR))
    light = dark < 0.25
    count = np.maximum(light.sum((1, 2)), 1)
    mean, square = (np.where(light, power, 0).sum((1, 2)) / count for power in (dark, dark * dark))
    noise = np.where(light.any((1, 2)), np.sqrt(np.maximum(square - mean * mean, 0)), 1.0)
    smooth = dark
    for axis in (1, 2):
        smooth = (np.roll(smooth, 1, axis) + smooth + np.roll(smooth, -1, axis)) / 3
    grey = seen[:, ::3, ::3].mean(-1)
    return np.asarray(smooth, np.float32), share_of(grey.reshape(len(grey), -1), 0.8), noise


def _white(seen: Picture) -> Stack:
    """The white of the paper under each sample: the bright part of the four quarters, and between them."""
    rows, columns = seen.shape[1] // 2, seen.shape[2] // 2
    quarters = [share_of(seen[:, a, b][:, ::2, ::2].reshape(len(seen), -1, seen.shape[-1]), 0.82).astype(np.float32)
                for a in (slice(rows), slice(rows, None)) for b in (slice(columns), slice(columns, None))]
    v, u = (np.clip(np.linspace(-0.5, 1.5, side), 0, 1).astype(np.float32) for side in seen.shape[1:3])
    v, u = v[None, :, None, None], u[None, None, :, None]
    upper, left, right, last = (np.maximum(quarter, 1)[:, None, None] for quarter in quarters)
    return np.asarray((upper * (1 - u) + left * u) * (1 - v) + (right * (1 - u) + last * u) * v, np.float32)


def _printed(dark: Stack) -> Stack:
    """What is printed around the boxes of a card: what most of them have at the same place."""
    if len(dark) < 4:
        return np.zeros_like(dark[:1])
    return np.asarray(np.clip(share_of(dark, 0.6 if len(dark) >= MANY else 0.3, 0), 0, 1), np.float32)[None]


def _others(card: Card, number: int, plot: _Plot) -> NDArray[np.bool_]:
    """Where another box, a code, a mark or a line of words is printed."""
    x, y, *_ = card.boxes[number].rect
    mask = np.zeros(plot.x.shape, bool)
    for left, top, across, down in near(card, number, plot.margin + LINE):
        mask |= ((plot.x > left - x - LINE) & (plot.x < left - x + across + LINE)
                 & (plot.y > top - y - LINE) & (plot.y < top - y + down + LINE))
    return mask


def near(card: Card, number: int, margin: float) -> list[Rect]:
    """Other boxes, codes, marks and lines of a card that reach within so many millimetres of a box."""
    x, y, wide, high = card.boxes[number].rect
    others = [box.rect for n, box in enumerate(card.boxes) if n != number]
    return [(left, top, across, down) for left, top, across, down in (*others, *card.codes, *card.marks, *(card.words or ()))
            if left < x + wide + margin and left + across > x - margin
            and top < y + high + margin and top + down > y - margin]


def _inks(plot: _Plot, dark: Stack, free: NDArray[np.bool_], around: Stack, paper: Stack, noise: Stack,
          whole: NDArray[np.bool_]) -> list[Ink]:
    """`dark` of all boxes of one size; `around` less what is printed; `free` where nothing else is printed."""
    side = max(plot.size)
    one = plot.step * plot.step / (PEN * side)
    inner, least = dark[:, plot.within], np.maximum(0.1, 1.6 * noise)[:, None]
    here = np.where(inner > least, np.minimum(inner, 1), 0)
    strong = here > np.maximum(least, 0.35 * here.max(1, keepdims=True))
    reach = np.maximum(*(_width(strong, at[plot.within]) for at in (plot.x, plot.y))) / (side - 2 * LINE)
    out = free & (around > np.maximum(FAINT, 2 * noise)[:, None, None])
    turns = _turns(plot, out) > 0
    hidden = ~turns & (_turns(plot, plot.outside & ~free) > COVERED * np.bincount(plot.sector[plot.outside], minlength=SECTORS))
    open_ = np.maximum((~hidden).sum(1), OPEN * SECTORS)
    outside = np.where(out, np.minimum(around, 1), 0).sum((1, 2)) * one
    through = np.maximum.reduce([np.minimum(*(around[:, place].max(1, initial=0) for place in pair)) for pair in plot.sides])
    columns = (here.sum(1) * one, (inner > 0.3).mean(1), reach, share_of(inner, 0.98), outside, turns.sum(1) / open_, through,
               noise, paper)
    rows: list[list[Any]] = [[*row, bool(shown)] for row, shown in zip(np.stack(columns, 1).tolist(), whole, strict=True)]
    return [Ink(*row) for row in rows]


def _turns(plot: _Plot, places: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many of some places lie in each direction from each box, (n, SECTORS)."""
    box, row, column = np.nonzero(places)
    counted = np.bincount(box * SECTORS + plot.sector[row, column], minlength=len(places) * SECTORS)
    return np.asarray(counted.reshape(-1, SECTORS))


def _width(strong: NDArray[np.bool_], at: Floats) -> Floats:
    """How far apart the first and the last of some places are."""
    most, least = np.where(strong, at, -np.inf).max(1), np.where(strong, at, np.inf).min(1)
    return np.asarray(np.where(strong.any(1), most - least, 0))
