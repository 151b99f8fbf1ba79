"""Frozen nouns to plain JSON values and back, so that a noun can be kept in a file and read by a later version.

A key that a later version no longer knows is passed over; one it has gained takes the noun's own default.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


def to_data(value: Any) -> Any:
    """A noun as JSON values: dataclasses become dicts, tuples lists, enums their text. A field marked secret is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_data(getattr(value, f.name)) for f in fields(value) if not f.metadata.get("secret")}
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, Mapping):
        return {k: to_data(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [to_data(v) for v in value]
    return value


def from_data(kind: type[Noun], data: Mapping[str, Any]) -> Noun:
    """The noun that `to_data` wrote. Raises TypeError or ValueError where a part is missing or of the wrong type."""
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], data[name]) for name in hints if name in data})


_HINTS: dict[type, dict[str, Any]] = {}
"""The type of every field of a noun, worked out once: it is slow."""


def _hints(kind: type) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def _value(hint: Any, value: Any) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        return from_data(hint, value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], v) for v in value)
    if hint in (str, int, bool) and type(value) is not hint:
        raise TypeError(f"{value!r} is not {hint.__name__}")
    return value
