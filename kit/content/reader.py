"""Reading activities, plans and programmes: a file becomes a noun of the model, or a list of all that is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from kit.content.activity_files import activity_from
from kit.content.findings import Findings
from kit.content.line_files import line_from
from kit.content.plan_files import plan_from
from kit.content.problems import Problem, nearest
from kit.content.toml_file import TomlFile, open_toml
from kit.model import Activity, Line, Plan

Value = TypeVar("Value")

_PARTS = {"steps": "an activity", "blocks": "a plan", "stages": "a programme"}
_READERS: dict[str, Callable[[TomlFile, Findings], Any]] = {"steps": activity_from, "blocks": plan_from, "stages": line_from}


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What a file holds, or all that is wrong with it. One of the two is empty."""

    value: Value | None
    problems: tuple[Problem, ...] = ()


def read_activity(path: Path) -> Reading[Activity]:
    """The activity in a file."""
    return _opened(path, "steps")


def read_plan(path: Path) -> Reading[Plan]:
    """The plan in a file. What its blocks leave to their activities stays empty; `kit.content.script` fills it in."""
    return _opened(path, "blocks")


def read_either(path: Path) -> Reading[Activity | Plan | Line]:
    """Whatever a file holds: it tells itself, by its [[steps]], its [[blocks]] or its [[stages]]."""
    return _opened(path, "")


def reading_of(file: TomlFile, wanted: str = "") -> Reading[Any]:
    """What is in a file that is open; `wanted` is "steps", "blocks" or "stages" where only one of them will do."""
    there = [name for name in _PARTS if name in file.data]
    if len(there) != 1 or wanted not in ("", *there):
        return Reading(None, (_not_that(file, there, wanted),))
    found = Findings(file)
    value = _READERS[there[0]](file, found)
    return Reading(None, found.problems) if found.problems else Reading(value)


def _opened(path: Path, wanted: str) -> Reading[Any]:
    file = open_toml(path)
    return Reading(None, (file,)) if isinstance(file, Problem) else reading_of(file, wanted)


def _not_that(file: TomlFile, there: list[str], wanted: str) -> Problem:
    if len(there) > 1:
        return file.problem((there[-1],), f"the file has both [[{there[0]}]] and [[{there[1]}]]. "
                            "An activity has steps, a plan has blocks, a programme has stages.")
    if there:
        return file.problem((there[0],), f"this is {_PARTS[there[0]]}, not {_PARTS[wanted]}: it has [[{there[0]}]].")
    near = [(name, part) for name in file.data if (part := nearest(name, _PARTS))]
    if near:
        name, part = near[0]
        return file.problem((name,), f"write [[{part}]] with two brackets on each side; it is spelt another way here.")
    return file.problem((), "the file has no [[steps]], no [[blocks]] and no [[stages]], "
                        "so it is no activity, no plan and no programme.")
