"""Which typeface a text is set in. The files come with the kit, so that every machine prints the same.

All are under the SIL Open Font License, and sans serif, and have a file for each weight. A typeface draws small letters at
its own height; `size` makes up for that, so that every script keeps to the two millimetres of the profiles.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of two weights, as TrueType files. There is no italic: italics are hard to read."""

    name: str
    regular: Path
    bold: Path
    size: float = 1.0
    """How much larger than the body it is set."""
    small: str = "x"
    """A letter without a stroke above or below, by which its height is measured."""


@cache
def typeface(language: str) -> Typeface:
    """The typeface for a document in this language (BCP 47): Fira Sans for all of them today.

    Fira Sans has Latin, Greek and Cyrillic, a large x-height (0.53 em) and figures that are hard to mix up.
    """
    return _typeface("fira_sans", "FiraSans")


@cache
def typeface_of(script: str) -> Typeface | None:
    """The typeface for a script (ISO 15924) that the first one lacks, or None where the kit has none.

    IBM Plex Sans Arabic has one glyph a letter, dots and all, and Urdu's letters too; its waw, the lowest of its letters, stands
    0.38 em above the line. Hind and Hind Siliguri are one design, and stand 0.64 em below their head line.
    """
    match script:
        case "Arab":
            return _typeface("ibm_plex_sans_arabic", "IBMPlexSansArabic", 1.15, "و")
        case "Deva":
            return _typeface("hind", "Hind", small="क")
        case "Beng":
            return _typeface("hind_siliguri", "HindSiliguri", small="ক")
    return None


def _typeface(package: str, name: str, size: float = 1.0, small: str = "x") -> Typeface:
    files = import_module(f"fontpkg_{package}").ROOT / "files"
    return Typeface(name, files / f"{name}-Regular.ttf", files / f"{name}-Bold.ttf", size, small)
