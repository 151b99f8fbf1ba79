"""A passage of a text: where it stands, and where it stands in a later draft. What a new draft no longer has is told as lost."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of a text, with the words that stood there when it was chosen."""

    start: int
    end: int
    quote: str


def passage(text: str, start: int, end: int) -> Passage | None:
    """The passage between two places of a text, without white space at its ends; None where there is nothing between them."""
    start, end = max(0, start), min(len(text), end)
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    quote = words.strip()
    return Passage(left, left + len(quote), quote) if quote else None


def found(text: str, quote: str, near: int = 0) -> Passage | None:
    """Where some words stand in a text, the place nearest to `near` where they stand more than once; None where they do not.

    White space counts as one space, so that a line that was broken elsewhere is still found. Capitals count.
    """
    pieces = quote.split()
    if not pieces:
        return None
    places = list(re.finditer(r"\s+".join(map(re.escape, pieces)), text))
    if not places:
        return None
    best = min(places, key=lambda place: (abs(place.start() - near), place.start()))
    return Passage(best.start(), best.end(), best.group())
