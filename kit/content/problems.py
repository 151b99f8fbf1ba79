"""What is wrong with a file, as a sentence a person can act on: where it is, what it is, what was perhaps meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from kit.model.text import clean_line

_LONGEST_SHOWN = 40
"""Characters of a file's own words that a sentence repeats."""

_LARGEST_SHOWN = 10**12


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right in one file."""

    file: str
    """Name of the file, cleaned; never its whole path."""
    line: int
    """From 1; 0 where no line can be named."""
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"


def file_name(path: Path) -> str:
    """The name of a file as it may be shown: hostile characters gone."""
    return clean_line(path.name) or "this file"


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that was most likely meant, or an empty text where none is near."""
    from difflib import get_close_matches  # only where something is wrong: it is slow to load

    if len(word) > _LONGEST_SHOWN:
        return ""
    return next(iter(get_close_matches(word.casefold(), list(words), n=1)), "")


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The end of a sentence about a word: `; did you mean "caption"?`, or a full stop where no word is near."""
    near = nearest(word, words)
    return f'; did you mean "{near}"?' if near else "."


def shown(value: Any) -> str:
    """A value from a file as a sentence repeats it: short, cleaned, text in quote marks."""
    if isinstance(value, str):
        text = clean_line(value[: 4 * _LONGEST_SHOWN])
        return f'"{text[:_LONGEST_SHOWN]}…"' if len(text) > _LONGEST_SHOWN else f'"{text}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGEST_SHOWN else "a number that is far too large"
    if isinstance(value, float | date | time):
        return str(value)
    return "[…]" if isinstance(value, list) else "{…}"
