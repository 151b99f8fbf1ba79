"""The place of a QR code to a fraction of a pixel: its own modules are fitted to the picture.

The corners that a decoder gives are off by up to a module, and what stands ten centimetres away would be off by centimetres.
So the whole pattern is moved, turned and tilted until it lies best on what the picture shows (Gauss-Newton on the eight numbers
of a homography, inverse compositional: Baker and Matthews 2004), together with brightness, contrast and a slope of light.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kit.paperin.plane import Floats, Picture, homography, project, sample

QUIET = 2
"""Modules of white around the code that are fitted too."""
BLURS = (0.8, 0.3)
"""Of the pattern, in modules: coarse first."""
STEPS = 8
PURE = 0.03
"""Where the soft pattern is as near as this to its lightest or darkest it is paper or ink alone."""
ENOUGH = 0.004
"""Modules: a step smaller than this ends the fit."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a code lies."""

    matrix: Floats
    """From the code's own square, 0 to 1, to pixels."""
    likeness: float
    """How much the picture looks like the pattern there, up to 1."""
    white: float
    black: float
    """Brightness of paper and ink in the code."""


def fit(picture: Picture, modules: Floats, rough: Floats) -> Fit:
    """Fit a code. `modules` (n, n) is 1 where dark; `rough` are its corners in the picture, from its upper left, clockwise."""
    matrix = homography(np.array([(-1.0, -1), (1, -1), (1, 1), (-1, 1)]), rough)
    key, count = np.packbits(modules > 0.5).tobytes(), len(modules)
    for blur in BLURS:
        pattern = _pattern(key, count, blur)
        matrix, kept = _settled(picture, pattern, matrix)
    likeness, paper, contrast = kept
    unit = np.array([[2.0, 0, -1], [0, 2, -1], [0, 0, 1]])
    whole = matrix @ unit
    return Fit(whole / whole[2, 2], likeness, paper, paper - contrast)


@dataclass(frozen=True, slots=True)
class _Pattern:
    points: Floats
    """In units of half the code, from its middle."""
    light: Floats
    """0 for ink, 1 for paper, with soft edges."""
    paper: NDArray[np.bool_]
    ink: NDArray[np.bool_]
    """Points that are paper alone, or ink alone."""
    solve: Floats
    """From what is left over to the twelve numbers."""
    module: float
    """Side of a module in these units."""


@lru_cache(maxsize=256)
def _pattern(key: bytes, count: int, blur: float) -> _Pattern:
    bits = np.unpackbits(np.frombuffer(key, np.uint8))[:count * count].reshape(count, count)
    each = 3 if count <= 40 else 2
    light: Floats = np.kron(np.pad(1.0 - bits, QUIET, constant_values=1), np.ones((each, each))).astype(np.float64)
    light = _soft(_soft(light, blur * each).T, blur * each).T
    down, right = np.gradient(light)
    module = 2 / count
    step = module / each
    line = (np.arange(len(light)) + 0.5) * step - 1 - QUIET * module
    x, y = (part.ravel() for part in np.meshgrid(line, line))
    dx, dy = right.ravel() / step, down.ravel() / step
    flat = light.ravel()
    columns = np.stack([dx * x, dx * y, dx, dy * x, dy * y, dy, -dx * x * x - dy * x * y, -dx * x * y - dy * y * y,
                        flat, np.ones_like(x), x, y], 1)
    solve = np.linalg.solve(columns.T @ columns + 1e-9 * np.eye(12), columns.T)
    return _Pattern(np.stack([x, y], -1), flat, flat > flat.max() - PURE, flat < flat.min() + PURE, solve, module)


def _soft(rows: Floats, sigma: float) -> Floats:
    reach = int(3 * sigma + 1)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    wide = np.pad(rows, ((0, 0), (reach, reach)), mode="edge")
    return np.asarray(sum(weight * wide[:, n:n + rows.shape[1]] for n, weight in enumerate(weights)))


def _settled(picture: Picture, pattern: _Pattern, matrix: Floats) -> tuple[Floats, tuple[float, float, float]]:
    for _ in range(STEPS):
        seen = sample(picture, project(matrix, pattern.points)).astype(np.float64)
        found = pattern.solve @ seen
        contrast = float(found[8])
        if contrast <= 1:
            return matrix, (0.0, float(seen.mean()), 1.0)
        slope = pattern.points @ found[10:12]
        even = seen - slope
        change = found[:8] / contrast
        step = np.array([[1 + change[0], change[1], change[2]], [change[3], 1 + change[4], change[5]], [change[6], change[7], 1]])
        matrix = matrix @ np.linalg.inv(step)
        matrix = matrix / matrix[2, 2]
        if np.abs(change).max() < ENOUGH * pattern.module:
            break
    paper, ink = float(even[pattern.paper].mean()), float(even[pattern.ink].mean())
    return matrix, (float(np.corrcoef(even, pattern.light)[0, 1]), paper, paper - ink)
