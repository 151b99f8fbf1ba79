"""The foot of every page: the sheet's code, and beside it the code in letters and the page's number.

The code stands at the left in every language, where whoever reads paper back looks for it.
The title stands there only where it stands nowhere else.
"""

from contextlib import AbstractContextManager

from kit.model.sheetcode import on_page
from printables.pdf.canvas import SheetCanvas
from printables.pdf.code import code_figure, draw_code, side, white
from printables.pdf.elements import Element
from printables.pdf.setting import SOFT, Setting
from printables.pdf.tagged import TaggedCanvas
from printables.pdf.written import draw_words
from printables.profile import MM
from printables.tree import Document

CORNER = 4 * MM
"""Side of a corner mark."""


def draw_title(canvas: SheetCanvas, document: Document, setting: Setting) -> None:
    """Draw the title at the foot of the first page of a document without a head: it is the first that is read aloud."""
    left, lines = _place(document, setting, 1, 0)
    words, top = lines[0]
    canvas.bookmark(words, 1, top)
    with canvas.mark(Element("H1")):
        _draw_line(canvas, setting, words, left, top, bold=True)


def draw_foot(canvas: SheetCanvas, document: Document, setting: Setting, page: int, pages: int) -> None:
    """Draw the foot. The dark of the code, not its quiet zone, stands on the margin, so that all lines start alike.

    A screen reader hears the code and its letters once, at the end of the document. The rest is said elsewhere.
    """
    if document.code and setting.has_code:
        text = on_page(document.code.text, page) if document.read_back else document.code.text
        size = side(text, setting.profile.code_mm)
        with _read(canvas, code_figure(document.code, setting.wording), page == pages and not document.leafed):
            draw_code(canvas, text, setting.margin - white(text, size), 10 * MM, size)
        dark = size - 2 * white(text, size)
        canvas.place("code", (setting.margin, 10 * MM + white(text, size), dark, dark))
    if document.read_back:
        _draw_corners(canvas, setting)
    left, lines = _place(document, setting, page, pages)
    drawn = 1 if page == 1 and not document.headed else 0
    for number, (words, top) in enumerate(lines[drawn:], drawn):
        with _read(canvas, Element("P"), words == _sheet(document, setting) and page == pages):
            _draw_line(canvas, setting, words, left, top, bold=not (document.headed or number))


def _draw_corners(canvas: TaggedCanvas, setting: Setting) -> None:
    """Three squares, for whoever reads the page back; the code is the fourth corner."""
    wide, high = setting.page
    near = (setting.margin - CORNER) / 2
    canvas.setFillGray(0)
    for x, y in ((near, high - near - CORNER), (wide - near - CORNER, high - near - CORNER), (wide - near - CORNER, near)):
        with canvas.artifact():
            canvas.rect(x, y, CORNER, CORNER, stroke=0, fill=1)
        canvas.place("mark", (x, y, CORNER, CORNER))


def _read(canvas: TaggedCanvas, element: Element, aloud: bool) -> AbstractContextManager[None]:
    return canvas.mark(element) if aloud else canvas.artifact("Pagination")


def _draw_line(canvas: TaggedCanvas, setting: Setting, words: str, left: float, top: float, bold: bool) -> None:
    size = setting.profile.body
    if setting.mirrored:
        left = setting.page[0] - setting.margin - setting.letters.width(words, size, bold)
    draw_words(canvas, words, setting.letters, left, top, size, SOFT, bold)


def _place(document: Document, setting: Setting, page: int, pages: int) -> tuple[float, list[tuple[str, float]]]:
    """Where the lines of the foot begin, and each of them with the height of its letters' feet."""
    left, middle = setting.margin, (10 * MM + setting.foot - 4 * MM) / 2
    if document.code and setting.has_code:
        size = side(document.code.text, setting.profile.code_mm)
        left += size - white(document.code.text, size)
    lines = _lines(document, setting, setting.page[0] - setting.margin - left, page, pages)
    top = middle + len(lines) * setting.profile.leading / 2 - setting.profile.body * 0.95
    return left, [(words, top - number * setting.profile.leading) for number, words in enumerate(lines)]


def _lines(document: Document, setting: Setting, room: float, page: int, pages: int) -> list[str]:
    title = [] if document.headed else [_shortened(document.title, setting, room)]
    number = [] if document.poster and document.headed and pages == 1 else [
        setting.wording.say("Page {page} of {pages}", page=str(page), pages=str(pages))]
    return [*title, *([_sheet(document, setting)] if document.code else []), *number]


def _sheet(document: Document, setting: Setting) -> str:
    return setting.wording.say("Sheet {code}", code=document.code.text) if document.code else ""


def _shortened(title: str, setting: Setting, room: float) -> str:
    """The title on one line. The whole of it stands at the head of the sheet."""
    title = setting.letters.line(title)
    if setting.letters.width(title, setting.profile.body, bold=True) <= room:
        return title
    title = title[:200]
    while title and setting.letters.width(title + "…", setting.profile.body, bold=True) > room:
        title = title[:-1]
    return title.rstrip() + "…"
