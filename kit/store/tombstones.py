"""What was erased, by number and place alone, so that no other laptop and no old bundle can bring it back.

Two small tables beside the entries. `erased` has the ids of records that are gone. `redacted` has places in entries and what
stands there now. Neither holds a word of what was there.

A place is `session/event number/path` or `record//path`, its parts joined by a character that no part has. What stands beside
a session is named by its time, `id@time`, for its mark may be another one after the next joining (`kit.store.joining`).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kit.model.gate import TAKEN_BACK

ERASED = "erased"
"""Rows `{"id": a record or a whole session, "when": ISO date and time, "session": true for a session}`."""
REDACTED = "redacted"
"""Rows `{"place": …, "value": …}`."""

ASIDE = "~"
"""Between an id and the mark of what stands beside its first bearer: a line of a session, or another record."""

_COUNTS = ("value", "groups")
"""Where counts can stand under names that people typed: in an answer, and in what was made of it (`kit.engine.turn_names`)."""

_BETWEEN = "\x1f"
Path = Sequence[str | int]


def lasting(name: str, when: str) -> str:
    """The name of a record or a session by which it can be erased for good. `when` it was made, as it says itself."""
    return _by_time(name, when) if ASIDE in name else name


def event_place(session: str, number: int, path: Path) -> str:
    """A place in an event."""
    return _BETWEEN.join(["event", session, str(number), *map(str, path)])


def record_place(record: str, path: Path) -> str:
    """A place in a record's content."""
    return _BETWEEN.join(["record", record, *map(str, path)])


def joined_values(one: str, other: str) -> str:
    """What stands in a place that two laptops redacted, each in its own way: where they differ, nothing of either."""
    return one if one == other else TAKEN_BACK


def at(value: Any, path: Path) -> Any:
    """What stands at a path. Raises KeyError, IndexError, TypeError or ValueError where there is no such place."""
    for part in path:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def put(value: Any, path: Path, text: str) -> None:
    """Put a text at a path where a text stands, or counts under names; do nothing where there is no such place."""
    try:
        *way, last = path
        box = at(value, way)
        if isinstance(there := at(box, [last]), str) or (isinstance(there, dict) and last in _COUNTS):
            box[int(last) if isinstance(box, list) else last] = text
    except (KeyError, IndexError, TypeError, ValueError):
        return


def _put_all(value: Any, texts: Iterable[tuple[Path, str]]) -> None:
    for path, text in texts:
        put(value, path, text)


class Erased:
    """Tombstones, to be laid over entries."""

    def __init__(self, ids: Iterable[str], places: Mapping[str, str]) -> None:
        self.ids = frozenset(ids)
        self._events: dict[tuple[str, str], list[tuple[list[str], str]]] = {}
        self._records: dict[str, list[tuple[list[str], str]]] = {}
        for place, text in places.items():
            kind, *parts = place.split(_BETWEEN)
            if kind == "event":
                self._events.setdefault((parts[0], parts[1]), []).append((parts[2:], text))
            else:
                self._records.setdefault(parts[0], []).append((parts[1:], text))

    def apply(self, entry: dict[str, Any]) -> dict[str, Any] | None:
        """An entry (a private copy of its document) without what was erased; None where nothing of it is left."""
        if entry.get("session") in self.ids:
            return None
        before = bool(entry["records"])
        entry["records"] = [record for record in entry["records"] if self.ids.isdisjoint(_names(record["id"], record["when"]))]
        for record in entry["records"]:
            for name in _names(record["id"], record["when"]):
                _put_all(record["content"], self._records.get(name, ()))
        event = entry.get("event")
        if not event and before and not entry["records"]:
            return None
        if event:
            self._cover(event, entry["session"])
        return entry

    def _cover(self, event: dict[str, Any], session: str) -> None:
        for name in _names(session, event["at"]):
            _put_all(event, self._events.get((name, str(event["number"])), ()))


def _names(name: str, when: str) -> tuple[str, str]:
    return name, _by_time(name, when)


def _by_time(name: str, when: str) -> str:
    return f"{name.partition(ASIDE)[0]}@{when}"
