"""Whatever is in a pile of files: each page comes upright, or a sentence says why not, and the rest goes on."""

import io
import struct
import sys
import zlib

import numpy as np
import pytest
from PIL import Image

from kit.paperin.opening import CUT, NO_HEIC, NO_PICTURE, files_in, pages_in


def saved(picture, form, **more):
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def claiming(wide, high):
    """A PNG of a few bytes that claims to be large."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + head
    whole = struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + whole + b"\0\0\0\x20IDAT" + b"\0" * 40


SOME = Image.fromarray(np.tile(np.arange(200, dtype=np.uint8), (100, 1)))


@pytest.mark.parametrize(("data", "says"), [
    (b"", "This file is empty"), (b"hello", NO_PICTURE), (b"%PDF-1.7 nothing", CUT),
    (claiming(30_000, 30_000), "too large"), (claiming(12_000, 9_000), "too large"), (claiming(0, 10), ""),
    (saved(SOME, "JPEG")[:900], CUT),
    (saved(SOME, "PNG")[:150], CUT), (saved(SOME, "GIF"), NO_PICTURE),
    (b"PK\x03\x04" + b"\0" * 50, NO_PICTURE)], ids=range(10))
def test_what_cannot_be_read_gets_a_sentence(data, says):
    page, = pages_in(data, "x.jpg")
    assert page.image is None
    assert page.why.startswith(says) or says in page.why
    assert page.why.endswith(".")


def test_a_heic_picture_says_what_to_do_where_it_cannot_be_opened(monkeypatch):
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    page, = pages_in(b"\0\0\0\x18ftypheic\0\0\0\0", "a.heic")
    assert page.why == NO_HEIC


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_usual_kind_of_picture_opens(form):
    page, = pages_in(saved(SOME, form), "a.bin")
    assert page.image.size == (200, 100)


def test_a_photograph_is_turned_as_the_phone_said():
    exif = Image.Exif()
    exif[0x0112] = 6
    page, = pages_in(saved(SOME.convert("RGB"), "JPEG", exif=exif), "a.jpg")
    assert (page.image.size, page.image.mode) == ((100, 200), "RGB")


def test_a_tiff_of_three_pages_and_a_pdf_of_two_are_read_page_by_page():
    pages = [SOME, SOME.rotate(90, expand=True), SOME.point(lambda value: 255 * (value > 99)).convert("1")]
    found = list(pages_in(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), "a.tif"))
    assert [(page.number, page.image.size) for page in found] == [(1, (200, 100)), (2, (100, 200)), (3, (200, 100))]
    found = list(pages_in(saved(SOME, "PDF", save_all=True, append_images=[SOME], resolution=150), "a.pdf"))
    assert [page.number for page in found] == [1, 2]
    assert all(abs(page.image.width - 200) <= 1 for page in found)


def test_a_very_fine_scan_is_halved():
    fine = Image.new("1", (5000, 7000), 1)
    page, = pages_in(saved(fine, "TIFF", compression="group4"), "a.tif")
    assert page.image.size == (2500, 3500)


def test_a_photograph_of_a_hundred_megapixels_is_made_smaller_while_it_opens():
    page, = pages_in(saved(Image.new("L", (12_000, 8_400), 200), "JPEG"), "a.jpg")
    assert max(page.image.size) <= 6000


def test_a_folder_gives_its_pictures_and_leaves_the_rest(tmp_path):
    for name in ("b.JPG", "a.pdf", "notes.txt", "in/c.tif"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in files_in(tmp_path)] == ["a.pdf", "b.JPG", "c.tif"]
