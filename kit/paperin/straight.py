"""One card of a page laid straight, as a picture of its own with nothing else in it: no neighbour, no camera, no place."""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from kit.paperin.crops import as_jpeg, cropped
from kit.paperin.plane import Floats, Picture, homography, project
from kit.paperin.results import Polygon
from kit.store.problem import StoreProblem

LONGEST = 1750
"""Pixels along the longer side of a card that is kept: an A4 page at 150 dots an inch."""
DARK = 0.8
"""Share of the paper's brightness below which a pixel is ink or print."""
RULE = 0.5
"""A row of which so much is dark is a printed line, and no writing."""
WRITTEN = 0.0015
"""Share of dark pixels from which there is writing. One short word fills four times as much; dust fills a tenth."""


@dataclass(frozen=True, slots=True)
class Straight:
    """A card by itself."""

    jpeg: bytes
    _matrix: Floats
    _limits: tuple[float, float]

    def at(self, polygon: Polygon) -> Polygon:
        """Where something of the page stands in this picture, in its pixels."""
        points = project(self._matrix, np.array(polygon, np.float64))
        return tuple((round(float(x), 1), round(float(y), 1)) for x, y in np.clip(points, (0, 0), self._limits))


def straight(pixels: Picture, polygon: Polygon) -> Straight:
    """What four corners hold, from the upper left clockwise."""
    points = np.array(polygon, np.float64)
    across, down = (float(np.linalg.norm(points[a] - points[b])) for a, b in ((0, 1), (0, 3)))
    by = min(1.0, LONGEST / max(across, down, 1.0))
    wide, high = max(1.0, across * by), max(1.0, down * by)
    flat = np.array([(0, 0), (wide, 0), (wide, high), (0, high)])
    back = homography(flat, points).ravel()[:8].tolist()
    laid = Image.fromarray(pixels).transform((round(wide), round(high)), Image.Transform.PERSPECTIVE, back,
                                             Image.Resampling.BILINEAR, fillcolor="white")
    return Straight(as_jpeg(np.asarray(laid)), homography(points, flat), (wide, high))


def whole(pixels: Picture) -> bytes:
    """A whole page, no larger than a card is kept."""
    high, wide = pixels.shape[:2]
    return as_jpeg(cropped(pixels, ((0, 0), (wide, 0), (wide, high), (0, high)), LONGEST, 0.0))


def written_on(pixels: Picture, polygon: Polygon) -> bool:
    """Whether there is writing in a field. Where that is not sure, there is."""
    crop = cropped(pixels, polygon, 900, 0.0)
    grey: NDArray[np.float64] = np.asarray(crop if crop.ndim == 2 else crop.mean(2), np.float64)
    edge = max(1, min(grey.shape) // 25)
    inner = grey[edge:-edge, edge:-edge]
    if min(inner.shape) < 8:
        return True
    paper = np.percentile(inner, 90, axis=1, keepdims=True)
    dark = inner < DARK * np.maximum(paper, 1)
    rules = dark.mean(1) > RULE
    near = rules | np.roll(rules, 1) | np.roll(rules, -1)
    return bool(dark[~near].mean() > WRITTEN) if (~near).any() else True


def part(jpeg: bytes, polygon: Polygon) -> bytes:
    """What four corners of a kept picture hold, with a little around it, as a JPEG. Raises StoreProblem."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            return as_jpeg(cropped(np.asarray(picture), polygon, 1200))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise StoreProblem("This picture cannot be read.") from None
