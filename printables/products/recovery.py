"""The recovery sheet of a locked programme: its code, large, and what to do with it. No name of anything stands on it."""

from collections.abc import Sequence

from printables.tree import Document, Heading, List, Strong, paragraph, words

_GROUPS = 3
"""Groups of the code on a line, so that an eye can follow them."""


def document(code: str, programme: str, sentences: Sequence[str]) -> Document:
    """The sheet. `code` is groups with dashes between; `programme` is the programme's own code."""
    groups = code.split("-")
    rows = "\n".join("-".join(groups[at:at + _GROUPS]) for at in range(0, len(groups), _GROUPS))
    return Document(f"Recovery sheet for programme {programme}", (
        Heading(2, "The code"), paragraph(Strong(rows)), paragraph("Type all of it, on one line. Capitals do not matter."),
        Heading(2, "What to know"), List(tuple(words(sentence) for sentence in sentences))))
