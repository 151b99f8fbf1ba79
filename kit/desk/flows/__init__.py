"""Talks of several questions, one definition for both front ends: a generator yields what to ask, and is sent the answer.

A front end shows each part in its own way and decides nothing. Where somebody leaves a question, it sends None; a problem of
a `Do` is thrown in, and whoever wants to go on after it catches it (`safely`). What a talk returns is the programme to go on
with, where that is another one than before: one that was locked, say.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from kit.store import Programme, StoreProblem

Progress: TypeAlias = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Pick:
    """One of a few rows. The answer is its place, from 0."""

    title: str
    rows: tuple[str, ...]
    about: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """A few words beside each row, where there are any."""
    at: int = 0
    """The row that is offered first."""
    leave: str = "Back"
    picture: bytes = b""
    """A picture that belongs to the question, as a JPEG; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words. The answer is the text, cleaned by whoever keeps it."""

    title: str
    question: str
    given: str = ""
    """What stands there now."""
    may_be_empty: bool = False
    unseen: bool = False
    """True for a passphrase: it is not shown."""
    picture: bytes = b""
    """A picture of what is to be typed, as a JPEG; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Lines to read, to the end, before the talk goes on."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Do:
    """Work that may take a moment. The answer is what it gives; it may raise StoreProblem."""

    what: str
    work: Callable[[Progress], Any]


Part: TypeAlias = Pick | Line | Tell | Do
T = TypeVar("T")
Asking: TypeAlias = Generator[Part, Any, T]
"""A part of a talk, which gives back what it came to."""
Talk: TypeAlias = Generator[Part, Any, Programme | None]


def safely(talk: Talk) -> Talk:
    """The same talk, where a problem is told and ends it alone."""
    try:
        return (yield from talk)
    except StoreProblem as problem:
        yield Tell("That could not be done", (str(problem),))
        return None


def sure(question: str, yes: str, about: tuple[str, ...] = ()) -> Asking[bool]:
    """Whether somebody really wants a thing. The row that is offered first keeps everything as it is."""
    place = yield Pick(question, ("No, leave everything as it is", yes), about)
    return bool(place == 1)


def menu(title: Callable[[], str], rows: Callable[[], list[tuple[str, str, Callable[[], Talk]]]],
         about: Callable[[], tuple[str, ...]] = lambda: (), stays: Callable[[], bool] = lambda: True) -> Talk:
    """A list of talks, shown again after each, until somebody leaves it or one of them leads to another programme.

    Each row is its words, a note beside them and the talk it begins. It ends, too, where what it is about is there no more.
    """
    at = 0
    while stays():
        now = rows()
        place = yield Pick(title(), tuple(words for words, _, _ in now), about(), tuple(note for _, note, _ in now), at)
        if place is None:
            return None
        at = place
        if (other := (yield from safely(now[place][2]()))) is not None:
            return other
    return None
