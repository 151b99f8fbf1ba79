"""Big letters: words set in squares of half a terminal cell, as large as there is room for.

`letters.txt` holds the letters. A letter with an accent is put together from both. What it does not have (other scripts, emoji)
cannot be set large; whoever asks shows it in the terminal's own letters then.
"""

import unicodedata
from functools import cache
from pathlib import Path

Grid = list[str]
"""Rows of `#` (ink) and `.` (paper), all equally long."""

BODY, BELOW, ABOVE = 7, 2, 2
"""Rows of a letter down to the line it stands on, below it, and above a capital for its accent."""
LONGEST = 1000
"""Characters. No window has room for more big letters than that."""
_SPACE = 3
_ACCENTS = {
    "\u0300": ("#.", ".#"), "\u0301": (".#", "#."), "\u0302": (".#.", "#.#"), "\u0303": (".#.#", "#.#."),
    "\u0304": ("###", "..."), "\u0306": ("#.#", ".#."), "\u0307": ("#", "."), "\u0308": ("#.#", "..."),
    "\u030a": (".#.", "#.#"), "\u030b": (".#.#", "#.#."), "\u030c": ("#.#", ".#."),
}
_CEDILLAS = {"\u0327": (".#", "#."), "\u0328": ("#.", ".#"), "\u0323": ("..", "#.")}
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


def set_lines(words: str, wide: int, scale: int = 1, high: int = 1000) -> Grid | None:
    """Words in lines of at most so many squares, a paragraph for each line of the text, in at most so many rows of squares.

    None where they cannot be set so. `scale` is how many squares a square of the letters has along each side.
    """
    if len(words) > LONGEST:
        return None
    paragraphs = [_broken(paragraph, wide // scale) for paragraph in words.split("\n")]
    lines = [line for paragraph in paragraphs for line in paragraph or ()]
    if None in paragraphs or len(lines) * (BODY + BELOW) * scale > high:
        return None
    rows = [row for line in lines for row in _low(_joined([_letter(sign) for sign in line or " "]))]
    return _scaled(_squared(rows), scale)


def set_digits(digits: str, scale: int) -> Grid:
    """Digits on their own, without the rows above and below them."""
    return _scaled(_joined([_letter(sign) for sign in digits])[ABOVE:ABOVE + BODY], scale)


def half_blocks(grid: Grid) -> list[str]:
    """The grid in lines of the terminal, two rows in each."""
    blank = "." * len(grid[0]) if grid else ""
    pairs = zip(grid[::2], [*grid[1::2], blank], strict=False)
    return ["".join(_HALVES[upper + lower] for upper, lower in zip(*pair, strict=True)).rstrip() for pair in pairs]


def _broken(paragraph: str, wide: int) -> list[str] | None:
    """A paragraph in lines that are not too wide; None where a word is, or where a letter is not among ours."""
    lines: list[list[str]] = [[]]
    left = wide
    for word in paragraph.split(" "):
        if any(_letter(sign) is None for sign in word) or _wide(word) > wide:
            return None
        if lines[-1] and left < _SPACE + 2 + _wide(word):
            lines.append([])
            left = wide
        left -= _wide(word) + (_SPACE + 2 if lines[-1] else 0)
        lines[-1].append(word)
    return [" ".join(line) for line in lines]


def _wide(word: str) -> int:
    letters = [_letter(sign) for sign in word]
    return sum(len(letter[0]) + 1 for letter in letters if letter) - 1


def _joined(letters: "list[Grid | None]") -> Grid:
    """Letters beside each other, with a square between two and a row under the line."""
    rows = [".".join(parts) for parts in zip(*[letter for letter in letters if letter], strict=True)]
    return [*rows, "." * len(rows[0])]


def _low(line: Grid) -> Grid:
    """A line without the rows for the accents of capitals, where it needs none."""
    return line if "#" in "".join(line[:ABOVE]) else line[ABOVE:]


def _squared(rows: Grid) -> Grid:
    widest = max(map(len, rows))
    return [row.ljust(widest, ".") for row in rows]


def _scaled(grid: Grid, scale: int) -> Grid:
    return [wider for row in grid for wider in ["".join(sign * scale for sign in row)] * scale]


@cache
def _letter(sign: str) -> Grid | None:
    """One letter with the rows above and below it, or None where there is none."""
    if sign == " ":
        return ["." * _SPACE] * (ABOVE + BODY + BELOW)
    if sign in _drawn():
        return _whole(_drawn()[sign])
    parts = unicodedata.normalize("NFD", sign)
    base, mark = parts[0], parts[1:]
    if base in _drawn() and mark in _CEDILLAS:
        return _marked(_whole(_drawn()[base]), _CEDILLAS[mark], ABOVE + BODY)
    if base in _drawn() and mark in _ACCENTS:
        return _marked(_whole(_drawn()["ı" if base == "i" else base]), _ACCENTS[mark], 0 if base.isupper() else ABOVE - 1)
    return None


def _whole(rows: tuple[str, ...]) -> Grid:
    blank = "." * len(rows[0])
    return [*[blank] * ABOVE, *rows, *[blank] * (BODY + BELOW - len(rows))]


def _marked(letter: Grid, mark: tuple[str, ...], top: int) -> Grid:
    """A letter with a mark laid over the middle of it, from a row on."""
    wide = max(len(letter[0]), len(mark[0]))
    rows = [_middle(row, wide) for row in letter]
    for place, row in enumerate(mark, top):
        rows[place] = "".join("#" if "#" in pair else "." for pair in zip(rows[place], _middle(row, wide), strict=True))
    return rows


def _middle(row: str, wide: int) -> str:
    return row.rjust(len(row) + (wide - len(row)) // 2, ".").ljust(wide, ".")


@cache
def _drawn() -> dict[str, tuple[str, ...]]:
    """The letters of the file."""
    lines = (Path(__file__).parent / "letters.txt").read_text("utf-8").splitlines()
    return {sign: tuple(rows) for sign, *rows in (line.split() for line in lines if not line.startswith("//"))}
