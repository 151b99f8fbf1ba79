"""Text to letters the typeface has. A character it lacks is drawn as a box (U+25AF) and remembered, never dropped.

Without shaping a combining mark or a joined script cannot be set right, so these count as lacking too.
"""

import unicodedata
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from printables.fonts import Typeface

LACKING = "\u25af"


class Letters:
    """The letters of one rendering, set in one typeface."""

    def __init__(self, face: Typeface) -> None:
        self.regular, self.bold = face.name, f"{face.name}-Bold"
        self._drawable = _register(face)
        self._lacking: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters met so far that the typeface lacks, in order, each once."""
        return tuple(self._lacking)

    def drawn(self, text: str) -> str:
        """The text with nothing in it but letters the typeface has, and newlines."""
        if not self._drawable.issuperset(text):
            text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
            text = "".join(self._letter(char) for char in text)
        return text

    def line(self, text: str) -> str:
        """As `drawn`, on one line."""
        return " ".join(self.drawn(text).split())

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in points of a text that has been `drawn`."""
        return float(stringWidth(text, self.bold if bold else self.regular, size))

    def _letter(self, char: str) -> str:
        if char in self._drawable:
            return char
        if char.isspace():
            return " "
        if _has_no_shape(char):
            return ""
        self._lacking[char] = None
        return LACKING


def _has_no_shape(char: str) -> bool:
    """True for joiners, direction marks, soft hyphens and variation selectors: no typeface draws them."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


@cache
def _register(face: Typeface) -> frozenset[str]:
    """Make both weights known to reportlab; gives the characters that both can draw, and newline."""
    fonts = TTFont(face.name, str(face.regular)), TTFont(f"{face.name}-Bold", str(face.bold))
    for font in fonts:
        registerFont(font)
    codes = set(fonts[0].face.charToGlyph) & set(fonts[1].face.charToGlyph)
    return frozenset(char for char in map(chr, codes) if _stands_alone(char)) | {"\n"}


def _stands_alone(char: str) -> bool:
    return not unicodedata.category(char).startswith(("C", "M", "Z")) or char in " \u00a0"
