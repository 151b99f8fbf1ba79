"""`kit plan …`: looking at a plan and changing it, a command for each change, and plans from files and to files."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kit.commands import NO, OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk import plan_acts
from kit.desk.drafting import Draft, plan_named
from kit.desk.home import home_folder
from kit.desk.library import load_shelf, plans_of, with_programme
from kit.desk.plan_words import day_lines, slot_data
from kit.desk.world import real_world
from kit.engine.planning import Planned
from kit.engine.spots import block_at
from kit.engine.spots import find as find_block
from kit.model import Plan, Refusal
from kit.model.clock import clock
from kit.model.data import to_data
from kit.model.text import counted
from kit.store import NoSuchThing


def show(call: Namespace) -> int:
    """Show a plan with its times."""
    return with_draft(call, lambda draft: _tell(call, draft, ""))


def look(call: Namespace) -> int:
    """Say everything about a block."""
    from kit.desk.plan_paths import look_lines

    def say(draft: Draft) -> int:
        spot = find_block(draft.script.plan, call.block)
        if isinstance(spot, Refusal):
            raise NoSuchThing(str(spot))
        if call.json:
            tell_json(to_data(block_at(draft.script.plan, spot)))
        else:
            tell(*look_lines(draft, call.block))
        return OK

    return with_draft(call, say)


def find(call: Namespace) -> int:
    """Find activities to add. Exit code 1: none fits."""
    from kit.desk.searching import about, search

    programme = programme_of(call)
    shelf = with_programme(load_shelf(home_folder(call.home)), programme)
    found = search(shelf.activities.values(), " ".join(call.words))
    if call.json:
        tell_json([to_data(activity) for activity in found])
    else:
        tell(*(f"{activity.id}: {about(activity)}. {activity.summary}" for activity in found))
    return OK if found else NO


def add(call: Namespace) -> int:
    """Add a block: an activity by its id, or a plain block by its title."""
    return _change(call, lambda draft: plan_acts.add(draft, call.what, call.at, call.parts))


def set_(call: Namespace) -> int:
    """Set parts of a block, or of the whole plan."""
    return _change(call, lambda draft: plan_acts.set_parts(draft, call.block, call.parts))


def move(call: Namespace) -> int:
    """Move a block to another place: into a strand, out of it, or back from the parked ones."""
    return _change(call, lambda draft: plan_acts.move(draft, call.block, call.to))


def park(call: Namespace) -> int:
    """Keep a block for another time."""
    return _change(call, lambda draft: plan_acts.park(draft, call.block))


def remove(call: Namespace) -> int:
    """Take a block out."""
    return _change(call, lambda draft: plan_acts.remove(draft, call.block))


def copy(call: Namespace) -> int:
    """Put the same block in once more."""
    return _change(call, lambda draft: plan_acts.copy(draft, call.block))


def split(call: Namespace) -> int:
    """Let groups do a block side by side."""
    return _change(call, lambda draft: plan_acts.split(draft, call.block, call.groups))


def undo(call: Namespace) -> int:
    """Take back the last change."""
    return with_draft(call, lambda draft: _answer(call, draft, draft.to_undo, draft.undo(), "Undone"))


def redo(call: Namespace) -> int:
    """Do again what was undone."""
    return with_draft(call, lambda draft: _answer(call, draft, draft.to_redo, draft.redo(), "Done again"))


def warnings(call: Namespace) -> int:
    """Say what to look at again. Exit code 1 where there is something."""
    def look(draft: Draft) -> int:
        found = draft.warnings
        if call.json:
            tell_json(found)
        else:
            tell(*map(str, found))
            narrate(f"{counted(len(found), 'thing')} to look at again." if found else "Nothing to look at again.")
        return NO if found else OK

    return with_draft(call, look)


def load(call: Namespace) -> int:
    """Show how heavy each part of the day may be on people: as a picture, or in sentences with --plain."""
    from kit.desk.weight_words import picture, sentences
    from kit.model.weight import weights

    def look(draft: Draft) -> int:
        if call.json:
            tell_json([{**to_data(part), "start": clock(part.start)} for part in weights(draft.script)])
        else:
            tell(*(sentences if call.plain else picture)(draft.script))
        return OK

    return with_draft(call, look)


def import_(call: Namespace) -> int:
    """Take in a plan from a file, as another plan of the programme."""
    from kit.desk.exchange import add_plan, column_map, read_plan_file

    programme = programme_of(call)
    incoming = read_plan_file(Path(call.file), column_map(call.map))
    there = plans_of(programme, load_shelf(home_folder(call.home)))
    plan = add_plan(programme, incoming.plan, there, real_world())
    for trouble in incoming.troubles:
        narrate(trouble)
    if call.json:
        tell_json({"plan": plan.id, "file": plan.file, "blocks": len(plan.blocks), "troubles": incoming.troubles})
    else:
        tell(f"{plan.id}: {plan.title}. {counted(len(plan.blocks), 'block')}.")
        narrate(f"To see it: kit plan show {programme.code} --plan {plan.id}")
    return OK


def export(call: Namespace) -> int:
    """Write a plan to a file, or TOML to standard output."""
    from kit.desk.exchange import plan_file, write_out

    programme, shelf = programme_of(call), load_shelf(home_folder(call.home))
    plan = plan_named(plans_of(programme, shelf), call.plan)
    script = with_programme(shelf, programme).script(plan)
    file = Path(call.file)
    write_out(file, plan_file(plan, script, file.suffix.lower(), real_world(), private=call.notes, on=_date(call.date)))
    if not call.notes and any(block.private for block in plan.every()):
        narrate("Private notes were left out. To have them too, add --notes.")
    if call.json:
        tell_json({"plan": plan.id, "file": str(file)})
    else:
        tell(str(file))
    return OK


def with_draft(call: Namespace, work: Callable[[Draft], int]) -> int:
    """Open the plan that a call means, work on it, and let it go."""
    draft = Draft(programme_of(call), load_shelf(home_folder(call.home)), real_world(), call.plan)
    try:
        return work(draft)
    finally:
        draft.close()


def _change(call: Namespace, act: Callable[[Draft], Planned]) -> int:
    def work(draft: Draft) -> int:
        before = draft.plan
        outcome = act(draft)
        return _answer(call, draft, "" if outcome == before else draft.to_undo, outcome, "Done")

    return with_draft(call, work)


def _answer(call: Namespace, draft: Draft, did: str, outcome: Plan | Refusal, word: str) -> int:
    if isinstance(outcome, Refusal):
        raise NoSuchThing(str(outcome))
    return _tell(call, draft, f"{word}: {did}." if did else "")


def _tell(call: Namespace, draft: Draft, did: str) -> int:
    day = draft.schedule
    if call.json:
        data: dict[str, Any] = {"plan": draft.plan.id, "did": did, "start": clock(day.start), "end": clock(day.end),
                                "totals": day.totals, "blocks": [slot_data(slot) for slot in day.slots],
                                "parked": [to_data(block) for block in draft.script.plan.parked],
                                "warnings": [str(warning) for warning in draft.warnings],
                                "undo": draft.to_undo, "redo": draft.to_redo}
        tell_json(data)
        return OK
    tell(*day_lines(draft.script, day))
    if did:
        narrate(did)
    return OK


def _date(words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise NoSuchThing(f"{words[:20]!r} is no date. Write it as 2026-03-31.") from None
