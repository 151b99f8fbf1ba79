"""Which script a character is of, which language a stretch of text is in, and which way it runs."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

ARABIC, DEVANAGARI, BENGALI, BASE = "Arab", "Deva", "Beng", "Latn"
"""ISO 15924. Latin stands for all that the kit's first typeface has: Greek and Cyrillic too."""

SCRIPTS = (ARABIC, DEVANAGARI, BENGALI)
"""Scripts with a typeface of their own."""

BLOCKS = ((0x0600, 0x06FF, ARABIC), (0x0750, 0x077F, ARABIC), (0x08A0, 0x08FF, ARABIC), (0x0900, 0x0963, DEVANAGARI),
          (0x0966, 0x097F, DEVANAGARI), (0x0980, 0x09FF, BENGALI), (0xA8E0, 0xA8FF, DEVANAGARI), (0xFB50, 0xFDFF, ARABIC),
          (0xFE70, 0xFEFC, ARABIC))
"""Unicode's blocks of the scripts that are set with a typeface of their own. The dandas of U+0964 belong to several."""

WRITTEN = {"ar": ARABIC, "ur": ARABIC, "fa": ARABIC, "ps": ARABIC, "hi": DEVANAGARI, "mr": DEVANAGARI, "ne": DEVANAGARI,
           "bn": BENGALI, "as": BENGALI}
"""The script of each language that is not written in Latin letters."""

URDU = frozenset("ٹڈڑںھہۂےۓ")
"""Letters that Arabic and Persian do not have."""
PERSIAN = frozenset("پچژگکی")
"""Letters that Arabic does not have, and Urdu shares."""

FORMAT = frozenset("\u061c\u200c\u200d\u200e\u200f")
"""Direction marks, and joiners that some words need: they have no shape, and say how their neighbours stand."""


def script_of(char: str) -> str:
    """The script of a letter or mark; empty for what all scripts share, such as digits, spaces and most signs."""
    code = ord(char)
    if code >= 0x0600:
        for first, last, script in BLOCKS:
            if first <= code <= last:
                return script if unicodedata.category(char)[0] in "LMN" or script == ARABIC else ""
    return BASE if unicodedata.category(char)[0] == "L" else ""


def runs_right_to_left(language: str) -> bool:
    """True for a language whose lines start at the right."""
    return WRITTEN.get(primary(language)) == ARABIC


def primary(language: str) -> str:
    """The first part of a BCP 47 tag: `en` of `en-GB`."""
    return language.partition("-")[0].lower()


def own_script(language: str) -> str:
    """The script a language is written in."""
    return WRITTEN.get(primary(language), BASE)


def language_of(text: str, script: str, language: str) -> str:
    """The language of a stretch in one script: the document's, if it is written so, else what its letters tell.

    Latin letters in a document of another script are taken for English, in which the kit's own words are written. Which of
    several languages a text is in cannot always be told from its script: Nepali is taken for Hindi here.
    """
    if script in ("", own_script(language)):
        return language
    if script == ARABIC:
        return "ur" if URDU & set(text) else "fa" if PERSIAN & set(text) else "ar"
    return {DEVANAGARI: "hi", BENGALI: "bn"}.get(script, "en-GB")


def by_script(text: str) -> list[str]:
    """A script for each character: one that is shared goes with what stands before it, and at the start with what follows."""
    found, last = [script_of(char) for char in text], ""
    first = next((script for script in found if script), "")
    for n, script in enumerate(found):
        last = found[n] = script or last or first
    return found


def stretches(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The text in parts of one language each, in order. Digits and signs go with what stands before them."""
    if text.isascii() and own_script(language) == BASE:
        yield text, language
        return
    place = 0
    for script, part in groupby(by_script(text)):
        end = place + len(list(part))
        yield text[place:end], language_of(text[place:end], script, language)
        place = end
