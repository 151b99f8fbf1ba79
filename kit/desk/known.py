"""What a programme knows beside one workshop: its people, who sat with whom, what was written before, and what was left open."""

from collections.abc import Iterable
from pathlib import Path

from kit.content.vocabulary import CODED
from kit.desk.carried import carried_to
from kit.engine import Known, setting_of
from kit.model import Framework, Record
from kit.model.gate import Way, let_out
from kit.model.member import is_coming, member_of
from kit.store import History, Store

_TO_WORK_ON = (*CODED, "theme")
"""Kinds that a later workshop works on: texts to read, cards to sort, themes."""


def is_planned_for(record: Record, workshop: int) -> bool:
    """Whether a record is the seats that were planned for the programme's workshop of this number."""
    return record.kind == "seat-plan" and record.content.get("workshop") == workshop and not record.withdrawn


def known_to(history: History, session: str = "", today: str = "") -> Known:
    """What a programme's records say, for the workshop with this id; for one that has not begun, where it is empty.

    `today` is an ISO date: what is past its day is not told.
    """
    records = [record for record in history.records() if not record.withdrawn]
    number = setting_of(history.events(session)).place.workshop if session in history.sessions() else 0
    planned = [r.content["rounds"] for r in records if is_planned_for(r, number)]
    return Known(
        tuple(member_of(r.content) for r in records if r.kind == "person" and is_coming(r.content)),
        tuple(r.content["tables"] for r in records if r.kind == "seating" and r.origin.workshop != session),
        tuple(planned[-1]) if planned else (),
        lambda: _earlier(records, session), lambda: _frameworks(history), lambda: carried_to(history, session, today),
        lambda: _agreement(history, session, today))


def _earlier(records: Iterable[Record], session: str) -> tuple[Record, ...]:
    """What other workshops left to work on, as it may stand on the facilitator's screen.

    The day is that of the newest record: a session has just kept one.
    """
    records = tuple(records)
    today = max((record.when for record in records), default="")[:10]
    return tuple(record for record in let_out(records, Way.SCREEN, today)
                 if record.kind in _TO_WORK_ON and record.origin.workshop != session)


def _agreement(history: History, session: str, today: str) -> Record | None:
    """The last agreement of another workshop than this."""
    standing = let_out(history.records(), Way.ROOM, today)
    return next((r for r in reversed(standing) if r.kind == "agreement" and r.origin.workshop != session), None)


def _frameworks(history: History) -> tuple[Framework, ...]:
    from kit.desk.frameworks import frameworks_at

    folder: Path | None = history.engine.folder if isinstance(history, Store) else None
    return tuple(frameworks_at(folder).by_id.values())
