"""Two folders of one programme as one: what stands in both, joined so that the order of joining makes no difference.

Records and events never change, so the join is a union, and what was erased on either side is laid over it. Where two laptops
went on with one session, each in its own way, both ways are kept: the longer one is the session, the other stands beside it.
Where two records have one id and stand for different things, both are kept too, beside each other. `kit.store.merging` joins
two forms of one entry.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from kit.store.merging import Entry, as_key, both_entries, covered, standing_for
from kit.store.tombstones import ASIDE, Erased, joined_values

Line = tuple[Entry, ...]
"""A session's entries in order, as one laptop has them."""


@dataclass(slots=True)
class Contents:
    """What stands in a programme, without regard to order."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    """By session: its lines, none the beginning of another. There is more than one only where laptops went different ways."""
    loose: dict[str, Entry] = field(default_factory=dict)
    """Entries outside a session."""
    erased: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    makers: dict[str, Entry] = field(default_factory=dict)


def contents(entries: Iterable[Entry], erased: Iterable[Entry] = (), redacted: Iterable[Entry] = (),
             makers: Iterable[Entry] = ()) -> Contents:
    """What some tables hold."""
    found = Contents(erased={row["id"]: row for row in erased}, places={row["place"]: row["value"] for row in redacted},
                     makers={row["key"]: row for row in makers})
    lines: dict[str, list[Entry]] = {}
    for given in entries:
        entry = _back_in(given) if given.get("session") else given
        entry = {**entry, "records": [{**record, "id": record["id"].split(ASIDE)[0]} for record in entry["records"]]}
        if given.get("session"):
            lines.setdefault(given["session"], []).append(entry)
        else:
            key = _loose_key(entry)
            found.loose[key] = both_entries(entry, found.loose.get(key, entry))
    for session, line in lines.items():
        found.lines.setdefault(session.split(ASIDE)[0], []).append(tuple(sorted(line, key=_number)))
    return joined(found, Contents())


def joined(one: Contents, other: Contents) -> Contents:
    """Both together. Commutative, associative and idempotent."""
    erased = {key: max((side.erased[key] for side in (one, other) if key in side.erased), key=as_key)
              for key in sorted({*one.erased, *other.erased})}
    for name in sorted(_follow(erased, [*_every_record(one), *_every_record(other)])):
        erased[name] = {"id": name, "session": False, "when": ""}
    places = {place: joined_values(one.places.get(place, other.places.get(place, "")),
                                   other.places.get(place, one.places.get(place, "")))
              for place in sorted({*one.places, *other.places})}
    gone = Erased(erased, places)
    lines = {}
    for session in sorted({*one.lines, *other.lines} - set(erased)):
        both = [_without(line, gone) for line in (*one.lines.get(session, ()), *other.lines.get(session, ()))]
        lines[session] = _longest(both)
    loose: dict[str, Entry] = {}
    for key in sorted({*one.loose, *other.loose}):
        sides = [_copy(side[key]) for side in (one.loose, other.loose) if key in side]
        left = gone.apply(both_entries(sides[0], sides[-1]))
        if left is not None:
            loose[key] = left
    known = sorted({*one.makers, *other.makers} - set(erased))
    makers = {key: _all_names(one.makers.get(key, {}), other.makers.get(key, {})) for key in known}
    return Contents(lines, loose, erased, places, makers)


def entries_of(found: Contents) -> list[Entry]:
    """The entries as a table holds them: sessions in the order in which they began, then what stands outside them."""
    began = sorted(found.lines, key=lambda session: (found.lines[session][0][0]["event"]["at"], session))
    inside = [entry for session in began for entry in _in_order(session, found.lines[session])]
    outside = sorted(found.loose.values(), key=lambda entry: (_when(entry), _loose_key(entry)))
    return [{**entry, "records": list(_told_apart(entry["records"]))} for entry in (*inside, *outside)]


def forks(found: Contents) -> list[str]:
    """Ids of the sessions that two laptops went on with, each in its own way."""
    return [session for session, lines in found.lines.items() if len(lines) > 1]


def _in_order(session: str, lines: Sequence[Line]) -> Iterator[Entry]:
    main, *others = sorted(lines, key=_longest_first)
    yield from main
    for line in others:
        mark = _mark(line)
        yield from (_aside(entry, session, mark) for entry in line)


def _aside(entry: Entry, session: str, mark: str) -> Entry:
    """An entry of a line that stands beside its session: its session and its records get a mark, so that no id is there twice."""
    records = [{**record, "id": record["id"] + mark} for record in entry["records"]]
    return {**entry, "session": session + mark, "records": records, "taken_back": [name + mark for name in entry["taken_back"]]}


def _told_apart(records: Iterable[Entry]) -> Iterator[Entry]:
    """The records of an entry, each with an id of its own: one that has the id of an earlier one gets a mark."""
    there: set[str] = set()
    for record in records:
        again = record["id"] in there
        there.add(record["id"])
        yield {**record, "id": record["id"] + _mark(list(standing_for(record)[1:]))} if again else record


def _mark(value: Any) -> str:
    return ASIDE + hashlib.blake2b(as_key(value).encode(), digest_size=5).hexdigest()


def _back_in(entry: Entry) -> Entry:
    session, _, mark = entry["session"].partition(ASIDE)
    if not mark:
        return entry
    records = [{**record, "id": record["id"].removesuffix(ASIDE + mark)} for record in entry["records"]]
    return {**entry, "session": session, "records": records,
            "taken_back": [name.removesuffix(ASIDE + mark) for name in entry["taken_back"]]}


def _longest(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that are the beginning of another, what stands in several joined."""
    kept: list[Line] = []
    for line in sorted((tuple(_grown(line, lines)) for line in lines), key=_longest_first):
        if not any(all(map(_agree, line, longer)) for longer in kept):
            kept.append(line)
    return sorted(kept, key=_longest_first)


