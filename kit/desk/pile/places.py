"""Which step of a plan a sheet belongs to, and where the records come from that it becomes."""

from collections.abc import Iterator
from dataclasses import replace

from kit.engine import setting_of
from kit.model import Origin, Script, Step
from kit.model.sheetcode import POSTER, SheetCode
from kit.store import History

STEPS = {
    "drawing-sheet": "draw", "caption-slips": "caption", "feedback-card": "feedback", "ballot": "vote", "dot-sheet": "vote",
    "rating-sheet": "rate", "ranking-sheet": "rank", "coding-sheet": "code", "sign-up-slip": "promise",
    "pairing-slip": "group", "glossary-slip": "term", "agreement-poster": "agree"}
"""The kind of step of each sheet that comes back."""
_ONE_SERIES = ("glossary-slip", "agreement-poster")
"""Sheets whose series says which sheet it is, and not which step."""


def script_of(history: History, workshop: str) -> Script | None:
    """The plan of a workshop as it began, or None where it did not."""
    return setting_of(history.events(workshop)).script if workshop else None


def place_of(history: History, programme: str, workshop: str, sheet: str, series: int) -> tuple[Step | None, Origin]:
    """The step of a sheet and where its records come from; None and the workshop alone where there is no such step.

    `programme` and `workshop` are ids; `workshop` is empty where it was never begun.
    """
    bare = _workshop(history, programme, workshop)
    found = list(_steps(script_of(history, workshop), sheet))
    number = 0 if sheet in _ONE_SERIES else series
    if number >= len(found):
        return None, bare
    block, activity, place, step = found[number]
    return step, replace(bare, block=block, activity=activity, step=place)


def wall_of(history: History, programme: str, workshop: str, code: SheetCode) -> tuple[str, Origin]:
    """The block that a poster or a code on a wall belongs to, by its title, and where its records come from."""
    if code.sheet == "agreement-poster":
        origin = place_of(history, programme, workshop, code.sheet, POSTER)[1]
        return "Our agreement", origin
    script = script_of(history, workshop)
    blocks = script.plan.blocks if script else ()
    if not 1 <= code.copy <= len(blocks):
        return "A wall", _workshop(history, programme, workshop)
    block = blocks[code.copy - 1]
    return block.title, replace(_workshop(history, programme, workshop), block=block.id, activity=block.activity)


def _workshop(history: History, programme: str, workshop: str) -> Origin:
    """Where records come from that belong to a workshop as a whole."""
    place = setting_of(history.events(workshop)).place if workshop else None
    return Origin(programme, workshop, device=place.device if place else "", site=place.site if place else "")


def _steps(script: Script | None, sheet: str) -> Iterator[tuple[str, str, int, Step]]:
    for block in script.plan.blocks if script else ():
        activity = script.activity(block) if script else None
        for number, step in enumerate(activity.steps if activity else (), 1):
            pairs = sheet != "pairing-slip" or step.settings.get("how") == "partners"
            if activity and step.kind == STEPS.get(sheet) and pairs:
                yield block.id, activity.id, number, step
