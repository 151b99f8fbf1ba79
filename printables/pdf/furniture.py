"""The foot of every page: the sheet's code, and beside it the title, the code in letters, and the page's number."""

from reportlab.pdfgen.canvas import Canvas

from printables.pdf.code import QUIET, draw_code, modules, side
from printables.pdf.setting import SOFT, Setting
from printables.profile import MM
from printables.tree import Document


def draw_furniture(canvas: Canvas, document: Document, setting: Setting, page: int, pages: int) -> None:
    """Draw the foot. The dark of the code, not its quiet zone, stands on the margin, so that all lines start alike."""
    left, middle = setting.margin, (10 * MM + setting.foot - 4 * MM) / 2
    if document.code:
        text = document.code.text
        size = side(text, setting.profile.code_mm)
        white = size * QUIET / (len(modules(text)) + 2 * QUIET)
        draw_code(canvas, text, left - white, 10 * MM, size)
        left += size - white
    lines = _lines(document, setting, setting.page[0] - setting.margin - left, page, pages)
    top = middle + len(lines) * setting.profile.leading / 2 - setting.profile.body * 0.95
    canvas.setFillColor(SOFT)
    for number, line in enumerate(lines):
        canvas.setFont(setting.letters.regular if number else setting.letters.bold, setting.profile.body)
        canvas.drawString(left, top - number * setting.profile.leading, line)


def _lines(document: Document, setting: Setting, room: float, page: int, pages: int) -> list[str]:
    lines = [_shortened(document.title, setting, room), f"Page {page} of {pages}"]
    if document.code:
        lines.insert(1, f"Sheet {document.code.text}")
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
