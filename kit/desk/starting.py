"""What a programme, or the next workshop of one, can start from: the shelf's templates in the order in which they are offered."""

from dataclasses import dataclass

from kit.desk.library import Shelf
from kit.model import Plan
from kit.model.text import counted

FIRST = ("sixty-minute-drawing", "first-meeting")
"""The templates that most groups begin with."""


@dataclass(frozen=True, slots=True)
class Start:
    """One template in a list."""

    id: str
    words: str


def starts(shelf: Shelf) -> tuple[Start, ...]:
    """Single workshops, then programmes of several. Each row says which it is."""
    whole = (Start(line.id, f"{line.title}. A programme of {counted(len(line.stages), 'stage')}. {line.summary}")
             for line in sorted(shelf.lines.values(), key=lambda line: line.title))
    return (*(Start(plan.id, f"{plan.title}. {about(plan, shelf)} {plan.summary}") for plan in workshops(shelf)), *whole)


def workshops(shelf: Shelf) -> tuple[Plan, ...]:
    """The templates of single workshops: the two that most groups begin with, then the rest by title."""
    place = {id: number for number, id in enumerate(FIRST)}
    return tuple(sorted(shelf.starters, key=lambda plan: (place.get(plan.id, len(FIRST)), plan.title)))


def about(plan: Plan, shelf: Shelf) -> str:
    """That it is one workshop, and how long it takes."""
    return f"One workshop, {counted(shelf.minutes(plan), 'minute')}."
