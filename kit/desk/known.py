"""What a programme knows beside one workshop: its people and who has sat with whom, for the seating; and what was left open."""

from kit.desk.carried import carried_to
from kit.engine import Known, setting_of
from kit.model import Record
from kit.model.member import is_coming, member_of
from kit.store import History


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
        carried=carried_to(history, session, today))
