"""Text to lines of glyphs: a typeface for each word, by its script, and a language for each stretch."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from printables.fonts import Typeface, typeface_of
from printables.shaping.faces import face_of
from printables.shaping.lines import Line, Part, pieces
from printables.shaping.scripts import BASE, FORMAT, SCRIPTS, by_script, own_script, runs_right_to_left, script_of, stretches

_WORD = re.compile(r"[^ \u00a0]+|[ \u00a0]+")
_WHITE = re.compile(" +")

Runs = Sequence[tuple[str, bool]]
"""Texts, each with whether it is bold."""
_Run = tuple[str, bool, int]
"""A part of a run on one line, whether it is bold, and the number of the run."""


class Typesetter:
    """Sets text for one document: in its language, with so much more white (em) after each letter and each word.

    The white after letters is for the first typeface alone: it would tear joined letters apart.
    """

    def __init__(self, base: Typeface, language: str, letter_gap: float = 0, word_gap: float = 0) -> None:
        self.base, self.language = base, language
        self.letter_gap, self.word_gap = letter_gap, word_gap
        self.usual = int(runs_right_to_left(language))

    def has(self, char: str) -> bool:
        """True for a character that one of the typefaces has."""
        return self._typeface(char, script_of(char)) is not None

    def lines(self, runs: Runs, size: float, language: str = "") -> list[Line]:
        """A line for each newline in the runs, and one more; none is broken yet. Size is in points."""
        lines: list[list[_Run]] = [[]]
        for run, (text, bold) in enumerate(runs):
            for number, line in enumerate(text.split("\n")):
                if number:
                    lines.append([])
                lines[-1].append((_WHITE.sub(" ", line), bold, run))
        counted = 0
        made = []
        for runs_of_line in lines:
            parts = list(self._parts(_trimmed(runs_of_line), size, counted, language or self.language))
            counted = max((part.stretch for part in parts), default=counted - 1) + 1
            made.append(pieces(parts, self.usual, self._least(size)))
        return made

    def line(self, text: str, size: float, bold: bool = False) -> Line:
        """A text without newlines as one line, however long."""
        return self.lines([(text, bold)], size)[0]

    def _least(self, size: float) -> tuple[float, float]:
        """What a line of the document's own script asks above and below."""
        face = face_of(typeface_of(own_script(self.language)) or self.base, bold=False)
        return face.ascent * face.size * size, face.descent * face.size * size

    def _parts(self, line: Sequence[_Run], size: float, counted: int, language: str) -> Iterator[Part]:
        """The line in parts of one typeface, language and run each; stretches of a language are counted from `counted`."""
        text = "".join(run for run, _, _ in line)
        runs = [(bold, run) for part, bold, run in line for _ in part]
        spoken = [one for number, (part, spoken_in) in enumerate(stretches(text, language), counted)
                  for one in [(number, spoken_in)] * len(part)]
        faces = (face_of(face, bold) for face, (bold, _) in zip(self._typefaces(text), runs, strict=True))
        place = 0
        for (face, (stretch, own_language), (_, run)), group in groupby(zip(faces, spoken, runs, strict=True)):
            end = place + len(list(group))
            own = face.path in (self.base.regular, self.base.bold)
            yield Part(text[place:end], face, size * face.size, stretch, own_language, run, self.letter_gap if own else 0,
                       self.word_gap)
            place = end

    def _typefaces(self, text: str) -> Iterator[Typeface]:
        """A typeface for each character: that of the word's script, where it has the character; a space has that before it."""
        last = self.base
        for match in _WORD.finditer(text):
            word = match[0]
            for char, script in zip(word, by_script(word), strict=True):
                last = last if char.isspace() else self._typeface(char, script) or self.base
                yield last

    def _typeface(self, char: str, script: str) -> Typeface | None:
        """The typeface of the script, if it has the character, else the first one that has; None where none has."""
        wanted = (script,) if char in FORMAT else (script, BASE, *SCRIPTS)
        typefaces = (typeface_of(one) or self.base for one in wanted if one)
        return next((typeface for typeface in typefaces if face_of(typeface, bold=False).has(char)), None)


def _trimmed(line: Sequence[_Run]) -> list[_Run]:
    """Without white space at either end of the line, and no two spaces between runs."""
    kept: list[_Run] = []
    for text, bold, run in line:
        if not kept or kept[-1][0].endswith(" "):
            text = text.lstrip(" ")
        if text:
            kept.append((text, bold, run))
    if kept and kept[-1][0].endswith(" "):
        text, bold, run = kept.pop()
        kept += [(text.rstrip(" "), bold, run)] if text.strip(" ") else []
    return kept
