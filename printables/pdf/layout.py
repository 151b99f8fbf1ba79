"""Grids of reportlab's: one that only places things beside each other, and one that is a table."""

# mypy: allow-subclassing-any

from typing import Any, Self

from reportlab.platypus import Flowable, Table

from printables.pdf.elements import Element, cell
from printables.pdf.setting import Setting


def bare(setting: Setting) -> list[tuple[object, ...]]:
    """The style of a grid without any white of its own."""
    every = (0, 0), (-1, -1)
    return [("VALIGN", *every, "TOP"), ("FONT", *every, setting.letters.regular, setting.profile.body),
            *((f"{side}PADDING", *every, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"))]


class Grid(Table):
    """A table of reportlab's that stands at the left; or at the right, the first column outermost, where it is mirrored.

    Cells are still drawn in their own order, so that they are read in it.
    """

    mirrored = False

    def mirror(self, mirrored: bool) -> Self:
        """The same, mirrored or not."""
        self.mirrored, self.hAlign = mirrored, "RIGHT" if mirrored else "LEFT"
        if mirrored:
            self.setStyle([("ALIGN", (0, 0), (-1, -1), "RIGHT")])
        return self

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, and the rest."""
        parts: list[Grid] = super().split(width, height)
        for part in parts:
            part.mirrored, part.hAlign = self.mirrored, self.hAlign
        return parts

    def _drawCell(self, value: object, style: object, place: tuple[float, float], size: tuple[float, float]) -> None:
        """Called by reportlab for each cell, with its lower left corner."""
        if self.mirrored:
            swapped = style.rightPadding - style.leftPadding  # type: ignore[attr-defined]
            place = self._width - place[0] - size[0] + swapped, place[1]
        super()._drawCell(value, style, place, size)


class Layout(Grid):
    """A grid that only places things. Its lines are not read."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **{**more, "renderCB": _layout})


class DataTable(Grid):
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
        parts = super().split(width, height)
        for number, part in enumerate(parts):
            part.element, part.goes_on = self.element, self.goes_on or number > 0
        return parts


def _layout(grid: Grid, event: str, *_: object) -> None:
    """Called by reportlab as it draws. Lines of a mirrored grid are drawn as in a mirror."""
    if event in ("startBG", "startLines"):
        grid.canv.hush()
        if grid.mirrored:
            grid.canv.saveState()
            grid.canv.transform(-1, 0, 0, 1, grid._width, 0)
    elif event in ("endBG", "endLines"):
        if grid.mirrored:
            grid.canv.restoreState()
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
