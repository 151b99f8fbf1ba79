"""Values as they are written in a TOML file, for examples in sentences, in the template and on the reference page."""

import json
from typing import Any

from kit.content.vocabulary import Field

_BY_TYPE: dict[str, Any] = {
    "text": "A few words", "words": "A few words", "id": "a-short-name", "time": "10:00", "number": 10, "yes-no": True,
    "list": ("One line", "Another line"), "numbers": (7, 34), "parts": (),
}


def literal(value: Any) -> str:
    """A text, number, yes-no or list of these, as a file has it."""
    if isinstance(value, str):
        return f'"""\n{value}"""' if "\n" in value else json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return f"[{', '.join(literal(item) for item in value)}]"
    return str(value)


def example(field: Field) -> Any:
    """A value that would do for a field: its own example, its default, its first choice, or one that fits its type."""
    if field.example is not None:
        return field.example
    if field.choices:
        return field.choices[0] if field.type == "choice" else field.choices[:1]
    return field.default or _BY_TYPE[field.type]


def example_line(field: Field) -> str:
    """A whole line of a file: `minutes = 15`."""
    return f"{field.name} = {literal(example(field))}"
