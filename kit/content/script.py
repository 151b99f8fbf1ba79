"""From a plan to a script: the activities it names are looked up, and what its blocks leave out is filled in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kit.content.ids import id_from
from kit.content.problems import Problem, did_you_mean, shown
from kit.content.toml_lines import KeyPath
from kit.model import Activity, Block, Plan, Script, Strand
from kit.model.rule import Rule
from kit.model.schedule import schedule
from kit.model.text import clean_line


def unknown_activities(plan: Plan, activities: Mapping[str, Activity]) -> Iterator[tuple[KeyPath, str]]:
    """Where each block stands whose activity is not there, with a sentence."""
    for where, place, block in _placed(plan):
        if block.activity and block.activity not in activities:
            yield where, (f"{place} has the activity {shown(block.activity)}, which is in no folder"
                          f"{did_you_mean(block.activity, activities)}")


def _placed(plan: Plan) -> Iterator[tuple[KeyPath, str, Block]]:
    """Every block with its place in the file, and in words."""
    yield from _within(plan.blocks, ("blocks",), "block {}")
    yield from _within(plan.parked, ("parked",), "parked block {}")


def _within(blocks: Iterable[Block], where: KeyPath, place: str) -> Iterator[tuple[KeyPath, str, Block]]:
    for number, block in enumerate(blocks):
        here, words = (*where, number), place.format(number + 1)
        yield here, words, block
        for strand_number, strand in enumerate(block.strands):
            inside = (*here, "strands", strand_number, "blocks")
            yield from _within(strand.blocks, inside, f"block {{}} of strand {strand_number + 1} of {words}")


def filled(plan: Plan, activities: Mapping[str, Activity],
           rules: Sequence[Rule] = ()) -> tuple[Script | None, tuple[Problem, ...]]:
    """The script of a plan, every block with its own id, a title and minutes; or a problem for each activity not there."""
    problems = tuple(Problem(clean_line(plan.file) or plan.id, 0, sentence)
                     for _, sentence in unknown_activities(plan, activities))
    if problems:
        return None, problems
    return filled_as_far(plan, activities, rules), ()


def filled_as_far(plan: Plan, activities: Mapping[str, Activity], rules: Sequence[Rule] = ()) -> Script:
    """The script of a plan that is still being made: a block whose activity is not there keeps its own title and minutes."""
    ids = _Ids(plan)
    blocks = tuple(_filled(block, ids, activities) for block in plan.blocks)
    parked = tuple(_filled(block, ids, activities) for block in plan.parked)
    plan = _with_lengths(replace(plan, blocks=blocks, parked=parked))
    used = dict.fromkeys(block.activity for block in plan.every() if block.activity in activities)
    script = Script(plan, tuple(activities[name] for name in used))
    rated = any(step.kind == "rate" for activity in script.activities for step in activity.steps)
    return replace(script, rules=tuple(rules)) if rated else script


def _filled(block: Block, ids: "_Ids", activities: Mapping[str, Activity]) -> Block:
    name = ids.next(block)
    if block.strands:
        strands = tuple(Strand(strand.title, tuple(_filled(part, ids, activities) for part in strand.blocks), strand.place)
                        for strand in block.strands)
        return replace(block, id=name, strands=strands)
    activity = activities.get(block.activity)
    if activity is None:
        return _with(block, name, block.title or block.activity, block.minutes)
    return _with(block, name, block.title or activity.title, block.minutes or activity.minutes)


@lru_cache(maxsize=2000)
def _with(block: Block, name: str, title: str, minutes: int) -> Block:
    """A block with these. After an edit of a long plan nearly all of them are as they were."""
    return replace(block, id=name, title=title, minutes=minutes)


def _with_lengths(plan: Plan) -> Plan:
    """The plan with the minutes of each block of strands, which follow from its longest strand."""
    if not any(block.strands for block in (*plan.blocks, *plan.parked)):
        return plan
    return replace(plan, blocks=_lengths(plan), parked=_lengths(replace(plan, blocks=plan.parked)))


def _lengths(plan: Plan) -> tuple[Block, ...]:
    return tuple(replace(slot.block, minutes=slot.minutes) if slot.lanes else slot.block for slot in schedule(plan).slots)


class _Ids:
    """An id for each block, no two alike: its own, its activity's, or one from its title. The second of a kind ends in -2."""

    def __init__(self, plan: Plan) -> None:
        self._taken = {block.id for block in plan.every() if block.id}
        self._number = 0

    def next(self, block: Block) -> str:
        self._number += 1
        base = block.activity or id_from(block.title) or f"block-{self._number}"
        name = block.id or next(free for free in _named(base) if free not in self._taken)
        self._taken.add(name)
        return name


def _named(base: str) -> Iterator[str]:
    yield base
    number = 1
    while True:
        number += 1
        yield f"{base}-{number}"
