"""The files of a pile, opened as a stranger's: each page as an upright picture, one at a time, or a sentence about why not.

What a file claims to be is not asked; what it holds is looked at. The size a picture claims is looked at first, before a pixel
is decoded.
"""

import io
import os
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kit.paperin.pictures import LONGEST_CLAIMED, MOST_PIXELS
from kit.store.problem import reason

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 200_000_000
MOST_PAGES = 500
ENOUGH_PIXELS = 17_000_000
"""A larger picture is halved: a page at 400 dots an inch has more than the reader needs."""
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".pdf", ".heic", ".heif"})
"""What is taken from a folder. A file that is named is looked at whatever its ending."""
NO_PICTURE = "This is no picture or scan that can be read. Use a JPEG, PNG, WEBP, TIFF or PDF file."
ORIENTATION = 0x0112
"""Where a camera writes how it was held."""
TOO_LARGE = "This picture claims far more pixels than any camera takes, which is too large. Scan at 300 dots an inch."
NO_FILE = "This is a device or a pipe, not a file. Name the picture itself."
NO_FOLDER = "This folder has no picture or scan in it."
CUT = "This file ends too early: a part of it is missing. Copy it again from the phone or scanner."
NO_HEIC = "This is a HEIC picture, which this laptop cannot open. On the phone, share it as JPEG (“most compatible”)."


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a file, or why there is none."""

    file: str
    """The file's name."""
    number: int
    """From 1; 0 where the file has one picture alone."""
    image: "Image | None" = field(default=None, repr=False)
    """Upright, in grey or in red, green and blue."""
    why: str = ""
    """Why it cannot be read, in a sentence."""


def files_in(path: Path) -> list[Path]:
    """A file as it is; of a folder, all that may be a picture, by name, in folders within it too."""
    if not os.path.isdir(path):
        return [path]
    return sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())


def pages_of(path: Path) -> Iterator[Page]:
    """Each page of a file. Never raises for what is in it: a page that cannot be read says why."""
    try:
        if not path.is_file() and path.exists():
            yield Page(path.name, 0, why=NO_FOLDER if path.is_dir() else NO_FILE)
            return
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "no file can have that name"
        yield Page(path.name, 0, why=f"This file cannot be opened: {why}.")
        return
    yield from pages_in(data, path.name)


def pages_in(data: bytes, name: str) -> Iterator[Page]:
    """Each page of what was read from a file."""
    from PIL import Image, UnidentifiedImageError

    number = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, image in enumerate(_opened(data), 1):
                yield Page(name, number if data[:4] in (b"%PDF", b"II*\0", b"MM\0*") else 0, image)
        if not number:
            yield Page(name, 0, why=NO_PICTURE)
    except _Refused as refused:
        yield Page(name, number and number + 1, why=str(refused))
    except Image.DecompressionBombError:
        yield Page(name, number and number + 1, why=TOO_LARGE)
    except UnidentifiedImageError:
        yield Page(name, number and number + 1, why=NO_PICTURE)
    except Exception:  # what reads strangers' bytes raises whatever it meets in them
        yield Page(name, number and number + 1, why=CUT)


class _Refused(Exception):
    """Why a file is not opened, for the person, as it stands."""


def _opened(data: bytes) -> Iterator["Image"]:
    if not data:
        raise _Refused("This file is empty. Copy it again from the phone or scanner.")
    if len(data) > MOST_BYTES:
        raise _Refused(f"This file has more than {MOST_BYTES // 1_000_000} MB. Scan with fewer pages or less detail.")
    if b"%PDF" in data[:1024]:
        from kit.paperin.pdf_apart import scanned_apart

        yield from scanned_apart(data, _Refused)
    elif data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis"):
        yield from _heic(data)
    else:
        yield from _frames(data, FORMATS)


def _heic(data: bytes) -> Iterator["Image"]:
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        raise _Refused(NO_HEIC) from None
    register_heif_opener(thumbnails=False)
    yield from _frames(data, ("HEIF",))


def _frames(data: bytes, formats: tuple[str, ...]) -> Iterator["Image"]:
    from PIL import Image

    _quiet_tiff()
    with Image.open(io.BytesIO(data), formats=formats) as picture:
        pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        if pages > MOST_PAGES:
            raise _Refused(f"This file has more than {MOST_PAGES} pages. Scan in smaller piles.")
        for number in range(pages):
            picture.seek(number)
            checked_size(*(length // (2 if _opens_halved(picture) else 1) for length in picture.size))
            page = upright(picture)
            yield page.copy() if page is picture and pages > 1 else page


@cache
def _quiet_tiff() -> None:
    """Keep libtiff from writing about damaged files onto the screen, past the app, where it can be told so."""
    import ctypes

    from PIL import _imaging

    with suppress(AttributeError, OSError):
        ctypes.CDLL(_imaging.__file__).TIFFSetErrorHandler(None)


def _opens_halved(picture: "Image") -> bool:
    """Whether so large a picture is made half as wide while it is decoded, so that it never takes its full room."""
    wide, high = picture.size
    return wide * high > ENOUGH_PIXELS and picture.format in ("JPEG", "MPO") and not picture.info.get("progressive")


def checked_size(wide: int, high: int) -> None:
    """Refuse a picture that claims too much, or nothing."""
    if not wide or not high:
        raise _Refused("This picture has no pixels. Take it again.")
    if wide * high > MOST_PIXELS or max(wide, high) > LONGEST_CLAIMED:
        raise _Refused(f"This picture claims {wide:,} by {high:,} pixels, which is too large. Take it with fewer, or scan at "
                       "300 dots an inch.")


def upright(picture: "Image") -> "Image":
    """A picture turned as the camera said, on white where it is see-through, in grey or in red, green and blue."""
    from PIL import Image, ImageOps

    wide, high = picture.size
    if _opens_halved(picture):
        picture.draft(None, (wide // 2, high // 2))
    if picture.mode == "RGBA" and wide * high > ENOUGH_PIXELS:
        picture = picture.reduce(2)
    mode, turned = "L" if picture.mode in ("1", "L", "I;16", "I", "F") else "RGB", picture
    with suppress(Exception):  # what a camera wrote may be damaged; the picture then stays as it lies
        if picture.getexif().get(ORIENTATION, 1) != 1:
            turned = ImageOps.exif_transpose(picture)
    if "A" in turned.getbands() or "transparency" in turned.info:
        clear = turned.convert("RGBA")
        turned = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    if turned.mode.startswith("I"):
        turned = turned.point(lambda value: value * (1 / 256)).convert("L")
    turned.load()
    if turned.mode != mode:
        turned = turned.convert(mode)
    return turned.reduce(2) if turned.width * turned.height > ENOUGH_PIXELS else turned
