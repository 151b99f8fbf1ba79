"""Everything a programme holds that may be shown on one way out, with what links it. The other modules read this."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kit.model import Framework, Record, text_of

if TYPE_CHECKING:
    from kit.reflect.searching import Index

_LINKS = ("drawing", "of", "under", "into", "cards", "from", "about", "answers")
"""Parts of a record that hold the id of another, or a list of them."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One workshop of the programme."""

    id: str
    number: int
    title: str
    began: str
    """ISO 8601, UTC."""
    site: str = ""
    """Where it took place, or which laptop it was run on; empty where nobody said."""


@dataclass(frozen=True)
class Holdings:
    """Records that count and have passed the gate, oldest first, with their earlier forms and the frameworks at hand."""

    records: tuple[Record, ...]
    earlier: tuple[Record, ...] = ()
    """Earlier forms of these records, as far as they too may be shown."""
    first: Mapping[str, str] = field(default_factory=dict)
    """For the id of every form of a record, the id of the first (`kit.model.origins`)."""
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    """Workshops in their order."""

    def root(self, id: str) -> str:
        """The id of the first form of a record: it stays through drafts and choices."""
        return self.first.get(id, id)

    def of_kind(self, *kinds: str) -> tuple[Record, ...]:
        """The records of some kinds, oldest first."""
        return tuple(record for kind in kinds for record in self._by_kind.get(kind, ()))

    def find(self, id: str) -> Record | None:
        """The record that counts now, by the id of any of its forms."""
        return self._by_root.get(self.root(id))

    def lettered(self, letter: str) -> tuple[Record, ...]:
        """The texts known by a letter: one, or one for each laptop that used it before the two were joined."""
        wanted = letter.strip().upper()
        return tuple(record for record in self.records if wanted and record.content.get("letter") == wanted and text_of(record)
                     and record.kind != "coding")

    def meeting(self, record: Record) -> Meeting | None:
        """The workshop in which a record was made."""
        return self._meetings.get(record.origin.workshop)

    def came_from(self, record: Record) -> tuple[Record, ...]:
        """What a record was made from: the drawing of a caption, the account of a coding, the cards of a theme."""
        return tuple(found for id in linked(record) if (found := self.find(id)) is not None)

    def came_of(self, record: Record) -> tuple[Record, ...]:
        """What was made from a record since, oldest first."""
        return tuple(self._made_from.get(self.root(record.id), ()))

    def forms(self, record: Record) -> tuple[Record, ...]:
        """All forms of a record that may be shown, oldest first, with the one that counts now as the last."""
        return (*self._earlier_by_root.get(self.root(record.id), ()), record)

    @cached_property
    def index(self) -> "Index":
        """For searching; made when somebody first searches."""
        from kit.reflect.searching import Index

        return Index(self)

    @cached_property
    def _by_root(self) -> dict[str, Record]:
        return {self.root(record.id): record for record in self.records}

    @cached_property
    def _by_kind(self) -> dict[str, list[Record]]:
        kinds: dict[str, list[Record]] = {}
        for record in self.records:
            kinds.setdefault(record.kind, []).append(record)
        return kinds

    @cached_property
    def _earlier_by_root(self) -> dict[str, list[Record]]:
        roots: dict[str, list[Record]] = {}
        for record in self.earlier:
            roots.setdefault(self.root(record.id), []).append(record)
        return roots

    @cached_property
    def _made_from(self) -> dict[str, list[Record]]:
        made: dict[str, list[Record]] = {}
        for record in self.records:
            for root in dict.fromkeys(map(self.root, linked(record))):
                made.setdefault(root, []).append(record)
        return made

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.id: meeting for meeting in self.meetings}


def linked(record: Record) -> Iterator[str]:
    """The ids of other records that a record holds."""
    for part in _LINKS:
        value = record.content.get(part)
        if isinstance(value, str) and value:
            yield value
        elif isinstance(value, list | tuple):
            yield from (one for one in value if isinstance(one, str) and one)
