"""Whole programmes and days, played once, to look at what they leave: the ground on which each practice is proved."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from kit.content.library import read_made_up
from kit.desk.library import load_shelf
from kit.desk.outputs import outputs, said
from kit.desk.paper import Order, parts_of
from kit.desk.programmes import new_programme
from kit.desk.rehearsal import play, rehearse_line
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.paths import builtin_activities
from printables.plain_text import plain_text

PEOPLE = 7
DAYS = ("first-meeting", "consensus-day", "reflection-half-day", "closing-and-thanks")
HOME = Path(mkdtemp(prefix="practices-"))


@cache
def shelf():
    """All that ships."""
    return load_shelf(HOME)


@cache
def programme(name):
    """A whole programme, or a day, played to its end; a day of one activity where it is no template."""
    lines, world = shelf().lines, made_up_world(name)
    if name in lines:
        order = Order(what=("due-before",), form="text")
        return rehearse_line(HOME, lines[name], shelf(), PEOPLE, 1, order, lambda *now: None).programme
    made = new_programme(HOME, name, name if name in shelf().plans else "first-meeting", shelf(), world)
    if name not in shelf().plans:
        text = f'id = "day"\ntitle = "A day"\nsummary = "One thing."\n\n[[blocks]]\nactivity = "{name}"\n'
        for old in made.plans_folder.glob("*.toml"):
            old.unlink()
        (made.plans_folder / "1-day.toml").write_text(text, encoding="utf-8")
    workshop = open_workshop(made, shelf(), world)
    play(workshop, MadeUpPeople(PEOPLE, read_made_up(builtin_activities() / "made-up.toml"), 1), lambda *now: None)
    workshop.close()
    return made


@cache
def records(name):
    """What a programme or a day left, as the facilitator may see it."""
    return outputs(programme(name))


def left(name, kind, activity=""):
    """The records of a kind that a programme or a day left, from one activity where it is named."""
    return [r for r in records(name) if r.kind == kind and activity in ("", r.origin.activity)]


def by(activity, *kinds):
    """Whether an activity, played alone, leaves all of these kinds of record, and each can be said."""
    there = {r.kind for r in records(activity) if r.origin.activity == activity and said(r)}
    return bool(there) and set(kinds) - {"talk"} <= there


@cache
def on(sheet, name="partners2", *, sample=False):
    """What a sheet of a played programme says."""
    order = Order(what=(sheet,), form="text", sample=sample)
    _, parts = parts_of(programme(name), shelf(), order)
    return "\n".join(plain_text(document) for part in parts for document in part.sheet.documents)
