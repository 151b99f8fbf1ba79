"""Text to letters the typeface has. A character it lacks is drawn as a box (U+25AF) and remembered, never dropped.

Without shaping a combining mark or a joined script cannot be set right, so these count as lacking too.
"""

import unicodedata
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from printables.fonts import Typeface
from printables.pdf.spacing import spaced

LACKING = "\u25af"


class Letters:
    """The letters of one rendering, set in one typeface with so much more white (em) after each letter and each word."""

    def __init__(self, face: Typeface, letter_gap: float = 0, word_gap: float = 0) -> None:
        self.regular, self.bold, self._drawable = _register(face, letter_gap, word_gap)
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
