"""What happened in a session, one line each. A session is nothing but its events, read in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kit.model.record import Record


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: an answer, an undo, a pause."""

    number: int
    """1, 2, 3 … within the session."""
    at: str
    """ISO 8601, UTC, whole seconds."""
    kind: str
    """begun · answered · done · skipped · gone_to · noted · paused · carried_on · undone · and on the day: break · slowed ·
    replanned · strand · arrived · left · taken_over · counting"""
    data: Mapping[str, Any] = field(default_factory=dict)
    drawn: tuple[Any, ...] = ()
    """What chance decided because of this event, so that reading it again needs no chance."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one event did to the session's records; what the store keeps in one durable save."""

    event: Event
    added: tuple[Record, ...] = ()
    taken_back: tuple[str, ...] = ()
    """Ids of records that an undo took away again."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that cannot be taken, and the sentence that says what to do. Nothing was changed or lost."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence
