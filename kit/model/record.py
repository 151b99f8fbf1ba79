"""What the room makes: a rule, a drawing, a caption, a mark, a decision. One shape for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Visible(StrEnum):
    """Who may see a record."""

    ME = "me"
    GROUP = "group"
    REPORT = "report"
    PUBLIC = "public"


class Naming(StrEnum):
    """How the maker of a record is named beside it."""

    REAL = "real"
    CHOSEN = "chosen"
    LETTER = "letter"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from. Each part is empty where it is not known."""

    programme: str = ""
    """The programme's id."""
    workshop: str = ""
    """The session's id."""
    block: str = ""
    activity: str = ""
    step: int = 0
    """Place of the step in its activity, from 1; 0 outside a step."""
    table: str = ""
    sheet: str = ""
    """The short code of the sheet of paper it was made on."""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing the room made. Default: this group may see it, and nobody is named.

    A record never changes. It is replaced by a later record that names it, withdrawn, or erased.
    """

    id: str
    kind: str
    when: str
    """ISO 8601, UTC, whole seconds."""
    origin: Origin
    content: Mapping[str, Any] = field(default_factory=dict)
    """JSON values only; the words of the record stand under "text" where it has just one text."""
    visible: Visible = Visible.GROUP
    naming: Naming = Naming.NONE
    keep_until: str = ""
    """ISO date, or empty: as long as the programme."""
    replaces: str = ""
    """The id of the earlier record that this one stands for."""


def standing(records: Iterable[Record], taken_back: Iterable[str] = ()) -> tuple[Record, ...]:
    """The records that count: those not taken back and not replaced by a record that itself counts.

    A record added twice under one id counts once, the first time. A record whose content says "dropped" replaces an earlier
    one by nothing.
    """
    gone = set(taken_back)
    kept = {r.id: r for r in reversed(list(records)) if r.id not in gone}
    replaced = {r.replaces for r in kept.values() if r.replaces}
    return tuple(r for r in reversed(kept.values()) if r.id not in replaced and not r.content.get("dropped"))
