"""How large everything on a sheet is. A profile changes the size of every part, and no word.

Sizes after UKAAF clear print and large print and RNIB clear print (FIELD.md, 2.1): sans serif, left aligned, no
italics, no words split over lines, 60 to 70 characters a line, headings at least a fifth larger and bold, x-height at
least 2 mm, page numbers and labels at body size. Codes after PAPER.md, 4: never under 25 mm.
"""

from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The sizes of one way to print. Type and gaps in points; things to see, tick or write on in millimetres."""

    name: str
    body: float
    leading: float
    """From one line's foot to the next."""
    headings: tuple[float, float, float]
    """Title, heading 2, heading 3."""
    gap: float
    """After a paragraph."""
    code_mm: float
    """Side of a QR code, its quiet zone included."""
    box_mm: float
    """Side of a box to tick."""
    line_mm: float
    """Height of a line to write on."""
    most_columns: int
    """A table of more columns than this is set as one block a row."""
    turns: bool
    """True where paper is turned on its side for a document with wide tables."""
    measure: int = 70
    """Characters in a full line of running text, about."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in millimetres."""

    name: str
    width_mm: float
    height_mm: float
    margin_mm: float = 18


PROFILES = {profile.name: profile for profile in (
    Profile("clear", body=14, leading=20, headings=(26, 20, 17), gap=12,
            code_mm=30, box_mm=8, line_mm=11, most_columns=7, turns=True),
    Profile("large", body=18, leading=25, headings=(32, 25, 22), gap=15,
            code_mm=40, box_mm=10, line_mm=14, most_columns=4, turns=False),
)}
"""Every profile by its name."""

PAPERS = {paper.name: paper for paper in (Paper("A4", 210, 297), Paper("Letter", 215.9, 279.4))}
"""Every paper by its name."""
