"""A plan from somebody else's table: other planning tools, a show's cue sheet, or a list somebody typed.

Headers are known by what people call them, those of Ontime and OpenSlides too. What has no place in a plan is told.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.model.clock import DAY, clock, read_clock, read_minutes
from kit.model.text import counted, listed

HEADERS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "what happens", "agenda item", "block", "item", "session", "activity", "what"),
    "minutes": ("duration", "minutes", "duration in minutes", "length", "min", "mins"),
    "start": ("time start", "start", "start time", "time", "scheduled start"),
    "end": ("time end", "end", "end time", "scheduled end"),
    "linked": ("link start",),
    "skip": ("skip", "skip?", "parked"),
    "kind": ("timer type",),
    "flag": ("flag",),
    "aim": ("aim", "why", "purpose", "why we do it"),
    "lead": ("lead", "who", "who leads", "speaker", "facilitator"),
    "materials": ("materials", "material", "materials / room", "bring"),
    "notes": ("note", "notes", "text", "how", "process notes", "info", "additional info", "room"),
    "private": ("comment", "private notes", "moderator note"),
    "priority": ("priority",),
    "number": ("cue", "index", "no", "#"),
}
"""What a column may be called, without capitals."""

_BREAK = re.compile(r"\b(break|lunch|tea|coffee|dinner|supper|pause|rest)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\b(check-?out|closing|goodbye)\b", re.IGNORECASE)
_BUFFER = re.compile(r"\b(buffer|spare time)\b", re.IGNORECASE)
_YES = ("true", "yes", "x", "1", "y", "ja")
_GROUPS = ("group", "group-start", "group-end", "block", "block-start", "block-end")
"""Rows of Ontime that only hold others together (its `Timer Type`). A milestone takes no time."""
_PROJECT = re.compile(r"Project title: *(.+)")
_USUAL = 15
"""Minutes of a block whose table says no duration; it is told."""


@dataclass
class Taken:
    """What a table says, in the shape of a plan's file, and a sentence for all that was passed over."""

    data: dict[str, Any]
    troubles: list[str] = field(default_factory=list)


def taken_from(rows: Sequence[Sequence[str]], columns: Mapping[str, str]) -> Taken | str:
    """The blocks of a table. `columns` says of some of its columns what they are; a sentence where no column has titles."""
    mapped = {heading.casefold(): part for heading, part in columns.items()}
    place, header = _header(rows, mapped)
    if "title" not in header:
        seen = ", ".join(cell for cell in rows[0] if cell)[:200] if rows else ""
        return f"No column holds titles. The first row says: {seen or 'nothing'}. Name the column with --map Title=…"
    taken = Taken({"blocks": [], "parked": []}, _passed_over(rows[place], header))
    for found in (_PROJECT.fullmatch(cells[0].strip()) for cells in rows[:place] if cells):
        taken.data |= {"title": found[1]} if found else {}
    now: int | None = None
    for number, cells in enumerate(rows[place + 1:], place + 2):
        row = {part: cell.strip() for part, cell in zip(header, cells, strict=False) if part and cell.strip()}
        if row and not _passed(taken, row, number):
            now = _take(taken, row, number, now)
    if not taken.data["parked"]:
        del taken.data["parked"]
    return taken


def _passed(taken: Taken, row: Mapping[str, str], number: int) -> bool:
    """Whether a row is no block. What takes no time, or has no title, is told; what only holds others together is not."""
    kind = row.get("kind", "").casefold()
    if kind in _GROUPS:
        return True
    title = row.get("title", "")
    if kind == "milestone":
        taken.troubles.append(f"Row {number}, {title[:40]!r}, is a milestone, which takes no time. It was left out.")
    elif not title:
        taken.troubles.append(f"Row {number} has no title. It was left out.")
    return kind == "milestone" or not title


def _header(rows: Sequence[Sequence[str]], mapped: Mapping[str, str]) -> tuple[int, list[str]]:
    """The first row that names a column of titles, among the first twenty: some tables begin with words about the show."""
    for place, cells in enumerate(rows[:20]):
        header = _parts(cells, mapped)
        if "title" in header and (len([part for part in header if part]) > 1 or len(cells) == 1):
            return place, header
    return 0, []


def _parts(cells: Sequence[str], mapped: Mapping[str, str]) -> list[str]:
    """What each column is. Of two columns for one thing the first counts, and those that a person named come before all."""
    names = [" ".join(cell.casefold().split()) for cell in cells]
    found = [mapped.get(name, "") for name in names]
    for part, titles in HEADERS.items():
        place = next((place for title in titles for place, name in enumerate(names) if name == title and not found[place]), None)
        if place is not None and part not in found:
            found[place] = part
    return found


def _passed_over(cells: Sequence[str], header: Sequence[str]) -> list[str]:
    unknown = [cell.strip()[:40] for cell, part in zip(cells, header, strict=True) if cell.strip() and not part]
    return [f"{counted(len(unknown), 'column')} passed over: {listed(unknown[:30])}."] if unknown else []


def _take(taken: Taken, row: Mapping[str, str], number: int, now: int | None) -> int | None:
    """Take one row. Gives the moment at which it ends, where that is known."""
    start, end, minutes = _clock(row.get("start", "")), _clock(row.get("end", "")), _minutes(row.get("minutes", ""))
    if minutes is None and start is not None and end is not None:
        minutes = (end - start) % DAY
    if minutes is None or not minutes:
        taken.troubles.append(f"Row {number}, {row['title'][:40]!r}, says no duration that can be read. "
                              f"It has {_USUAL} minutes now.")
        minutes = _USUAL
    block = {"title": row["title"], "minutes": minutes, "time": _time(row["title"]),
             **{part: row[part] for part in ("aim", "lead", "materials", "notes", "private") if part in row}}
    if row.get("flag", "").casefold() in _YES:
        block["priority"] = "must"
    if row.get("priority", "").casefold() in ("must", "should", "could"):
        block["priority"] = row["priority"].casefold()
    if row.get("skip", "").casefold() in _YES:
        taken.data["parked"].append(block)
        return now
    if start is not None and "start" not in taken.data:
        taken.data["start"], now = clock(start), start
    elif start is not None and start != now and row.get("linked", "").casefold() not in _YES:
        block["pin"], now = clock(start), start
    taken.data["blocks"].append(block)
    return None if now is None else (now + minutes) % DAY


def _time(title: str) -> str:
    for kind, words in (("break", _BREAK), ("closing", _CLOSING), ("buffer", _BUFFER)):
        if words.search(title):
            return kind
    return "work"


def _clock(text: str) -> int | None:
    """A clock time, with seconds or without; the date before it is passed over."""
    found = re.search(r"(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?$", text.strip())
    return read_clock(found[1]) if found else None


def _minutes(text: str) -> int | None:
    """A duration, also with seconds, which are rounded up to a minute."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?", text.strip())
    if found:
        return int(found[1]) * 60 + int(found[2]) + (int(found[3]) > 0)
    return read_minutes(re.sub(r"\.0+$", "", text))
