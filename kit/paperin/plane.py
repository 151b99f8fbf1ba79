"""Where the points of flat paper are in a picture: homographies, and the brightness there."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Picture: TypeAlias = NDArray[np.uint8]
"""Rows of pixels, grey or red, green and blue. The middle of the first pixel is at 0, 0."""


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


def inside(picture: Picture, points: Floats, margin: float = 1.0) -> NDArray[np.bool_]:
    """Which points the picture shows."""
    high, wide = picture.shape[:2]
    x, y = points[..., 0], points[..., 1]
    return np.asarray((x >= margin) & (y >= margin) & (x < wide - margin) & (y < high - margin))


def corners(rect: tuple[float, float, float, float]) -> Floats:
    """The four corners of a rect, from the upper left, clockwise."""
    x, y, wide, high = rect
    return np.array([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)])
