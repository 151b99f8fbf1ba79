"""Grids of reportlab's: one that only places things beside each other, and one that is a table."""

# mypy: allow-subclassing-any

from typing import Any

from reportlab.platypus import Flowable, Table

from printables.pdf.elements import Element, cell
from printables.pdf.setting import Setting


def bare(setting: Setting) -> list[tuple[object, ...]]:
    """The style of a grid without any white of its own."""
    every = (0, 0), (-1, -1)
    return [("VALIGN", *every, "TOP"), ("FONT", *every, setting.letters.regular, setting.profile.body),
            *((f"{side}PADDING", *every, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"))]


class Layout(Table):
    """A grid that only places things. Its lines are not read."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **{**more, "renderCB": _layout})


class DataTable(Table):
    """A table with a header row, and a header cell at the start of each row. It stays one element over many pages."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **{**more, "renderCB": _data})
        self.element = Element("Table")
        self.goes_on = False

    def head_height(self) -> float:
        """Height of the header row and the first row below it, once it has been wrapped."""
        return float(sum(self._rowHeights[:2]))

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, and the rest."""
        parts: list[DataTable] = super().split(width, height)
        for number, part in enumerate(parts):
            part.element, part.goes_on = self.element, self.goes_on or number > 0
        return parts


def _layout(grid: Layout, event: str, *_: object) -> None:
    """Called by reportlab as it draws."""
    if event in ("startBG", "startLines"):
        grid.canv.hush()
    elif event in ("endBG", "endLines"):
        grid.canv.speak()


def _data(grid: DataTable, event: str, *place: Any) -> None:
    """Called by reportlab as it draws; the place is the row, and then the column."""
    canvas = grid.canv
    _layout(grid, event)
    if event == "startTable":
        canvas.open(grid.element)
    elif event == "startRow":
        grid.row = place[0]
        if _repeated(grid):
            canvas.hush("Pagination")
        canvas.open(Element("TR"))
    elif event == "startCell":
        canvas.open(_cell(grid, *place[:2]))
    elif event in ("endCell", "endRow", "endTable"):
        canvas.close()
        if event == "endRow" and _repeated(grid):
            canvas.speak()


def _cell(grid: DataTable, row: int, column: int) -> Element:
    """The element of the cell that begins here."""
    scope = "Column" if row == 0 and not grid.goes_on else "" if column else "Row"
    if not grid._spanCmds:
        return cell(scope)
    _, _, right, bottom = grid._spanRanges[column, row]
    return cell(scope, right - column + 1, bottom - row + 1)


def _repeated(grid: DataTable) -> bool:
    """True for the header row where a table goes on: it has been read before."""
    return bool(grid.goes_on and grid.row == 0)
