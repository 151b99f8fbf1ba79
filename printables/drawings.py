"""The kit's own line drawings, for print with pictures: one set, all in the same hand, made of a few strokes each.

A drawing stands in a square of 100 by 100, y downwards, and is drawn with one line of one width and round ends. Each stroke is
a letter and numbers: `l` a line through points, `p` the same and closed, `o` a circle (middle, radius), `d` a filled dot,
`r` a rectangle (corner, width, height, roundness), `c` a cubic curve (start, two handles, end; and so on), all in pairs.
"""

from dataclasses import dataclass

SIZE = 100
"""Side of the square a drawing stands in."""
LINE = 4
"""Width of its line."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing and the words for it."""

    alt: str
    strokes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke of a drawing: its letter and its numbers."""

    kind: str
    numbers: tuple[float, ...]

    @property
    def points(self) -> list[tuple[float, float]]:
        """Its numbers in pairs."""
        return list(zip(self.numbers[::2], self.numbers[1::2], strict=False))


def strokes(drawing: Drawing) -> list[Stroke]:
    """The strokes of a drawing, in order."""
    return [Stroke(text[0], tuple(map(float, text[1:].replace(",", " ").split()))) for text in drawing.strokes]


def _person(x: float, head: float = 26, size: float = 1) -> tuple[str, ...]:
    """A head and shoulders, the head's middle at x."""
    foot, r, half = head + 50 * size, 11 * size, 20 * size
    top = head + 20 * size
    return (f"o {x},{head} {r}",
            f"c {x - half},{foot} {x - half},{top - 2} {x - half / 2},{top} {x},{top} {x + half / 2},{top} "
            f"{x + half},{top - 2} {x + half},{foot}", f"l {x - half},{foot} {x + half},{foot}")


_BUBBLE = "p 12,14 88,14 88,62 46,62 28,82 30,62 12,62"
_CLOCK = ("o 50,50 38", "l 50,18 50,23", "l 50,77 50,82", "l 18,50 23,50", "l 77,50 82,50")
_FACE = ("o 50,50 38", "d 37,42 4", "d 63,42 4")
_SHEET = "p 24,10 62,10 78,26 78,90 24,90"
_DOOR = ("r 26,10 48,80 0", "d 65,52 3", "l 12,90 88,90")
_HAND = ("c 36,92 22,76 16,62 12,52 10,44 20,42 24,48 26,52 28,54 30,56 30,50 30,30 30,20 30,10 40,10 40,20 40,28 40,36 40,44 "
         "40,36 40,22 40,14 40,4 51,4 51,14 51,24 51,34 51,44 51,36 51,28 51,20 51,10 61,10 61,20 61,28 61,38 61,46 "
         "61,40 61,34 61,28 61,18 71,18 71,28 71,40 71,50 71,58 71,76 66,86 62,92",)

