"""One more workshop for a programme: a plan from a template or a copy of an earlier plan, and its place in the stages."""

from dataclasses import replace

from kit.desk import stage_acts
from kit.desk.exchange import add_plan
from kit.desk.library import Shelf, lines_of, plans_of
from kit.desk.stages import change_line
from kit.desk.world import World
from kit.model import Line, Plan, Refusal
from kit.model.text import clean_line
from kit.store import NoSuchThing, Programme, StoreProblem

LONGEST_TITLE = 100
"""Characters of a workshop's title."""


def add_workshop(programme: Programme, shelf: Shelf, world: World, plan: Plan, title: str, stage: str = "") -> Plan:
    """Keep a copy of a plan as the programme's next workshop: for a stage that has no plan yet, or as a stage of its own.

    Raises StoreProblem.
    """
    words = clean_line(title)[:LONGEST_TITLE] or plan.title
    kept = add_plan(programme, replace(plan, file="", title=words), plans_of(programme, shelf), world)

    def change(line: Line) -> Line | Refusal:
        parts = [f"plan={kept.id}"]
        return stage_acts.set_parts(line, stage, parts) if stage else stage_acts.add(line, kept.title, "", parts)

    if lines_of(programme):  # without stages of its own, every plan is a stage
        outcome = change_line(programme, shelf, world, change)
        if isinstance(outcome, Refusal):
            raise StoreProblem(str(outcome))
    return kept


def source(programme: Programme, shelf: Shelf, words: str) -> Plan:
    """The plan that somebody names, of the programme itself or of the shelf. Raises NoSuchThing."""
    there = {**shelf.plans, **{plan.id: plan for plan in plans_of(programme, shelf)}}
    if words not in there:
        raise NoSuchThing(f"There is no plan {clean_line(words)[:60]!r}. There are: {', '.join(sorted(there))}.")
    return there[words]
