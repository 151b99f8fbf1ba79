"""What a pile holds: cards with their answers and fields, and what could not be read. Kept in three small tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kit.model.data import from_data, to_data
from kit.model.text import counted
from kit.store import Store

PILES, CARDS, UNREAD = "piles", "cards", "unread"
"""The tables."""

Corners = tuple[tuple[float, float], ...]
"""A place in the card's own picture, in its pixels."""

SECRET = frozenset({"ballot", "dot-sheet", "rating-sheet", "ranking-sheet"})
"""Forms whose answers are nobody's: once they are counted, no row says which card said what."""


class How(StrEnum):
    """How an answer came here."""

    READ = "read"
    SEEN = "seen"
    """A person looked at the picture."""
    TYPED = "typed"
    """A person typed it from the paper."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with boxes."""

    question: str
    options: tuple[str, ...]
    several: bool
    value: tuple[str, ...] = ()
    """What is ticked, in words."""
    doubt: str = ""
    """Why a person should look; empty where nobody needs to."""
    how: How = How.READ
    by: str = ""
    """Who saw or typed it."""
    polygon: Corners = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """One place for handwriting."""

    question: str
    text: str = ""
    open: bool = True
    """True while somebody has to type it, or say that it is empty."""
    by: str = ""
    polygon: Corners = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One card or one page of a sheet, as it came back."""

    key: str
    pile: str
    code: str
    form: str
    row: str = ""
    """Which printed page it is (`kit.desk.pile.printed`)."""
    workshop: str = ""
    """Id of the session; empty where that workshop was never begun."""
    file: str = ""
    page: int = 0
    place: Corners = ()
    """Where it was in that file's picture, in its pixels."""
    seconds: float = 0.0
    picture: str = ""
    """Name of its own picture among the attachments; empty where it was typed in without one."""
    answers: tuple[Answer, ...] = ()
    writing: tuple[Writing, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at one of its answers."""
        return any(answer.doubt for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that was seen and not counted: why, and where."""

    key: str
    pile: str
    file: str
    page: int
    why: str
    code: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """Paper that came back together. It is counted when it is closed."""

    key: str
    when: str
    closed: str = ""
    """When it was closed, ISO 8601; empty while it is open."""
    records: tuple[str, ...] = ()
    """Ids of the records that came of it."""
    counted: tuple[str, ...] = ()
    """Codes of the secret sheets that were counted: no answer stands beside them any more."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What is read, typed, in doubt and left empty."""

    cards: int
    read: int
    seen: int
    typed: int
    doubtful: int
    blank: int
    to_type: int

    def sentence(self) -> str:
        """The totals in words."""
        return (f"{counted(self.cards, 'card')}. Answers: {self.read} read, {self.seen + self.typed} seen or typed by a person, "
                f"{self.doubtful} in doubt, {self.blank} left empty. {counted(self.to_type, 'field')} to type.")


def totals(cards: Iterable[Card], all_cards: Iterable[Card] = ()) -> Totals:
    """Of some cards. `all_cards`: where fields that are still to type are counted, if that is more."""
    every = tuple(cards)
    answers = [answer for card in every for answer in card.answers]
    sure = [answer for answer in answers if not answer.doubt and answer.value]
    return Totals(len(every), sum(one.how is How.READ for one in sure), sum(one.how is How.SEEN for one in sure),
                  sum(one.how is How.TYPED for one in sure) + sum(bool(w.text) for card in every for w in card.writing),
                  sum(bool(one.doubt) for one in answers), sum(not one.value and not one.doubt for one in answers),
                  sum(w.open for card in (tuple(all_cards) or every) for w in card.writing))


def piles(store: Store) -> tuple[Pile, ...]:
    """All piles, oldest first."""
    return tuple(from_data(Pile, row) for row in store.rows(PILES))


def open_pile(store: Store) -> Pile | None:
    """The pile that is not closed yet, or None."""
    return next((pile for pile in piles(store) if not pile.closed), None)


def cards_of(store: Store, pile: str = "") -> tuple[Card, ...]:
    """The cards of a pile, or of all."""
    return tuple(from_data(Card, row) for row in store.rows(CARDS) if pile in ("", row["pile"]))


def missed_of(store: Store, pile: str) -> tuple[Missed, ...]:
    """What was not counted in a pile."""
    return tuple(from_data(Missed, row) for row in store.rows(UNREAD) if row["pile"] == pile)


def put_card(store: Store, card: Card) -> None:
    """Keep a card, in the place of the one with its key. Raises NotSaved."""
    store.put_row(CARDS, "key", to_data(card))


def with_answer(card: Card, place: int, answer: Answer) -> Card:
    """The card with another answer at a place."""
    return replace(card, answers=(*card.answers[:place], answer, *card.answers[place + 1:]))


def with_writing(card: Card, place: int, writing: Writing) -> Card:
    """The card with other words in a field."""
    return replace(card, writing=(*card.writing[:place], writing, *card.writing[place + 1:]))


def as_row(noun: Card | Missed | Pile) -> Mapping[str, Any]:
    """A noun as a row of its table."""
    row: Mapping[str, Any] = to_data(noun)
    return row
