"""Records as JSON Lines, one a line, with a JSON Schema that says what stands in them."""

import json
from collections.abc import Iterable
from typing import Any

from kit.model import Naming, Record, Visible
from kit.model.data import to_data

_TEXT = {"type": "string"}
_PLACES = ("programme", "workshop", "block", "activity", "table", "sheet", "device", "site")

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A record of Workshop Kit",
    "description": "One thing that a room made. Each line of the file is one of these.",
    "type": "object",
    "required": ["id", "kind", "when", "origin", "content", "visible", "naming"],
    "additionalProperties": False,
    "properties": {
        "id": {**_TEXT, "description": "The same thing has the same id in every export."},
        "kind": {**_TEXT, "description": "What sort of thing it is, such as caption or decision."},
        "when": {**_TEXT, "description": "When it was written down: ISO 8601, UTC."},
        "origin": {
            "type": "object", "description": "Where it came from. A part that is not known is empty.",
            "additionalProperties": False,
            "properties": {**dict.fromkeys(_PLACES, _TEXT), "step": {"type": "integer"}}},
        "content": {"type": "object", "description": "What it says; the words stand under “text” where it has one text."},
        "visible": {"enum": [each.value for each in Visible], "description": "Who may see it."},
        "naming": {"enum": [each.value for each in Naming], "description": "How its maker is named."},
        "maker": {**_TEXT, "description": "The name that its maker chose; empty where nobody is named."},
        "keep_until": {**_TEXT, "description": "The day until which it may be kept, or empty."},
        "withdraw_until": {**_TEXT, "description": "The day until which its maker may take it back, or empty."},
        "replaces": {**_TEXT, "description": "The id of the earlier record that this one stands for, or empty."},
    },
}


def json_lines(records: Iterable[Record]) -> str:
    """A line for each record. Who wrote a consent down, and its slip, are not in it: they are the programme's own affair."""
    return "".join(f"{json.dumps(line_of(record), ensure_ascii=False)}\n" for record in records)


def line_of(record: Record) -> dict[str, Any]:
    """One record as JSON has it, with what the schema knows."""
    data: dict[str, Any] = to_data(record)
    return {name: data[name] for name in SCHEMA["properties"] if name in data}
