"""What was read, and what was not: frozen, with places in pixels of the upright picture, and a reason for every doubt."""

from dataclasses import dataclass
from enum import StrEnum

Polygon = tuple[tuple[float, float], ...]
"""Corners in pixels, from the upper left, as the card lies."""


class State(StrEnum):
    """What a box says."""

    BLANK = "blank"
    MARKED = "marked"
    VOID = "void"
    DOUBT = "doubt"


class Mark(StrEnum):
    """What the ink of a box looks like."""

    NONE = "nothing"
    STRAY = "a small mark"
    FAINT = "a faint mark"
    STROKES = "a tick or cross"
    HEAVY = "many strokes"
    FILL = "a full box"
    CIRCLE = "a ring around it"
    ARC = "part of a ring around it"
    BESIDE = "ink beside it"
    UNSEEN = "not seen well"


@dataclass(frozen=True, slots=True)
class BoxRead:
    """One box."""

    id: str
    state: State
    mark: Mark
    why: str
    """The reason of a doubt; empty where there is none."""
    polygon: Polygon
    ink: float
    """Ink inside, in strokes of half a millimetre that are as long as the box is wide."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question: what the reader believes, and whether a person should look."""

    group: str
    value: tuple[str, ...]
    doubt: bool
    why: str
    polygon: Polygon


@dataclass(frozen=True, slots=True)
class FieldRead:
    """A place for handwriting: where it is, and whether there is ink in it."""

    id: str
    polygon: Polygon


@dataclass(frozen=True, slots=True)
class CardRead:
    """One card."""

    id: str
    """The text in its code."""
    page: int
    """Which of the layouts of this id it was, from 0: a sheet of several pages has one code."""
    polygon: Polygon
    seconds: float
    boxes: tuple[BoxRead, ...]
    answers: tuple[Answer, ...]
    fields: tuple[FieldRead, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was seen and not read, or a whole picture: why, and where."""

    why: str
    polygon: Polygon = ()
    code: str = ""
    """What the code says, where it can be read and nothing else: as a stranger wrote it."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """One picture, or one page of a file."""

    cards: tuple[CardRead, ...] = ()
    unread: tuple[Unread, ...] = ()
