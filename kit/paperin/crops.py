"""Pictures cut out of a page: a box, a question, a field, a whole card, straight, as a PNG or JPEG with nothing else in it."""

import io

import numpy as np
from PIL import Image

from kit.paperin.plane import Picture, homography, project, sample
from kit.paperin.results import Polygon

MARGIN = 0.15
"""Share of the shorter side that is shown around."""
MOST = 2400
"""Pixels along the longer side."""


def cropped(pixels: Picture, polygon: Polygon, longest: int = MOST, margin: float = MARGIN) -> Picture:
    """What four corners hold, from the upper left clockwise, laid straight; no finer than the picture itself."""
    points = np.array(polygon)
    across, down = (float(np.linalg.norm(points[a] - points[b])) for a, b in ((0, 1), (0, 3)))
    by = min(1.0, longest / max(across, down, 1.0))
    wide, high = max(1.0, across * by), max(1.0, down * by)
    matrix = homography(np.array([(0, 0), (wide, 0), (wide, high), (0, high)]), points)
    edge = margin * min(wide, high)
    x, y = (np.arange(-edge, side + edge) for side in (wide, high))
    return np.asarray(np.clip(sample(pixels, project(matrix, np.stack(np.meshgrid(x, y), -1))), 0, 255), np.uint8)


def as_jpeg(pixels: Picture, quality: int = 85) -> bytes:
    """A file of a crop."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality)
    return out.getvalue()
