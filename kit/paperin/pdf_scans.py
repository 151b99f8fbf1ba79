"""The pages of a scan that came as a PDF, as pictures.

pypdfium2 draws them: it is Apache-2.0 and BSD-3-Clause, has wheels for every system with nothing else to install, and knows what
scanners write (fax codes, JBIG2, JPEG 2000, a page of many strips, a page that is turned). Taking pictures out by hand would not.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

POINTS = 72
USUAL, LEAST, MOST = 200, 100, 400
"""Dots an inch: for a page with no picture on it, and the bounds for a page with one."""
MOST_PAGES = 500
PIXELS = 17_000_000


def scanned(data: bytes, checked_size: Callable[[int, int], None]) -> Iterator["Image"]:
    """Each page. Raises what `checked_size` raises where a picture claims too much, else ValueError or RuntimeError."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            wide, high = page.get_size()
            scale = min(_dots(page, checked_size) / POINTS, (PIXELS / max(wide * high, 1)) ** 0.5)
            checked_size(round(wide * scale), round(high * scale))
            yield page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
            page.close()
    finally:
        document.close()


def _dots(page: "PdfPage", checked_size: Callable[[int, int], None]) -> float:
    """As many dots an inch as the largest picture on the page has."""
    from pypdfium2 import PdfImage
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    found = [float(LEAST)]
    for one in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3):
        if isinstance(one, PdfImage):
            wide, high = one.get_px_size()
            checked_size(wide, high)
            left, bottom, right, top = one.get_bounds()
            if min(right - left, top - bottom) > 0.25 * min(page.get_size()):
                found.append(max(wide, high) * POINTS / max(right - left, top - bottom))
    return min(MOST, max(found)) if len(found) > 1 else USUAL
