"""What stands on the second screen, for the whole room: pages of big words, and a calm clock. Nothing private has a field."""

from dataclasses import dataclass

NOW, AGREEMENT, SEATS = "now", "agreement", "seats"
"""Names of the pages that are no drawing. A drawing's page has the drawing's label as its name."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the second screen."""

    name: str
    heading: str
    words: str = ""
    """The words that count most: as large as there is room for."""
    lines: tuple[str, ...] = ()
    question: str = ""
    picture: str = ""
    """Name of the attachment with the drawing's picture; empty where there is none."""
    alt: str = ""
    """What the picture shows, for who does not see it; empty where nobody said."""


@dataclass(frozen=True, slots=True)
class Wall:
    """Everything the second screen can show now."""

    pages: tuple[Page, ...]
    """The first is what the room is asked now."""
    show: str = NOW
    """Name of the page that is on show."""
    blank: bool = False
    """True: nothing at all is on show."""

    @property
    def page(self) -> Page:
        """The page that is on show; the first where the one that was pointed at has gone."""
        return next((page for page in self.pages if page.name == self.show), self.pages[0])

    @property
    def place(self) -> int:
        """Which page that is, from 1."""
        return self.pages.index(self.page) + 1

    def beside(self, step: int) -> str:
        """Name of the page so many further on, round and round."""
        return self.pages[(self.place - 1 + step) % len(self.pages)].name


@dataclass(frozen=True, slots=True)
class RoomTime:
    """How long what the room does now takes, and how much of that has gone. Pauses do not count."""

    minutes: int
    """Minutes it usually takes, one or more."""
    seconds: int
    """Seconds used, never below zero; more than `minutes` allow where it takes longer."""

    @property
    def left(self) -> int:
        """Whole minutes left, rounded up; 0 when the time is used."""
        return max(0, -(-(self.minutes * 60 - self.seconds) // 60))

    @property
    def part(self) -> float:
        """How much of the time has gone, from 0 to 1."""
        return min(1.0, self.seconds / (self.minutes * 60))
