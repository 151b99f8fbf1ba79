"""Glyphs of a text in one typeface, one direction and one language, shaped by HarfBuzz; and which characters a typeface has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz as hb

from printables.fonts import Typeface
from printables.shaping.scripts import FORMAT

CLUSTERS = hb.BufferClusterLevel.MONOTONE_CHARACTERS
"""Each glyph knows its characters, as finely as HarfBuzz can tell, so that text can be copied out again."""

LAM_ALEF = re.compile("\u0644[\u064b-\u065f\u0670]*[\u0622\u0623\u0625\u0627\u0671]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a word. Lengths are in em."""

    number: int
    text: str
    """The characters it stands for, or a part of those its cluster stands for."""
    x: float
    """Left edge of its own box, from the left edge of the word."""
    y: float
    width: float
    """As the font file has it: how far a reader goes on after it."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Characters that cannot be told apart on paper, and their glyphs."""

    text: str
    glyphs: tuple[Glyph, ...]
    whole: bool = False
    """True where glyphs and characters do not go one to one, so that only the cluster as a whole has a text."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as glyphs, its clusters in the order in which it is read; its width in em."""

    clusters: tuple[Cluster, ...]
    width: float


@dataclass(frozen=True)
class Face:
    """One weight of a typeface, as HarfBuzz has it."""

    name: str
    path: Path
    size: float
    em: int
    font: hb.Font
    characters: frozenset[str]
    ascent: float
    """Above the line, in em."""
    descent: float
    """Below it, in em, as a positive number."""

    def __hash__(self) -> int:
        return hash(self.path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Face) and self.path == other.path

    def has(self, char: str) -> bool:
        """True for a character it draws, or that has no shape of its own."""
        return char in self.characters or char in FORMAT

    def ink(self, char: str) -> float:
        """How far a letter rises above the line, in em."""
        glyph = self.font.get_nominal_glyph(ord(char))
        return float(self.font.get_glyph_extents(glyph).y_bearing) / self.em

    def advance(self, glyph: int) -> int:
        """Width of a glyph in units of the font."""
        return int(self.font.get_glyph_h_advance(glyph))


@cache
def face_of(typeface: Typeface, bold: bool) -> Face:
    """A weight of a typeface, read from its file once."""
    path = typeface.bold if bold else typeface.regular
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(face)
    extents = font.get_font_extents("ltr")
    return Face(path.stem, path, typeface.size, face.upem, font, frozenset(map(chr, face.unicodes)),
                extents.ascender / face.upem, -extents.descender / face.upem)


@lru_cache(maxsize=8192)
def shape(face: Face, text: str, rtl: bool, language: str, gap: float = 0) -> Shaped:
    """A word as glyphs, with so much more white (em) after each glyph that is as wide as a letter."""
    buffer = hb.Buffer()
    buffer.cluster_level = CLUSTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = "rtl" if rtl else "ltr", language
    hb.shape(face.font, buffer, _ligatures(text) if rtl else None)
    pen, drawn = 0.0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        drawn.append((info.cluster, info.codepoint, (pen + place.x_offset) / face.em, place.y_offset / face.em))
        pen += place.x_advance + (gap * face.em if place.x_advance else 0)
    if rtl:
        drawn.reverse()
    return Shaped(tuple(_clusters(face, text, drawn)), pen / face.em)


def _ligatures(text: str) -> dict[str, list[tuple[int, int, bool]]]:
    """Which ligatures a word is set with: lam with alef, which nobody writes apart, and no other.

    Letters that stand apart are easier to read, and many viewers give the letters of a single glyph in the wrong order.
    """
    return {"rlig": [(0, len(text), False), *((found.start(), found.end(), True) for found in LAM_ALEF.finditer(text))]}


NO_TEXT = "\u2060"
"""What a further glyph of a character stands for: a word joiner, which is neither seen nor heard."""

Drawn = tuple[int, int, float, float]
"""The first character, the number of the glyph, and its place."""


def _clusters(face: Face, text: str, drawn: list[Drawn]) -> Iterator[Cluster]:
    """The glyphs under the characters they stand for. Of several glyphs each has a part of the text, and the last the rest."""
    grouped = [(start, list(group)) for start, group in groupby(drawn, key=lambda one: one[0])]
    ends = [start for start, _ in grouped[1:]] + [len(text)]
    for (start, group), end in zip(grouped, ends, strict=True):
        whole, last = text[start:end], len(group) - 1
        parts = [whole[n:] if n == last else whole[n:n + 1] for n in range(len(group))]
        yield Cluster(whole, tuple(Glyph(number, part or NO_TEXT, x, y, face.advance(number) / face.em)
                                   for (_, number, x, y), part in zip(group, parts, strict=True)), last > 0)


def subset(face: Face, glyphs: set[int]) -> bytes:
    """The font file with these glyphs alone, under their own numbers."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.glyph_set.update(glyphs)
    _drop(wanted, "GSUB", "GPOS", "GDEF", "DSIG", "name", "post", "OS/2", "cmap")
    return bytes(hb.subset(face.font.face, wanted).blob.data)


def letters_of(face: Face, letters: set[str]) -> bytes:
    """The font file with what these letters need, to be shaped by somebody else."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(map(ord, letters | FORMAT | {" ", "\u25cc"}))
    _drop(wanted, "DSIG")
    return bytes(hb.subset(face.font.face, wanted).blob.data)


def _drop(wanted: hb.SubsetInput, *tables: str) -> None:
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(table.encode(), "big") for table in tables)
