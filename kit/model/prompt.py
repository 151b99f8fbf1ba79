"""What the room is asked now. Front ends show a prompt and hand back an answer; they decide nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kit.model.text import listed


class Form(StrEnum):
    """What an answer looks like, as a value and as typed."""

    GO = "go"
    """Nothing to type: go on when ready. Value: ""."""
    WORDS = "words"
    """A text. Value: str."""
    NUMBER = "number"
    """A whole number from `least` to `most`. Value: int."""
    CHOICE = "choice"
    """One of the options. Value: the option's key."""
    SOME = "some"
    """Any of the options, none, or all. Value: list of keys."""
    COUNTS = "counts"
    """How many for each option, in order: "5 3 0". Value: {key: int}."""
    LABELLED = "labelled"
    """One option, then words: "A3 a closed door". Value: {"label": key, "text": str}."""
    TALLY = "tally"
    """One option, then a number: "A3 5". Value: {"label": key, "number": int}."""
    MEANING = "meaning"
    """A word, a colon, its meaning: "PPI: people taking part". Value: {"term": str, "meaning": str}."""
    ORDER = "order"
    """Options in order, first place first, equal ones in one place: "C A=B". Some may be left out. Value: [["C"], ["A", "B"]]."""
    OVER = "over"
    """Nothing is asked any more: the workshop has ended."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. The key is kept; the words are shown."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class TableView:
    """One table as the facilitator sees it in a plan of the room."""

    name: str
    people: tuple[str, ...]
    features: tuple[str, ...] = ()
    """What it offers, in words: step-free, near the door."""
    staying: tuple[str, ...] = ()
    """Those of its people who sat at it in the last round too."""

    @property
    def line(self) -> str:
        """The table as it is read out."""
        offers = f" ({', '.join(self.features)})" if self.features else ""
        return f"{self.name}{offers}: {listed(self.people)}." if self.people else f"{self.name}{offers}: nobody."


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with the form its answer takes."""

    form: Form
    question: str
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int = 999
    many: bool = False
    """True: answers are taken one after another until somebody says "done"."""
    optional: bool = False
    """True: an empty answer is an answer."""
    default: Any = None
    """The value an empty answer stands for, where there is one."""
    makes: str = ""
    """Kind of record the answer becomes, where it becomes one."""
    facts: tuple[str, ...] = ()
    """Lines for the facilitator, such as who captions which drawing."""
    room_facts: tuple[str, ...] = ()
    """Lines that the whole room may see."""
    so_far: tuple[str, ...] = ()
    """What has been taken in this step up to now, as it would be read out."""
    tables: tuple[TableView, ...] = ()
    """The plan of the room, where people are being seated: for the facilitator, until it is read out."""
    check: Callable[[Any], str] | None = field(default=None, compare=False, repr=False)
    """Gives a sentence where a value of the right form cannot be taken, else ""."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the facilitator sees now. The room's own view is another type (`RoomView`)."""

    block: int
    """Place of the block in the plan, from 1; 0 before the first and `blocks + 1` after the last."""
    block_id: str
    title: str
    step: int
    """Place of the step in its activity, from 1."""
    steps: int
    room: str
    say: str
    do: str
    watch: str
    private: str
    """The plan's private note for this block: for the facilitator alone."""
    minutes: int
    ask: Ask
    load: str = ""
    """Emotional load of the activity: low, some, high, or empty."""


@dataclass(frozen=True, slots=True)
class RoomView:
    """What the whole room may see: no private note, no private name, no access need, no single vote has a field here."""

    title: str
    words: str
    lines: tuple[str, ...] = ()
    question: str = ""
    paused: bool = False
    minutes: int = 0
