"""Shaped lines on a canvas. Words are written in reading order, each where it stands, so they are read and copied in order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from reportlab.lib.rl_accel import fp_str
from reportlab.lib.styles import ParagraphStyle

from printables.pdf.elements import Address, Element
from printables.pdf.letters import Letters
from printables.pdf.setting import DrawnRun
from printables.pdf.tagged import TaggedCanvas
from printables.shaping.faces import Cluster
from printables.shaping.lines import Line, Piece, broken

FEWEST = 2
"""Lines of a paragraph that stay together where a page ends."""

Placed = tuple[Piece, float, float]
"""A piece with its left edge and the height of its letters' feet."""


@dataclass
class Typeset:
    """The text of one paragraph: lines to break, and what they became when they were broken last."""

    lines: Sequence[Line]
    style: ParagraphStyle
    letters: Letters
    language: str
    """The one it stands in: its own, or the document's."""
    goes_on: bool = False
    """True for a part that goes on from the page before: its first line is not indented."""
    links: Mapping[int, Address] = field(default_factory=dict)
    """Where the words of a run lead, by its number."""
    spans: dict[tuple[int, int], Element] = field(default_factory=dict)
    """The element of each stretch in another language than the document's."""
    width: float = 0
    broken: Sequence[Line] = ()

    def wrap(self, width: float) -> float:
        """Break the lines for this width; gives the height."""
        self.width = width - self.style.leftIndent - self.style.rightIndent
        indents = [0 if self.goes_on or number else self.style.firstLineIndent for number in range(len(self.lines))]
        self.broken = [line for whole, indent in zip(self.lines, indents, strict=True)
                       for line in broken(whole, self.width - indent, self.width)]
        return sum(map(self._height, self.broken))

    def split(self, width: float, height: float) -> "list[Typeset]":
        """The lines that fit and the rest, or nothing where too few fit."""
        self.wrap(width)
        count = 0
        for line in self.broken:
            height -= self._height(line)
            count += height >= 0
        if len(self.broken) - count == 1:
            count -= 1
        if count < FEWEST:
            return []
        first, rest = (replace(self, lines=lines) for lines in (self.broken[:count], self.broken[count:]))
        rest.goes_on = True
        return [first, rest] if rest.lines else [first]

    def first_foot(self) -> float:
        """From the upper edge to the feet of the first line's letters."""
        return self.broken[0].foot(self.style.fontSize)

    def draw(self, canvas: TaggedCanvas, height: float, path: tuple[Element, ...]) -> None:
        """Draw the lines below this height, tagged as the last element of the path."""
        whole = self._language() if path else ""
        if whole:
            path[-1].language = whole
        canvas.setFillColor(self.style.textColor)
        for within, group in groupby(self._placed(height), key=lambda one: self._within(one[0], whole)):
            placed = list(group)
            with canvas.mark(*path, *within):
                for piece, x, y in placed:
                    draw_piece(canvas, piece, x, y)
            if address := self.links.get(placed[0][0].run):
                self._lead(canvas, address, placed)

    def _lead(self, canvas: TaggedCanvas, address: Address, placed: Sequence[Placed]) -> None:
        """Make the place of these words lead to an address, line by line."""
        for foot, group in groupby(placed, key=lambda one: one[2]):
            words = list(group)
            left, right = min(x for _, x, _ in words), max(x + piece.width for piece, x, _ in words)
            below = self.style.fontSize * 0.25
            canvas.linkURL(address, (left, foot - below, right, foot - below + self.style.leading))

    def _placed(self, height: float) -> Iterator[Placed]:
        for number, line in enumerate(self.broken):
            left = self._left(line, 0 if self.goes_on or number else self.style.firstLineIndent)
            for piece, x in line.placed():
                yield piece, left + x, height - line.foot(self.style.fontSize)
            height -= self._height(line)

    def _left(self, line: Line, indent: float) -> float:
        """Where a line begins: a paragraph of several lines at its own side, one of a single line at the document's."""
        mirrored = self.letters.mirrored
        at_right = bool(line.base) if len(self.broken) > 1 and not self.style.firstLineIndent else mirrored
        spare = self.width - indent - line.width
        before = self.style.rightIndent if mirrored else self.style.leftIndent + indent
        return float(before + (spare if at_right else 0))

    def _height(self, line: Line) -> float:
        return line.height(self.style.leading)

    def _language(self) -> str:
        """The language of the whole, where it is one and not the document's; else nothing."""
        found = {piece.language for line in self.lines for piece in line.pieces}
        return found.pop() if len(found) == 1 and self.language not in found else ""

    def _within(self, piece: Piece, whole: str) -> tuple[Element, ...]:
        """The elements of a piece within the paragraph: a link, and a span where it is in another language."""
        address = self.links.get(piece.run)
        link = (address.element,) if address else ()
        if piece.language in (self.language, whole):
            return link
        key = piece.stretch, piece.run if address else -1
        return *link, self.spans.setdefault(key, Element("Span", language=piece.language))


