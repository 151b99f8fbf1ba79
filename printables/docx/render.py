"""Documents to one DOCX file. The same documents give the same bytes, on every machine and on every day."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from docx.document import Document as Book
from docx.enum.text import WD_BREAK
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from kit.model.text import clean, clean_line
from printables import tree
from printables.docx.opening import opened, same_bytes
from printables.docx.parts import add_picture, column_heads, fresh_numbers, in_language
from printables.docx.pictures import chart_png
from printables.grid import begun, grid
from printables.photo import png
from printables.profile import Paper, Profile
from printables.sentences import by_line
from printables.tree import Document, Strong, Words, letters

BOX = "☐"
"""A box to tick."""


def docx_bytes(documents: Document | Sequence[Document], profile: Profile, paper: Paper, title: str = "") -> bytes:
    """All documents one after another, each on a new page.

    The first one gives the language, and the title where none is given.
    """
    copies = (documents,) if isinstance(documents, Document) else tuple(documents)
    book = opened(profile, paper, clean_line(title or copies[0].title), copies[0].language)
    for number, document in enumerate(copies):
        if number:
            book.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _Writer(book, profile, paper).document(document)
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())


class _Writer:
    """One document on its way into the file."""

    def __init__(self, book: Book, profile: Profile, paper: Paper) -> None:
        self.book, self.profile, self.wide = book, profile, Mm(paper.width_mm - 2 * paper.margin_mm)

    def document(self, document: Document) -> None:
        self.heading(tree.Heading(1, document.title))
        self.nodes(document.children)
        if document.code:
            self.paragraph(tree.paragraph(f"{document.code.label or document.code.text}. {document.code.does}"))

    def nodes(self, nodes: Sequence[tree.Node]) -> None:
        for node in nodes:
            _WRITERS[type(node)](self, node)

    def heading(self, node: tree.Heading) -> None:
        if words := clean_line(node.words):
            in_language(self.book.add_heading(words, min(node.level, 9)), node.language)

    def paragraph(self, node: tree.Paragraph | tree.Note) -> None:
        style = "Intense Quote" if isinstance(node, tree.Note) else "Normal"
        in_language(self.runs(self.book.add_paragraph(style=style), by_line(node.words, self.profile)), node.language)

    def runs(self, paragraph: Paragraph, text: Words) -> Paragraph:
        for run in text:
            paragraph.add_run(clean(letters(run)) if len(text) == 1 else _kept_ends(letters(run))).bold = isinstance(run, Strong)
        return paragraph

    def list_(self, node: tree.List) -> None:
        made = [self.runs(self.book.add_paragraph(style="List Number" if node.numbered else "List Bullet"), item)
                for item in node.items]
        if node.numbered:
            fresh_numbers(self.book, made)

    def definitions(self, node: tree.Definitions) -> None:
        for entry in node.entries:
            term = (Strong(f"{entry.term}: "),) if entry.term else ()
            self.runs(self.book.add_paragraph(), (*term, *entry.meaning))

    def table(self, node: tree.Table) -> None:
        rows, width = grid(node), len(node.header)
        table = self.book.add_table(1 + len(rows) + node.blank_rows, width, style="Table Grid")
        for place, words in enumerate(node.header):
            self.runs(table.cell(0, place).paragraphs[0], (Strong(words),))
        column_heads(table, self.wide)
        for number, row in enumerate(rows):
            for cell in begun(row, number):
                last = table.cell(min(number + cell.rows, len(rows)), cell.column + cell.columns - 1)
                here = table.cell(number + 1, cell.column)
                merged = here if cell.columns == cell.rows == 1 else here.merge(last)
                self.runs(merged.paragraphs[0], cell.words)
        self.book.add_paragraph()

    def ticks(self, node: tree.Ticks) -> None:
        self.runs(self.book.add_paragraph(), (Strong(node.question),))
        self.runs(self.book.add_paragraph(), ("    ".join(f"{BOX} {answer}" for answer in node.answers),))

    def space(self, node: tree.WritingSpace) -> None:
        self.runs(self.book.add_paragraph(), (Strong(node.label),) if node.label else ())
        for _ in range(node.lines):
            self.book.add_paragraph("_" * 40)

    def frame(self, node: tree.DrawingFrame) -> None:
        self.runs(self.book.add_paragraph(), (f"{node.label}: an empty frame",))

    def photo(self, node: tree.Photo) -> None:
        data = png(node.data)
        if data is None:
            self.runs(self.book.add_paragraph(), (node.unreadable,))
        else:
            add_picture(self.book, data, self.wide, node.alt)

    def chart(self, node: tree.Chart) -> None:
        if node.rows:
            add_picture(self.book, chart_png(node), self.wide, node.alt)

    def cards(self, node: tree.CutGrid) -> None:
        for card in node.cards:
            self.nodes(card.children)
            if card.code:
                self.runs(self.book.add_paragraph(), (f"{card.code.label or card.code.text}. {card.code.does}",))


def _kept_ends(text: str) -> str:
    """The text cleaned, with the white space at its ends: another run stands beside it."""
    middle = clean(text)
    if not middle:
        return " " if text else ""
    return text[:len(text) - len(text.lstrip())] + middle + text[len(text.rstrip()):]


_WRITERS: dict[type, Callable[[_Writer, Any], None]] = {
    tree.Heading: _Writer.heading,
    tree.Paragraph: _Writer.paragraph,
    tree.Note: _Writer.paragraph,
    tree.List: _Writer.list_,
    tree.Definitions: _Writer.definitions,
    tree.Table: _Writer.table,
    tree.Ticks: _Writer.ticks,
    tree.WritingSpace: _Writer.space,
    tree.Photo: _Writer.photo,
    tree.Bars: _Writer.chart,
    tree.Heat: _Writer.chart,
    tree.Branches: _Writer.chart,
    tree.DrawingFrame: _Writer.frame,
    tree.CutGrid: _Writer.cards,
}
