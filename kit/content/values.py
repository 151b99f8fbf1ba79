"""Whether one value of a file will do for its field. What comes out is clean; what will not do ends in words that say why."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from kit.content.ids import LONGEST_ID, id_from, is_id
from kit.content.literal import example_line
from kit.content.problems import did_you_mean
from kit.content.vocabulary import Field, FieldType
from kit.model.text import LONGEST, clean, clean_line, listed

MOST_LINES = 100
"""Lines in one list."""

MOST_SAID = 30
"""Choices that a sentence names. Where there are more, it says where they are listed."""

LISTS: tuple[FieldType, ...] = ("list", "numbers")
"""Types whose values are lists."""

_CLOCK = re.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])")


class Wrong(Exception):
    """A value that will not do. Its words end a sentence: `; it should be …`."""


def one_value(field: Field, value: Any) -> Any:
    """The clean value of a field that holds no list; its default for an empty text. Raises Wrong."""
    return _READ[field.type](field, value)


def all_lines(field: Field, value: Any) -> list[Any]:
    """The value of a field that holds a list, its lines not looked at yet. Raises Wrong."""
    if not isinstance(value, list):
        raise Wrong(_should(field, "a list in square brackets"))
    least = max(field.least if field.type == "list" else 0, int(field.required))
    if not least <= len(value) <= MOST_LINES:
        raise Wrong(f"; it should have from {least} to {MOST_LINES} lines, and it has {len(value):,}.")
    return value


def one_line(field: Field, value: Any, before: Sequence[Any]) -> Any:
    """The clean value of one line of a list, with the lines before it. Raises Wrong."""
    line = _number(field, value) if field.type == "numbers" else _line(field, value)
    if line in before:
        raise Wrong(" twice. Keep one of them.")
    return line


def one_of(value: str, choices: Sequence[str]) -> str:
    """The end of a sentence about a word that is none of the choices: the nearest of them, or all of them."""
    end = did_you_mean(value, choices)
    if end == "." and len(choices) > MOST_SAID:
        return f"; it can be one of {len(choices)} words, which REFERENCE.md lists."
    return end if end != "." else f"; it can be {listed(list(choices), 'or')}."


def _text(field: Field, value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong(_should(field, "words in quote marks"))
    if len(value) > LONGEST:
        raise Wrong(f"; it is {len(value):,} characters long, and the most is {LONGEST:,}.")
    return clean(value) if field.type == "text" else clean_line(value)


def _filled(field: Field, value: Any) -> Any:
    text = _text(field, value)
    if not text and field.required:
        raise Wrong(_should(field, "a few words"))
    return text or field.default


def _line(field: Field, value: Any) -> str:
    text = _text(field, value)
    if not text:
        raise Wrong("; write something there, or take it out.")
    if field.choices and text not in field.choices:
        raise Wrong(one_of(text, field.choices))
    return text


def _id(field: Field, value: Any) -> Any:
    text = _filled(field, value)
    if text and not is_id(text):
        end = f', such as "{id_from(text)}"' if id_from(text) else ""
        raise Wrong(f"; use small letters, digits and single dashes, {LONGEST_ID} at most{end}.")
    return text


def _time(field: Field, value: Any) -> str:
    if (clock := _CLOCK.fullmatch(_filled(field, value))) is None:
        raise Wrong(_should(field, "a time of day"))
    return f"{int(clock[1]):02}:{clock[2]}"


def _number(field: Field, value: Any) -> int:
    if type(value) is not int:
        raise Wrong(_should(field, "a whole number without quote marks"))
    if not field.least <= value <= field.most:
        raise Wrong(f"; it should be from {field.least} to {field.most}.")
    return value


def _yes_no(field: Field, value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("; it should be true or false, without quote marks.")
    return value


def _choice(field: Field, value: Any) -> str:
    text = _text(field, value)
    if text not in field.choices:
        raise Wrong(one_of(text, field.choices))
    return text


def _should(field: Field, what: str) -> str:
    return f"; it should be {what}, such as {example_line(field)}"


_READ: dict[FieldType, Callable[[Field, Any], Any]] = {
    "text": _filled, "words": _filled, "id": _id, "time": _time, "number": _number, "yes-no": _yes_no, "choice": _choice,
}
