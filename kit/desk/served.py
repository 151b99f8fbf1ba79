"""Which of the numbered practices are served, by what, and which test proves it."""

from dataclasses import dataclass

from kit.content.library import Practice
from kit.content.lists import SERVED, entries
from kit.desk.library import Shelf, practices
from kit.paths import builtin_activities

KINDS = ("activity", "template", "programme", "sheet", "command", "deck", "framework")
"""What can serve a practice."""


@dataclass(frozen=True, slots=True)
class Served:
    """One practice, all that says it serves it, and the test that plays it."""

    practice: Practice
    activities: tuple[str, ...]
    plans: tuple[str, ...]
    by: tuple[str, ...] = ()
    """What the proof plays, as kind:name, such as `sheet:joiner-pack`."""
    proof: str = ""
    """What the test sees."""
    test: str = ""
    missing: str = ""
    """Why it is not served; empty where it is."""

    @property
    def served(self) -> bool:
        """Whether a test proves it."""
        return bool(self.test)


def served(shelf: Shelf) -> tuple[Served, ...]:
    """Every practice with what serves it, in order. What nobody has proved counts as not served."""
    declared = {row.pop("number"): row for row in entries(builtin_activities() / "served.toml", "served", SERVED).value or ()}
    unknown = {"missing": "Nobody has written a proof for it yet."}
    return tuple(
        Served(practice,
               tuple(sorted(a.id for a in shelf.activities.values() if practice.number in a.practices)),
               tuple(sorted([p.id for p in shelf.plans.values() if practice.number in p.practices]
                            + [line.id for line in shelf.lines.values() if practice.number in line.practices])),
               **declared.get(practice.number, unknown))
        for practice in practices())
