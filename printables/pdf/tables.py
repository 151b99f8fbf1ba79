"""Tables. Columns are as wide as their words ask; a table that paper cannot hold is set as one block a row."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable

from printables.grid import Grid, Placed, begun, grid, said
from printables.pdf.definitions import definitions
from printables.pdf.layout import DataTable
from printables.pdf.marks import Cell, Rule, WritingLine
from printables.pdf.pictured import pictured
from printables.pdf.setting import HAIR, SOFT, Setting
from printables.pdf.texts import text
from printables.profile import MM
from printables.tree import Definition, Table, plain

BETWEEN = 5 * MM
"""White between two columns."""
TALLEST = 0.5
"""A row that takes a greater share of the page than this is better set as a block."""
ENDLESS = 1e9
"""More height than any table takes: reportlab measures the rows that fit the height it is given, and no more."""
BITS = 48
"""Parts in which the width that is left over is shared out."""
RAGGED = 1.4
"""White at the end of a line of a narrow column, in em: what a longer word would have needed."""
TOGETHER = 3
"""A block starts with at least so many of its cells on one page."""


def table(node: Table, setting: Setting) -> list[Flowable]:
    """The table as a grid, or else as blocks."""
    places = grid(node)
    pictures = bool(node.pictures and setting.profile.picture_mm)
    widths = None if pictures else _widths(node, places, setting)
    if widths:
        table = _grid(node, places, setting, widths)
        table.wrap(setting.width, ENDLESS)
        if _tallest(table._rowHeights, places) <= setting.height * TALLEST:
            return [table]
    return _blocks(node, places, setting)


def _tallest(heights: Sequence[float], places: Grid) -> float:
    """The height of the tallest row, or of all the rows that one cell stands over: they stay on one page."""
    return max(*heights, *(sum(heights[1 + cell.row:1 + cell.row + cell.rows]) for row in places for cell in row), 0)


def _grid(node: Table, places: Grid, setting: Setting, widths: list[float]) -> DataTable:
    cell = setting.styled(rightIndent=0, spaceAfter=0)
    head = setting.styled(cell, fontName=setting.letters.bold)
    rows: list[list[object]] = [[text(title, setting, head) for title in node.header]]
    rows += [[text(here.words, setting, cell) if here in begun(row, number) and row.index(here) == column else ""
              for column, here in enumerate(row)] for number, row in enumerate(places)]
    rows += [[Cell(setting, title) for title in node.header] for _ in range(node.blank_rows)]
    pad = setting.profile.leading * 0.3
    heights = [None] * (len(rows) - node.blank_rows) + [setting.profile.line_mm * MM * 1.3] * node.blank_rows
    return DataTable(rows, colWidths=widths, rowHeights=heights, repeatRows=1,
                spaceAfter=setting.profile.gap, style=[
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-2, -1), BETWEEN),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 1.4),
        ("FONT", (0, 0), (-1, -1), setting.letters.regular, setting.profile.body),
        ("LINEBELOW", (0, 0), (-1, 0), 1.6, SOFT), ("LINEBELOW", (0, 1), (-1, -1), HAIR, SOFT)]
        + _spans(places)
        + [("LINEBEFORE", (1, -node.blank_rows), (-1, -1), HAIR, SOFT)] * bool(node.blank_rows)).mirror(setting.mirrored)


def _spans(places: Grid) -> list[tuple[object, ...]]:
    """The cells that stand over more than one place, as reportlab is told of them; row 0 is the header."""
    wide = dict.fromkeys(cell for row in places for cell in row if cell.columns > 1 or cell.rows > 1)
    return [("SPAN", (cell.column, cell.row + 1), (cell.column + cell.columns - 1, cell.row + cell.rows)) for cell in wide]


def _widths(node: Table, places: Grid, setting: Setting) -> list[float] | None:
    """Width of each column in points, or None where the longest words alone are wider than the page.

    Each column has room for its longest word. Bit by bit, the rest goes to the column that makes the most rows tall.
    """
    count = len(node.header)
    if count > setting.profile.most_columns:
        return None
    if not node.rows:
        return [setting.width / 3] + [setting.width * 2 / 3 / (count - 1)] * (count - 1)
    widths = [_longest_word(node.header[column], [row[column] for row in places], setting) for column in range(count)]
    spare = setting.width - BETWEEN * (count - 1) - sum(widths)
    if spare < 0:
        return None
    amounts = [[_width(plain(cell.words), setting) / cell.columns / cell.rows for cell in row] for row in places]
    for _ in range(BITS):
        tallest = Counter(max(range(count), key=lambda column: _lines(row[column], widths[column], setting))
                          for row in amounts)
        widths[tallest.most_common(1)[0][0]] += spare / BITS
    return [width + BETWEEN for width in widths[:-1]] + widths[-1:]


def _lines(amount: float, width: float, setting: Setting) -> float:
    """How many lines so much text takes, about: less than 1 where it fits on one."""
    return amount / (width if amount <= width else max(width - RAGGED * setting.profile.body, 1.0))


def _longest_word(title: str, column: Sequence[Placed], setting: Setting) -> float:
    texts = [title, *(plain(cell.words) for cell in column if cell.columns == 1)]
    return 1 + max((_width(word, setting) for text in texts for word in text.split()), default=0)


def _width(text: str, setting: Setting) -> float:
    """Width of a text on one line, if all of it were strong."""
    return setting.letters.width(setting.letters.line(text), setting.profile.body, bold=True)


def _blocks(node: Table, places: Grid, setting: Setting) -> list[Flowable]:
    """Each row as its cells with their headers, with a rule above, and its picture at the left."""
    flowables: list[Flowable] = []
    pictures = node.pictures if len(node.pictures) == len(node.rows) else ("",) * len(node.rows)
    for row, picture in zip(places, pictures, strict=True):
        entries = [Definition(head, cell) for head, cell in said(node.header, row)]
        cells = pictured(picture, partial(definitions, entries), setting)
        flowables += [*setting.kept([Rule(setting), *cells[:TOGETHER]]), *cells[TOGETHER:]]
    for _ in range(node.blank_rows):
        lines = [WritingLine(setting, head) for head in node.header]
        lines[-1].spaceAfter = setting.profile.gap
        flowables += setting.kept([Rule(setting), *lines])
    return flowables
