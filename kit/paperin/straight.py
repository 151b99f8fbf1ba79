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
DARK = 0.84
"""Share of the paper's brightness nearby below which a pixel is ink or print."""
HIGH = 1.2 / 174
"""Strokes reach so far down, printed lines do not: 1.2 mm, as a share of a field that is 174 mm wide."""
WRITTEN = 0.4e-4
"""Share of such pixels from which there is writing. Four short strokes of the faintest pencil gave 0.6e-4 or more in pictures of
eight kinds, empty fields 0, but for a very noisy one (2.2e-4), which is then looked at by a person."""


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
    edge, side, run = max(2, grey.shape[0] // 20), max(8, grey.shape[1] // 30), max(3, round(grey.shape[1] * HIGH))
    high, wide = ((length - 2 * edge) // side * side for length in grey.shape)
    if min(high, wide) < 2 * side:
        return True
    inner = grey[edge:edge + high, edge:edge + wide]
    paper = np.percentile(inner.reshape(high // side, side, wide // side, side), 75, axis=(1, 3))
    dark = inner < DARK * np.kron(paper, np.ones((side, side)))
    down = np.logical_and.reduce([dark[n:high - run + 1 + n] for n in range(run)])
    return bool(down.mean() > WRITTEN)


def part(jpeg: bytes, polygon: Polygon) -> bytes:
    """What four corners of a kept picture hold, with a little around it, as a JPEG. Raises StoreProblem."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            return as_jpeg(cropped(np.asarray(picture), polygon, 1200))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise StoreProblem("This picture cannot be read.") from None
