"""The foot of every page: the sheet's code, and beside it the title, the code in letters, and the page's number."""

from contextlib import AbstractContextManager

from printables.pdf.code import code_figure, draw_code, side, white
from printables.pdf.elements import Element
from printables.pdf.setting import SOFT, Setting
from printables.pdf.tagged import TaggedCanvas
from printables.profile import MM
from printables.tree import Document


def draw_furniture(canvas: TaggedCanvas, document: Document, setting: Setting, page: int, pages: int) -> None:
    """Draw the foot. The dark of the code, not its quiet zone, stands on the margin, so that all lines start alike.

    A screen reader hears the code and its letters once, at the end of the document, and the rest never: it is said
    elsewhere, but for the title of a document without a head, which is the first that is heard.
    """
    left, middle = setting.margin, (10 * MM + setting.foot - 4 * MM) / 2
    if document.code:
        text = document.code.text
        size = side(text, setting.profile.code_mm)
        with _read(canvas, code_figure(document.code), page == pages):
            draw_code(canvas, text, left - white(text, size), 10 * MM, size)
        left += size - white(text, size)
    lines = _lines(document, setting, setting.page[0] - setting.margin - left, page, pages)
    top = middle + len(lines) * setting.profile.leading / 2 - setting.profile.body * 0.95
    canvas.setFillColor(SOFT)
    for number, (line, element) in enumerate(lines):
        if element and element.kind == "H1":
            canvas.bookmark(line, 1, top)
        with _read(canvas, element or Element("P"), element is not None):
            canvas.setFont(setting.letters.regular if number else setting.letters.bold, setting.profile.body)
            canvas.drawString(left, top - number * setting.profile.leading, line)


def _read(canvas: TaggedCanvas, element: Element, aloud: bool) -> AbstractContextManager[None]:
    return canvas.mark(element) if aloud else canvas.artifact("Pagination")


def _lines(document: Document, setting: Setting, room: float, page: int, pages: int) -> list[tuple[str, Element | None]]:
    """Each line, and its element where it is read aloud."""
    title = Element("H1") if page == 1 and not document.headed else None
    lines = [(_shortened(document.title, setting, room), title), (f"Page {page} of {pages}", None)]
    if document.code:
        lines.insert(1, (f"Sheet {document.code.text}", Element("P") if page == pages else None))
    return lines


def _shortened(title: str, setting: Setting, room: float) -> str:
    """The title on one line. The whole of it stands at the head of the sheet."""
    title = setting.letters.line(title)
    if setting.letters.width(title, setting.profile.body, bold=True) <= room:
        return title
    title = title[:200]
    while title and setting.letters.width(title + "…", setting.profile.body, bold=True) > room:
        title = title[:-1]
    return title.rstrip() + "…"
