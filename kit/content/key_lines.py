"""Setting a key among the lines of a TOML table, so that everything else on them stays as a person wrote it.

Where a value ends is not guessed: lines are tried with the standard reader until they say one key.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence

Rows = tuple[str, ...]
"""Lines with their ends."""

_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def rows_of(text: str) -> Rows:
    """The lines of a text. Only a line feed ends one: other signs that end lines elsewhere may stand in a value."""
    return tuple(_LINES.findall(text))


def with_values(rows: Rows, values: Mapping[str, str | None], order: Sequence[str]) -> Rows:
    """The lines with other values, as TOML has them; None takes a key out. A new key has its place by `order`.

    Raises ValueError where the lines cannot be told apart.
    """
    for name, written in values.items():
        place = _place(rows, name)
        if place is not None:
            rows = _set(rows, place, written)
        elif written is not None:
            at = _place_of_new(rows, order[:order.index(name)])
            rows = (*rows[:at], *rows_of(f"{name} = {written}\n"), *rows[at:])
    return rows


def _place(rows: Rows, name: str) -> int | None:
    return next((place for place, row in enumerate(rows) if re.match(rf"[ \t]*([\"']?){name}\1[ \t]*=", row)), None)


def _set(rows: Rows, place: int, written: str | None) -> Rows:
    end = _end(rows, place)
    note = _note("".join(rows[place:end - 1]), rows[end - 1])
    if written is None:
        return (*rows[:place], *([f"{note.strip()}\n"] if note else []), *rows[end:])
    key = rows[place][:rows[place].index("=") + 1]
    after = rows[place][len(key):]
    gap = after[:len(after) - len(after.lstrip(" \t"))]
    return (*rows[:place], *rows_of(f"{key}{gap}{written}{note}\n"), *rows[end:])


def _end(rows: Rows, place: int) -> int:
    """Where the value that begins on a line has ended."""
    for end in range(place + 1, len(rows) + 1):
        if _says("".join(rows[place:end])) is not None:
            return end
    raise ValueError("a value with no end")


def _note(before: str, last: str) -> str:
    """The note at the end of a value's last line, with the space before it."""
    value = _says(before + last)
    for found in re.finditer("#", last):
        if _says(before + last[:found.start()]) == value:
            bare = last[:found.start()].rstrip(" \t")
            return last[len(bare):].rstrip("\n")
    return ""


def _says(text: str) -> object:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _place_of_new(rows: Rows, before: Iterable[str]) -> int:
    """After the last of the keys that go before it; else under the table's own line, or above the first key."""
    ends = [_end(rows, place) for name in before if (place := _place(rows, name)) is not None]
    if ends:
        return max(ends)
    if rows and rows[0].lstrip().startswith("[["):
        return 1
    return next((place for place, row in enumerate(rows) if "=" in row and not row.lstrip().startswith("#")), len(rows))
