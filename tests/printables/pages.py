"""Reading a PDF back as a phone, a screen reader or an eye would: its codes, its words, the sizes of its letters."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

MM = 72 / 25.4


def opened(rendered):
    return pypdfium2.PdfDocument(rendered.pdf)


def codes(page, dpi=150):
    """The codes on a page, from top to bottom."""
    found = zxingcpp.read_barcodes(page.render(scale=dpi / 72).to_pil())
    return [code.text for code in sorted(found, key=lambda code: code.position.top_left.y)]


def letters(page):
    """Every drawn character of a page with its size in points and its box (left, bottom, right, top)."""
    text = page.get_textpage()
    for number in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, number))
        if not char.isspace() and not pdfium.FPDFText_IsGenerated(text, number):
            yield char, pdfium.FPDFText_GetFontSize(text, number), char_box(text, number)


def rules(page):
    """The boxes of the thin lines on a page: rules, lines to cut along, edges of frames (left, bottom, right, top)."""
    boxes = [one.get_bounds() for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    return [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) < 3 < 20 < max(box[2] - box[0], box[3] - box[1])]


def crossed(page):
    """The letters that a line runs through."""
    lines = rules(page)
    return [char for char, _, (left, bottom, right, top) in letters(page) for line in lines
            if left < line[2] and right > line[0] and bottom + 0.2 < line[3] and top > line[1] + 0.2]


def char_box(text, number):
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, number, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def words(rendered, foot_mm=0):
    """All words of a PDF with single spaces, without the foot of each page up to this height."""
    pages = opened(rendered)
    return squeezed(" ".join(page.get_textpage().get_text_bounded(bottom=foot_mm * MM) for page in pages))


def squeezed(text):
    """A text as it can be compared: no white space, so that line ends do not count, and pdfium's mark for a dash undone."""
    return "".join(text.replace("\x02", "-").replace("\ufffe", "-").split())
