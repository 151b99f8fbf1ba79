"""Finding something by its words, and going to where it stands: a person, a record with its choices, a workshop, a plan."""

from functools import partial

from kit.desk.flows import Line, Pick, Talk, Tell, menu
from kit.desk.flows.forgetting import forget_this
from kit.desk.flows.people import person
from kit.desk.flows.things import one_thing
from kit.desk.holding import Hit, hold
from kit.desk.library import Shelf
from kit.desk.outputs import outputs, said
from kit.desk.world import World
from kit.model.sheetcode import read_code
from kit.model.text import clean_line, counted, cut_short
from kit.store import Programme

MOST = 60
"""Hits that are shown at once. More words find fewer."""


def finding(programme: Programme, shelf: Shelf, world: World) -> Talk:
    """Ask for words until somebody goes back; show what fits, and go to what is picked."""
    while True:
        words = yield Line("Find", "Which words? Part of a word is enough. Or the code on a sheet.")
        if words is None:
            return None
        hits = hold(programme, shelf, world).find(words, MOST)
        if not hits:
            yield Tell("Find", ("Nothing fits. Try fewer words.",))
            continue
        found = f"{counted(len(hits), 'thing')} found"
        place = yield Pick(found, tuple(map(line_of, hits)), notes=tuple(hit.where for hit in hits))
        if place is not None:
            yield from where_it_stands(programme, world, hits[place])


def line_of(hit: Hit) -> str:
    """A hit as one row."""
    return f"{hit.heading}: {clean_line(hit.line)}"


def where_it_stands(programme: Programme, world: World, hit: Hit) -> Talk:
    """Go to what was found."""
    match hit.kind:
        case "person":
            return (yield from person(programme, world, hit.id))
        case "record":
            return (yield from one_thing(programme, world, hit.id))
        case "sheet":
            return (yield from _sheet(programme, world, hit))
        case "workshop":
            return (yield from _workshop(programme, world, hit))
    yield Tell(hit.heading, (hit.line, f"It is in {hit.where}." if hit.number else hit.where))
    return None


def _sheet(programme: Programme, world: World, hit: Hit) -> Talk:
    """What was made on a sheet, or what its consent slip speaks of."""
    code = read_code(hit.id)
    if code is None or code.programme != programme.code:
        yield Tell("Sheet", (hit.line, f"It is of {hit.where}."))
        return None
    there = [record for record in outputs(programme) if hit.id in (record.origin.sheet, record.consent.slip)]
    if not there:
        yield Tell("Sheet", (hit.line, f"It is of {hit.where}. Nothing is kept under it yet."))
        return None
    place = yield Pick(hit.line, tuple(cut_short(said(record), 200) for record in there), (f"It is of {hit.where}.",))
    return None if place is None else (yield from one_thing(programme, world, there[place].id))


def _workshop(programme: Programme, world: World, hit: Hit) -> Talk:
    made = tuple(clean_line(said(record)) for record in outputs(programme) if record.origin.workshop == hit.id)
    return (yield from menu(
        lambda: hit.line,
        lambda: [("What it made", counted(len(made), "thing"), partial(_made, hit.line, made)),
                 ("Forget this workshop", "out of every file, for good", partial(forget_this, programme, world, "", hit.id))],
        lambda: (hit.where,)))


def _made(title: str, lines: tuple[str, ...]) -> Talk:
    yield Tell(title, lines or ("Nothing yet.",))
    return None
