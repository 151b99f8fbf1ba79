"""The people a programme knows of: listed, written down, changed, taken off, and undone. Only the facilitator sees them.

Each change is a record in the place of the one before, on the disk before anybody is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC

from kit.desk.attendance import balance
from kit.desk.outputs import this_day
from kit.desk.people import unknown
from kit.desk.person_parts import PARTS, WAYS, checked
from kit.desk.world import World
from kit.engine.warnings import seen_to
from kit.model import Origin, Record, Visible
from kit.model.member import is_coming
from kit.model.needs import SHARES, Need, needs_of, to_look_at
from kit.model.text import clean_line, counted, listed
from kit.store import History, NoSuchThing, Programme, Store, StoreProblem
from kit.store.keeping import open_for_reading


@dataclass(frozen=True, slots=True)
class Written:
    """Somebody as they are written down now, and what there is to say about it."""

    person: Record
    told: tuple[str, ...]


def people_of(history: History) -> tuple[Record, ...]:
    """Everybody who is on the list now, by their names."""
    there = [record for record in history.records() if record.kind == "person" and not record.withdrawn]
    return tuple(sorted(there, key=lambda record: str(record.content["name"]).casefold()))


def read_people_list(programme: Programme) -> tuple[Record, ...]:
    """The same for a programme that is not open. Raises StoreProblem."""
    return people_of(open_for_reading(programme))


def person_named(people: Iterable[Record], words: str) -> Record:
    """The person of this name, or with this record's id. Raises NoSuchThing."""
    wanted = clean_line(words).casefold()
    for person in people:
        if wanted in (str(person.content["name"]).casefold(), person.id):
            return person
    raise NoSuchThing(f"Nobody here is called {clean_line(words)[:60]!r}. Check how it is spelt.")


def write_down(programme: Programme, parts: Mapping[str, str], world: World, who: str = "") -> Written:
    """Write somebody down, or change some parts of who is there already (`who`). Raises StoreProblem, NoSuchThing."""
    store = _opened(programme, world)
    try:
        people = people_of(store)
        before = person_named(people, who) if who else None
        row = checked({**(before.content if before else {}), **parts}, this_day(world))
        others = {str(person.content["name"]).casefold() for person in people if person is not before}
        if row["name"].casefold() in others:
            raise StoreProblem("That name is on the list already. Add a letter, so that people can tell them apart.")
        person = _keep(store, programme, row, world, before)
        return Written(person, tuple(_troubles(people_of(store), row, before)))
    finally:
        store.close()


def take_off(programme: Programme, who: str, world: World) -> Record:
    """Take somebody off the list. Undo brings them back; only forgetting takes their words out of every file."""
    store = _opened(programme, world)
    try:
        person = person_named(people_of(store), who)
        _keep(store, programme, {"name": person.content["name"], "dropped": True}, world, person)
        return person
    finally:
        store.close()


def undo(programme: Programme, world: World) -> str:
    """Take back the last change of the list, as often as there are changes. Gives what was done, in a sentence.

    What somebody took back themselves stays taken back. Raises StoreProblem where there is nothing to undo.
    """
    store = _opened(programme, world)
    try:
        changes = [record for record in store.kept_records() if record.kind == "person"]
        if not changes or changes[-1].withdrawn:
            raise StoreProblem("There is nothing to undo in the list of people.")
        last = changes[-1]
        store.take_back([last.id])
        name = str(last.content["name"])
        if last.content.get("dropped"):
            return f"{name} is on the list again."
        before = any(record.id == last.replaces for record in changes[:-1])
        return f"{name} is as before." if before else f"{name} is on the list no more."
    finally:
        store.close()


def told_of(content: Mapping[str, str]) -> Iterator[str]:
    """All that is written down of somebody, a line for each part. The needs come with what meets them."""
    for part in PARTS:
        text = str(content.get(part.name, ""))
        if part.name == "needs":
            text = "; ".join(need.line for need in needs_of(content))
        if text and part.name not in ("name", "met"):
            yield f"{part.label}: {text}"
    if content.get("needs") and not content.get("share"):
        yield f"Who may know: {SHARES[0]}"


def to_see_to(content: Mapping[str, str]) -> tuple[Need, ...]:
    """The needs that nothing meets yet: nobody has said what does, and their words name no seat and no sheet."""
    return tuple(need for need in needs_of(content) if not need.by and not seen_to(need.words))


def in_short(content: Mapping[str, str]) -> str:
    """Somebody in a few words beside their name. Their needs are not told, only that there are some, and what is open."""
    needs = needs_of(content)
    open_ = len(to_see_to(content))
    parts = (str(content.get("pronouns", "")), str(content.get("role", "")), counted(len(needs), "access need") if needs else "",
             f"{open_} to see to" if open_ else "", "" if is_coming(content) else "not coming")
    return ", ".join(filter(None, parts))


def summary(people: Iterable[Record], last: str = "") -> Iterator[str]:
    """What to know of everybody together. `last`: when the last workshop began, as an ISO time; empty where none did."""
    people = tuple(people)
    coming = [person.content for person in people if is_coming(person.content)]
    count = f"{counted(len(people), 'person', 'people')} on the list, {len(coming)} coming."
    yield count if people else "Nobody is on the list yet."
    ways = Counter(way for content in coming for way in WAYS if way in str(content.get("part", "")).casefold())
    if ways:
        yield f"How people like to take part: {listed([f'{way} {ways[way]}' for way in WAYS if ways[way]])}."
    yield from balance(coming)
    open_ = [str(content["name"]) for content in coming if to_see_to(content)]
    if open_:
        yield f"Say what meets each access need of {listed(open_)}."
    again = [str(person.content["name"]) for person in people if last and to_look_at(person.content, person.when, last)]
    if again:
        yield f"Look again, together, at the access needs of {listed(again)}: there was a workshop since."


def last_begun(history: History) -> str:
    """When the last workshop began, as an ISO time; empty where none did."""
    return max((history.events(session)[0].at for session in history.sessions()), default="")


def _opened(programme: Programme, world: World) -> Store:
    return Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)


def _keep(store: Store, programme: Programme, row: Mapping[str, object], world: World, before: Record | None) -> Record:
    now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    person = Record(world.draw(14).lower(), "person", now, Origin(programme=programme.id), row, Visible.ME,
                    replaces=before.id if before else "")
    store.keep_record(person)
    return person


def _troubles(people: Iterable[Record], row: Mapping[str, str], before: Record | None) -> Iterator[str]:
    """What to look at: wishes of this person about somebody unknown, and other people's about the name they had."""
    people = tuple(people)
    old = str(before.content["name"]).casefold() if before else ""
    names = {str(person.content["name"]).casefold() for person in people}
    about = [row, *(person.content for person in people if old and old not in names
                    and old in f"{person.content.get('together', '')} {person.content.get('apart', '')}".casefold())]
    yield from unknown(about, names)
