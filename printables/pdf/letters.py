"""Text to letters the typefaces have. A character that none has is drawn as a box (U+25AF) and remembered, never dropped.

Text in letters that stand alone is left to reportlab. Joined scripts, combining marks and lines from the right are `shaped`.
"""

import re
import unicodedata
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from printables.fonts import Typeface
from printables.pdf.spacing import spaced
from printables.shaping.scripts import BASE, FORMAT, own_script, runs_right_to_left

if TYPE_CHECKING:
    from printables.shaping.typesetter import Typesetter

LACKING = "\u25af"
STACKED = re.compile("([\u0300-\u036f\u064b-\u065f\u0670]{4})([\u0300-\u036f\u064b-\u065f\u0670]+)")
"""More marks on a letter than any word has: they would paint over the lines around it."""


class Letters:
    """The letters of one rendering, with so much more white (em) after each letter and each word."""

    def __init__(self, face: Typeface, letter_gap: float = 0, word_gap: float = 0, language: str = "en-GB") -> None:
        self.regular, self.bold, self._drawable = _register(face, letter_gap, word_gap)
        self.language, self.mirrored = language, runs_right_to_left(language)
        self._other_script = own_script(language) != BASE
        self._face, self._gaps = face, (letter_gap, word_gap)
        self._lacking: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters met so far that the typeface lacks, in order, each once."""
        return tuple(self._lacking)

    def drawn(self, text: str) -> str:
        """The text with nothing in it but letters the typefaces have, newlines, and joiners where letters join."""
        if self._drawable.issuperset(text):
            return text
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        text = STACKED.sub(lambda found: found[1] + "".join(map(self._lack, found[2])), text)
        text = "".join(self._letter(char) for char in text)
        if self._drawable.issuperset(set(text) - FORMAT):
            text = "".join(char for char in text if char not in FORMAT)
        return text

    def shaped(self, *drawn: str) -> bool:
        """True where one of the texts, which have been `drawn`, is more than letters in a row from left to right.

        In a document of another script all are, so that all lines are as high.
        """
        return self._other_script or not all(map(self._drawable.issuperset, drawn))

    @cached_property
    def typesetter(self) -> "Typesetter":
        """What sets text that must be `shaped`; loaded with the first such text."""
        from printables.shaping.typesetter import Typesetter

        return Typesetter(self._face, self.language, *self._gaps)

    def line(self, text: str) -> str:
        """As `drawn`, on one line."""
        return " ".join(self.drawn(text).split())

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in points of a text that has been `drawn`, on one line."""
        if self.shaped(text):
            return self.typesetter.line(text.replace("\n", " "), size, bold).width
        return float(stringWidth(text, self.bold if bold else self.regular, size))

    def _letter(self, char: str) -> str:
        if char in self._drawable or char in FORMAT:
            return char
        if char.isspace():
            return " "
        if _has_no_shape(char):
            return ""
        return char if self._has(char) else self._lack(char)

    def _has(self, char: str) -> bool:
        return not unicodedata.category(char).startswith("C") and self.typesetter.has(char)

    def _lack(self, char: str) -> str:
        self._lacking[char] = None
        return LACKING


def _has_no_shape(char: str) -> bool:
    """True for embeddings, soft hyphens and variation selectors: no typeface draws them."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


@cache
def _register(face: Typeface, letter_gap: float, word_gap: float) -> tuple[str, str, frozenset[str]]:
    """Make both weights known to reportlab; gives their names, and the characters that both can draw, and newline."""
    name = f"{face.name}-{letter_gap}-{word_gap}" if letter_gap or word_gap else face.name
    fonts = [TTFont(name, str(face.regular)), TTFont(f"{name}-Bold", str(face.bold))]
    codes = set(fonts[0].face.charToGlyph) & set(fonts[1].face.charToGlyph)
    if letter_gap or word_gap:
        fonts = [_spaced(font, path, letter_gap, word_gap) for font, path in zip(fonts, (face.regular, face.bold), strict=True)]
    for font in fonts:
        registerFont(font)
    return name, f"{name}-Bold", frozenset(char for char in map(chr, codes) if _stands_alone(char)) | {"\n"}


def _spaced(font: TTFont, path: Path, letter_gap: float, word_gap: float) -> TTFont:
    spaces = {font.face.charToGlyph[code] for code in (0x20, 0xA0)}
    wider = TTFont(font.fontName, spaced(path, letter_gap, word_gap, spaces))
    # reportlab takes two faces of one name for one font.
    wider.face.name += f"-{letter_gap * 1000:.0f}-{word_gap * 1000:.0f}".encode()
    return wider


def _stands_alone(char: str) -> bool:
    return not unicodedata.category(char).startswith(("C", "M", "Z")) or char in " \u00a0"
