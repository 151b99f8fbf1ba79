"""What can be said out of turn, at any moment: a parked topic, a hard word, a head count, a private note, a drawing's picture."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kit.engine.opening import MOST_PEOPLE
from kit.model import Record, Refusal
from kit.model.text import LONGEST, clean, clean_line, listed

NOTES = ("parked", "term", "thought", "note", "attendance", "picture")
"""Kinds of things that can be noted. A "note" is the facilitator's own and nobody else's; a "picture" goes to its drawing."""

PICTURE = re.compile(r"[0-9a-f]{40}\.(?:jpg|png)")
"""The name of a picture that the kit has kept."""


def read_note(kind: str, content: Mapping[str, Any], records: Iterable[Record] = ()) -> dict[str, Any] | Refusal:
    """The content that is kept, or a refusal. `records` are those that stand.

    It is `{"people": n}`, `{"term": …, "meaning": …}`, `{"label": …, "picture": …, "alt": …, "thumb": …}` or `{"text": …}`.
    """
    if kind not in NOTES:
        return Refusal(f"{clean_line(kind)!r} cannot be noted. It can be one of: {', '.join(NOTES)}.")
    if kind == "attendance":
        people = content.get("people")
        if type(people) is not int or not 1 <= people <= MOST_PEOPLE:
            return Refusal(f"Say how many people are here: a number from 1 to {MOST_PEOPLE}.")
        return {"people": people}
    if kind == "picture" and (refusal := _no_picture(content, records)):
        return refusal
    names = _PARTS.get(kind, ("text",))
    words = {name: clean(str(content.get(name, ""))) for name in names}
    if not words[names[0]]:
        return Refusal("Nothing was typed, so nothing was kept.")
    if kind == "picture" and PICTURE.fullmatch(str(content.get("thumb", ""))):
        words["thumb"] = str(content["thumb"])
    if any(len(text) > LONGEST for text in words.values()):
        return Refusal(f"The most that can be kept in one note is {LONGEST:,} characters. Please type it in parts.")
    return words


_PARTS = {"term": ("term", "meaning"), "picture": ("label", "picture", "alt")}
"""The texts of a note that has more than one. The first cannot be empty."""


def _no_picture(content: Mapping[str, Any], records: Iterable[Record]) -> Refusal | None:
    if not PICTURE.fullmatch(str(content.get("picture", ""))):
        return Refusal("This is no picture that the kit has kept.")
    if drawing_of(str(content.get("label", "")), records) is None:
        labels = [str(record.content["label"]) for record in records if record.kind == "drawing"]
        there = f"There are {listed(labels)}." if labels else "There are none yet."
        return Refusal(f"There is no drawing {clean_line(str(content.get('label', '')))[:20]}. {there}")
    return None


def drawing_of(label: str, records: Iterable[Record]) -> Record | None:
    """The drawing with this label, of some records that stand."""
    return next((record for record in records if record.kind == "drawing" and record.content["label"] == label), None)


def earlier_note(kind: str, content: Mapping[str, Any], records: Iterable[Record]) -> str:
    """The id of the standing record that a note stands for from now on: the last head count, or the same word; else empty."""
    if kind == "attendance":
        return next((r.id for r in records if r.kind == kind), "")
    if kind == "term":
        return next((r.id for r in records if r.kind == kind and same_word(r, content["term"])), "")
    return ""


def same_word(record: Record, word: str) -> bool:
    """Whether a term's record is about this word, in capitals or not."""
    return str(record.content["term"]).casefold() == word.casefold()
