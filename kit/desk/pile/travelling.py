"""What of the piles goes to another laptop: where everything stands on printed pages, and which sheets were counted.

So what was printed on one laptop is read on another, and no sheet is counted on both. Cards, answers and pictures never leave:
what a person decided and typed is in the records, and those pass the gate. Layouts in which words of theirs stand that are kept
back stay here too.

The join is a union by name: commutative, associative and idempotent.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kit.desk.pile.cards import cards_of, piles
from kit.desk.pile.printed import TABLE as LAYOUTS
from kit.desk.pile.printed import printed_of
from kit.model.sheetcode import read_code
from kit.model.text import LONGEST, clean
from kit.store import Store
from kit.store.erasure import Sought

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two laptops tell each other."""

    layouts: Mapping[str, Row] = field(default_factory=dict)
    """By name: `{"page", "ids"}`, the ids of its copies sorted."""
    piles: Mapping[str, Row] = field(default_factory=dict)
    """Closed piles by key: `{"key", "when", "closed", "records", "counted"}`, the codes of all sheets in it sorted."""


def name_of(page: Row) -> str:
    """The name of a printed page by what stands on it, without its codes: it says none of it."""
    return "page-" + hashlib.blake2b(json.dumps(page, sort_keys=True).encode(), digest_size=10).hexdigest()


def holds(page: Row, sought: Sought) -> bool:
    """Whether some words stand on a printed page."""
    return sought.stands_in(json.dumps(page, ensure_ascii=False).casefold())


def paper_here(store: Store, sought: Sought | None = None) -> Shared:
    """What an open folder has to tell, but for pages with some words on them."""
    layouts = {name_of(row["page"]): {"page": row["page"], "ids": sorted(row["ids"])} for row in store.rows(LAYOUTS)
               if sought is None or not holds(row["page"], sought)}
    closed = {}
    for pile in piles(store):
        if pile.closed:
            codes = {*pile.counted, *(card.code for card in cards_of(store, pile.key))}
            closed[pile.key] = {"key": pile.key, "when": pile.when, "closed": pile.closed, "records": sorted(pile.records),
                                "counted": sorted(codes)}
    return Shared(layouts, closed)


def together(one: Shared, other: Shared, erased: Collection[str] = ()) -> Shared:
    """Both, without the pages that either laptop erased."""
    layouts = {name: _both(one.layouts.get(name), other.layouts.get(name), ("ids",))
               for name in sorted({*one.layouts, *other.layouts} - set(erased))}
    closed = {key: _both(one.piles.get(key), other.piles.get(key), ("records", "counted"))
              for key in sorted({*one.piles, *other.piles})}
    return Shared(layouts, closed)


def _both(one: Row | None, other: Row | None, lists: Iterable[str]) -> Row:
    """Two forms of one row: what is in either list, and of all else the greater, so that the order makes no difference."""
    if one is None or other is None:
        return {**(one or {}), **(other or {})}
    kept = max((one, other), key=lambda row: json.dumps(row, sort_keys=True))
    joined = {name: sorted([*one[name], *(each for each in other[name] if each not in one[name])]) for name in lists}
    return {**kept, **joined}


def as_bytes(paper: Shared) -> bytes:
    """What goes into a bundle; empty where there is nothing to tell."""
    if not paper.layouts and not paper.piles:
        return b""
    rows = {"layouts": list(paper.layouts.values()), "piles": list(paper.piles.values())}
    return json.dumps(rows, ensure_ascii=False, sort_keys=True).encode()


def from_bytes(data: bytes, code: str) -> Shared:
    """The same as a stranger may have made it; `code` is the programme's. Raises ValueError and its kin, or StoreProblem."""
    if not data:
        return Shared()
    found = _cleaned(json.loads(data, parse_constant=_no_constant))
    layouts = {name_of(row["page"]): {"page": dict(row["page"]), "ids": [list(ids) for ids in row["ids"]]}
               for row in found["layouts"]}
    closed = {row["key"]: {part: kind(row[part]) for part, kind in _PARTS.items()} for row in found["piles"]}
    if not all(_ours(id, code) for row in layouts.values() for ids in row["ids"] for id in ids):
        raise ValueError
    if not all(_KEY.fullmatch(row["key"]) and datetime.fromisoformat(row["closed"]) for row in closed.values()):
        raise ValueError
    if not all(_ours(id, code) for row in closed.values() for id in row["counted"]):
        raise ValueError
    if layouts:
        printed_of([{"row": number, **row} for number, row in enumerate(layouts.values(), 1)])
    return Shared(layouts, closed)


_PARTS: Mapping[str, type] = {"key": str, "when": str, "closed": str, "records": list, "counted": list}
_KEY = re.compile("[a-z0-9]{1,20}")


def _ours(id: str, code: str) -> bool:
    read = read_code(id)
    return read is not None and str(read) == id and read.programme == code


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise ValueError
        return clean(value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(part) for key, part in value.items()}
    return [_cleaned(part) for part in value] if isinstance(value, list) else value


def _no_constant(name: str) -> Any:
    raise ValueError(name)
