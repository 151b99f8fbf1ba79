"""What python-docx has no words for: the header row of a table, the words of a picture, numbers that start anew."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as Book
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph

from kit.model.text import clean

TALLEST = 0.6
"""Share of the page's height that a picture takes at most."""


def column_heads(table: Table, wide: int) -> None:
    """Mark the first row as the header of its columns: it is said with each cell, and comes again on each page.

    Of many columns the first, which names the rows, is twice as wide as the others; no row is torn by the end of a page.
    """
    table.autofit = False
    wider = int(len(table.columns) > 3)
    each = wide // (len(table.columns) + wider)
    for place, column in enumerate(table.columns):
        column.width = Length(each * (1 if place else 1 + wider))
    for number, row in enumerate(table.rows):
        for name in ("cantSplit", *(("tblHeader",) if not number else ())):
            mark = OxmlElement(f"w:{name}")
            mark.set(qn("w:val"), "true")
            row._tr.get_or_add_trPr().append(mark)


def add_picture(book: Book, data: bytes, wide: Length, alt: str) -> None:
    """A picture as wide as the text, or as tall as it may be, with its words."""
    paragraph = book.add_paragraph()
    shape = paragraph.add_run().add_picture(BytesIO(data))
    tallest = int((book.sections[0].page_height or 0) * TALLEST)
    by = min(1.0, wide / shape.width, tallest / shape.height)
    shape.width, shape.height = Length(int(shape.width * by)), Length(int(shape.height * by))
    shape._inline.docPr.set("descr", clean(alt))


def in_language(paragraph: Paragraph, language: str) -> None:
    """Say which language a paragraph is in, where it is not the file's."""
    for run in paragraph.runs if language else ():
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), language)
        run._r.get_or_add_rPr().append(mark)


def fresh_numbers(book: Book, items: Sequence[Paragraph]) -> None:
    """Let a numbered list begin with 1, whatever list stood before it."""
    style = book.styles["List Number"].element.pPr.numPr.numId.val
    numbering = book.part.numbering_part.element
    abstract = next(num for num in numbering.num_lst if num.numId == style).abstractNumId.val
    anew = numbering.add_num(abstract)
    anew.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in items:
        properties = item._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = anew.numId
