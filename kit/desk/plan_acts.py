"""What can be done to a plan, as words from a command or a line of the plain front end. Each is one edit, kept at once."""

from collections.abc import Callable, Sequence

from kit.desk.drafting import Draft
from kit.desk.plan_words import minutes_typed
from kit.engine import planning
from kit.engine.planning import Planned
from kit.engine.spots import Spot, block_at, find, place_for
from kit.model import Block, Plan, Refusal
from kit.model.text import clean_line, cut_short

DAY = "day"
"""What stands for the whole plan where a block is named."""

_NEW = 15
"""Minutes of a plain block that nobody has given any."""


def add(draft: Draft, what: str, at: str = "", parts: Sequence[str] = ()) -> Planned:
    """Add an activity by its id, or a plain block by its title; at the end where no place is given."""
    name = clean_line(what)
    known = name in draft.activities

    def change(plan: Plan) -> Planned:
        spot: Spot | Refusal = place_for(plan, at) if at else ("blocks", len(plan.blocks))
        if isinstance(spot, Refusal):
            return spot
        block = Block("", "", name, 0) if known else Block("", name, "", _NEW, time="work")
        return _with_parts(planning.add(plan, spot, block), spot, parts)

    if not name:
        return Refusal("Say what to add: an activity's id, or a title.")
    return draft.change(f"added {cut_short(name, 40)}", change)


def set_parts(draft: Draft, words: str, parts: Sequence[str]) -> Planned:
    """Set parts of a block, or of the whole plan, each as NAME=VALUE."""
    said = cut_short(", ".join(map(_said, parts)), 60)
    if words == DAY:
        return draft.change(f"the day: {said}", lambda plan: _with_day_parts(plan, parts))
    spot = find(draft.script.plan, words)
    if isinstance(spot, Refusal):
        return spot
    now = block_at(draft.script.plan, spot)
    return draft.change(f"{_name(draft, spot)}: {said}", lambda plan: _with_parts(plan, spot, parts, now))


def move(draft: Draft, words: str, to: str) -> Planned:
    """Move a block to another place: into a strand, out of it, or back from the parked ones."""
    spot, place = find(draft.script.plan, words), place_for(draft.plan, to)
    if isinstance(spot, Refusal):
        return spot
    if isinstance(place, Refusal):
        return place
    return draft.change(f"moved {_name(draft, spot)} to {clean_line(to)[:20]}", lambda plan: planning.move(plan, spot, place))


def park(draft: Draft, words: str) -> Planned:
    """Keep a block for another time."""
    return _at(draft, words, "parked", planning.park)


def remove(draft: Draft, words: str) -> Planned:
    """Take a block out."""
    return _at(draft, words, "took out", planning.remove)


def copy(draft: Draft, words: str) -> Planned:
    """Put the same block in once more."""
    return _at(draft, words, "copied", planning.copy)


def split(draft: Draft, words: str, groups: Sequence[str]) -> Planned:
    """Let groups do a block side by side."""
    spot = find(draft.script.plan, words)
    if isinstance(spot, Refusal):
        return spot
    title = block_at(draft.script.plan, spot).title
    return draft.change(f"split {cut_short(title, 40)}", lambda plan: planning.split(plan, spot, groups, title))


def _at(draft: Draft, words: str, did: str, change: Callable[[Plan, Spot], Planned]) -> Planned:
    spot = find(draft.script.plan, words)
    return spot if isinstance(spot, Refusal) else draft.change(f"{did} {_name(draft, spot)}", lambda plan: change(plan, spot))


def _said(part: str) -> str:
    """What was set, in a few words. Notes are not said again: a screen may be seen."""
    name, _, value = clean_line(part).partition("=")
    return f"{name} changed" if name in ("private", "notes") else f"{name} {value}".strip()


def _name(draft: Draft, spot: Spot) -> str:
    return cut_short(block_at(draft.script.plan, spot).title, 40)


def _with_parts(plan: Planned, spot: Spot, parts: Sequence[str], now: Block | None = None) -> Planned:
    """A plan with parts of one block set. `now` has the minutes it takes, also where its activity says them."""
    for part in parts:
        name, between, typed = part.partition("=")
        name = name.strip()
        if isinstance(plan, Refusal):
            return plan
        if not between:
            return Refusal(f"{clean_line(part)[:40]!r} sets nothing. Write it as NAME=VALUE, such as minutes=20.")
        if name in planning.MINUTES:
            typed = minutes_typed(typed, now or block_at(plan, spot), name)
        plan = planning.set_part(plan, spot, name, typed)
    return plan


def _with_day_parts(plan: Planned, parts: Sequence[str]) -> Planned:
    for part in parts:
        name, _, typed = part.partition("=")
        plan = plan if isinstance(plan, Refusal) else planning.set_day(plan, name, typed)
    return plan
