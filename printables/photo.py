"""Pictures that people bring: read with care, no larger than paper needs, and without what else is in their files."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""A picture of more is taken for a trap."""
SIDE = 1600
"""Pixels of the longer side, at most: 230 dots an inch over the width of a page."""


def readable(data: bytes) -> "Image | None":
    """The picture, upright, in grey or colour on white; None where the bytes are no whole picture."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            whole = ImageOps.exif_transpose(opened).convert("RGBA")
    except Exception:  # PIL raises whatever it meets in a broken file
        return None
    paper = Image.new("RGBA", whole.size, "white")
    paper.alpha_composite(whole)
    paper.thumbnail((SIDE, SIDE))
    return paper.convert("RGB")


@lru_cache(maxsize=16)
def png(data: bytes) -> bytes | None:
    """The same as the bytes of a PNG file, for HTML."""
    if (picture := readable(data)) is None:
        return None
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
