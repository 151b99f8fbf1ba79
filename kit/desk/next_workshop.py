"""Which workshop of a programme comes next: the one that is not over, or a new one with its plan, number, stage and site."""

from collections.abc import Iterable, Mapping
from typing import Any

from kit.desk.begun import session_of
from kit.desk.library import Shelf, lines_of, plans_of
from kit.desk.programmes import is_practice
from kit.desk.stages import ended, line_of, next_workshop, runs_of, standings
from kit.desk.world import World
from kit.engine import Place, Session, setting_of
from kit.model import Plan
from kit.model.line import sites_left
from kit.model.text import clean_line
from kit.store import History, NoSuchThing, Programme, Store, read_history
from kit.store.tombstones import ERASED

LONGEST_SITE = 100
"""Characters of a site's name."""


def place_of(programme: Programme, shelf: Shelf, store: Store, plan_id: str, site: str) -> Place:
    """Where a new workshop takes place: its number, its stage, its site."""
    number = next_number(store, store.rows(ERASED))
    stage = next_workshop(programme, shelf, store, plan_id)
    if stage is None:
        return Place(programme.id, programme.code, number, site=clean_line(site))
    left = sites_left(stage, runs_of(line_of(programme, shelf), store))
    return Place(programme.id, programme.code, number, stage=stage.id,
                 site=clean_line(site)[:LONGEST_SITE] or next(iter(left or stage.sites), ""), carry=stage.carry)


def unfinished(store: Store, world: World, plan_id: str | None) -> Session | None:
    """The workshop that was begun last and is not over, of one plan where one is named."""
    for id in reversed(store.sessions()):
        session = session_of(store, id, world.clock)
        if not session.over and plan_id in (None, session.script.plan.id):
            return session
    return None


AGAIN = ("Plan the next workshop", "Run this plan again from the start")
"""What somebody can mean where the plan that would be run was run to its end already."""


def run_before(programme: Programme, shelf: Shelf, plan_id: str | None, *, fresh: bool = False) -> Plan | None:
    """The plan that would be run a second time; None where a workshop is gone on with, or is a new one. Raises StoreProblem."""
    if is_practice(programme):
        return None
    history = read_history(programme.folder, programme.keys)
    stages = standings(programme, shelf, history)
    begun = (run for one in stages for run in one.runs if plan_id in (None, one.stage.plan))
    if not fresh and any(not run.over for run in begun):
        return None
    plan = plan_to_run(programme, shelf, history, plan_id)
    return plan if ended(stages, plan.id) else None


def next_number(history: History, erased: Iterable[Mapping[str, Any]]) -> int:
    """The number of the next workshop on its sheets. One that was erased keeps its number, so that no code means two sheets."""
    numbers = [setting_of(history.events(session)).place.workshop for session in history.sessions()]
    return max(numbers, default=0) + 1 + sum(bool(row.get("session")) for row in erased)


def plan_to_run(programme: Programme, shelf: Shelf, history: History, plan_id: str | None) -> Plan:
    """The plan that is asked for, or the first one that has not been run yet, or else the last."""
    plans = plans_of(programme, shelf)
    if plan_id is not None:
        for plan in plans:
            if plan.id == plan_id:
                return plan
        raise NoSuchThing(f"{programme.name!r} has no plan {plan_id!r}. It has: {', '.join(p.id for p in plans)}.")
    return next_plan(programme, shelf, plans, history)


def next_plan(programme: Programme, shelf: Shelf, plans: tuple[Plan, ...], history: History) -> Plan:
    """The plan of the stage that comes next; without stages, the first plan that has not been run yet, or else the last."""
    if lines_of(programme):
        stage = next_workshop(programme, shelf, history)
        return next((plan for plan in plans if stage and plan.id == stage.plan), plans[-1])
    run = {setting_of(history.events(id)).script.plan.id for id in history.sessions()}
    return next((plan for plan in plans if plan.id not in run), plans[-1])
