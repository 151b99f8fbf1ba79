"""Records as tidy tables: one for each kind, one row a record, one column a fact. Every export of tables starts from them."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.model import Record
from kit.model.text import clean_line, cut_short

Cell = str | int
BETWEEN = " | "
"""What stands between the lines of a list in one cell."""

LONGEST_ANSWER = 60
"""Characters of an answer in a column's name."""

ALWAYS: Mapping[str, str] = {
    "id": "The record's own id. The same thing has the same id in every export.",
    "kind": "What sort of thing it is, such as caption or decision.",
    "when": "When it was written down: ISO 8601, UTC.",
    "workshop": "Id of the workshop it comes from.",
    "block": "Id of the part of the plan it comes from.",
    "activity": "Id of the activity it comes from.",
    "step": "Which step of the activity, from 1; 0 outside a step.",
    "at_table": "The table it was made at, where that is known.",
    "sheet": "Code of the sheet of paper it was made on, where there was one.",
    "device": "Which laptop wrote it down, where programmes were joined.",
    "site": "Where the workshop took place, where one plan is run at several sites.",
    "who_may_see": "What its maker chose: group, report or public.",
    "made_by": "Its maker's name as the maker chose; mostly empty.",
    "keep_until": "The day until which it may be kept; empty: as long as the programme.",
    "replaces": "Id of the earlier record that this one stands for.",
}
"""The columns that every table has, each with what it says."""

CONTENT: Mapping[str, str] = {
    "text": "The words, as they were said or written.",
    "question": "The question that they answer.",
    "label": "The number on the drawing's sheet.",
    "drawing": "Id of the drawing that it is about.",
    "prompt": "What people were asked to draw or to write about.",
    "shown": "True where the maker chose to show it.",
    "people": "How many people.",
    "marks": "How many resonance marks. Many or none: they are no vote.",
    "lines": "The lines of the agreement.",
    "signed": "True where everybody said yes to it.",
    "term": "A hard word.",
    "meaning": "Plain words for it.",
    "counts": "How many people chose each answer: one column an answer.",
    "cant_say": "How many said that they could not say.",
    "groups": "Who worked with whom, as JSON.",
    "rounds": "Rounds one after another, as JSON.",
    "tables": "Who sat at which table, as JSON.",
}
"""What a column of the record's own content says. Other columns are named after what they hold."""


@dataclass(frozen=True, slots=True)
class Tidy:
    """The records of one kind."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """A cell for each column; an empty text where a record has no such fact."""


def tidy(records: Iterable[Record]) -> tuple[Tidy, ...]:
    """A table for each kind, kinds by the alphabet, records in their order."""
    kinds: dict[str, list[dict[str, Cell]]] = {}
    for record in records:
        kinds.setdefault(record.kind, []).append(facts(record))
    return tuple(_table(kind, rows) for kind, rows in sorted(kinds.items()))


def facts(record: Record) -> dict[str, Cell]:
    """All that one record says, a column each: lists in one cell, counts with a column for each answer."""
    origin = record.origin
    row: dict[str, Cell] = {
        "id": record.id, "kind": record.kind, "when": record.when, "workshop": origin.workshop, "block": origin.block,
        "activity": origin.activity, "step": origin.step, "at_table": origin.table, "sheet": origin.sheet,
        "device": origin.device, "site": origin.site, "who_may_see": record.visible.value, "made_by": record.maker,
        "keep_until": record.keep_until, "replaces": record.replaces}
    for name, value in record.content.items():
        row |= _cells(f"content_{name}" if name in ALWAYS else name, value)
    return row


def dictionary(tables: Iterable[Tidy]) -> tuple[tuple[str, str, str], ...]:
    """The data dictionary: kind, column, what it says."""
    return tuple((table.kind, column, meaning(column)) for table in tables for column in table.columns)


def meaning(column: str) -> str:
    """What a column says, in a sentence."""
    name, _, part = column.removeprefix("content_").partition(": ")
    if column in ALWAYS:
        return ALWAYS[column]
    if part:
        return f"{CONTENT.get(name, name.replace('_', ' ').capitalize())} This one: {part}."
    return CONTENT.get(name, f"{name.replace('_', ' ').capitalize()}, as the kit keeps it.")


def _table(kind: str, rows: list[dict[str, Cell]]) -> Tidy:
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return Tidy(kind, columns, tuple(tuple(row.get(name, "") for name in columns) for row in rows))


def _cells(name: str, value: Any) -> dict[str, Cell]:
    if isinstance(value, Mapping) and value and all(isinstance(each, int | str) for each in value.values()):
        return {f"{name}: {_answer(str(key))}": _cell(each) for key, each in value.items()}
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return {name: BETWEEN.join(value)}
    return {name: _cell(value)}


def _answer(key: str) -> str:
    """An answer as a column's name. Where it is not told whole, a mark made from the whole of it keeps it apart from others."""
    if clean_line(key) == key and len(key) <= LONGEST_ANSWER:
        return key
    return f"{cut_short(key, LONGEST_ANSWER)} {hashlib.blake2b(key.encode(), digest_size=4).hexdigest()}"


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)
