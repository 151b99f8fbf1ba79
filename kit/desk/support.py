"""Who people can turn to: the programme's own local contacts, each with the day on which somebody last checked it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta

from kit.desk.world import World
from kit.model import Origin, Record
from kit.model.text import clean_line, counted
from kit.store import NoSuchThing, Programme, Store, StoreProblem
from kit.store.keeping import open_for_reading

KIND = "support"
STALE = timedelta(days=183)
"""Half a year. After that, somebody should ring and see."""
LONGEST = 200
"""Characters of a name, or of how to reach somebody: the card is small."""


def contacts(programme: Programme) -> tuple[Record, ...]:
    """The contacts of a programme, oldest first. Raises StoreProblem."""
    return _standing(open_for_reading(programme).records())


def add(programme: Programme, who: str, how: str, checked: str, world: World) -> Record:
    """Keep a contact, checked today where no day is said. Raises StoreProblem with a sentence."""
    who, how = clean_line(who), clean_line(how)
    if not who or not how:
        raise NoSuchThing("A contact needs a name, and how to reach them. Type both, each in quote marks.")
    if max(len(who), len(how)) > LONGEST:
        raise NoSuchThing(f"A contact's name, and how to reach them, have {LONGEST} letters at the most: the card is small.")
    return _keep(programme, {"text": who, "how": how, "checked": _day(checked, world)}, "", world)


def check(programme: Programme, number: int, checked: str, world: World) -> Record:
    """Note that somebody checked a contact, by its number in the list. Raises StoreProblem."""
    old = _numbered(programme, number)
    return _keep(programme, {**old.content, "checked": _day(checked, world)}, old.id, world)


def remove(programme: Programme, number: int, world: World) -> Record:
    """Take a contact off the card, by its number in the list. Raises StoreProblem."""
    old = _numbered(programme, number)
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        store.take_back([old.id])
    finally:
        store.close()
    return old


def stale(records: Iterable[Record], today: date) -> Iterator[str]:
    """A sentence for each contact that nobody has checked for half a year, by its number: no name is said of it."""
    for number, record in enumerate(_standing(records), 1):
        checked = _read(str(record.content.get("checked", "")))
        if checked is None or today - checked > STALE:
            when = f"on {checked.isoformat()}" if checked else "on no day that we know"
            yield f"Support contact {number} was last checked {when}. Ring it before you print the card."


def line(number: int, record: Record) -> str:
    """A contact in a line."""
    return f"{number}. {record.content['text']}: {record.content['how']} Checked {record.content['checked']}."


def summary(records: tuple[Record, ...]) -> str:
    """How many there are."""
    return f"{counted(len(records), 'contact')} on the support card." if records else "No contacts yet."


def _standing(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(record for record in records if record.kind == KIND and not record.withdrawn)


def _numbered(programme: Programme, number: int) -> Record:
    there = contacts(programme)
    if not 1 <= number <= len(there):
        raise NoSuchThing(f"There is no contact {number}. {summary(there)}")
    return there[number - 1]


def _keep(programme: Programme, content: dict[str, object], replaces: str, world: World) -> Record:
    now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    record = Record(world.draw(14).lower(), KIND, now, Origin(programme=programme.id), content, replaces=replaces)
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        store.keep_record(record)
    finally:
        store.close()
    return record


def _day(typed: str, world: World) -> str:
    day = _read(typed) if typed else world.clock().date()
    if day is None:
        raise StoreProblem(f"{clean_line(typed)[:20]!r} is no date. Write it as 2026-03-31.")
    if day > world.clock().date():
        raise StoreProblem(f"{day.isoformat()} has not come yet. Say the day on which somebody checked it.")
    return day.isoformat()


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