DRAWINGS: dict[str, Drawing] = {
    "agree": Drawing("two hands that meet", (
        "l 6,40 24,34 44,44", "l 94,40 76,34 52,34 38,46", "c 38,46 36,54 46,56 52,48", "l 52,48 76,66", "l 6,66 22,64 36,76",
        "c 36,76 42,84 50,82 54,76 60,80 66,78 66,72 74,72 78,70 76,64", "l 6,34 6,72", "l 94,34 94,72", "l 76,64 94,64")),
    "bag": Drawing("a bag", ("r 16,34 68,52 8", "c 36,34 36,10 64,10 64,34", "l 16,54 84,54", "l 50,48 50,60")),
    "break": Drawing("a cup of tea", (
        "l 18,40 22,78", "c 22,78 24,88 60,88 62,78", "l 62,78 66,40", "l 18,40 66,40", "c 65,48 88,44 84,68 63,68",
        "c 32,30 26,22 38,18 32,10", "c 50,30 44,22 56,18 50,10")),
    "calendar": Drawing("a calendar", (
        "r 14,20 72,66 5", "l 14,38 86,38", "l 34,12 34,28", "l 66,12 66,28", "d 32,52 4", "d 50,52 4", "d 68,52 4",
        "d 32,70 4",
        "d 50,70 4")),
    "card": Drawing("a card with lines", ("r 10,24 80,52 5", "l 22,40 62,40", "l 22,52 78,52", "l 22,64 54,64")),
    "caption": Drawing("a picture with words below it", (
        "r 16,10 68,54 3", "l 24,56 42,34 54,48 62,40 76,56", "o 66,24 6", "l 22,76 78,76", "l 30,88 70,88")),
    "carer": Drawing("one person with an arm round another", (
        *_person(36, 24, 0.9), *_person(68, 38, 0.75), "c 40,52 54,44 62,50 80,62")),
    "chair": Drawing("a chair", ("l 30,10 30,90", "l 30,52 72,52 72,90", "l 30,14 34,14", "l 30,32 30,52", "l 30,72 72,72")),
    "choose": Drawing("a finger that points at one of three boxes", (
        "r 6,10 24,24 3", "r 38,10 24,24 3", "r 70,10 24,24 3", "l 43,21 49,28 58,14",
        "c 44,92 34,72 34,66 42,66 46,70 46,70 46,48 46,42 54,42 54,48 54,60 54,62 70,62 72,66 72,74 70,92")),
    "circle": Drawing("people in a circle", (
        "o 50,50 20", "o 50,14 8", "o 50,86 8", "o 14,50 8", "o 86,50 8", "o 24,24 8", "o 76,24 8", "o 24,76 8",
        "o 76,76 8")),
    "code": Drawing("a phone that reads a code", (
        "r 26,6 48,88 7", "r 36,24 12,12 0", "r 53,24 12,12 0", "r 36,42 12,12 0", "l 54,44 64,44", "l 58,54 64,54",
        "l 44,84 56,84")),
    "cut": Drawing("a pair of scissors", ("o 26,76 12", "o 74,76 12", "l 34,67 68,14", "l 66,67 32,14", "d 50,43 2")),
    "door": Drawing("a door with a person leaving", (*_DOOR[:1], "l 12,90 88,90", "o 46,34 7", "l 46,42 46,62",
        "l 46,62 38,84",
                                                     "l 46,62 56,84", "l 36,54 46,48 57,54")),
    "draw": Drawing("a pencil that draws", (
        "p 30,74 24,88 38,82 84,30 76,22 68,16 60,26", "l 60,26 30,74", "l 69,16 84,30", "l 60,26 74,42",
        "c 10,94 26,86 40,100 56,92")),
    "ear": Drawing("an ear", (
        "c 26,40 26,4 78,4 76,42 75,58 60,60 60,76 60,92 40,94 36,80", "c 38,40 38,20 64,20 64,40 64,50 50,48 50,60")),
    "eye": Drawing("an eye", ("c 8,50 30,18 70,18 92,50", "c 8,50 30,82 70,82 92,50", "o 50,50 14", "d 50,50 6")),
    "feeling": Drawing("a face that is neither glad nor sad", (*_FACE, "l 36,66 64,66")),
    "good": Drawing("a face that smiles", (*_FACE, "c 32,60 40,76 60,76 68,60")),
    "bad": Drawing("a face that is sad", (*_FACE, "c 34,72 42,58 58,58 66,72")),
    "hand": Drawing("a raised hand", _HAND),
    "heart": Drawing("a heart", ("c 50,86 8,56 6,14 32,14 44,14 50,26 50,32 50,26 56,14 68,14 94,14 92,56 50,86",)),
    "help": Drawing("a hand that holds a heart", (
        "l 8,78 24,70 40,72", "c 40,72 52,72 58,74 58,80 58,84 50,84 40,84",
        "c 58,78 76,66 86,58 90,66 92,72 70,88 56,94 44,96 30,90 24,90",
        "l 8,92 24,90", "c 50,60 26,44 26,18 40,18 47,18 50,25 50,28 50,25 53,18 60,18 74,18 74,44 50,60")),
    "home": Drawing("a house", ("l 8,52 50,14 92,52", "l 20,44 20,88 80,88 80,44", "r 42,60 16,28 0")),
    "light": Drawing("a light bulb", (
        "c 38,70 38,58 22,54 22,36 22,4 78,4 78,36 78,54 62,58 62,70", "l 38,70 62,70", "l 39,80 61,80", "l 44,90 56,90")),
    "listen": Drawing("a person who listens", (*_person(36, 30, 1), "c 62,22 70,30 70,38 62,46",
        "c 72,14 84,26 84,42 72,54")),
    "look": Drawing("a magnifying glass", ("o 42,42 28", "l 62,62 90,90")),
    "meeting": Drawing("people at a table", (
        "o 26,22 9", "o 50,16 9", "o 74,22 9", "c 12,52 12,34 40,34 40,52", "c 60,52 60,34 88,34 88,52", "r 6,52 88,12 4",
        "l 18,64 18,90", "l 82,64 82,90")),
    "microphone": Drawing("a microphone", ("r 38,8 24,46 12", "c 26,42 26,78 74,78 74,42", "l 50,70 50,88", "l 34,90 66,90")),
    "money": Drawing("coins", ("o 40,50 28", "c 56,26 74,18 92,34 92,50 92,66 74,82 56,74", "l 50,40 40,36 34,44 34,62",
        "l 28,62 50,62",
                               "l 28,52 44,52")),
    "name": Drawing("a name badge", ("r 12,34 76,52 6", "l 42,34 42,20 58,20 58,34", "l 26,56 74,56", "l 34,70 66,70")),
    "no": Drawing("a cross", ("l 20,20 80,80", "l 80,20 20,80")),
    "paper": Drawing("a sheet of paper", (_SHEET, "l 62,10 62,26 78,26", "l 36,42 66,42", "l 36,56 66,56", "l 36,70 56,70")),
    "pause": Drawing("the sign for a pause", ("o 50,50 38", "l 40,34 40,66", "l 60,34 60,66")),
    "people": Drawing("three people", (*_person(22, 36, 0.75), *_person(78, 36, 0.75), *_person(50, 24, 0.95))),
    "person": Drawing("one person", _person(50, 28, 1.15)),
    "phone": Drawing("a telephone", (
        "c 20,14 10,20 10,36 26,58 42,80 62,94 76,88", "l 20,14 30,10 40,30 32,38", "c 32,38 36,50 50,64 60,66",
        "l 60,66 68,58 88,70 76,88")),
    "question": Drawing("a question mark in a speech bubble", (
        _BUBBLE, "c 40,30 40,20 60,20 60,30 60,38 50,38 50,46", "d 50,54 3")),
    "quiet": Drawing("a quiet room with a chair", (*_DOOR[:1], "l 12,90 88,90", "l 40,44 40,84", "l 40,64 58,64 58,84",
        "c 52,24 44,28 46,40 58,38 52,36 50,30 52,24")),
    "secret": Drawing("a closed lock", ("r 22,46 56,42 5", "c 34,46 34,8 66,8 66,46", "d 50,62 5", "l 50,62 50,76")),
    "seats": Drawing("a table with four seats", ("o 50,50 22", "r 40,6 20,14 4", "r 40,80 20,14 4", "r 6,40 14,20 4",
        "r 80,40 14,20 4")),
    "share": Drawing("two speech bubbles", ("p 6,10 62,10 62,44 32,44 18,58 20,44 6,44",
        "p 40,54 94,54 94,82 84,82 86,94 72,82 40,82")),
    "sign": Drawing("a hand that signs a paper", (_SHEET, "c 34,66 40,54 46,74 50,62 54,56 58,70 64,62",
        "l 34,76 68,76", "l 36,28 52,28",
                                                 "l 36,42 66,42")),
    "stop": Drawing("a stop sign", ("p 33,8 67,8 92,33 92,67 67,92 33,92 8,67 8,33", "l 28,50 72,50")),
    "sun": Drawing("the sun", ("o 50,50 18", "l 50,10 50,22", "l 50,78 50,90", "l 10,50 22,50", "l 78,50 90,50",
        "l 22,22 30,30",
                               "l 70,70 78,78", "l 22,78 30,70", "l 70,30 78,22")),
    "talk": Drawing("a person who talks", (*_person(30, 34, 0.95), "p 50,10 94,10 94,40 70,40 58,52 60,40 50,40",
        "l 60,20 84,20", "l 60,30 76,30")),
    "think": Drawing("a person with a thought", (
        *_person(32, 44, 0.9), "c 56,34 44,34 46,16 60,18 64,4 84,6 84,18 98,18 96,36 84,36 80,42 60,42 56,34",
        "o 52,44 3", "o 46,52 2")),
    "tick": Drawing("a tick", ("l 16,54 40,78 86,22",)),
    "time": Drawing("a clock", (*_CLOCK, "l 50,50 50,28", "l 50,50 66,58")),
    "toilet": Drawing("the sign for toilets", (
        "o 26,16 8", "l 26,26 26,56", "l 14,34 38,34", "l 26,56 18,86", "l 26,56 34,86", "l 50,10 50,90", "o 74,16 8",
        "p 74,26 60,62 88,62", "l 69,62 69,86", "l 79,62 79,86", "l 62,38 86,38")),
    "travel": Drawing("a bus", ("r 10,22 80,52 8", "l 10,48 90,48", "l 36,22 36,48", "l 64,22 64,48", "o 28,78 8",
        "o 72,78 8")),
    "vote": Drawing("a paper that goes into a box", ("r 14,50 72,40 3", "l 32,50 68,50", "p 34,12 66,12 66,50 34,50",
        "l 42,28 48,36 60,20")),
    "warning": Drawing("a warning sign", ("p 50,10 94,86 6,86", "l 50,38 50,62", "d 50,73 3")),
    "wheelchair": Drawing("a person in a wheelchair", (
        "o 40,14 8", "l 40,26 42,52 64,52 74,80 84,78", "l 41,38 60,38", "c 32,46 12,56 16,88 40,90 56,90 64,76 62,68")),
    "work": Drawing("people who build a thing together", ("r 34,56 32,32 2", "r 42,32 16,24 2", "o 16,40 8",
        "o 84,40 8", "l 16,50 16,72 10,90",
                                                          "l 16,72 24,90", "l 16,56 34,62", "l 84,50 84,72 90,90",
        "l 84,72 76,90", "l 84,56 66,62")),
    "write": Drawing("a pen on a line", ("p 66,10 84,28 44,68 24,72 28,50", "l 28,50 46,66", "l 14,88 86,88")),
}
"""Every drawing by its name."""
