"""The decision register: each decision with its counts, its dissent and its roles; and who had a part in how many of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.model.record import Record, known_as
from kit.model.results import RESULTS, dissent_of, ranking_lines, rating_lines, vote_lines
from kit.model.text import listed

PARTS = (
    ("why_now", "Why now"), ("where", "Decided at"), ("who_decides", "Who may decide"), ("final_say", "Who has the final say"),
    ("fixed", "What cannot change"), ("method", "How, and by which rule"), ("options", "Choices"), ("counts", "Counts"),
    ("decided", "Decided"), ("reasons", "Reasons"), ("who_acts", "Who acts"), ("review", "We look again"), ("told", "Told to"))
"""Parts of a decision, in the order they are told, with their labels. The question stands above them, dissent below."""

ROLES = (("raised", "raised"), ("discussed", "talked"), ("decided", "decided"), ("told", "told"))
"""What roles can do in a decision, with a short word for each."""

NO_DISSENT = "Nobody asked for another view to be kept."

_SHOWN = {"vote": vote_lines, "ranking": ranking_lines, "rating": rating_lines}


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision of the register."""

    record: Record
    question: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    """Labels, each with its lines; none that is empty."""
    dissent: tuple[str, ...]
    open: bool
    elsewhere: bool
    roles: Mapping[str, str]


def entries(records: Iterable[Record]) -> tuple[Entry, ...]:
    """The decisions among some records, oldest first, each with all that belongs to it."""
    records = tuple(records)
    return tuple(_entry(record, records) for record in records if record.kind == "decision" and _text(record.content, "question"))


def spread_of_roles(register: Iterable[Entry]) -> dict[str, dict[str, int]]:
    """For every role that is named, in how many decisions it raised, talked, decided and was told. From A to Z."""
    spread: dict[str, dict[str, int]] = {}
    for entry in register:
        for did, _ in ROLES:
            for role in roles_in(str(entry.roles.get(did, ""))):
                spread.setdefault(role, dict.fromkeys((key for key, _ in ROLES), 0))[did] += 1
    return dict(sorted(spread.items()))


def roles_in(text: str) -> tuple[str, ...]:
    """The role words in a line: "Carers, members and staff"."""
    words = (word.strip(" .").casefold() for word in re.split(r"[,;/\n]|\band\b", text))
    return tuple(dict.fromkeys(word for word in words if word))


def _entry(record: Record, records: tuple[Record, ...]) -> Entry:
    content = record.content
    facts = [(label, _lines(content, key)) for key, label in PARTS]
    counted = _counted(content, records)
    for result in counted:
        if result.kind in RESULTS:
            facts.insert(-5, (str(result.content.get("statement") or result.content.get("question") or "Counts"),
                              _SHOWN[result.kind](result.content)))
    beside = dissent_of(record, records)
    for result in counted:
        beside += tuple(view for view in dissent_of(result, records) if view not in beside)
    roles = content.get("roles")
    return Entry(record, _text(content, "question"), tuple((label, lines) for label, lines in facts if lines), beside,
                 bool(content.get("open")), bool(content.get("elsewhere")), roles if isinstance(roles, Mapping) else {})


def _counted(content: Mapping[str, Any], records: Iterable[Record]) -> tuple[Record, ...]:
    """What was counted before a decision, as it counts now: a choice of who may see it, or a new count, stands for the old."""
    wanted = content.get("results")
    ids = frozenset(filter(None, map(str, wanted))) if isinstance(wanted, list) else frozenset()
    return tuple(record for record in records if not ids.isdisjoint((known_as(record), record.id, record.replaces)))


def _lines(content: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """One part of a decision in lines. Counts of consent are told with their answers, not with their keys."""
    part = content.get(key)
    if isinstance(part, Mapping):
        words = content.get("options")
        names = words if isinstance(words, Mapping) else {}
        return () if key == "options" else tuple(f"{names.get(name, name)}: {count}" for name, count in part.items())
    if isinstance(part, list | tuple):
        return (listed([str(line) for line in part]),) if part else ()
    return (part,) if isinstance(part, str) and part else ()


def _text(content: Mapping[str, Any], key: str) -> str:
    part = content.get(key)
    return part if isinstance(part, str) else ""
