"""Which of the numbered practices are served, and by what."""

from dataclasses import dataclass

from kit.content.library import Practice
from kit.desk.library import Shelf, practices


@dataclass(frozen=True, slots=True)
class Served:
    """One practice and the activities and plans that say they serve it."""

    practice: Practice
    activities: tuple[str, ...]
    plans: tuple[str, ...]


def served(shelf: Shelf) -> tuple[Served, ...]:
    """Every practice with what serves it, in order."""
    return tuple(
        Served(practice,
               tuple(sorted(a.id for a in shelf.activities.values() if practice.number in a.practices)),
               tuple(sorted(p.id for p in shelf.plans.values() if practice.number in p.practices)))
        for practice in practices())