def typeset(runs: Sequence[DrawnRun], style: ParagraphStyle, letters: Letters, language: str) -> Typeset:
    """The runs of a paragraph, to be broken into lines."""
    bold = style.fontName == letters.bold
    language = language or letters.language
    lines = letters.typesetter.lines([(run.text, run.strong or bold) for run in runs], style.fontSize, language)
    return Typeset(lines, style, letters, language, links={number: run.link for number, run in enumerate(runs) if run.link})


def draw_piece(canvas: TaggedCanvas, piece: Piece, x: float, y: float) -> None:
    """Draw a piece in the fill colour, its left edge at x, the feet of its letters at y (points)."""
    font = canvas.embedded(piece.face)
    writer = _Writer(piece.size, apart=piece.level % 2 == 1)
    for cluster in piece.shaped.clusters:
        writer.write(cluster, [font.code(glyph) for glyph in cluster.glyphs])
    canvas._code.append(f"BT /{font.name} {fp_str(piece.size)} Tf 1 0 0 1 {fp_str(x)} {fp_str(y)} Tm {writer.done()} ET")


class _Writer:
    """The operators that show one piece. Right to left, each glyph is shown apart: so readers tell which way it runs."""

    def __init__(self, size: float, apart: bool) -> None:
        self.size, self.apart = size, apart
        self._start = self._pen = self._rise = 0.0
        self._shown: list[str] = []
        self._code: list[str] = []

    def write(self, cluster: Cluster, codes: Sequence[str]) -> None:
        """Show the glyphs of a cluster. Where they and its characters do not go one to one, say what they are together."""
        if cluster.whole:
            self._flush()
            self._code.append(f"/Span <</ActualText <FEFF{cluster.text.encode('utf-16-be').hex()}>>> BDC")
        for glyph, code in zip(cluster.glyphs, codes, strict=True):
            if glyph.y != self._rise:
                self._flush()
                self._code.append(f"{fp_str(glyph.y * self.size)} Ts")
                self._rise = glyph.y
            if self.apart:
                self._code.append(f"{fp_str((glyph.x - self._start) * self.size)} 0 Td <{code}> Tj")
                self._start = glyph.x
                continue
            back = round((self._pen - glyph.x) * 1000, 1)
            self._shown += [f"{back:g}"] * bool(back) + [f"<{code}>"]
            self._pen = glyph.x + glyph.width
        if cluster.whole:
            self._flush()
            self._code.append("EMC")

    def done(self) -> str:
        """The operators so far, and the letters' feet back on the line."""
        self._flush()
        return " ".join(self._code + ["0 Ts"] * bool(self._rise))

    def _flush(self) -> None:
        if self._shown:
            self._code.append(f"[{' '.join(self._shown)}] TJ")
            self._shown = []
