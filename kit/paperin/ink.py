"""How much ink is in a box, and around it, and how it lies there: beside the white of the same paper, with the frame left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kit.paperin.layouts import Card, Rect
from kit.paperin.placing import Placed
from kit.paperin.plane import Floats, Picture, inside, project, sample

STEP = 0.18
"""Millimetres from one sample to the next."""
LINE = 0.62
"""Millimetres beside the middle of a frame's line that belong to the frame, blur included."""
CLOSE, MIDDLE = 1.3, 0.6
"""How far outside a line that strikes a box out is looked for, and in which share of a side."""
FAINT = 0.14
"""How dark ink outside is at least: half of a faint pencil."""
LEAST_AROUND = 2.6
SECTORS = 32
"""Directions in which a ring around the box is looked for."""
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


def measure(picture: Picture, card: Card, placed: Placed) -> list[Ink]:
    """The ink of every box of a card, in their order."""
    found: dict[int, Ink] = {}
    sizes: dict[tuple[float, float], list[int]] = {}
    for number, box in enumerate(card.boxes):
        sizes.setdefault(box.rect[2:], []).append(number)
    for size, numbers in sizes.items():
        found.update(zip(numbers, _of_one_size(picture, card, placed, size, numbers), strict=True))
    return [found[number] for number in range(len(card.boxes))]


def _of_one_size(picture: Picture, card: Card, placed: Placed, size: tuple[float, float], numbers: Sequence[int]) -> list[Ink]:
    margin = max(LEAST_AROUND, 0.5 * max(size))
    x, y = (np.arange(-margin, side + margin, STEP) + STEP / 2 for side in size)
    grid = np.stack(np.meshgrid(x, y), -1)
    origins = np.array([card.boxes[n].rect[:2] for n in numbers]) + placed.shifts[list(numbers)]
    points = project(placed.matrix, (origins[:, None, None] + grid).astype(np.float32))
    dark, paper, noise = _darkness(sample(picture, points), placed.black)
    shows = inside(picture, points)
    far = np.minimum.reduce([grid[..., 0], size[0] - grid[..., 0], grid[..., 1], size[1] - grid[..., 1]])
    within = far > LINE
    around = dark - _printed(dark)
    result = []
    for n, number in enumerate(numbers):
        free = (far < -LINE) & ~_others(card, number, grid)
        result.append(_ink(dark[n], around[n], within, free, grid, size, float(noise[n]), float(paper[n]),
                           bool(shows[n][far > -1].all())))
    return result


def _darkness(seen: Stack, black: float) -> tuple[Stack, Stack, Stack]:
    """How dark each sample is beside paper near it; brightness and roughness of that paper."""
    if seen.ndim == 3:
        seen = seen[..., None]
    relative = seen / np.maximum(_white(seen), 1)
    by_channel = (1 - relative) / black
    dark = by_channel.mean(-1)
    if seen.shape[-1] > 1:
        dark = np.maximum(dark, by_channel.max(-1) - COLOUR)
    light = dark < 0.25
    noise = np.array([float(np.std(one[mask])) if mask.any() else 1.0 for one, mask in zip(dark, light, strict=True)])
    smooth = dark
    for axis in (1, 2):
        smooth = (np.roll(smooth, 1, axis) + smooth + np.roll(smooth, -1, axis)) / 3
    return np.asarray(smooth, np.float32), np.percentile(seen[:, ::3, ::3].mean(-1), 80, axis=(1, 2)), noise


def _white(seen: Stack) -> Stack:
    """The white of the paper under each sample: the bright part of the four quarters, and between them."""
    rows, columns = seen.shape[1] // 2, seen.shape[2] // 2
    quarters = [np.percentile(seen[:, a, b][:, ::2, ::2], 82, axis=(1, 2)) for a in (slice(rows), slice(rows, None))
                for b in (slice(columns), slice(columns, None))]
    v, u = (np.clip(np.linspace(-0.5, 1.5, side), 0, 1).astype(np.float32) for side in seen.shape[1:3])
    v, u = v[None, :, None, None], u[None, None, :, None]
    upper, left, right, last = (quarter[:, None, None] for quarter in quarters)
    return np.asarray((upper * (1 - u) + left * u) * (1 - v) + (right * (1 - u) + last * u) * v, np.float32)


def _printed(dark: Stack) -> Stack:
    """What is printed around the boxes of a card: what most of them have at the same place."""
    if len(dark) < 4:
        return np.zeros_like(dark[:1])
    return np.asarray(np.clip(np.percentile(dark, 60, axis=0, keepdims=True), 0, 1), np.float32)


def _others(card: Card, number: int, grid: Floats) -> NDArray[np.bool_]:
    """Where another box, a code or a mark is printed."""
    x, y = card.boxes[number].rect[:2]
    across, down = grid[..., 0] + x, grid[..., 1] + y
    mask = np.zeros(grid.shape[:2], bool)
    others: list[Rect] = [box.rect for n, box in enumerate(card.boxes) if n != number]
    for left, top, wide, high in (*others, *card.codes, *card.marks):
        if (left - LINE < across[0, -1] and left + wide + LINE > across[0, 0]
                and top - LINE < down[-1, 0] and top + high + LINE > down[0, 0]):
            mask |= ((across > left - LINE) & (across < left + wide + LINE)
                     & (down > top - LINE) & (down < top + high + LINE))
    return mask


def _ink(dark: Stack, around: Stack, within: NDArray[np.bool_], free: NDArray[np.bool_], grid: Floats, size: tuple[float, float],
         noise: float, paper: float, whole: bool) -> Ink:
    least = max(0.1, 1.6 * noise)
    side = max(size)
    one = STEP * STEP / (PEN * side)
    here = np.where(within & (dark > least), np.minimum(dark, 1), 0)
    rows, columns = np.nonzero(here > max(least, 0.35 * float(here.max(initial=0))))
    reach = max(np.ptp(rows), np.ptp(columns)) * STEP / (side - 2 * LINE) if len(rows) else 0.0
    out = free & (around > max(FAINT, 2 * noise))
    turn = np.arctan2(grid[..., 1] - size[1] / 2, grid[..., 0] - size[0] / 2)
    sector = ((turn / (2 * np.pi) + 0.5) * SECTORS).astype(int) % SECTORS
    counted = np.bincount(sector[out], minlength=SECTORS)
    return Ink(float(here.sum()) * one, float((dark[within] > 0.3).mean()), float(reach),
               float(np.percentile(dark[within], 98)), float(np.minimum(around, 1)[out].sum()) * one,
               float((counted >= 1).mean()), _through(around, grid, size), noise, paper, whole)


def _through(around: Stack, grid: Floats, size: tuple[float, float]) -> float:
    """The fainter of two opposite sides, at which it is darkest just outside the middle of the box."""
    x, y = grid[..., 0], grid[..., 1]
    level, upright = (np.abs(here / side - 0.5) < MIDDLE / 2 for here, side in ((y, size[1]), (x, size[0])))
    pairs = (((-CLOSE, -LINE, x, level), (size[0] + LINE, size[0] + CLOSE, x, level)),
             ((-CLOSE, -LINE, y, upright), (size[1] + LINE, size[1] + CLOSE, y, upright)))
    return max(min(float(around[(at > least) & (at < most) & along].max(initial=0)) for least, most, at, along in pair)
               for pair in pairs)
