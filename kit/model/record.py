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
    site: str = ""
    """Where the workshop took place, where one plan is run at several sites."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Who wrote down what the maker of a record said about it, when, and under which wording. Empty: nobody asked yet."""

    by: str = ""
    when: str = ""
    """ISO 8601, UTC, whole seconds."""
    wording: str = ""
    """Id of the words that were read out or printed."""
    slip: str = ""
    """Code of the paper slip that says so, where there is one: whoever holds its lower part can take it back."""


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
    withdraw_until: str = ""
    """ISO date until which its maker may still take it back, or empty. Nothing is published before that."""
    withdrawn: bool = False
    """True where its maker took it back. It goes out on no way at all."""
    maker: str = ""
    """Key of its maker among the names, which are kept apart (`kit.model.gate.Maker`); empty where nobody is named."""
    consent: Consent = Consent()


def known_as(record: Record) -> str:
    """What other records call this one. It stays when a new draft or a choice of its maker's stands for it."""
    return str(record.content.get("key") or record.id)


def speaks_of(record: Record) -> str:
    """What a record is about (see `known_as`): the account of a coding, the diary of a passage. Empty where it stands alone."""
    of = record.content.get("of", "")
    return of if isinstance(of, str) else ""


def text_of(record: Record) -> str:
    """The words of a record as one text, in which a passage has its place: the parts of an account with an empty line between."""
    if "parts" in record.content:
        return "\n\n".join(map(str, record.content["parts"]))
    return str(record.content.get("text", ""))


def standing(records: Iterable[Record], taken_back: Iterable[str] = ()) -> tuple[Record, ...]:
    """The records that count: those not taken back and not replaced by a record that itself counts.

    A record added twice under one id counts once, the first time. A record whose content says "dropped" replaces an earlier
    one by nothing. Where two laptops replaced one record, both count until a person chooses; but where one of them is a
    withdrawal, only that counts.
    """
    gone = set(taken_back)
    kept = {r.id: r for r in reversed(list(records)) if r.id not in gone}
    replaced = {r.replaces for r in kept.values() if r.replaces}
    last = [r for r in reversed(kept.values()) if r.id not in replaced]
    firsts = origins(kept)
    withdrawn = {firsts[r.id] for r in last if r.withdrawn}
    return tuple(r for r in last if not r.content.get("dropped") and (r.withdrawn or firsts[r.id] not in withdrawn))


def origins(records: Mapping[str, Record]) -> dict[str, str]:
    """For every record, by its id, the id of the first record of its chain: what each later one stands for."""
    first: dict[str, str] = {}
    for start in records:
        path, here = [], start
        while here not in first and here in records and here not in path:
            path.append(here)
            here = records[here].replaces or here
        first.update(dict.fromkeys(path, first.get(here, here)))
    return first


def conflicts(records: Iterable[Record]) -> tuple[tuple[Record, ...], ...]:
    """Of the records that count, those that replace the same one in two ways, together. A person has to choose."""
    rivals: dict[str, list[Record]] = {}
    for record in records:
        if record.replaces:
            rivals.setdefault(record.replaces, []).append(record)
    return tuple(tuple(group) for group in rivals.values() if len(group) > 1)
