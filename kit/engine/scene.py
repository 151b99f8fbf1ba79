"""What a step's script may know, and the three things it may yield.

A step kind is a short script: a generator that yields questions and gets answers back. It is only ever fed what stands
in the session's events, so playing the events again brings it to the same place. Undo, resume and rehearsal come of that.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from kit.model import Ask, Framework, Member, Naming, Origin, Plan, Record, Step, Visible
from kit.model.gate import TAKEN_BACK
from kit.model.rule import Rule
from kit.model.sheetcode import SheetCode


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session takes place: its programme, and its number among the programme's workshops."""

    programme: str
    """The programme's id."""
    code: str
    """The programme's three characters on every sheet."""
    workshop: int
    """1 for the programme's first workshop."""
    device: str = ""
    stage: str = ""
    """Id of the programme's stage that this workshop is for; empty where it is for none."""
    site: str = ""
    """Where it takes place, where one plan is run at several sites."""
    carry: tuple[str, ...] = ()
    """Kinds of thing that the stage carries in (`kit.content.vocabulary.CARRIED`); empty: all."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that earlier workshops left open."""

    what: str
    """Its kind, one of `kit.content.vocabulary.CARRIED`."""
    of: tuple[str, ...]
    """Ids of the records it stands for: one, or all drawings together."""
    words: str


Tables = Sequence[Sequence[str]]
"""The names at each table of a room."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a programme knows beside a session's own events. It changes, so a script may look only where chance decides."""

    members: tuple[Member, ...] = ()
    """People the facilitator has written down: for the seating alone."""
    sat: tuple[Tables, ...] = ()
    """The tables of the programme's earlier workshops, oldest first."""
    planned: tuple[Tables, ...] = ()
    """The tables that were planned before the day, a round each."""
    records: Callable[[], tuple[Record, ...]] = tuple
    """What earlier workshops left of accounts, cards and themes: what only its maker may see, without its words."""
    frameworks: Callable[[], tuple[Framework, ...]] = tuple
    """The frameworks that are at hand."""
    carried: Callable[[], tuple[Carried, ...]] = tuple
    """What earlier workshops left open, and may be told to the room."""
    agreement: Callable[[], Record | None] = lambda: None
    """The last agreement of an earlier workshop, as it may be told to the room."""


def nothing_known() -> Known:
    """For a session that stands alone."""
    return Known()


@dataclass(frozen=True, slots=True)
class Made:
    """A script yields this to leave a record; it gets the record's id back."""

    kind: str
    content: dict[str, Any]
    visible: Visible = Visible.GROUP
    naming: Naming = Naming.NONE
    replaces: str = ""
    sheet: str = ""
    origin: Origin | None = None
    """Where it belongs, where that is not the step that is being run."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A script yields this where chance decides; it gets the outcome (JSON values), the same one at every reading."""

    decide: Callable[[Random], Any]


class Left(Exception):
    """Thrown into a script whose step is left before its end, so that it can keep what it has."""


StepScript = Generator[Ask | Made | Chance, Any, None]

Part = Generator[Ask | Made | Chance, Any, Any]
"""A part of a script, which gives back what it came to."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a script may look at. It is made anew for every step."""

    step: Step
    plan: Plan
    place: Place
    series: int
    """Place of this step among the plan's steps of its kind, from 0. It gives drawings their letter."""
    here: tuple[str, int]
    """The block's id and the step's place in its activity, from 1."""
    records: Callable[[], tuple[Record, ...]]
    """The session's standing records, as they are at the moment of the call."""
    known: Callable[[], Known] = nothing_known
    """What the programme knows just now. To be asked only inside a `Chance`, whose outcome is kept."""
    rules: tuple[Rule, ...] = (Rule(),)
    """The rules a rating can be held by, as the session began with them."""

    def standing(self, kind: str) -> tuple[Record, ...]:
        """The standing records of one kind, oldest first."""
        return tuple(r for r in self.records() if r.kind == kind)

    def earlier(self, kind: str) -> tuple[Record, ...]:
        """What this very step has left when it was run before, where the facilitator has gone back to it."""
        return tuple(r for r in self.standing(kind) if (r.origin.block, r.origin.step) == self.here)

    @property
    def people(self) -> int:
        """How many people are here, as last counted."""
        counted = self.standing("attendance")
        return int(counted[-1].content["people"]) if counted else 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names people chose to give, and numbered cards for everybody else. No name is ever left out, or there twice.

        Somebody whose name was erased keeps their place, with a card.
        """
        given = [str(r.content["text"]) for r in self.standing("name")]
        unnamed = max(0, self.people - len(given))
        cards, seen, placed = count(unnamed + 1), {TAKEN_BACK}, []
        for name in given:
            placed.append(f"card {next(cards)}" if name in seen else name)
            seen.add(name)
        return (*placed, *(f"card {n}" for n in range(1, unnamed + 1)))

    def sheet(self, form: str, copy: int) -> str:
        """The short code of one sheet of this step."""
        return str(SheetCode(self.place.code, self.place.workshop, form, self.series, copy))
