"""Where the cells of a table stand when some of them stand over several columns or rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from printables.tree import Span, Table, Words, plain


@dataclass(frozen=True, slots=True)
class Placed:
    """One cell, with the row and the column it begins in, from 0, and how many of each it stands over."""

    words: Words
    row: int
    column: int
    columns: int = 1
    rows: int = 1


Grid = list[list[Placed]]
"""Row by row, the cell at each place; one that stands over several places is at each of them."""


def grid(table: Table) -> Grid:
    """Every place of the table's rows. Raises ValueError where the cells of a row are too many or too few."""
    places: dict[tuple[int, int], Placed] = {}
    width = len(table.header)
    for number, row in enumerate(table.rows):
        free = (column for column in range(width) if (number, column) not in places)
        for one in row:
            cell = one if isinstance(one, Span) else Span(one)
            column = next(free, width)
            here = Placed(cell.words, number, column, cell.columns, min(cell.rows, len(table.rows) - number))
            taken = [(number + down, column + along) for down in range(here.rows) for along in range(here.columns)]
            if column + here.columns > width or not places.keys().isdisjoint(taken):
                raise ValueError(f"Row {number + 1} of a table has more cells than there are columns.")
            places |= dict.fromkeys(taken, here)
        if next(free, None) is not None:
            raise ValueError(f"Row {number + 1} of a table has fewer cells than there are columns.")
    return [[places[number, column] for column in range(width)] for number in range(len(table.rows))]


def begun(row: Iterable[Placed], number: int) -> list[Placed]:
    """The cells that begin in a row."""
    return [cell for cell in dict.fromkeys(row) if cell.row == number]


def said(header: tuple[str, ...], row: Iterable[Placed]) -> list[tuple[str, Words]]:
    """The cells of a row that say something, each with its columns' headers, as they are read where there is no grid."""
    return [(", ".join(header[cell.column:cell.column + cell.columns]), cell.words)
            for cell in dict.fromkeys(row) if plain(cell.words)]
