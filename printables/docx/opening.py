"""An empty DOCX file with a profile's sizes, and the finished file without anything of the machine or the day in it."""

import zipfile
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document as Book
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from printables.profile import Paper, Profile

LONG_AGO = datetime(2000, 1, 1)
"""Stands where a file format wants a date and we tell none."""
OWN_LEADING = 1.2
"""From line to line in an office program that is asked for one line, in heights of its letters, about."""
FONT = "Verdana"
"""A sans serif with large small letters that most office programs have; the kit's own cannot be handed over in the file."""


def opened(profile: Profile, paper: Paper, title: str, language: str) -> Book:
    """A new file: its title, language and paper, and styles in black, left aligned and upright."""
    book = docx.Document()
    known = book.core_properties
    known.title, known.language, known.author, known.comments = title[:255], language, "", ""
    known.created = known.modified = LONG_AGO
    page = book.sections[0]
    page.page_width, page.page_height = Mm(paper.width_mm), Mm(paper.height_mm)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(paper.margin_mm)
    for name in ("Normal", "List Bullet", "List Number", "Intense Quote", *(f"Heading {level}" for level in range(1, 7))):
        level = int(name[-1]) if name[-1].isdigit() else 0
        if level:
            book.styles[name].paragraph_format.space_before = book.styles[name].paragraph_format.space_after = Pt(profile.gap)
        _plain(book.styles[name], profile.headings[min(level, 3) - 1] if level else profile.body, bold=bool(level))
    book.styles["Normal"].paragraph_format.space_after = Pt(profile.gap)
    # A share of the letters' height: an exact one would cut off pictures, which stand in a line too.
    book.styles["Normal"].paragraph_format.line_spacing = round(profile.leading / profile.body / OWN_LEADING, 2)
    book.styles.element.find(".//" + qn("w:lang")).set(qn("w:val"), language)
    return book


def _plain(style: object, size: float, *, bold: bool) -> None:
    font = style.font  # type: ignore[attr-defined]
    font.name, font.size, font.bold, font.italic, font.color.rgb = FONT, Pt(size), bold, False, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for part in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{part}"), FONT)
    for part in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{part}"), None)


def same_bytes(data: bytes) -> bytes:
    """The same file with one date on all that is packed in it, so that equal words are equal bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as anew:
        for name in packed.namelist():
            anew.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), packed.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
