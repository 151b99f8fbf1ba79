"""`kit plan …`: looking at a plan and changing it, a command for each change, and plans from files and to files."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kit.commands import NO, OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.drafting import Draft, plan_named
from kit.desk.home import home_folder
from kit.desk.library import load_shelf, plans_of, with_programme
from kit.desk.plan_words import day_lines, minutes_typed, slot_data
from kit.desk.world import real_world
from kit.engine import planning
from kit.engine.planning import Planned
from kit.engine.spots import Spot, block_at, find, place_for
from kit.model import Block, Plan, Refusal
from kit.model.clock import clock
from kit.model.data import to_data
from kit.model.text import clean_line, counted
from kit.store import NoSuchThing


def show(call: Namespace) -> int:
    """Show a plan with its times."""
    with_draft(call, lambda draft: _tell(call, draft, ""))
    return OK


def add(call: Namespace) -> int:
    """Add a block: an activity by its id, or a plain block by its title."""
    def change(draft: Draft, plan: Plan) -> Planned:
        spot: Spot | Refusal = place_for(plan, call.at) if call.at else ("blocks", len(plan.blocks))
        if isinstance(spot, Refusal):
            return spot
        known = call.what in draft.activities
        block = Block("", "", call.what, 0) if known else Block("", clean_line(call.what), "", 15, time="work")
        return _set_all(planning.add(plan, spot, block), spot, call.parts)

    return _change(call, f"added {clean_line(call.what)[:40]}", change)


def set_(call: Namespace) -> int:
    """Set parts of a block, or of the whole plan."""
    def change(draft: Draft, plan: Plan) -> Planned:
        if call.block == "day":
            return _set_day(plan, call.parts)
        spot = find(draft.script.plan, call.block)
        return spot if isinstance(spot, Refusal) else _set_all(plan, spot, call.parts, draft)

    return _change(call, f"set {', '.join(call.parts)[:60]} of {call.block[:20]}", change)


def move(call: Namespace) -> int:
    """Move a block to another place: into a strand, out of it, or back from the parked ones."""
    def change(draft: Draft, plan: Plan) -> Planned:
        spot, to = find(draft.script.plan, call.block), place_for(plan, call.to)
        if isinstance(spot, Refusal):
            return spot
        return to if isinstance(to, Refusal) else planning.move(plan, spot, to)

    return _change(call, f"moved {call.block[:40]} to {call.to[:20]}", change)


def park(call: Namespace) -> int:
    """Keep a block for another time."""
    return _change(call, f"parked {call.block[:40]}", _at(call, planning.park))


def remove(call: Namespace) -> int:
    """Take a block out."""
    return _change(call, f"took out {call.block[:40]}", _at(call, planning.remove))


def copy(call: Namespace) -> int:
    """Put the same block in once more."""
    return _change(call, f"copied {call.block[:40]}", _at(call, planning.copy))


def split(call: Namespace) -> int:
    """Let groups do a block side by side."""
    def change(draft: Draft, plan: Plan) -> Planned:
        script = draft.script.plan
        spot = find(script, call.block)
        return spot if isinstance(spot, Refusal) else planning.split(plan, spot, call.groups, block_at(script, spot).title)

    return _change(call, f"split {call.block[:40]}", change)


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


def _change(call: Namespace, did: str, change: Callable[[Draft, Plan], Planned]) -> int:
    return with_draft(call, lambda draft: _answer(call, draft, did, draft.change(did, lambda plan: change(draft, plan)), "Done"))


def _at(call: Namespace, change: Callable[[Plan, Spot], Planned]) -> Callable[[Draft, Plan], Planned]:
    def at(draft: Draft, plan: Plan) -> Planned:
        spot = find(draft.script.plan, call.block)
        return spot if isinstance(spot, Refusal) else change(plan, spot)

    return at


def _set_all(plan: Planned, spot: Spot, parts: list[str], draft: Draft | None = None) -> Planned:
    for part in parts:
        if isinstance(plan, Refusal):
            return plan
        name, between, typed = part.partition("=")
        if not between:
            return Refusal(f"{clean_line(part)[:40]!r} sets nothing. Write it as NAME=VALUE, such as minutes=20.")
        if name in planning.MINUTES:
            typed = minutes_typed(typed, block_at(draft.script.plan if draft else plan, spot), name)
        plan = planning.set_part(plan, spot, name, typed)
    return plan


def _set_day(plan: Planned, parts: list[str]) -> Planned:
    for part in parts:
        name, _, typed = part.partition("=")
        plan = plan if isinstance(plan, Refusal) else planning.set_day(plan, name, typed)
    return plan


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
