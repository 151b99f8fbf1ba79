"""Which typeface a document is set in. Its files come with the kit, so that every machine prints the same."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of two weights, as TrueType files. There is no italic: italics are hard to read."""

    name: str
    regular: Path
    bold: Path


@cache
def typeface(language: str) -> Typeface:
    """The typeface for a document in this language (BCP 47): Fira Sans, SIL Open Font License, for all of them today.

    Fira Sans has Latin, Greek and Cyrillic, a large x-height (0.53 em) and figures that are hard to mix up.
    """
    from fontpkg_fira_sans import ROOT

    return Typeface("FiraSans", ROOT / "files" / "FiraSans-Regular.ttf", ROOT / "files" / "FiraSans-Bold.ttf")
