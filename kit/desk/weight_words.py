"""The emotional load of a day: as a picture in letters, and in sentences for whoever hears it."""

from collections.abc import Iterator

from kit.model import Script
from kit.model.clock import clock
from kit.model.text import clean_line, counted, cut_short
from kit.model.weight import WORDS, Weight, longest_without_rest, weights

_MARKS = {"rest": "·", "": "?", "low": "░", "some": "▒", "high": "█"}
_A_MARK = 5
"""Minutes that one mark stands for."""
_WIDEST = 24

KEY = "Each mark is 5 minutes: " + ", ".join(f"{_MARKS[load]} {words}" for load, words in WORDS.items()) + "."


def picture(script: Script) -> Iterator[str]:
    """A line for each part: when, how heavy, what; a mark for every five minutes. Then the key, and a sentence or two."""
    parts = weights(script)
    for part in parts:
        marks = (_MARKS[part.load] * min(_WIDEST, max(1, round(part.minutes / _A_MARK)))).ljust(_longest(parts))
        yield f"{clock(part.start)} {marks} {cut_short(part.title, 40) or 'free'}"
    yield KEY
    yield from summary(parts)


def sentences(script: Script) -> Iterator[str]:
    """The same, to be heard."""
    parts = weights(script)
    for part in parts:
        yield f"{clock(part.start)}, {counted(part.minutes, 'minute')}, {clean_line(part.title) or 'free'}: {WORDS[part.load]}."
    yield from summary(parts)


def summary(parts: tuple[Weight, ...]) -> Iterator[str]:
    """What to look at, in a sentence or two."""
    heavy = sum(part.minutes for part in parts if part.load == "high")
    rest = sum(part.minutes for part in parts if part.load == "rest")
    yield f"Heavy: {counted(heavy, 'minute')}. Rest: {counted(rest, 'minute')}."
    if longest := longest_without_rest(parts):
        yield f"The longest stretch that may stir feelings without a rest or something light: {counted(longest, 'minute')}."
    yield "What is light for one person may be heavy for another. Ask."


def _longest(parts: tuple[Weight, ...]) -> int:
    return min(_WIDEST, max((max(1, round(part.minutes / _A_MARK)) for part in parts), default=1))
