"""Where the points of flat paper are in a picture: homographies, and the brightness there."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats: TypeAlias = NDArray[np.float64]
Picture: TypeAlias = NDArray[np.uint8]
"""Rows of pixels, grey or red, green and blue. The middle of the first pixel is at 0, 0."""


@dataclass(frozen=True, slots=True)
class Grey:
    """A picture in grey, in both forms that are worked on, which share nothing with each other but what they show."""

    image: Image.Image
    pixels: Picture

    @classmethod
    def of(cls, image: Image.Image) -> "Grey":
        """Any picture, mode L or RGB."""
        grey = image if image.mode == "L" else image.convert("L")
        return cls(grey, np.asarray(grey))

    def laid(self, matrix: Floats, firsts: Floats, step: float, shape: tuple[int, int]) -> Picture:
        """Stretches laid straight; what the picture does not show is as bright as most of it."""
        return laid(self.image, matrix, firsts, step, shape, int(np.median(self.pixels[::64, ::64])))


def homography(paper: Floats, seen: Floats, weights: Floats | None = None) -> Floats:
    """The 3 by 3 matrix that takes points on paper to points in the picture, in least squares. Four points or more, (n, 2)."""
    from_paper, from_seen = _evened(paper), _evened(seen)
    a, b = project(from_paper, paper), project(from_seen, seen)
    x, y, zero, one = a[:, 0], a[:, 1], np.zeros(len(a)), np.ones(len(a))
    u, v = b[:, 0], b[:, 1]
    rows = np.concatenate([np.stack([x, y, one, zero, zero, zero, -x * u, -y * u], 1),
                           np.stack([zero, zero, zero, x, y, one, -x * v, -y * v], 1)])
    right = np.concatenate([u, v])
    if weights is not None:
        both = np.concatenate([weights, weights])
        rows, right = rows * both[:, None], right * both
    solved = np.linalg.lstsq(rows, right, rcond=None)[0]
    whole = np.linalg.inv(from_seen) @ np.append(solved, 1).reshape(3, 3) @ from_paper
    return np.asarray(whole / whole[2, 2])


def _evened(points: Floats) -> Floats:
    """Moves points to around 0 and about 1 from it."""
    middle = points.mean(0)
    far = max(float(np.abs(points - middle).mean()), 1e-9)
    return np.array([[1 / far, 0, -middle[0] / far], [0, 1 / far, -middle[1] / far], [0, 0, 1]])


def project(matrix: Floats, points: Floats | NDArray[np.float32]) -> Floats:
    """Points (…, 2) under a homography, as fine as they come: single numbers are enough for many samples."""
    matrix = matrix.astype(points.dtype)
    x, y = points[..., 0], points[..., 1]
    w = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
    return np.stack([(matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / w,
                     (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / w], -1)


def scale_at(matrix: Floats, points: Floats) -> Floats:
    """Pixels in a millimetre around points on paper."""
    right, down = (project(matrix, points + step) - project(matrix, points) for step in (np.array([1.0, 0]), np.array([0, 1.0])))
    return np.asarray(np.sqrt(np.abs(right[..., 0] * down[..., 1] - right[..., 1] * down[..., 0])))


def sample(picture: Picture, points: Floats) -> NDArray[np.float32]:
    """Brightness at points (…, 2), between pixels too. Points outside take the nearest edge."""
    high, wide = picture.shape[:2]
    x = np.clip(points[..., 0], 0, wide - 1.001).astype(np.float32)
    y = np.clip(points[..., 1], 0, high - 1.001).astype(np.float32)
    column, row = x.astype(np.int32), y.astype(np.int32)
    x -= column
    y -= row
    flat = picture.reshape(high * wide, *picture.shape[2:])
    at = row * wide + column
    if picture.ndim == 3:
        x, y = x[..., None], y[..., None]
    upper = flat[at] * (1 - x) + flat[at + 1] * x
    lower = flat[at + wide] * (1 - x) + flat[at + wide + 1] * x
    return np.asarray(upper * (1 - y) + lower * y, np.float32)


def laid(image: Image.Image, matrix: Floats, firsts: Floats, step: float, shape: tuple[int, int], fill: int = 255) -> Picture:
    """Stretches of a picture laid straight, from `firsts` on paper, (n, 2), a sample each `step`: (n, rows, columns[, 3]).

    What the picture does not show is as bright as `fill`.
    """
    base = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]]) @ matrix
    start = base @ np.concatenate([firsts.T - step / 2, np.ones((1, len(firsts)))])
    along = base[:, :2] * step
    colour = fill if image.mode == "L" else (fill, fill, fill)
    found = []
    for last in start.T:
        rows = np.concatenate([along, last[:, None]], 1) / last[2]
        found.append(np.asarray(image.transform(shape[::-1], Image.Transform.PERSPECTIVE, rows.ravel()[:8].tolist(),
                                                Image.Resampling.BILINEAR, fillcolor=colour)))
    return np.stack(found)


def share_of(values: NDArray[Any], share: float, axis: int = 1) -> NDArray[Any]:
    """The value below which this share of the values along an axis lies."""
    at = round(share * (values.shape[axis] - 1))
    return np.asarray(np.take(np.partition(values, at, axis), at, axis))


def inside_of(size: tuple[int, int], points: Floats, margin: float = 1.0) -> NDArray[np.bool_]:
    """Which points a picture of this width and height shows."""
    x, y = points[..., 0], points[..., 1]
    return np.asarray((x >= margin) & (y >= margin) & (x < size[0] - margin) & (y < size[1] - margin))


def corners(rect: tuple[float, float, float, float]) -> Floats:
    """The four corners of a rect, from the upper left, clockwise."""
    x, y, wide, high = rect
    return np.array([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)])
