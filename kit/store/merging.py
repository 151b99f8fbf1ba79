"""Two forms of one entry as one. Whatever is joined with whatever, in any order and any number of times, gives the same."""

import json
from typing import Any

from kit.model import Naming, Visible
from kit.model.gate import SOMEONE, TAKEN_BACK

Entry = dict[str, Any]

_NARROW_FIRST = {"visible": (Visible.ME, Visible.GROUP, Visible.REPORT, Visible.PUBLIC),
                 "naming": (Naming.NONE, Naming.LETTER, Naming.CHOSEN, Naming.REAL)}
"""What makers chose. No form of a record from elsewhere can make it go further than another form lets it."""


def both_entries(one: Entry, other: Entry) -> Entry:
    """Two forms of one entry as one: all records of both, and words rather than what stands in their place."""
    both: Entry = _both({**one, "records": [], "taken_back": []}, {**other, "records": [], "taken_back": []})
    mine, theirs = ({standing_for(record): record for record in side["records"]} for side in (one, other))
    every = sorted({*mine, *theirs}, key=lambda key: (len(key[0]), key))
    both["records"] = [_both_records(mine.get(key, theirs.get(key, {})), theirs.get(key, mine.get(key, {}))) for key in every]
    both["taken_back"] = sorted({*one.get("taken_back", ()), *other.get("taken_back", ())})
    return both


def standing_for(record: Entry) -> tuple[str, str, str]:
    """What a record is and what it stands for: its id, the id of the one before it, and its workshop."""
    return record["id"], record.get("replaces", ""), record["origin"].get("workshop", "")


def as_key(value: Any) -> str:
    """A text by which values are put in order, the same wherever they came from."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def covered(value: Any) -> bool:
    """Whether a value is a text in which words or a name may have been kept back."""
    return isinstance(value, str) and (TAKEN_BACK in value or SOMEONE in value)


def _both_records(one: Entry, other: Entry) -> Entry:
    both: Entry = _both(one, other)
    for part, order in _NARROW_FIRST.items():
        if part in one and part in other:
            both[part] = min(one[part], other[part], key=order.index)
    return both


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _both(one.get(key, other.get(key)), other.get(key, one.get(key))) for key in sorted({*one, *other})}
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [_both(a, b) for a, b in zip(one, other, strict=True)]
    return max(one, other, key=_fullness)


def _fullness(value: Any) -> tuple[int, int, str]:
    """Words before what stands in their place, the longer list before the shorter; then anything, as long as it is the same."""
    if isinstance(value, list | dict):
        return 2, len(value) if isinstance(value, list) else 0, as_key(value)
    return 0 if covered(value) else 1, 0, as_key(value)
