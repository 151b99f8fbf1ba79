"""People who come late and people who leave: the head count and the seating list follow them. No reason is asked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit.engine.opening import MOST_PEOPLE, not_a_name
from kit.engine.scene import Made
from kit.model import Naming, Record, Refusal
from kit.model.text import clean_line


def read_arrival(name: str, records: Sequence[Record]) -> dict[str, Any] | Refusal:
    """What is kept of somebody who comes late, with the name they want on the seating list, or none."""
    name = clean_line(name)
    there = [str(record.content["text"]) for record in records if record.kind == "name"]
    if name and (why := not_a_name(name, there)):
        return Refusal(why)
    if _people(records) >= MOST_PEOPLE:
        return Refusal(f"There are {MOST_PEOPLE} people here already. That is the most.")
    return {"name": name}


def read_leaving(name: str, records: Sequence[Record]) -> dict[str, Any] | Refusal:
    """What is kept of somebody who leaves: the record of their name on the seating list, or none."""
    name = clean_line(name)
    there = _named(name, records)
    if name and there is None:
        return Refusal("Nobody of that name is on the seating list. To count somebody out without a name, leave the name out.")
    if _people(records) < 2:
        return Refusal("Only one person is here. To end the day, go to its last part.")
    return {"of": there.id if there else ""}


def moved_people(kind: str, data: Mapping[str, Any], records: Sequence[Record]) -> Iterator[Made]:
    """The records that somebody's coming or leaving makes."""
    counted = next((record for record in reversed(records) if record.kind == "attendance"), None)
    people = _people(records) + (1 if kind == "arrived" else -1)
    yield Made("attendance", {"people": max(1, people)}, replaces=counted.id if counted else "")
    if data.get("name"):
        yield Made("name", {"text": str(data["name"])}, naming=Naming.CHOSEN)
    if data.get("of"):
        yield Made("name", {"text": "", "dropped": True}, replaces=str(data["of"]))


def _people(records: Sequence[Record]) -> int:
    return next((int(record.content["people"]) for record in reversed(records) if record.kind == "attendance"), 0)


def _named(name: str, records: Sequence[Record]) -> Record | None:
    wanted = name.casefold()
    return next((r for r in records if wanted and r.kind == "name" and str(r.content["text"]).casefold() == wanted), None)
