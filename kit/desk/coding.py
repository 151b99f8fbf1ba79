"""Coding a text on this laptop: by its letter or its sheet's code, against any framework, the whole of it or a passage."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kit.desk.finding import records_of
from kit.desk.makers import MAKERS
from kit.desk.reflecting import keep, opened
from kit.desk.world import World
from kit.model import Record, known_as, text_of
from kit.model.framework import LEVELS, NO_PRINCIPLE, Framework, Item
from kit.model.text import LONGEST, clean, clean_line, listed
from kit.reflect import Holdings
from kit.reflect.passages import Passage, found, passage
from kit.store import History, NoSuchThing, Programme, StoreProblem

READERS = ("self", "other", "together")
"""Who coded: its own author, somebody else, or some of us together."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What somebody says of a text: one code, how far it is there, and where."""

    framework: str = ""
    code: str = ""
    """Id of an item, "fits-no-principle", or empty for a code of their own."""
    own: str = ""
    level: str = LEVELS[0]
    note: str = ""
    quote: str = ""
    """A passage in its own words; empty for the whole text, or where `start` and `end` say where it is."""
    start: int = 0
    end: int = 0
    by: str = READERS[1]
    coder: str = ""


def code_text(programme: Programme, words: str, given: Iterable[Coding], world: World) -> tuple[Record, ...]:
    """Keep codings of the text that a letter, a sheet's code or a record's id means. Raises StoreProblem.

    The same reader's earlier word on the same code and passage is replaced.
    """
    with opened(programme, world) as (store, held):
        text = text_meant(programme, store, held, words)
        contents = [_content(held, text, one) for one in given]
        return tuple(keep(store, world, "coding", content, text.visible, _same(held, content)) for content in contents)


def text_meant(programme: Programme, history: History, held: Holdings, words: str) -> Record:
    """The text that a letter, a sheet's code or a record's id means. Raises StoreProblem where there is none to be read."""
    there = held.lettered(words)
    if len(there) > 1:
        raise StoreProblem(f"Two laptops used the letter {clean_line(words)[:10]}. Say which by its id: "
                           f"{listed([record.id for record in there], 'or')}.")
    if not there:
        ids = {held.root(record.id) for record in records_of(programme, history, words)}
        there = tuple(record for record in held.records if held.root(record.id) in ids and text_of(record))
    if not there:
        raise StoreProblem("Only its writer may see that text, so nobody else can code it. Its writer can change that with: "
                           "kit consent")
    return there[0]


def _content(held: Holdings, text: Record, one: Coding) -> dict[str, object]:
    if one.level not in LEVELS or one.by not in READERS:
        raise NoSuchThing(f"A level is one of: {', '.join(LEVELS)}. Whoever coded is one of: {', '.join(READERS)}.")
    own, note = clean_line(one.own), clean(one.note)
    if max(len(own), len(note), len(one.quote)) > LONGEST:
        raise StoreProblem(f"The most that can be kept in one text is {LONGEST:,} characters.")
    framework, item = _meant(held.frameworks, one)
    if item is None and not own and one.code != NO_PRINCIPLE:
        raise NoSuchThing("Say which code: one of a framework, one of your own, or that it fits no principle.")
    where = _where(text, one)
    place = {"quote": where.quote, "start": where.start, "end": where.end} if where else {"quote": ""}
    called = item.name if item else "" if own else "Fits no principle"
    return {"of": known_as(text), "letter": str(text.content.get("letter", "")), "framework": framework,
            "code": item.id if item else "" if own else NO_PRINCIPLE, "called": called, "own": own, "level": one.level,
            "note": note, "read_by": one.by, "coder": clean_line(one.coder), **place}


def _meant(frameworks: Mapping[str, Framework], one: Coding) -> tuple[str, Item | None]:
    """The item that a code means, by its id or its name; its framework may be left out where no other has it."""
    if not one.code or one.code == NO_PRINCIPLE:
        return "", None
    if one.framework and one.framework not in frameworks:
        raise NoSuchThing(f"There is no framework {clean_line(one.framework)[:60]!r}. See: kit frameworks")
    wanted = one.code.casefold()
    fits = [(framework.id, item) for framework in frameworks.values() if one.framework in ("", framework.id)
            for item in framework.items if wanted in (item.id, item.name.casefold())]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise NoSuchThing(f"More than one framework has that code: {', '.join(name for name, _ in fits)}. Say which.")
    raise NoSuchThing(f"No framework here has the code {clean_line(one.code)[:60]!r}. See: kit frameworks NAME")


def _where(text: Record, one: Coding) -> Passage | None:
    words = text_of(text)
    if one.quote:
        if (place := found(words, one.quote)) is None:
            raise StoreProblem("Those words are not in the text as they were typed. Copy them from it, capitals and all.")
        return place
    if one.end:
        if (place := passage(words, one.start, one.end)) is None:
            raise StoreProblem(f"There is nothing from character {one.start} to {one.end}. The text has {len(words)}.")
        return place
    return None


def _same(held: Holdings, content: Mapping[str, object]) -> Record | None:
    parts = ("of", "framework", "code", "own", "read_by", "coder", "quote")
    return next((record for record in held.of_kind("coding")
                 if all(record.content.get(part) == content[part] for part in parts)), None)


def name_authors(programme: Programme, letter: str, names: Iterable[str], world: World) -> int:
    """Keep who is behind a letter, apart from the records, where `kit forget --names` destroys it. Raises StoreProblem."""
    with opened(programme, world) as (store, held):
        text = text_meant(programme, store, held, letter)
        wanted = [name for name in map(clean_line, names) if name]
        if not wanted or any(len(name) > 100 for name in wanted):
            raise StoreProblem("Say who: one name or more, of at most 100 characters each.")
        for number, name in enumerate(wanted, 1):
            store.put_row(MAKERS, "key", {"key": f"{known_as(text)}-{number}", "letter": str(text.content.get("letter", "")),
                                          "chosen": "", "real": name})
        return len(wanted)
