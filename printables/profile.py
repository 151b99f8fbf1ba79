"""How large everything on a sheet is. A profile changes the size of every part, and no word.

Sizes after UKAAF clear print and large print and RNIB clear print (FIELD.md, 2.1): sans serif, left aligned, no
italics, no words split over lines, 60 to 70 characters a line, headings at least a fifth larger and bold, x-height at
least 2 mm, page numbers and labels at body size. Dyslexia after the BDA: spacing of 1.5, the white between letters a
third of a letter and more, between words three and a half times that, off-white paper. Easy after GOV.UK: 16 points, a
picture at the left, one idea a line. Codes after PAPER.md, 4: never under 25 mm.
"""

from dataclasses import dataclass, replace

POSTER_BODY = 36.0
"""Body of a poster, at most, in points."""
MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The sizes of one way to print. Type and gaps in points; things to see, tick or write on in millimetres."""

    name: str
    body: float
    leading: float
    """From one line's foot to the next."""
    headings: tuple[float, ...]
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
    load: str = "White or pale yellow, not shiny."
    """Which paper to put into the printer: a tint is paper, never ink."""
    letter_gap: float = 0
    """More white after each letter, in em."""
    word_gap: float = 0
    """More white after each word, in em."""
    picture_mm: float = 0
    """Side of a picture at the left of an idea. 0: no pictures; else each sentence begins a line too."""
    measure: int = 70
    """Characters in a full line of running text, about."""


def poster(profile: Profile) -> Profile:
    """The same way to print, for a wall: everything twice as large, or as large as still leaves room for words."""
    by = min(2.0, POSTER_BODY / profile.body)
    return replace(profile, body=profile.body * by, leading=profile.leading * by, gap=profile.gap * by, turns=True,
                   headings=tuple(size * by for size in profile.headings), code_mm=profile.code_mm * min(by, 1.5),
                   line_mm=profile.line_mm * by)


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
    Profile("giant", body=24, leading=33, headings=(38, 32, 29), gap=20,
            code_mm=50, box_mm=13, line_mm=18, most_columns=2, turns=False),
    Profile("dyslexia", body=14, leading=21, headings=(26, 20, 17), gap=14,
            code_mm=30, box_mm=8, line_mm=12, most_columns=3, turns=False,
            load="Cream or another pale tint, not shiny. Not white.", letter_gap=0.055, word_gap=0.18),
    Profile("easy", body=16, leading=24, headings=(28, 22, 19.5), gap=16,
            code_mm=35, box_mm=10, line_mm=14, most_columns=2, turns=False, picture_mm=26, measure=60),
)}
"""Every profile by its name."""

PAPERS = {paper.name: paper for paper in (
    Paper("A4", 210, 297), Paper("Letter", 215.9, 279.4), Paper("A5", 148, 210, margin_mm=12))}
"""Every paper by its name."""


def suits(profile: Profile, paper: Paper) -> bool:
    """True where a line of this paper holds enough words of this size: 20 characters beside a code."""
    room = (paper.width_mm - 2 * paper.margin_mm - profile.code_mm) * MM
    return room >= 20 * 0.56 * profile.body
