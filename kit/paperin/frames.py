"""Each box by its own printed frame: looked for around the place where it should be, to a fraction of a pixel."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kit.paperin.layouts import Rect
from kit.paperin.plane import Floats, Grey, share_of

STEP = 0.18
"""Millimetres from one sample to the next."""
BESIDE = 0.85
"""Millimetres from a line's middle to where it must be white."""
Stack = NDArray[np.float32]
"""Squares of samples, (n, rows, columns)."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a printed thing was found."""

    shift: Floats
    """Millimetres from where it should be, (2,)."""
    score: float
    """How much it looks like one: 1 is perfect, 0 is plain paper."""
    edges: tuple[float, ...]
    """The same for each of its sides: left, right, top, bottom."""


def find_frames(picture: Grey, matrix: Floats, rects: Sequence[Rect], shifts: Floats, reach: float,
                black: float) -> list[Found]:
    """Look for frames of one size within `reach` millimetres. `black` is how dark ink is beside white paper here, 0 to 1."""
    wide, high = rects[0][2:]
    dark = _dark(picture, matrix, rects, shifts, reach + BESIDE + 0.3, black)
    across, down = round(wide / STEP), round(high / STEP)
    span = 2 * round(reach / STEP) + 1
    first = round((reach + BESIDE + 0.3) / STEP) - span // 2
    upright, level = _runs(dark, first, span, down), _runs(dark.transpose(0, 2, 1), first, span, across)
    edges = np.clip(np.stack([_line(upright, first, span, 1), _line(upright, first + across, span, -1),
                              _line(level, first, span, 1).transpose(0, 2, 1),
                              _line(level, first + down, span, -1).transpose(0, 2, 1)]), -0.5, 1)
    middle = span // 2
    offsets = (np.arange(span) - middle) * np.float64(STEP)
    far = (offsets[:, None] ** 2 + offsets[None] ** 2) / max(reach, STEP) ** 2
    score = edges.mean(0) + 0.3 * edges.min(0) - 0.06 * far
    return [_best(score[n], edges[:, n], offsets) for n in range(len(rects))]


def _dark(picture: Grey, matrix: Floats, rects: Sequence[Rect], shifts: Floats, around: float, black: float) -> Stack:
    """How dark each place is beside the paper near it: 0 for paper, 1 for the ink of the code."""
    wide, high = rects[0][2:]
    lead = round(around / STEP)
    shape = round(high / STEP) + 2 * lead + 1, round(wide / STEP) + 2 * lead + 1
    firsts = np.array([rect[:2] for rect in rects]) + shifts - lead * STEP
    seen = picture.laid(matrix, firsts, STEP, shape)
    paper = share_of(seen[:, ::4, ::4].reshape(len(seen), -1), 0.8).astype(np.float32)[:, None, None]
    return np.asarray((1 - seen / np.maximum(paper, 1)) / np.float32(black), np.float32)


def _runs(dark: Stack, first: int, span: int, length: int) -> Stack:
    """For some rows, and every column: how dark a line is that runs down from there."""
    total = dark[:, first:].cumsum(1)
    whole = total[:, length:length + span] - total[:, :span] + dark[:, first:first + span]
    return np.asarray(whole / np.float32(length + 1))


def _line(runs: Stack, first: int, span: int, side: int) -> Stack:
    """How much of a line there is in some columns; the box is after it (side 1) or before it (side -1)."""
    beside = round(BESIDE / STEP)
    here, outer, inner = (runs[:, :, first + by:first + by + span] for by in (0, -side * beside, side * beside))
    return np.asarray(here - np.float32(0.75) * outer - np.float32(0.25) * inner)


def _best(score: NDArray[np.float32], edges: Stack, offsets: Floats) -> Found:
    row, column = np.unravel_index(int(score.argmax()), score.shape)
    fine = [offsets[column] + STEP * _peak(score[row], int(column)), offsets[row] + STEP * _peak(score[:, column], int(row))]
    found = edges[:, row, column]
    return Found(np.array(fine), float(found.mean()), tuple(map(float, found)))


def _peak(line: NDArray[np.float32], at: int) -> float:
    """The top of a parabola through the highest value and its neighbours, in steps."""
    if not 0 < at < len(line) - 1:
        return 0.0
    below, here, above = (float(value) for value in line[at - 1:at + 2])
    bend = below - 2 * here + above
    return 0.0 if bend >= 0 else max(-0.5, min(0.5, 0.5 * (below - above) / bend))


def find_square(picture: Grey, matrix: Floats, rect: Rect, reach: float, black: float) -> Found:
    """Look for a solid black square with white around it, within `reach` millimetres."""
    around = reach + 1.2
    dark = _dark(picture, matrix, [rect], np.zeros((1, 2)), around, black)[0]
    across, down = round(rect[2] / STEP), round(rect[3] / STEP)
    span, rim = 2 * round(reach / STEP) + 1, round(1.0 / STEP)
    first = round(around / STEP) - span // 2
    total = np.pad(dark, ((1, 0), (1, 0))).cumsum(0).cumsum(1)

    def mean(top: int, left: int, rows: int, columns: int) -> NDArray[np.float32]:
        a, b = slice(top, top + span), slice(top + rows, top + rows + span)
        c, d = slice(left, left + span), slice(left + columns, left + columns + span)
        return np.asarray((total[b, d] - total[a, d] - total[b, c] + total[a, c]) / (rows * columns))

    solid = mean(first, first, down, across)
    sides = [mean(first - rim, first, rim, across), mean(first + down, first, rim, across),
             mean(first, first - rim, down, rim), mean(first, first + across, down, rim)]
    edges = np.clip(np.stack([solid - side for side in sides]), -0.5, 1)
    offsets = (np.arange(span) - span // 2) * np.float64(STEP)
    far = (offsets[:, None] ** 2 + offsets[None] ** 2) / max(reach, STEP) ** 2
    return _best(edges.mean(0) + 0.5 * edges.min(0) - 0.06 * far, edges, offsets)
