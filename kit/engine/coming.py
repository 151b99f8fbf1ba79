"""People who come late and people who leave: the head count and the seating list follow them. No reason is asked.

Somebody who comes when people sit at tables, and gives a name, gets a seat at once, and nobody has to move for them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kit.engine.opening import MOST_PEOPLE, not_a_name
from kit.engine.placing import free_seat
from kit.engine.scene import Known, Made
from kit.model import Naming, Record, Refusal
from kit.model.text import clean_line


def read_arrival(name: str, records: Sequence[Record], known: Callable[[], Known]) -> dict[str, Any] | Refusal:
    """What is kept of somebody who comes late: the name they want on the seating list, or none, and their table, from 0."""
    name = clean_line(name)
    there = [str(record.content["text"]) for record in records if record.kind == "name"]
    if name and (why := not_a_name(name, there)):
        return Refusal(why)
    if _people(records) >= MOST_PEOPLE:
        return Refusal(f"There are {MOST_PEOPLE} people here already. That is the most.")
    place = _free_seat(name, records, known)
    return {"name": name} if place is None else {"name": name, "table": place}


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
        yield from _with_a_seat(data, records)
    if data.get("of"):
        yield Made("name", {"text": "", "dropped": True}, replaces=str(data["of"]))


def _free_seat(name: str, records: Sequence[Record], known: Callable[[], Known]) -> int | None:
    """The table for a name, from 0; None where nobody sits yet, where no table will do, or where they have a seat still."""
    seated = _seated(records)
    if not name or seated is None or any(name in names for names in seated.content["tables"]):
        return None
    before = [record.content["tables"] for record in records if record.kind == "seating" and record is not seated]
    return free_seat(name, seated.content["tables"], seated.content.get("offers", ()), known(), before)


def _with_a_seat(data: Mapping[str, Any], records: Sequence[Record]) -> Iterator[Made]:
    """The tables with one person more, in the place of those that stand."""
    seated = _seated(records)
    if seated is not None and "table" in data:
        tables = [[*names, str(data["name"])] if n == data["table"] else list(names)
                  for n, names in enumerate(seated.content["tables"])]
        yield Made("seating", {**seated.content, "tables": tables}, seated.visible, replaces=seated.id, origin=seated.origin)


def _seated(records: Sequence[Record]) -> Record | None:
    return next((record for record in reversed(records) if record.kind == "seating"), None)


def _people(records: Sequence[Record]) -> int:
    return next((int(record.content["people"]) for record in reversed(records) if record.kind == "attendance"), 0)


def _named(name: str, records: Sequence[Record]) -> Record | None:
    wanted = name.casefold()
    return next((r for r in records if wanted and r.kind == "name" and str(r.content["text"]).casefold() == wanted), None)
