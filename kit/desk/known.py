"""What a programme knows beside one workshop: its people, and who has sat with whom. The seating alone looks at it."""

from kit.engine import Known
from kit.model.member import is_coming, member_of
from kit.store import History


def known_to(history: History, session: str = "") -> Known:
    """What a programme's records say, for the workshop with this id; for one that has not begun, where it is empty."""
    records = [record for record in history.records() if not record.withdrawn]
    planned = [r.content["rounds"] for r in records if r.kind == "seat-plan"]
    return Known(
        tuple(member_of(r.content) for r in records if r.kind == "person" and is_coming(r.content)),
        tuple(r.content["tables"] for r in records if r.kind == "seating" and r.origin.workshop != session),
        tuple(planned[-1]) if planned else ())
