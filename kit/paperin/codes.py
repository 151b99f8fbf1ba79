"""Every QR code in a picture, at any angle and more than one scale, with its modules; and what looks like one but is not read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from kit.paperin.plane import Floats, Grey, Picture, corners, homography, project, sample

if TYPE_CHECKING:
    import zxingcpp

SMALL = 2_200_000
"""Pixels: a smaller picture is also looked at enlarged."""
APART = 0.5
"""Two codes whose middles are nearer than this share of their side are one."""
CLOSER = 260
"""Pixels along the side of a code that is looked at again by itself."""


REACH = 9
"""Squares in a corner, side by side, that a code is wide at most, and a little more."""
CLEAR = 20
"""Pixels that such a square is wide where it is easily read."""


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A code that was found; each is only itself."""

    text: str
    """Empty where it could not be read."""
    modules: Floats
    """1 where dark, (n, n); empty where it could not be read."""
    corners: Floats
    """Roughly, in pixels, from its own upper left, clockwise."""

    @property
    def read(self) -> bool:
        """Whether its text is known."""
        return bool(len(self.modules))

    @property
    def side(self) -> float:
        """Its width in pixels."""
        return float(np.linalg.norm(self.corners[0] - self.corners[1]))


def codes_in(picture: Grey) -> list[Code]:
    """Every code of a picture once, those that were read first."""
    found: list[Code] = []
    for looked_at, scale in _scales(picture):
        _take(found, _look(looked_at, scale, smaller=scale < 1 or picture.pixels.size <= SMALL / 2))
    for code in [code for code in found if not code.read]:
        found.remove(code)
        _take(found, [_closer(picture.pixels, code.corners) or code])
    return sorted(found, key=lambda code: not code.read)


def read_at(picture: Picture, where: Floats) -> Code | None:
    """The code that stands about here, or None: a second look where one should be."""
    return _closer(picture, where)


def read_around(picture: Picture, middle: Floats, square: float) -> Code | None:
    """The code of which one square in a corner, so many pixels wide, has its middle here, or None: a larger look at the place."""
    reach = REACH * square
    high, wide = picture.shape
    left, top = (int(edge) for edge in np.maximum(middle - reach, 0))
    right, bottom = (int(edge) for edge in np.minimum(middle + reach, (wide, high)))
    first = np.array([left, top])
    by = max(1, round(2 * CLEAR / square))
    place = Image.fromarray(np.ascontiguousarray(picture[top:bottom, left:right]))
    large = np.asarray(place.resize((place.width * by, place.height * by), Image.Resampling.BICUBIC))
    for code in _look(large, float(by)):
        if code.read and np.linalg.norm(code.corners + first - middle, axis=1).min() < 1.5 * square:
            return Code(code.text, code.modules, code.corners + first)
    return None


def _scales(picture: Grey) -> Iterator[tuple[Picture, float]]:
    whole, size = picture.image, picture.pixels.size
    yield picture.pixels, 1.0
    if size < SMALL:
        yield np.asarray(whole.resize((whole.width * 2, whole.height * 2), Image.Resampling.BICUBIC)), 2.0
    if size > SMALL / 2:
        yield np.asarray(whole.reduce(2)), 0.5


def _take(found: list[Code], more: list[Code]) -> None:
    """Add what is new; what is read takes the place of what was not."""
    for code in more:
        same = [one for one in found if _same(one, code)]
        if not same:
            found.append(code)
        elif code.read and not any(one.read for one in same):
            found[:] = [one for one in found if one not in same]
            found.append(code)


def _same(one: Code, other: Code) -> bool:
    side = max(np.linalg.norm(one.corners[0] - one.corners[2]), np.linalg.norm(other.corners[0] - other.corners[2]))
    return bool(np.linalg.norm(one.corners.mean(0) - other.corners.mean(0)) < APART * side)


def _look(picture: Picture, scale: float, *, histogram: bool = False, smaller: bool = True) -> list[Code]:
    import zxingcpp

    way = zxingcpp.Binarizer.GlobalHistogram if histogram else zxingcpp.Binarizer.LocalAverage
    seen = zxingcpp.read_barcodes(np.ascontiguousarray(picture), zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]),
                                  try_invert=False, try_downscale=smaller, text_mode=zxingcpp.TextMode.Plain, binarizer=way,
                                  return_errors=True)
    return [_code(one, scale) for one in seen]


def _code(seen: "zxingcpp.Barcode", scale: float) -> Code:
    where = seen.position
    points = (where.top_left, where.top_right, where.bottom_right, where.bottom_left)
    place = np.array([(point.x, point.y) for point in points], float) / scale
    if not seen.valid:
        return Code("", np.zeros((0, 0)), place)
    return Code(seen.text, (np.array(seen.to_image(scale=1, add_quiet_zones=False)) == 0).astype(float), place)


def _closer(picture: Picture, where: Floats) -> Code | None:
    """Cut the place out, straight and larger, sharpen it, and look again in several ways."""
    if np.linalg.norm(where[0] - where[2]) < 8:
        return None
    margin = 0.45
    side = CLOSER * (1 + 2 * margin)
    matrix = homography(corners((margin * CLOSER, margin * CLOSER, CLOSER, CLOSER)), where)
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1)
    flat = sample(picture, project(matrix, grid))
    soft = np.asarray(Image.fromarray(flat).resize((len(flat) // 6, len(flat) // 6), Image.Resampling.BOX)
                      .resize(flat.shape[::-1], Image.Resampling.BILINEAR))
    for gain in (0.0, 1.5, 4.0):
        sharp = np.clip(flat + gain * (flat - soft), 0, 255).astype(np.uint8)
        for histogram in (False, True):
            for code in _look(sharp, 1.0, histogram=histogram):
                if code.read:
                    return Code(code.text, code.modules, project(matrix, code.corners))
    return None
