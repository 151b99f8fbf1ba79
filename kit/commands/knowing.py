"""Commands about what a programme knows: its people, and everything it holds, by words."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from kit.commands import NO, OK, USAGE
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.home import home_folder
from kit.desk.world import real_world
from kit.model.text import counted
from kit.store import NoSuchThing, Programme

_ACTS = ("list", "add", "set", "remove", "undo")


def people(call: Namespace) -> int:
    """List the people who come, write somebody down, change, remove or undo; or take in a table. Only you see them."""
    programme = programme_of(call)
    if call.what not in _ACTS:
        return _take_in(call, programme)
    if call.what in ("add", "set", "remove") and not call.who:
        narrate("Say who: the name they chose.")
        return USAGE
    return {"list": _list, "add": _write, "set": _write, "remove": _remove, "undo": _undo}[call.what](call, programme)


def _list(call: Namespace, programme: Programme) -> int:
    from kit.desk.people_list import last_begun, people_of, summary, told_of
    from kit.store.keeping import open_for_reading

    store = open_for_reading(programme)
    found = people_of(store)
    if call.json:
        tell_json([{"id": person.id, **person.content} for person in found])
        return OK
    for person in found:
        tell(". ".join((str(person.content["name"]), *told_of(person.content))))
    for line in summary(found, last_begun(store)):
        narrate(line)
    return OK


def _write(call: Namespace, programme: Programme) -> int:
    from kit.desk.people_list import told_of, write_down

    parts = _parts(call.parts)
    if call.what == "set" and not parts:
        narrate("Say what to set, such as needs=ramp print=large. To empty one: needs=")
        return USAGE
    adding = call.what == "add"
    written = write_down(programme, {"name": call.who, **parts} if adding else parts, real_world(), "" if adding else call.who)
    if call.json:
        tell_json({"id": written.person.id, **written.person.content})
    else:
        tell(". ".join((f"Saved: {written.person.content['name']}", *told_of(written.person.content))))
    for line in written.told:
        narrate(line)
    return OK


def _parts(given: Sequence[str]) -> dict[str, str]:
    from kit.desk.person_parts import part_called

    parts = {}
    for words in given:
        name, equals, value = words.partition("=")
        if not equals:
            raise NoSuchThing(f"{words[:40]!r} has no equals sign. Such as: needs=ramp")
        parts[part_called(name).name] = value
    return parts


def _remove(call: Namespace, programme: Programme) -> int:
    from kit.desk.people_list import take_off

    person = take_off(programme, call.who, real_world())
    tell_json({"removed": person.id}) if call.json else tell(f"{person.content['name']} is on the list no more.")
    narrate(f"To bring them back: kit people {programme.code} undo. To erase their words from every file: "
            f"kit forget {programme.code} NAME")
    return OK


def _undo(call: Namespace, programme: Programme) -> int:
    from kit.desk.people_list import undo

    done = undo(programme, real_world())
    tell_json({"undone": done}) if call.json else tell(done)
    return OK


def _take_in(call: Namespace, programme: Programme) -> int:
    """Take in people from a table. Access needs stay with the facilitator."""
    from kit.desk.people import roles, roles_said, take_in

    taken = take_in(programme, Path(call.what), real_world())
    for trouble in taken.troubles:
        narrate(trouble)
    if call.json:
        tell_json(taken)
    else:
        tell(f"{counted(len(taken.people), 'person', 'people')} taken in.", *filter(None, [roles_said(roles(programme))]))
    return NO if taken.troubles else OK


def find(call: Namespace) -> int:
    """Find words in everything a programme holds. What is kept private by its maker is not found."""
    from kit.desk.holding import hold
    from kit.desk.library import load_shelf

    programme = programme_of(call)
    found = hold(programme, load_shelf(home_folder(call.home)), real_world()).find(" ".join(call.words))
    if call.json:
        tell_json(found)
    else:
        tell(*(f"{hit.heading}: {hit.line}{f'  ({hit.where})' if hit.where else ''}" for hit in found))
        narrate(f"{counted(len(found), 'thing')} found." if found else "Nothing fits. Try fewer words.")
    return OK if found else NO
