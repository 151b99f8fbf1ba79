"""Commands for reflection: reflect, frameworks."""

from argparse import Namespace
from typing import Any

from kit.commands import OK
from kit.commands.opening import found_by, programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.frameworks import frameworks_at
from kit.desk.home import home_folder
from kit.desk.world import real_world
from kit.model import Framework, Record, Visible
from kit.model.data import to_data
from kit.model.text import clean_line, counted
from kit.store import NoSuchThing, Programme, StoreProblem


def reflect(call: Namespace) -> int:
    """Look back at a programme, or add a coding, a theme, the names behind a letter."""
    from kit.desk.reflecting import holdings
    from kit.desk.reflection_words import VIEWS
    from kit.model.gate import Way

    adding = {"code": _code, "theme": _theme, "author": _author, "change": _change}
    if call.what not in (*VIEWS, "about", *adding):
        raise NoSuchThing(f"There is no {clean_line(call.what)[:40]!r} to reflect with. There are: "
                          f"{', '.join([*VIEWS, 'about', *adding])}.")
    programme = programme_of(call)
    if call.what in adding:
        return adding[call.what](call, programme)
    held = holdings(programme, Way(call.way))
    typed = " ".join(call.words)
    if call.what == "about":
        return _about(call, held, typed)
    if call.json:
        from kit.desk.reflection_data import view_data

        tell_json(view_data(held, call.what, typed))
    elif call.what == "search":
        from kit.desk.reflection_words import search_lines

        tell(*search_lines(held, typed, ids=True))
    else:
        from kit.desk.reflection_words import view_lines

        tell(*view_lines(held, call.what, typed))
    return OK


def _about(call: Namespace, held: Any, typed: str) -> int:
    from kit.desk.reflection_words import about

    record = held.find(typed.strip()) or next(iter(held.lettered(typed)), None)
    if record is None:
        raise NoSuchThing(f"There is no record {clean_line(typed)[:60]!r}. Find it with: kit reflect PROGRAMME search WORDS")
    if call.json:
        tell_json({"record": record, "earlier": held.forms(record)[:-1], "came_from": held.came_from(record),
                   "came_of": held.came_of(record)})
    else:
        tell(*about(held, record), f"Id: {record.id}")
    return OK


def _told(call: Namespace, records: tuple[Record, ...]) -> int:
    narrate(f"Saved: {counted(len(records), 'record')}.")
    if call.json:
        tell_json(records)
    else:
        tell(*(record.id for record in records))
    return OK


def _code(call: Namespace, programme: Programme) -> int:
    from kit.desk.coding import Coding, code_text
    from kit.desk.ticks import ticks

    if len(call.words) != 1:
        raise NoSuchThing("Say which text: its letter, its sheet's code or its id.")
    by = call.by or "other"
    given = ticks(call.ticks, frameworks_at(programme.folder).by_id, by, call.coder)
    if call.code or call.own or not given:
        start, end = _chars(call.chars)
        given.append(Coding(call.framework, call.code, call.own, call.level, call.note, call.passage, start, end, by, call.coder))
    return _told(call, code_text(programme, call.words[0], given, real_world()))


def _chars(typed: str) -> tuple[int, int]:
    if not typed:
        return 0, 0
    start, dash, end = typed.partition("-")
    if not dash or not (start.isdecimal() and end.isdecimal()) or len(typed) > 20 or int(start) >= int(end):
        raise NoSuchThing(f"{clean_line(typed)[:30]!r} is no passage. Type its first and last character, as 12-40.")
    return int(start), int(end)


def _theme(call: Namespace, programme: Programme) -> int:
    from kit.desk.theming import ThemeChange, change_theme

    change = ThemeChange("", tuple(call.card), call.status, True if call.cross else None, call.under, call.into, call.by,
                         call.why, Visible(call.visible) if call.visible else None)
    return _told(call, (change_theme(programme, " ".join(call.words), change, real_world()),))


def _change(call: Namespace, programme: Programme) -> int:
    from kit.desk.changes import Became, write_change

    became = Became(call.did, call.could_not, call.next, tuple(call.answers))
    return _told(call, (write_change(programme, " ".join(call.words), became, real_world()),))


def _author(call: Namespace, programme: Programme) -> int:
    from kit.desk.coding import name_authors

    if len(call.words) < 2:
        raise StoreProblem("Say which letter, then who: kit reflect PROGRAMME author A NAME")
    kept = name_authors(programme, call.words[0], call.words[1:], real_world())
    narrate(f"Saved: {counted(kept, 'name')}, apart from the records. To destroy them: kit forget PROGRAMME --names")
    return OK


def frameworks(call: Namespace) -> int:
    """List the frameworks, or show one with its items and where its names come from."""
    home = home_folder(call.home)
    known = frameworks_at(found_by(home, call.programme).folder if call.programme else None, home)
    for problem in known.problems:
        narrate(str(problem))
    if call.name and call.name not in known.by_id:
        raise NoSuchThing(f"There is no framework {clean_line(call.name)[:60]!r}. There are: {', '.join(sorted(known.by_id))}.")
    chosen = [known.by_id[call.name]] if call.name else sorted(known.by_id.values(), key=lambda one: one.id)
    if call.json:
        tell_json([to_data(one) for one in chosen])
    elif call.name:
        tell(*_whole(chosen[0]))
    else:
        tell(*(f"{one.id}: {one.title}{f', {one.year}' if one.year else ''}, {counted(len(one.items), 'item')}."
               f"{'' if one.all_checked else ' Not all of its names are checked.'}" for one in chosen))
    return OK


def _whole(one: Framework) -> list[str]:
    about = ", ".join(filter(None, (one.title, one.version, str(one.year or ""))))
    items = [f"{'- ' * one.level(item)}{item.id}: {item.name}{f' ({item.kind})' if item.kind else ''}"
             f"{'' if item.checked else ', recalled and not checked'}" for item in one.items]
    return [about, f"Whose it is: {one.owner}", f"Licence: {one.licence}", f"Source: {one.source}",
            *filter(None, [one.note]), *items]
