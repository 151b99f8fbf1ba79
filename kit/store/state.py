"""A folder's tables as they stand in memory, and the operations that change them.

Operations are plain JSON, as the lines of the journal keep them: `["p", table, id, document]` puts a whole document,
`["d", table, id]` deletes one, `["c", table]` empties a table and `["x", table]` drops it. Doing one twice changes nothing.
"""

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from kit.store.problem import NotStorable
from kit.store.ranges import Ranges, to_ranges

Document = dict[str, Any]
Table = dict[str, Document]
"""Documents by id; an id is a whole number in digits."""
Operation = list[Any]

DEEPEST = 100
"""Levels of lists and dicts in a document; a reader of the files must not run out of stack."""


@dataclass(slots=True)
class State:
    """All tables, and what must outlive them."""

    tables: dict[str, Table] = field(default_factory=dict)
    next: dict[str, int] = field(default_factory=dict)
    """The id of each table's next document. An id is never used again, even where its document has gone."""
    last: int = 0
    """Number of the last save that is in the state."""
    schema: int = 0
    secret: str = ""
    """32 random bytes in hex, drawn once for the folder; keys the names of its attachments."""
    wanting: set[tuple[str, str]] = field(default_factory=set)
    """Documents (table, id) that a damaged snapshot says were there, and that no file has."""

    def apply(self, number: int, operations: Iterable[Operation]) -> None:
        """Do the operations of one save."""
        for operation in operations:
            _DO[operation[0]](self, *operation[1:])
        self.last = number

    def copied(self) -> "State":
        """A state that can be changed apart from this one. Documents are shared: no operation changes one in place."""
        tables = {name: dict(table) for name, table in self.tables.items()}
        return replace(self, tables=tables, next=dict(self.next), wanting=set(self.wanting))

    def next_id(self, table: str) -> int:
        """The id that the next new document of a table takes."""
        return self.next.get(table, 1)

    def ids(self) -> dict[str, Ranges]:
        """The ids of every table's documents."""
        return {name: to_ranges(map(int, table)) for name, table in self.tables.items()}

    def _put(self, name: str, key: str, document: Document) -> None:
        number = int(key)
        if type(document) is not dict or type(name) is not str or key != str(number):
            raise TypeError("not an operation of ours")
        self.tables.setdefault(name, {})[key] = document
        self.next[name] = max(self.next.get(name, 1), number + 1)
        if self.wanting:
            self.wanting.discard((name, key))

    def _delete(self, name: str, key: str) -> None:
        self.tables.get(name, {}).pop(key, None)
        self.wanting.discard((name, key))

    def _clear(self, name: str) -> None:
        self.tables[name] = {}
        self.wanting = {want for want in self.wanting if want[0] != name}

    def _drop(self, name: str) -> None:
        self._clear(name)
        del self.tables[name]


_DO: dict[str, Callable[..., None]] = {"p": State._put, "d": State._delete, "c": State._clear, "x": State._drop}


def private(value: Any) -> Any:
    """A copy of a JSON value that shares no list and no dict with it."""
    if type(value) is dict:
        return {key: private(part) for key, part in value.items()}
    if type(value) is list:
        return [private(part) for part in value]
    return value


def as_text(operation: Operation) -> str:
    """An operation as JSON on one line. Raises NotStorable where it holds what JSON cannot give back as it was."""
    for part in operation:
        _check(part, 0)
    try:
        text = json.dumps(operation, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
    except UnicodeEncodeError:
        raise NotStorable("the text holds half a character, which no file can keep") from None
    except ValueError:
        raise NotStorable("a number is too large to be kept") from None
    return text


def _check(value: Any, depth: int) -> None:
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return
    if depth > DEEPEST:
        raise NotStorable(f"it has more than {DEEPEST} levels of lists inside lists")
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise NotStorable(f"the name {key!r} in it is not a text")
        value = value.values()
    elif not isinstance(value, list | tuple):
        return _check_single(value)
    for part in value:
        _check(part, depth + 1)


def _check_single(value: Any) -> None:
    if type(value) is float and not math.isfinite(value):
        raise NotStorable(f"{value} is not a number that a file can keep")
    if type(value) is not float and not isinstance(value, str | int):
        raise NotStorable(f"a {type(value).__name__} cannot be kept in a file")
