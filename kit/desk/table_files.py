"""Tables on the disk: CSV and XLSX, read as a stranger's and written so that no cell acts as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.model.text import clean
from kit.store import StoreProblem

MOST_BYTES = 5_000_000
MOST_ROWS, MOST_COLUMNS = 2_000, 60


def read_table(file: Path) -> list[list[str]]:
    """The rows of a table, every cell a clean text. A formula is a text here, never a sum. Raises StoreProblem."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise StoreProblem(f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB. A plan is a few pages.")
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no file can have that name"
        raise StoreProblem(f"{file.name[:80]} cannot be read: {why.lower()}.") from None
    rows = _from_xlsx(data, file.name) if data[:2] == b"PK" else _from_csv(data, file.name)
    if len(rows) > MOST_ROWS:
        raise StoreProblem(f"{file.name} has more than {MOST_ROWS:,} rows. Nothing was taken in.")
    return [[clean(cell) for cell in row[:MOST_COLUMNS]] for row in rows]


def csv_bytes(rows: Iterable[Sequence[str | int]]) -> bytes:
    """A table as CSV, with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Iterable[Sequence[str | int]], title: str) -> bytes:
    """A table as XLSX: words are words, whatever they begin with, and numbers are numbers."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = title
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            if value == "":
                continue
            cell = sheet.cell(number, place)
            cell.value = value
            cell.data_type = "n" if isinstance(value, int) else "s"
            cell.font = Font(bold=number == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_bytes(sheets: Iterable[tuple[str, Iterable[Sequence[str | int]]]]) -> bytes:
    """Several tables as one XLSX workbook, a sheet each with its title; written row by row, so that large ones fit in memory."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(_sheet_title(title))
        sheet.freeze_panes = "A2"
        for row in rows:
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, value=_XLSX_CANNOT.sub("", value)[:LONGEST_CELL] if isinstance(value, str) else value)
                cell.data_type = "n" if isinstance(value, int) else "s"
                cells.append(cell)
            sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_XLSX_CANNOT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""


def _sheet_title(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:31]


def _from_csv(data: bytes, name: str) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise _no_table(name)
    first = text.split("\n", 1)[0]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))
    except csv.Error:
        raise _no_table(name) from None


def _from_xlsx(data: bytes, name: str) -> list[list[str]]:
    from kit.store.archive import fits

    fits(data, name)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    except Exception:  # openpyxl raises whatever it meets in a broken file
        raise _no_table(name) from None


def _no_table(name: str) -> StoreProblem:
    return StoreProblem(f"{name} is no table that we can read. Save it as CSV (UTF-8) or XLSX.")
