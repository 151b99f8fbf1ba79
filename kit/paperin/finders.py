"""Codes of which a part is hidden or out of the picture: the squares in their corners that can still be seen.

A QR code has three of them, each dark, light, dark, light, dark in shares of 1 : 1 : 3 : 1 : 1 along any line through its middle
(ISO/IEC 18004, 7.3.2). With fewer than three no decoder says that there is a code; a person should be told.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kit.paperin.plane import Floats, Grey

SHARES = np.array([1, 1, 3, 1, 1]) / 7
OFF = 0.6
"""How far from its share each run may be, in modules."""
LEAST = 10.0
"""Pixels that a square is wide at least."""
SMALLER = 0.6
"""Share of the size of the squares that are known, that others may have: they are farther away, or finer."""
DARK = 0.72
"""Ink is darker than this share of what is around it."""
LINES = 4
"""Lines through the middle that show it, at least, each way."""


def squares_in(grey: Grey, known: Sequence[Floats], module: float) -> list[tuple[Floats, float]]:
    """The middle and the width, in pixels, of each square that looks like the corner of a code.

    What lies in the places that are known, or hardly out of them, is left out; each is convex, its corners in order. `module` is
    the side of one of the smallest code that was found, in pixels; 0 where none was.
    """
    by = max(1, int(7 * module * SMALLER / LEAST))
    small = grey.image.reduce(by) if by > 1 else grey.image
    around = small.reduce(4).filter(ImageFilter.BoxBlur(8)).resize(small.size, Image.Resampling.BILINEAR)
    dark = np.asarray(small) < np.asarray(around) * np.float32(DARK)
    level = _runs(dark)
    for polygon in known:
        level = level[~_within(level[:, :2] * by, polygon, level[:, 2] * by)]
    if len(level) < LINES:
        return []
    upright = _runs(dark.T)[:, [1, 0, 2]]
    found: list[tuple[Floats, float]] = []
    for x, y, wide in level:
        if any(np.hypot(*(middle / by - (x, y))) < wide for middle, _ in found):
            continue
        near = [(np.abs(runs[:, :2] - (x, y)) < wide / 3).all(1) & (np.abs(runs[:, 2] / wide - 1) < 0.4)
                for runs in (level, upright)]
        if all(place.sum() >= LINES for place in near):
            middle = np.array([level[near[0], 0].mean(), upright[near[1], 1].mean()])
            found.append(((middle + 0.5) * by - 0.5, float(wide * by)))
    return found


def _within(points: Floats, polygon: Floats, margin: Floats) -> NDArray[np.bool_]:
    """Which points are in a convex polygon or so near to one of its sides."""
    edges = np.roll(polygon, -1, 0) - polygon
    away = points[:, None] - polygon[None]
    side = (edges[:, 0] * away[..., 1] - edges[:, 1] * away[..., 0]) / np.maximum(np.linalg.norm(edges, axis=1), 1)
    return np.asarray((side > -margin[:, None]).all(1) | (side < margin[:, None]).all(1))


def _runs(dark: NDArray[np.bool_]) -> Floats:
    """Where five runs along a row have the shares of a square: x, y and length."""
    padded = np.pad(dark, ((0, 0), (1, 1))).ravel()
    width = dark.shape[1] + 2
    ends = np.flatnonzero(padded[1:] != padded[:-1]) + 1
    if len(ends) < 6:
        return np.zeros((0, 3))
    lengths = np.lib.stride_tricks.sliding_window_view(np.diff(ends), 5)[::2]
    first, whole = ends[:-5:2], lengths.sum(1)
    likely = (whole >= LEAST) & (first // width == (first + whole) // width)
    lengths, first, whole = lengths[likely], first[likely], whole[likely]
    alike = (np.abs(lengths / whole[:, None] - SHARES) < OFF / 7).all(1)
    first, whole = first[alike], whole[alike]
    return np.stack([first % width - 1 + whole / 2, first // width, whole], 1).astype(np.float64)
