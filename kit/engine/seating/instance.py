"""The nouns of a seating: people, tables, rounds and the wishes for who sits where. Rounds count from 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MOST_REMEMBERED = 3
"""A pair's earlier sessions count as no more than this: a fourth would change no plan, and numbers stay small."""

Schedule = tuple[tuple[tuple[str, ...], ...], ...]
"""Rounds of tables of ids, in the order of the instance's tables; people in the order of the instance."""

ALL_ROUNDS: frozenset[int] = frozenset()
"""A wish with no rounds of its own holds in every round."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who needs a seat. Roles are for mixing alone: they are never printed or shown to the room."""

    id: str
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with the fewest and the most people it takes."""

    id: str
    least: int
    most: int
    features: tuple[str, ...] = ()
    """In words: step-free, hearing loop, near the door."""


@dataclass(frozen=True, slots=True)
class Together:
    """Two people who sit at one table whenever both are here, such as a person and their supporter."""

    one: str
    two: str
    rounds: frozenset[int] = ALL_ROUNDS


@dataclass(frozen=True, slots=True)
class Apart:
    """Two people who never sit at one table."""

    one: str
    two: str
    rounds: frozenset[int] = ALL_ROUNDS


@dataclass(frozen=True, slots=True)
class Seat:
    """A person who sits at these tables only."""

    person: str
    tables: frozenset[str]
    rounds: frozenset[int] = ALL_ROUNDS
    need: bool = True
    """True: an access need, which no plan ever breaks. False: the facilitator put the person there by hand."""


class RuleKind(StrEnum):
    """What a mix rule asks of every table that somebody sits at."""

    NOT_ONLY = "not-only"
    """Not everybody at a table has the role."""
    NOT_ALONE = "not-alone"
    """Nobody is the only one at a table with the role."""
    AT_LEAST = "at-least"
    """At least `count` people at the table have the role."""


@dataclass(frozen=True, slots=True)
class MixRule:
    """A wish for the roles at each table."""

    kind: RuleKind
    role: str
    count: int = 1
    weight: float = 5
    """How many repeated meetings one miss is worth."""
    hard: bool = False
    """True: no plan may miss it."""
    rounds: frozenset[int] = ALL_ROUNDS

    def misses(self, having: int, sitting: int) -> int:
        """By how much a table misses the rule, where `having` of the `sitting` people have the role."""
        if not sitting:
            return 0
        if self.kind is RuleKind.NOT_ONLY:
            return int(having == sitting)
        if self.kind is RuleKind.NOT_ALONE:
            return int(having == 1)
        return max(0, self.count - having)


@dataclass(frozen=True, slots=True)
class Chairs:
    """A table has no more chairs than these."""

    table: str
    most: int

    @property
    def eased(self) -> "Chairs":
        """With one chair more."""
        return Chairs(self.table, self.most + 1)


@dataclass(frozen=True, slots=True)
class Fewest:
    """A table is not to have fewer people than these."""

    table: str
    least: int

    @property
    def eased(self) -> "Fewest":
        """With one person fewer."""
        return Fewest(self.table, self.least - 1)


Lasting = Together | Apart | Seat | MixRule
"""A wish with rounds of its own."""

Wish = Lasting | Chairs | Fewest
"""A wish that can be hard: one that plans keep, or whose collision with others is told in a sentence."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A room to seat: everything a plan depends on, but for chance and time."""

    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    rounds: int
    name: str = ""
    together: tuple[Together, ...] = ()
    apart: tuple[Apart, ...] = ()
    seats: tuple[Seat, ...] = ()
    absent: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Rounds in which a person is not here, by id."""
    mix: tuple[MixRule, ...] = ()
    past: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often two people (in sorted order) worked together in earlier sessions."""
    memory: float = 1
    """What one meeting in an earlier session makes another one today count as, in repeats; 0 forgets the past."""
    sizes: Mapping[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    """Fewest and most people at a table in one round, where they differ from the table's own; (0, 0) closes it."""

    def limits(self, round_: int, table: Table) -> tuple[int, int]:
        """The fewest and the most people at a table in a round."""
        return self.sizes.get((round_, table.id), (table.least, table.most))

    def here(self, round_: int) -> tuple[Person, ...]:
        """The people who are here in a round."""
        return tuple(p for p in self.people if round_ not in self.absent.get(p.id, ()))

    def remembered(self, one: str, two: str) -> int:
        """What a meeting of two people today counts as, because of earlier sessions, in repeats."""
        times = self.past.get((min(one, two), max(one, two)), 0) if self.memory else 0
        return min(MOST_REMEMBERED, round(self.memory * times))


def holds(wish: Lasting, round_: int) -> bool:
    """Whether a wish asks for anything in a round."""
    return not wish.rounds or round_ in wish.rounds
