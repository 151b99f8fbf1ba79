"""Commands that make something: new, rehearse, print, capture, picture."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kit.commands import OK, PROBLEM
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, narrate_progress, tell, tell_json
from kit.desk.home import home_folder
from kit.desk.library import load_shelf
from kit.desk.paper import Order, Printed
from kit.desk.paper_preview import SheetPreview
from kit.desk.programmes import templates
from kit.desk.world import real_world
from kit.model import Activity
from kit.model.text import clean_line, counted
from kit.store import NoSuchThing, StoreProblem

if TYPE_CHECKING:
    from kit.desk.rehearsal import Rehearsed


def new(call: Namespace) -> int:
    """Make a programme folder from a template."""
    from kit.desk.programmes import new_programme

    home = home_folder(call.home)
    programme = new_programme(home, call.name, call.template, load_shelf(home), real_world())
    if call.json:
        tell_json(programme)
    else:
        tell(str(programme.folder))
        narrate(f"Made. To run it: kit run {programme.code}. To print what the room needs: kit print {programme.code}.")
    return OK


def rehearse(call: Namespace) -> int:
    """Play a workshop, or a whole programme, with made-up people; keep what they made, and print the sheets."""
    from kit.desk.rehearsal import rehearse as play
    from kit.desk.rehearsal import rehearse_line

    home = home_folder(call.home)
    shelf = load_shelf(home)
    order = Order(profile=call.profile, paper=call.paper)
    if line := shelf.lines.get(call.template):
        return _tell_rehearsed(call, rehearse_line(home, line, shelf, call.people, call.seed, order, narrate_progress))
    plan = shelf.plans.get(call.template)
    if plan is None and call.template in shelf.activities:
        return _try_activity(call, shelf.activities[call.template])
    if plan is None:
        raise NoSuchThing(f"There is no template {clean_line(call.template)!r}. There are: {', '.join(templates(shelf))}.")
    if not plan.least_people <= call.people <= plan.most_people:
        narrate(f"This plan suits {plan.least_people} to {plan.most_people} people. It goes on with {call.people} all the same.")
    return _tell_rehearsed(call, play(home, plan, shelf, call.people, call.seed, order, narrate_progress))


def _tell_rehearsed(call: Namespace, done: "Rehearsed") -> int:
    from kit.model.gate import Way, let_out

    if call.json:
        tell_json({"programme": done.programme, "records": let_out(done.records, Way.SCREEN, ""), "printed": done.printed})
    else:
        tell(f"Programme: {done.programme.folder}", f"{counted(len(done.records), 'record')} kept.",
             *_said(done.printed))
        narrate(f'To read what they made: kit outputs "{done.programme.folder.name}"')
    return OK


def _try_activity(call: Namespace, activity: Activity) -> int:
    """Play one activity in memory, for as many people as the call says."""
    from kit.desk.trying import try_out

    told = try_out(activity, (call.people,), call.seed)
    if call.json:
        tell_json(told)
    else:
        tell(*told)
    return OK


def print_(call: Namespace) -> int:
    """Print the sheets a workshop needs."""
    from kit.desk.paper import print_pack
    from kit.desk.paper_preview import preview
    from kit.desk.pile.printed import write_layout
    from kit.desk.settings import read_settings
    from printables.wording import language_note

    home = home_folder(call.home)
    programme, shelf, usual = programme_of(call), load_shelf(home), read_settings(home)
    orders = [Order(tuple(call.what), profile, call.paper or usual.paper, call.people, call.notes,
                    call.sample, call.pocket, call.format, call.plan, call.language or usual.language,
                    as_asked=not call.profile, decks=tuple(call.deck))
              for profile in call.profile or [usual.profile]]
    if call.preview:
        return _tell_preview([sheet for order in orders for sheet in preview(programme, shelf, order)], call.json)
    printed: list[Printed] = []
    for order in orders:
        printed += print_pack(programme, shelf, order, Path(call.out) if call.out else None, narrate_progress)
    if not printed:
        raise NoSuchThing("This plan needs none of those sheets.")
    if note := language_note(orders[0].language, tuple(one.name for one in printed)):
        narrate(note)
    if call.layout:
        write_layout(printed, Path(call.layout))
    if call.json:
        tell_json(printed)
    else:
        tell(*_said(tuple(printed)))
    return OK


def _tell_preview(coming: list[SheetPreview], as_json: bool) -> int:
    """What would be printed, and on what, without printing it."""
    if as_json:
        tell_json(coming)
        return OK
    for sheet in coming:
        tell(f"{clean_line(sheet.title)}: {counted(sheet.copies, 'copy', 'copies')}, {counted(sheet.pages, 'page')} in all, "
             f"{sheet.profile} print, {sheet.paper}. {sheet.note}")
    narrate(f"{counted(len(coming), 'file')}, {counted(sum(sheet.pages for sheet in coming), 'page')}. Nothing was printed yet.")
    return OK


def capture(call: Namespace) -> int:
    """Keep one record for each line of standard input, and say each id once it is safe on the disk."""
    from kit.desk.capture import Capture

    kept, refused = 0, 0
    taking = Capture(programme_of(call), call.kind, real_world(), call.question)
    try:
        for number, line in enumerate(sys.stdin.buffer, 1):
            try:
                text = line.decode("utf-8")
                if text.strip():
                    _tell_kept(taking.keep(text), call.json)
                    kept += 1
            except UnicodeDecodeError:
                narrate(f"Line {number} is not in UTF-8, so it was not kept.")
                refused += 1
            except StoreProblem as problem:
                narrate(f"Line {number}: {problem}")
                refused += 1
    finally:
        taking.close()
    narrate(f"{counted(kept, 'record')} kept." + (f" {counted(refused, 'line')} not kept." if refused else ""))
    return PROBLEM if refused else OK


def picture(call: Namespace) -> int:
    """Give a drawing its picture, or open the one it has in the person's own viewer."""
    from kit.desk.outputs import outputs
    from kit.desk.pictures import add_picture, picture_path, pictures_of
    from kit.desk.viewing import view

    programme = programme_of(call)
    if call.file:
        label = add_picture(programme, call.label, call.file, call.words, real_world())
        tell_json({"label": label}) if call.json else tell(f"The picture is with drawing {label}.")
        return OK
    there = [r for r in pictures_of(outputs(programme)) if r.content["label"] == call.label.strip().upper()]
    if not there:
        raise NoSuchThing("There is no picture of that drawing, or its maker keeps it private.")
    path = picture_path(programme, there[-1])
    if call.open:
        view(path)
    tell_json({"label": there[-1].content["label"], "path": str(path), "words": there[-1].content.get("alt", "")}) \
        if call.json else tell(str(path))
    return OK


def _tell_kept(record: str, as_json: bool) -> None:
    print(f'{{"id": "{record}"}}' if as_json else record, flush=True)


def _said(printed: tuple[Printed, ...]) -> list[str]:
    lines = []
    for one in printed:
        lines.append(f"{one.path}" + (f" ({counted(one.pages, 'page')})" if one.pages else ""))
        if one.warning:
            narrate(one.warning)
    return lines
