"""Words into lines, and where each word stands on its line. Lengths are in points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from printables.shaping.bidi import base_level, levels, visual
from printables.shaping.faces import Face, Shaped, shape

_PARTS = re.compile(r"[ \u00a0]+|[^ \u00a0]+")
_AFTER_A_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2013\u2014/])(?=\w)")
"""Where a line may end besides at a space (UAX 14, in short)."""
NARROWEST = 0.1
"""A letter is hardly narrower, in em: so many can stand on a line at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, part of one, or the space between two: in one typeface, direction and language."""

    text: str
    face: Face
    size: float
    """Of the typeface, in points."""
    level: int
    stretch: int
    """Number of the stretch of one language it belongs to."""
    language: str
    run: int
    """Number of the run it belongs to."""
    shaped: Shaped
    gap: float = 0
    """More white after each of its letters, in em."""
    glued: bool = False
    """True where no line may end before it."""

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.shaped.width * self.size

    @property
    def space(self) -> bool:
        """True for white between words."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line in reading order; `base` is 1 where its paragraph runs right to left."""

    pieces: tuple[Piece, ...]
    base: int
    least: tuple[float, float] = (0, 0)
    """Room above and below the feet of its letters, even if its own are low: all lines of a document stand alike."""

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return sum(piece.width for piece in self.pieces)

    def height(self, leading: float) -> float:
        """From the line above: as usual, or as much as the typefaces on it ask."""
        return max([leading, sum(self.least), *(piece.size * (piece.face.ascent + piece.face.descent) for piece in self.pieces)])

    def foot(self, body: float) -> float:
        """From the upper edge of the line to the feet of its letters, in a text of this size."""
        return max([body, self.least[0], *(piece.size * piece.face.ascent for piece in self.pieces)])

    def placed(self) -> Iterator[tuple[Piece, float]]:
        """The pieces in reading order, each with its left edge, from the left edge of the line."""
        edges, x = {}, 0.0
        for number in visual([piece.level for piece in self.pieces]):
            edges[number] = x
            x += self.pieces[number].width
        return ((piece, edges[number]) for number, piece in enumerate(self.pieces))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text in one typeface and one language, before it is cut into pieces."""

    text: str
    face: Face
    size: float
    stretch: int
    language: str
    run: int
    letter_gap: float = 0
    word_gap: float = 0


def pieces(parts: Sequence[Part], usual: int, least: tuple[float, float] = (0, 0)) -> Line:
    """The parts of one line of text, however long, as pieces. `usual` is the level of a line without letters."""
    text = "".join(part.text for part in parts)
    base = base_level(text, usual)
    found: list[Piece] = []
    start, where = 0, levels(text, base)
    for part in parts:
        found += _cut(part, where[start:start + len(part.text)])
        start += len(part.text)
    return Line(tuple(_glued(found)), base, least)


def _cut(part: Part, levels: Sequence[int]) -> Iterator[Piece]:
    for match in _PARTS.finditer(part.text):
        start = match.start()
        ends = [n for n in range(start + 1, match.end()) if levels[n] != levels[n - 1] or _AFTER_A_HYPHEN.match(part.text, n)]
        for end in (*ends, match.end()):
            yield _piece(part, part.text[start:end], levels[start])
            start = end


def _piece(part: Part, text: str, level: int) -> Piece:
    gap = part.letter_gap + (part.word_gap if text.isspace() else 0)
    shaped = shape(part.face, text.replace("\u00a0", " "), level % 2 == 1, part.language, gap)
    return Piece(text, part.face, part.size, level, part.stretch, part.language, part.run, shaped, gap)


def _glued(found: Sequence[Piece]) -> Iterator[Piece]:
    """No line ends before a space, at a hard space, or within a word that two typefaces share."""
    before = ""
    for piece in found:
        hyphen = bool(_AFTER_A_HYPHEN.search(before[-2:] + piece.text[:1]))
        loose = not before or before[-1] == " " or hyphen
        yield piece if loose and not piece.space else replace(piece, glued=True)
        before = before[-1:] + piece.text


def broken(line: Line, first: float, width: float) -> list[Line]:
    """A line in lines: the first so wide, the others of this width. A word wider than a line is cut between letters."""
    lines: list[Line] = []
    here: list[Piece] = []
    room = first
    for word in _words(line.pieces):
        used = sum(piece.width for piece in here)
        if here and used + _inked(word) > room:
            lines.append(replace(line, pieces=_bare(here)))
            here, used, room = [], 0.0, width
        while used + _inked(word) > room + 0.01:
            head, word = _cut_to(word, room - used)
            lines.append(replace(line, pieces=(*here, *head)))
            here, used, room = [], 0.0, width
        here += word
    return [*lines, replace(line, pieces=_bare(here))]


def _words(found: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in groups that stay on one line, each with the spaces after it."""
    words: list[list[Piece]] = []
    for piece in found:
        if piece.glued and words:
            words[-1].append(piece)
        else:
            words.append([piece])
    return words


def _inked(word: Sequence[Piece]) -> float:
    return sum(piece.width for piece in _bare(word))


def _bare(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Without spaces at the end (L1: they would stand at the end of the line, whichever way it runs)."""
    end = len(found)
    while end and found[end - 1].space:
        end -= 1
    return tuple(found[:end])


def _cut_to(word: Sequence[Piece], room: float) -> tuple[list[Piece], list[Piece]]:
    """As many letters as fit, at least one, and the rest."""
    head: list[Piece] = []
    for number, piece in enumerate(word):
        if piece.width <= room:
            head.append(piece)
            room -= piece.width
            continue
        clusters = [cluster.text for cluster in piece.shaped.clusters]
        count = max(_fitting(piece, clusters, room), 0 if head else 1)
        rest = [_again(piece, "".join(clusters[count:]))] if count < len(clusters) else []
        return [*head, *([_again(piece, "".join(clusters[:count]))] if count else [])], [*rest, *word[number + 1:]]
    return head, []


def _fitting(piece: Piece, clusters: Sequence[str], room: float) -> int:
    """How many of the clusters fit, found by halving: letters join, so widths do not add up."""
    low, high = 0, min(len(clusters), int(room / piece.size / NARROWEST) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if _again(piece, "".join(clusters[:middle])).width <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _again(piece: Piece, text: str) -> Piece:
    """A part of a piece."""
    return replace(piece, text=text, shaped=shape(piece.face, text, piece.level % 2 == 1, piece.language, piece.gap))