def _grown(line: Line, lines: Iterable[Line]) -> Iterator[Entry]:
    """A line with all that the lines which have gone the same way up to there have at each event."""
    together = list(lines)
    for place, entry in enumerate(line):
        together = [other for other in together if len(other) > place and _agree(entry, other[place])]
        yield reduce(both_entries, (other[place] for other in together), entry)


def _longest_first(line: Line) -> tuple[int, str]:
    return -len(line), as_key(line)


def _agree(one: Entry, other: Entry) -> bool:
    """Whether two entries are the same event, but for words that were kept back in one of them."""
    return _same(one["event"], other["event"])


def _same(one: Any, other: Any) -> bool:
    if one == other or covered(one) or covered(other):
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return False


def _every_record(found: Contents) -> Iterator[Entry]:
    for entry in (*found.loose.values(), *(entry for lines in found.lines.values() for line in lines for entry in line)):
        yield from entry["records"]


def _follow(erased: Iterable[str], records: Iterable[Entry]) -> set[str]:
    """Records that stand for one that was erased, or belong to a session that was: they go with it."""
    every, gone = list(records), set(erased)
    more = True
    while more:
        new = {r["id"] for r in every if {r.get("replaces"), r["origin"].get("workshop")} & gone} - gone
        gone |= new
        more = bool(new)
    return gone - set(erased)


def _without(line: Line, gone: Erased) -> Line:
    return tuple(entry for entry in (gone.apply(_copy(entry)) for entry in line) if entry is not None)


def _all_names(one: Entry, other: Entry) -> Entry:
    """The names of one maker from both sides: a bundle has only those that it needed."""
    return {part: max(one.get(part, ""), other.get(part, "")) for part in sorted({*one, *other})}


def _loose_key(entry: Mapping[str, Any]) -> str:
    return ",".join(dict.fromkeys(record["id"] for record in entry["records"])) or "back " + ",".join(entry.get("taken_back", ()))


def _number(entry: Entry) -> int:
    return int(entry["event"]["number"])


def _when(entry: Entry) -> str:
    return str(next((record["when"] for record in entry["records"]), ""))


def _copy(entry: Entry) -> Entry:
    copy: Entry = json.loads(as_key(entry))
    return copy
