"""The short code on every sheet: which programme, workshop, form, series and copy it is. Never a name, never a health word.

Ten characters from an alphabet of 29 (digits and capital letters without 0, O, 1, I and without vowels, so that no code
spells a word), printed in three groups: `KMR-24D2-B3X`. The last is a check character: a weighted sum modulo 29, a prime,
which notices every single wrong character and every two neighbours that changed places.

    characters  1-3  programme   24,389 of them, drawn by chance when the programme is made
                4-5  workshop    0 to 840
                6    form        one of FORMS
                7    series      0 to 28; the first, second, third … sheet of this form in one plan
                8-9  copy        0 to 840
                10   check

In its square, a sheet's second page and those after it carry their number too: `KMR-24D2-B3X:2`. So no two pages are alike.
"""

from dataclasses import dataclass

ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXYZ"
MOST_TWO = len(ALPHABET) ** 2 - 1

FORMS = {
    "agenda": "P",
    "agreement": "H",
    "badge": "B",
    "ballot": "L",
    "caption-slips": "C",
    "chair-script": "J",
    "consent-slip": "S",
    "conversation-cards": "5",
    "cover-sheet": "T",
    "dot-sheet": "4",
    "drawing-sheet": "D",
    "feedback-card": "F",
    "gallery-labels": "2",
    "glossary": "G",
    "observer-sheet": "X",
    "pairing": "Q",
    "ranking-cards": "K",
    "rating-sheet": "M",
    "reflection-cards": "6",
    "resonance-marks": "3",
    "run-sheet": "R",
    "sign-up": "N",
    "support-card": "7",
    "survey": "V",
    "table-cards": "8",
    "taking-part": "9",
    "venue-checklist": "Z",
    "what-we-made": "W",
    "you-said": "Y",
}
"""Form letter of each printable: a letter of the alphabet above, and no two alike."""

SERIES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Letters of the first, second, third … sheet of one form in a plan. A drawing's label is its letter and its number."""


MOST_COPIES = MOST_TWO
"""The highest number of a copy."""
POSTER, WALL_CODES, GLOSSARY_SLIPS = 1, 2, 4
"""Series of the agreement's poster and of the codes for walls (both of the form agreement), and of the glossary's slips."""
_SLIPS = {"ranking-cards": "ranking-sheet", "sign-up": "sign-up-slip", "pairing": "pairing-slip",
          "observer-sheet": "coding-sheet"}
"""Forms whose copies, counted from 1, are another sheet than the one for the room, which has the copy 0."""


@dataclass(frozen=True, slots=True)
class SheetCode:
    """The parts of a code."""

    programme: str
    """Three characters of the alphabet."""
    workshop: int
    form: str
    """Name of the printable, a key of FORMS."""
    series: int = 0
    copy: int = 0

    @property
    def sheet(self) -> str:
        """Name of the sheet: its form, or one of those that share a form with another."""
        if self.form == "agreement" and self.series:
            return "wall-code" if self.series == WALL_CODES else "agreement-poster"
        if self.form == "glossary" and self.series == GLOSSARY_SLIPS:
            return "glossary-slip"
        return _SLIPS.get(self.form, self.form) if self.copy else self.form

    def __str__(self) -> str:
        body = f"{self.programme}{_two(self.workshop)}{FORMS[self.form]}{ALPHABET[self.series]}{_two(self.copy)}"
        body += _check(body)
        return f"{body[:3]}-{body[3:7]}-{body[7:]}"


def read_code(text: str) -> SheetCode | None:
    """The parts of a code as somebody typed or scanned it, or None where it is no code.

    In any case, with or without dashes, with or without the number of a page.
    """
    body, _, page = "".join(text.upper().split()).replace("-", "").partition(":")
    if page and not (page.isascii() and page.isdigit()):
        return None
    if len(body) != 10 or any(c not in ALPHABET for c in body) or _check(body[:9]) != body[9]:
        return None
    form = next((name for name, letter in FORMS.items() if letter == body[5]), None)
    if form is None:
        return None
    return SheetCode(body[:3], _number(body[3:5]), form, ALPHABET.index(body[6]), _number(body[7:9]))


def on_page(code: str, page: int) -> str:
    """What the square on a page of a sheet holds. Pages are counted from 1."""
    return code if page == 1 else f"{code}:{page}"


def _two(number: int) -> str:
    if not 0 <= number <= MOST_TWO:
        raise ValueError(f"{number} does not fit a sheet code: it takes 0 to {MOST_TWO}")
    high, low = divmod(number, len(ALPHABET))
    return ALPHABET[high] + ALPHABET[low]


def _number(two: str) -> int:
    return ALPHABET.index(two[0]) * len(ALPHABET) + ALPHABET.index(two[1])


def _check(body: str) -> str:
    return ALPHABET[sum(ALPHABET.index(c) * weight for weight, c in enumerate(body, 2)) % len(ALPHABET)]
