"""A plan's text cut at its `[[…]]` lines. Each section keeps its lines as they are, and the notes above them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kit.content.key_lines import Rows, rows_of
from kit.model import Block, Strand

Part = Block | Strand

_HEADER = re.compile(r"[ \t]*\[\[[ \t]*((?:blocks|parked)(?:\.strands|\.strands\.blocks)*)[ \t]*\]\][ \t]*(?:#.*)?\n?")
_NOTE = re.compile(r"[ \t]*(?:#.*)?\n?")


@dataclass(frozen=True)
class Section:
    """One `[[…]]` line with what stands under it, up to the next line of its kind."""

    path: str
    """`blocks`, `parked.strands` … as its line has it."""
    above: Rows
    """Blank lines and notes above its line."""
    rows: Rows
    """Its line and its own keys."""
    inside: "tuple[Section, ...]" = ()
    part: Part | None = None
    """What it says; None where that is not known."""

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "".join((*self.above, *self.rows, *(section.text for section in self.inside)))

    def at(self, path: str) -> "Section":
        """The same section in another list."""
        if path == self.path:
            return self
        inside = tuple(section.at(path + section.path[len(self.path):]) for section in self.inside)
        return replace(self, path=path, rows=(self.rows[0].replace(self.path, path, 1), *self.rows[1:]), inside=inside)

    def saying(self, part: Part) -> "Section":
        """The same section, with what it says. Where its own sections do not fit that, what they say stays unknown."""
        parts: Sequence[Part] = part.strands if isinstance(part, Block) else part.blocks
        if len(parts) != len(self.inside):
            return replace(self, part=part)
        return replace(self, part=part, inside=tuple(
            section.saying(each) for section, each in zip(self.inside, parts, strict=True)))


@dataclass(frozen=True, slots=True)
class Cut:
    """A whole text in pieces."""

    head: Rows
    """The lines above the first section, with the notes at the top."""
    sections: tuple[Section, ...]
    below: Rows
    """Notes at the end."""


def cut(text: str) -> Cut | None:
    """The pieces of a text; None where its sections do not stand in an order that we know."""
    rows = rows_of(text if text.endswith("\n") else f"{text}\n")
    starts = [place for place, row in enumerate(rows) if _HEADER.fullmatch(row)]
    edges = [(_notes_from(rows, before, start), start)
             for before, start in zip([-1, *starts], [*starts, len(rows)], strict=True)]
    flat = [_section(rows, notes, start, edges[place + 1][0]) for place, (notes, start) in enumerate(edges[:-1])]
    sections, taken = _tree(flat, 0, 0)
    return Cut(rows[:edges[0][0]], sections, rows[edges[-1][0]:]) if taken == len(flat) else None


def _section(rows: Rows, notes: int, start: int, end: int) -> Section:
    found = _HEADER.fullmatch(rows[start])
    return Section(found[1] if found else "", rows[notes:start], rows[start:end])


def _notes_from(rows: Rows, before: int, start: int) -> int:
    """Where the notes begin that belong to what starts on a line. Those right under a value belong to that value."""
    first = start
    while first > before + 1 and _NOTE.fullmatch(rows[first - 1]):
        first -= 1
    blank = next((place for place in range(first, start) if not rows[place].strip()), None)
    if start == len(rows) and blank is None:
        return start
    return first if blank is None else blank


def _tree(flat: Sequence[Section], place: int, depth: int) -> tuple[tuple[Section, ...], int]:
    """The sections of one depth from a place on, each with those inside it, and how far they go."""
    sections = []
    while place < len(flat) and flat[place].path.count(".") == depth:
        section = flat[place]
        inside, place = _tree(flat, place + 1, depth + 1)
        if not all(each.path.rpartition(".")[0] == section.path for each in inside):
            return (), -1
        sections.append(replace(section, inside=inside))
    return tuple(sections), place
