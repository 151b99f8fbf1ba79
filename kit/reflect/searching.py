"""Search over everything a programme holds: words, and filters with a colon such as `kind:caption` or `since:2026-03`."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kit.model import Record
from kit.model.text import clean_line
from kit.reflect.holdings import Holdings

FILTERS = ("kind", "letter", "workshop", "site", "since", "until", "code", "activity")
"""Names of the filters, as they are typed."""

_FILTER = re.compile(rf"\b({'|'.join(FILTERS)}):(\S+)", re.IGNORECASE)
_PEOPLE = re.compile(r"\bkind:person\b", re.IGNORECASE)
_NO_WORDS = frozenset({"key", "of", "drawing", "under", "into", "cards", "headings"})
"""Parts of a record that nobody would look for."""


class Index:
    """All records with their words in small letters. It is made once, when somebody first searches, and searched in memory.

    100,000 records are about ten megabytes of words; looking through all of them takes a hundredth of a second for each word.
    """

    def __init__(self, held: Holdings) -> None:
        self._held = held
        self._words = [_words_in(record.content).casefold() for record in held.records]

    def search(self, typed: str) -> tuple[Record, ...]:
        """The records that hold every word that was typed and fit every filter, oldest first. All of them for no word.

        Somebody's record as a person, with what they need, comes only with `kind:person`.
        """
        typed = clean_line(typed)[:200]
        words, every = self._words, self._held.records
        people = _PEOPLE.search(typed) is not None
        chosen: Iterable[int] = [place for place, record in enumerate(every) if people or record.kind != "person"]
        for word in _FILTER.sub(" ", typed).casefold().split():
            chosen = [place for place in chosen if word in words[place]]
        for found in _FILTER.finditer(typed):
            fit, value = _FITS[found[1].casefold()], found[2].casefold()
            chosen = [place for place in chosen if fit(self._held, every[place], value)]
        return tuple(every[place] for place in chosen)


def _words_in(content: Mapping[str, Any]) -> str:
    return "\n".join(text for key, part in content.items() if key not in _NO_WORDS for text in _texts(part))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, Mapping):
        return (text for part in (*value.keys(), *value.values()) for text in _texts(part))
    if isinstance(value, list | tuple):
        return (text for part in value for text in _texts(part))
    return ()


def _in_workshop(held: Holdings, record: Record, value: str) -> bool:
    meeting = held.meeting(record)
    return value == record.origin.workshop.casefold() or (meeting is not None and value == str(meeting.number))


def _at_site(held: Holdings, record: Record, value: str) -> bool:
    meeting = held.meeting(record)
    return value in (meeting.site if meeting else record.origin.device).casefold()


_FITS: Mapping[str, Callable[[Holdings, Record, str], bool]] = {
    "kind": lambda held, record, value: record.kind.startswith(value),
    "letter": lambda held, record, value: str(record.content.get("letter", "")).casefold() == value,
    "workshop": _in_workshop,
    "site": _at_site,
    "since": lambda held, record, value: record.when[:len(value)] >= value,
    "until": lambda held, record, value: record.when[:len(value)] <= value,
    "code": lambda held, record, value: record.kind == "coding" and value in
    f"{record.content.get('code')} {record.content.get('own')}".casefold(),
    "activity": lambda held, record, value: record.origin.activity.startswith(value),
}
