"""A picture made safe to keep: only its pixels, in a format and a size that we choose. Nothing else that was in the file stays.

A file from a phone holds where it was taken, by whom and with what. A file from a stranger may be small and ask for all of the
laptop's memory. So the size that a picture claims is looked at before a pixel is decoded (STORE.md, section 7).
"""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from kit.store.problem import StoreProblem

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 50_000_000
MOST_PIXELS = 60_000_000
"""A phone's 48 megapixels fit; 13,300 x 13,300 do not."""
LONGEST_CLAIMED = 20_000
"""Pixels along one side, before."""
LONGEST_SIDE = 2400
"""Pixels along the longer side, after: an A4 sheet at 200 dots an inch."""
QUALITY = 85


def cleaned(data: bytes) -> tuple[bytes, str]:
    """The picture, upright, as a JPEG, or as a PNG where parts of it are see-through; and the ending of its file's name.

    Raises StoreProblem, with a sentence, for what is no picture of ours or is too large.
    """
    if len(data) > MOST_BYTES:
        raise StoreProblem(f"This picture has more than {MOST_BYTES // 1_000_000} MB. Make it smaller, then try again.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _again(data)
    except StoreProblem:
        raise
    except Exception:  # what reads strangers' bytes raises whatever it meets in them
        raise StoreProblem("This is no picture that can be read. Use a JPEG, PNG or WEBP file that opens elsewhere.") from None


def checked(data: bytes) -> bytes:
    """A picture that a kit has cleaned before, as it is. Raises StoreProblem where it is not just that."""
    again, _ = cleaned(data)
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        extra = set(picture.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        if extra or max(picture.size) > LONGEST_SIDE or len(data) > 3 * len(again) + 10_000:
            raise StoreProblem("A picture in it holds more than a picture of ours does.")
    return data


def pixels(data: bytes, wide: int, high: int) -> list[list[tuple[int, int, int]]]:
    """The rows of a small picture of one that was cleaned before, at most so many pixels wide and high, as red, green, blue.

    Raises StoreProblem where it cannot be read.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            clear = picture.convert("RGBA")
            paper = Image.new("RGBA", clear.size, "white")
            small = Image.alpha_composite(paper, clear).convert("RGB")
            small.thumbnail((max(1, wide), max(1, high)), Image.Resampling.LANCZOS)
            flat = iter(small.tobytes())
            every = list(zip(flat, flat, flat, strict=True))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        raise StoreProblem("This picture cannot be read.") from None
    return [every[start:start + small.width] for start in range(0, len(every), small.width)]


def _again(data: bytes) -> tuple[bytes, str]:
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        wide, high = picture.size
        if wide * high > MOST_PIXELS or max(wide, high) > LONGEST_CLAIMED or not wide or not high:
            raise StoreProblem(f"This picture claims {wide:,} by {high:,} pixels, which is too large. Make it smaller.")
        if getattr(picture, "n_frames", 1) > 1:
            raise StoreProblem("This picture moves. Use one that stands still.")
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        clear = "A" in upright.getbands() or "transparency" in upright.info
        pixels = Image.frombytes(mode := "RGBA" if clear else "RGB", upright.size, upright.convert(mode).tobytes())
    out = io.BytesIO()
    if clear:
        pixels.save(out, "PNG", optimize=True)
        return out.getvalue(), ".png"
    pixels.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), ".jpg"
