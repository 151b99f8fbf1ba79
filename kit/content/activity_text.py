"""An activity as the text of its file: what a person would have written, whole or half-way there."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit.content.literal import literal
from kit.content.vocabulary import ACTIVITY, COMMON, KIND, KINDS, Field

Written = Mapping[str, Any]
"""What stands in an activity, or in one of its steps, by the names of its fields."""


def activity_text(activity: Written, steps: Sequence[Written]) -> str:
    """The text of an activity's file. What is missing, or has its default, is left out, so that it reads as it was meant."""
    lines = [*_lines(activity, ACTIVITY)]
    for step in steps:
        lines += ["", "[[steps]]", *_lines(step, fields_of_step(str(step.get("kind", ""))))]
    return "\n".join(lines) + "\n"


def fields_of_step(kind: str) -> tuple[Field, ...]:
    """The fields that a step of this kind may have."""
    own = KINDS[kind].fields if kind in KINDS else ()
    return (KIND, *COMMON, *own)


def _lines(values: Written, fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        value = values.get(field.name)
        if field.type != "parts" and value not in (None, "") and (field.required or value != field.default):
            yield f"{field.name} = {written(value)}"


def written(value: Any) -> str:
    """A value as TOML has it: long words and lists stay readable, a line each."""
    if isinstance(value, tuple | list) and sum(len(str(item)) for item in value) > 80:
        return "\n".join(["[", *(f"  {literal(item)}," for item in value), "]"])
    if not isinstance(value, str) or "\n" not in value:
        return literal(value)
    raw = "\\" in value or '"""' in value or value.endswith('"')
    return json.dumps(value, ensure_ascii=False) if raw else literal(value)
