"""Commands for reflection: frameworks."""

from argparse import Namespace

from kit.commands import OK
from kit.commands.opening import found_by
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.frameworks import frameworks_at
from kit.desk.home import home_folder
from kit.model import Framework
from kit.model.data import to_data
from kit.model.text import clean_line, counted
from kit.store import NoSuchThing


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
