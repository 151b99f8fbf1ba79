"""A small copy of a picture that was cleaned before, for lists and for pictures in a terminal. It holds pixels alone."""

import io

from PIL import Image, UnidentifiedImageError

from kit.paperin.pictures import FORMATS, QUALITY
from kit.store.problem import StoreProblem

SIDE = 320
"""Pixels along the longer side: more than a terminal of 160 by 50 letters shows in half blocks."""


def thumbnail(picture: bytes) -> bytes:
    """The picture as a small JPEG; what is see-through becomes white. Raises StoreProblem where it cannot be read."""
    try:
        with Image.open(io.BytesIO(picture), formats=FORMATS) as large:
            large.draft("RGB", (SIDE, SIDE))
            clear = large.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        raise StoreProblem("This picture cannot be read.") from None
    clear.thumbnail((SIDE, SIDE))
    small = Image.new("RGB", clear.size, "white")
    small.paste(clear, mask=clear.getchannel("A"))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
