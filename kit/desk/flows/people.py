"""The form for people: who comes, and what makes the room work. Every part is optional, and every change can be undone."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from kit.desk.flows import Asking, Do, Line, Pick, Talk, Tell, menu
from kit.desk.people import take_in
from kit.desk.people_list import (
    in_short,
    last_begun,
    people_of,
    person_named,
    read_people_list,
    summary,
    take_off,
    undo,
    write_down,
)
from kit.desk.person_parts import PARTS, Part
from kit.desk.world import World
from kit.model import Record
from kit.model.needs import MEETS, SHARES, Need, met_text, needs_of
from kit.store import Programme, StoreProblem
from kit.store.keeping import open_for_reading

_ROWS = {"seat": "A seat: the table they sit at", "sheet": "A sheet: the print they like",
         "other": "Something else, that a person sees to"}
_ONLY_YOU = "Only you see this list. It is never in the room's view, on a sheet, or in a bundle."

Row = tuple[str, str, Callable[[], Talk]]


def people(programme: Programme, world: World) -> Talk:
    """Everybody on the list, and what can be done with it."""
    def rows() -> list[Row]:
        there = [(str(p.content["name"]), in_short(p.content), partial(person, programme, world, p.id))
                 for p in read_people_list(programme)]
        return [("Add somebody", "a name is enough", partial(_add, programme, world)), *there,
                ("Take in a table", "CSV or XLSX", partial(_table, programme, world)),
                ("Undo the last change", "as often as you like", partial(_undo, programme, world))]

    def about() -> tuple[str, ...]:
        store = open_for_reading(programme)
        return (*summary(people_of(store), last_begun(store)), _ONLY_YOU)

    return menu(lambda: "People", rows, about)


def person(programme: Programme, world: World, who: str) -> Talk:
    """One person: each part with what stands there, until somebody goes back."""
    here, at = who, 0
    told: tuple[str, ...] = ()
    while True:
        found = person_named(read_people_list(programme), here)
        content = found.content
        rows = (*(part.label for part in PARTS), "Take off the list")
        notes = (*(_said(content, part) for part in PARTS), "undo brings them back")
        about = told or ("Everything is optional. Enter changes a line; it is kept at once.",)
        place = yield Pick(str(content["name"]), rows, about, notes, at)
        if place is None:
            return None
        if place == len(PARTS):
            return (yield from _off(programme, world, found))
        at = place
        here, told = yield from _changed(programme, world, found, PARTS[place])


def _changed(programme: Programme, world: World, found: Record, part: Part) -> Asking[tuple[str, tuple[str, ...]]]:
    """Ask for one part and keep it. Gives the person's record from now on, and what there is to say."""
    text = yield from _asked(found, part)
    if text is None:
        return found.id, ()
    try:
        written = yield Do("Saving", lambda progress: write_down(programme, {part.name: text}, world, found.id))
    except StoreProblem as problem:
        return found.id, (str(problem),)
    return written.person.id, (f"Saved: {part.label}.", *written.told)


def _asked(found: Record, part: Part) -> Asking[str | None]:
    """The new text of a part, or None where it is to stay."""
    now = str(found.content.get(part.name, ""))
    if part.name == "met":
        return (yield from _met(found))
    if not part.choices:
        text: str | None = yield Line(part.label, part.question, now, may_be_empty=part.name != "name")
        return text
    place = yield Pick(part.question, (*part.choices, "Leave it open"), at=part.choices.index(now) if now in part.choices else 0)
    return None if place is None else (*part.choices, "")[place]


def _met(found: Record) -> Asking[str | None]:
    """What meets each need, one need after the other."""
    needs = list(needs_of(found.content))
    if not needs:
        yield Tell("Met by", ("No access needs are written down yet.",))
        return None
    for place, need in enumerate(needs):
        rows = (*(_ROWS[by] for by in MEETS), "Nothing yet")
        by = yield Pick(f"What meets this need: {need.words}?", rows, at=MEETS.index(need.by) if need.by else 0)
        if by is None:
            return None
        how = (yield Line(need.words, "How? Such as: Sam books it.", need.how, may_be_empty=True)) if by < len(MEETS) else ""
        needs[place] = Need(need.words, (*MEETS, "")[by], str(need.how if how is None else how).replace(";", ","))
    return met_text(tuple(needs))


def _said(content: Mapping[str, str], part: Part) -> str:
    text = str(content.get(part.name, ""))
    if part.name == "share" and not text:
        return f"{SHARES[0]} (nobody chose)"
    return text


def _add(programme: Programme, world: World) -> Talk:
    name = yield Line("Add somebody", "What do they want to be called?")
    if name is None:
        return None
    written = yield Do("Saving", lambda progress: write_down(programme, {"name": name}, world))
    return (yield from person(programme, world, written.person.id))


def _off(programme: Programme, world: World, found: Record) -> Talk:
    yield Do("Saving", lambda progress: take_off(programme, found.id, world))
    yield Tell("Taken off", (f"{found.content['name']} is on the list no more. Undo brings them back.",
                             "Their words are in older files until you forget them: Look after it, Forget."))
    return None


def _undo(programme: Programme, world: World) -> Talk:
    done = yield Do("Undoing", lambda progress: undo(programme, world))
    yield Tell("Undone", (done,))
    return None


def _table(programme: Programme, world: World) -> Talk:
    file = yield Line("Take in a table", "Which file? A CSV or XLSX with a column called Name.")
    if file is None:
        return None
    taken = yield Do("Reading", lambda progress: take_in(programme, Path(file.strip()).expanduser(), world))
    yield Tell("Taken in", (f"{len(taken.people)} taken in.", *taken.troubles))
    return None
