"""A picture in two sizes: the whole of a photograph as it is kept, and a small copy for lists and half blocks. Pixels alone."""

import io
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from kit.paperin.pictures import FORMATS, LONGEST_SIDE, QUALITY
from kit.store.problem import StoreProblem

if TYPE_CHECKING:
    from kit.paperin.plane import Picture

SIDE = 320
"""Pixels along the longer side: more than a terminal of 160 by 50 letters shows in half blocks."""


def thumbnail(picture: bytes) -> bytes:
    """The picture as a small JPEG; what is see-through becomes white. Raises StoreProblem where it cannot be read."""
    try:
        with Image.open(io.BytesIO(picture), formats=FORMATS) as opened:
            opened.draft("RGB", (SIDE, SIDE))
            clear = opened.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        raise StoreProblem("This picture cannot be read.") from None
    clear.thumbnail((SIDE, SIDE))
    small = Image.new("RGB", clear.size, "white")
    small.paste(clear, mask=clear.getchannel("A"))
    return _jpeg(small)


def large(pixels: "Picture") -> bytes:
    """A whole photograph as a JPEG, no larger than a picture is kept."""
    photograph = Image.fromarray(pixels)
    photograph.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _jpeg(photograph)


def sides(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture of ours, in pixels."""
    with Image.open(io.BytesIO(picture), formats=FORMATS) as opened:
        return opened.size


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
