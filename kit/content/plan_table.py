"""A plan as rows of a table, for CSV and spreadsheets, and back. Nothing is lost on the way.

Each block is a row; its number says where it stands: `3`, `3.a` for a strand, `3.a.1` for a block in it, `p1` for a parked one.
Below the blocks, rows that begin with "About" hold what is said of the whole plan.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kit.content.vocabulary import BLOCK, PLAN, Field
from kit.model import Block, Plan
from kit.model.clock import clock
from kit.model.schedule import Lane, Schedule, Slot, letters

Cell = str | int
Row = list[Cell]

ABOUT = "About"
COLUMNS = {
    "title": "Title", "activity": "Activity", "minutes": "Minutes", "least": "Fewest minutes", "pin": "Pinned to",
    "priority": "Priority", "time": "Kind of time", "load": "Load", "energy": "Energy", "aim": "Aim", "lead": "Lead",
    "colead": "Co-lead", "materials": "Materials", "notes": "Room notes", "private": "Private notes", "id": "Id",
}
"""The column of each part of a block."""

WORKED_OUT = ("Start", "End", "Takes", "What happens")
"""Columns that follow from the others. They are written for people, and passed over when a table comes back."""

NUMBER, PLACE = "Block", "Place"

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that could be is led by an apostrophe (OWASP, CSV injection)."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def rows_of(plan: Plan, day: Schedule, *, private: bool) -> list[Row]:
    """The table of a plan. `day` has the times of the same plan; private notes have a column only where that is wanted."""
    columns = {part: title for part, title in COLUMNS.items() if private or part != "private"}
    rows: list[Row] = [[NUMBER, *WORKED_OUT, *columns.values(), PLACE]]
    for block, slot in zip(plan.blocks, day.slots, strict=True):
        rows += _rows_of_block(block, slot.number, slot, tuple(columns))
    for place, block in enumerate(plan.parked, 1):
        rows += _rows_of_block(block, f"p{place}", None, tuple(columns))
    about = [[ABOUT, field.name, _cell(getattr(plan, field.name))] for field in PLAN if field.type != "parts"]
    return [*rows, [], *about]


def _rows_of_block(block: Block, number: str, slot: Slot | None, parts: tuple[str, ...]) -> Iterator[Row]:
    title = guarded(slot.block.title if slot else block.title)
    times: Row = [clock(slot.start), clock(slot.end), slot.minutes, title] if slot else ["", "", "", title]
    defaults = {field.name: field.default for field in BLOCK}
    yield [number, *times, *(_cell(value) if (value := getattr(block, part)) != defaults[part] else "" for part in parts), ""]
    lanes: Sequence[Lane | None] = slot.lanes if slot else [None] * len(block.strands)
    for letter, strand, lane in zip(letters(), block.strands, lanes, strict=False):
        yield [f"{number}.{letter}", "", "", "", "", guarded(strand.title), *[""] * (len(parts) - 1), guarded(strand.place)]
        slots: Sequence[Slot | None] = lane.slots if lane else [None] * len(strand.blocks)
        for place, (inside, at) in enumerate(zip(strand.blocks, slots, strict=True), 1):
            yield from _rows_of_block(inside, f"{number}.{letter}.{place}", at, parts)


def _cell(value: Any) -> Cell:
    if isinstance(value, int):
        return value
    return guarded(" ".join(map(str, value)) if isinstance(value, tuple) else str(value))


def is_ours(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is one that the kit wrote."""
    return bool(rows) and list(rows[0][:5]) == [NUMBER, *WORKED_OUT]


def data_of(rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """What a table of ours says, in the shape of a plan's file. Whether it makes sense is for the reader of plans to say."""
    titles = {title: part for part, title in COLUMNS.items()}
    header = [titles.get(title, "place" if title == PLACE else "") for title in rows[0]]
    data: dict[str, Any] = {"blocks": []}
    found: dict[str, dict[str, Any]] = {}
    for cells in rows[1:]:
        row = [unguarded(cell) for cell in cells]
        if row and row[0] == ABOUT:
            data |= _about(row)
        elif row and row[0]:
            part = _part(header, row)
            found[row[0]] = part
            _hang(data, found, row[0], part)
    return data


def _hang(data: dict[str, Any], found: dict[str, dict[str, Any]], number: str, part: dict[str, Any]) -> None:
    """Put a row under what it belongs to, by its number."""
    above, _, own = number.rpartition(".")
    if not above:
        data.setdefault("parked" if number.startswith("p") else "blocks", []).append(part)
    elif above in found:
        found[above].setdefault("strands" if own.isalpha() else "blocks", []).append(part)
    if own.isalpha() and above:
        for name in set(part) - {"title", "place"}:
            del part[name]


def _part(header: Sequence[str], row: Sequence[str]) -> dict[str, Any]:
    fields = {field.name: field for field in BLOCK}
    part = {name: value for name, value in zip(header, row, strict=False) if name and value}
    return {name: typed(fields[name], value) if name in fields else value for name, value in part.items()}


def _about(row: Sequence[str]) -> dict[str, Any]:
    field = next((field for field in PLAN if field.type != "parts" and len(row) > 2 and field.name == row[1]), None)
    return {field.name: typed(field, row[2])} if field and row[2] else {}


def typed(field: Field, value: str) -> Any:
    """A cell's text as the value that a file would have; the text itself where it is no number."""
    if field.type == "number" and re.fullmatch(r"\d{1,6}(\.0)?", value):
        return int(value.partition(".")[0])
    if field.type == "numbers" and re.fullmatch(r"[\d ]{1,400}", value):
        return [int(number) for number in value.split()]
    return value

