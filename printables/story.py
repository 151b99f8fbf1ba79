"""What a programme's sheets are made from beside one workshop: its line of stages, and what all its workshops made."""

from collections.abc import Iterable
from dataclasses import dataclass

from kit.model import Line, Record, State


@dataclass(frozen=True, slots=True)
class Past:
    """One workshop that has been."""

    session: str
    title: str
    date: str = ""
    """ISO date."""
    site: str = ""

    @property
    def called(self) -> str:
        """What it is called on paper: its title, where and when it was."""
        return ", ".join(part for part in (self.title, self.site, self.date) if part)


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that waits to be asked about in the next workshop."""

    what: str
    """One of `kit.content.vocabulary.CARRIED`."""
    words: str


@dataclass(frozen=True, slots=True)
class Came:
    """Who came to each workshop that has been, by role. No small group is in it."""

    roles: tuple[str, ...] = ()
    counts: tuple[tuple[int | None, ...], ...] = ()
    """For each workshop, people of each role; None for a few, or none."""
    seldom: tuple[str, ...] = ()
    """Roles whose people were seldom there."""


@dataclass(frozen=True, slots=True)
class Story:
    """A programme as it stands today."""

    line: Line
    states: tuple[State, ...]
    """Of each stage of the line."""
    records: tuple[Record, ...] = ()
    """All that the programme's workshops made and that may go out on paper, oldest first."""
    past: tuple[Past, ...] = ()
    """The workshops that have been, oldest first."""
    waiting: tuple[Open, ...] = ()
    came: Came = Came()
    """For the facilitator alone."""

    def made_in(self, sessions: Iterable[str]) -> tuple[Record, ...]:
        """What some workshops made."""
        wanted = set(sessions)
        return tuple(record for record in self.records if record.origin.workshop in wanted)

    @property
    def last(self) -> tuple[Past, ...]:
        """The last workshop; where its plan was run at several sites, the last at each of them, one after another."""
        same: list[Past] = []
        for past in reversed(self.past):
            if same and (not past.site or past.title != same[-1].title):
                break
            same.insert(0, past)
            if not past.site:
                break
        return tuple(same)
