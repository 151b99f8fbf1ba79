"""Cleaning the words people give us, so that no text can act on a terminal, a screen or a sheet.

Every text that enters the kit (typed, read from a file, or from paper) passes `clean` once, at the door.
Nothing is cut: a text that is too long is refused by whoever reads it, with a sentence.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 20_000
"""Most characters in one captured text. Longer texts are refused with a sentence, never shortened."""

_MOST_MARKS = 4
"""Most combining marks on one letter; more is "zalgo" text that paints over its neighbours."""

_TAKEN_OUT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, but for tab and newline
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # line separators, byte order mark, annotations
    "\ud800-\udfff\ue000-\uf8ff"  # lone surrogates, private use
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # tag characters, private use planes
)
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARK}{{{_MOST_MARKS}}}){_MARK}+")


def clean(text: str) -> str:
    """The same words with everything taken out that is no word: controls, escapes, bidi overrides, stacked marks.

    Line ends become newlines, the text is composed (NFC), and white space at both ends goes.
    Emoji, joiners and right-to-left words stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = unicodedata.normalize("NFC", _TAKEN_OUT.sub("", text))
    return _STACKED.sub(r"\1", text).strip()


def clean_line(text: str) -> str:
    """As `clean`, on one line: every run of white space becomes one space."""
    return " ".join(clean(text).split())


def cut_short(text: str, most: int) -> str:
    """As `clean_line`, with its end left out, and a sign for it, where it has more characters than `most`."""
    line = clean_line(text)
    return line if len(line) <= most else f"{line[:most - 1].rstrip()}…"


_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some texts where they stand as whole words, in capitals or not; for none, one that fits nothing.

    In scripts that put no space between words it fits anywhere.
    """
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(_alone, longest)) or r"(?!)", re.IGNORECASE)


def _alone(word: str) -> str:
    before = "" if _NO_SPACES.match(word[:1]) else r"(?<![^\W_])"
    after = "" if _NO_SPACES.match(word[-1:]) else r"(?![^\W_])"
    return f"{before}{re.escape(word)}{after}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 drawing`, `3 drawings`, or `2 people` when `many` is given."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Words in a row as a sentence has them: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
