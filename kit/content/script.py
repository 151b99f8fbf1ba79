"""From a plan to a script: the activities it names are looked up, and what its blocks leave out is filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kit.content.ids import id_from
from kit.content.problems import Problem, did_you_mean, shown
from kit.model import Activity, Block, Plan, Script
from kit.model.text import clean_line


def unknown_activities(plan: Plan, activities: Mapping[str, Activity]) -> Iterator[tuple[int, str]]:
    """The place of each block (from 0) whose activity is not there, with a sentence."""
    for number, block in enumerate(plan.blocks):
        if block.activity and block.activity not in activities:
            yield number, (f"block {number + 1} has the activity {shown(block.activity)}, which is in no folder"
                           f"{did_you_mean(block.activity, activities)}")


def filled(plan: Plan, activities: Mapping[str, Activity]) -> tuple[Script | None, tuple[Problem, ...]]:
    """The script of a plan, every block with its own id, a title and minutes; or a problem for each activity not there."""
    problems = tuple(Problem(clean_line(plan.file) or plan.id, 0, sentence)
                     for _, sentence in unknown_activities(plan, activities))
    if problems:
        return None, problems
    ids = _ids(plan)
    blocks = tuple(_filled(block, name, activities.get(block.activity)) for block, name in zip(plan.blocks, ids, strict=True))
    used = dict.fromkeys(block.activity for block in plan.blocks if block.activity)
    return Script(replace(plan, blocks=blocks), tuple(activities[name] for name in used)), ()


def _filled(block: Block, name: str, activity: Activity | None) -> Block:
    if activity is None:
        return replace(block, id=name)
    return replace(block, id=name, title=block.title or activity.title, minutes=block.minutes or activity.minutes)


def _ids(plan: Plan) -> list[str]:
    """An id for each block, no two alike: its own, its activity's, or one from its title. The second of a kind ends in -2."""
    taken = {block.id for block in plan.blocks if block.id}
    ids = []
    for number, block in enumerate(plan.blocks, 1):
        base = block.activity or id_from(block.title) or f"block-{number}"
        name = block.id or next(free for free in _named(base) if free not in taken)
        taken.add(name)
        ids.append(name)
    return ids


def _named(base: str) -> Iterator[str]:
    yield base
    for number in range(2, 1000):
        yield f"{base}-{number}"
