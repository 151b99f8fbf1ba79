"""What can be said out of turn, at any moment: a parked topic, a word that needs plain words, a head count, a private note."""

from collections.abc import Iterable, Mapping
from typing import Any

from kit.engine.opening import MOST_PEOPLE
from kit.model import Record, Refusal
from kit.model.text import LONGEST, clean, clean_line

NOTES = ("parked", "term", "thought", "note", "attendance")
"""Kinds of record that can be noted. A "note" is the facilitator's own and nobody else's."""


def read_note(kind: str, content: Mapping[str, Any]) -> dict[str, Any] | Refusal:
    """The content that is kept: `{"people": n}`, `{"term": …, "meaning": …}` or `{"text": …}`; or a refusal."""
    if kind not in NOTES:
        return Refusal(f"{clean_line(kind)!r} cannot be noted. It can be one of: {', '.join(NOTES)}.")
    if kind == "attendance":
        people = content.get("people")
        if type(people) is not int or not 1 <= people <= MOST_PEOPLE:
            return Refusal(f"Say how many people are here: a number from 1 to {MOST_PEOPLE}.")
        return {"people": people}
    names = ("term", "meaning") if kind == "term" else ("text",)
    words = {name: clean(str(content.get(name, ""))) for name in names}
    if not words[names[0]]:
        return Refusal("Nothing was typed, so nothing was kept.")
    if any(len(text) > LONGEST for text in words.values()):
        return Refusal(f"The most that can be kept in one note is {LONGEST:,} characters. Please type it in parts.")
    return words


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
