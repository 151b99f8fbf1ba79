"""A programme's line in words: a line for each stage, the same in the app, in plain mode and for a command."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kit.desk.stages import Standing
from kit.model import State
from kit.model.data import to_data
from kit.model.text import listed

MARKS = {State.DONE: "[done]", State.NOW: "[now]", State.NEXT: "[next]", State.LATER: "[later]"}
"""How a stage's state is written where there is room for a word alone."""


def line_lines(stages: Sequence[Standing]) -> Iterator[str]:
    """The stages under their phases, numbered through, with what is due and where they are run."""
    numbered = list(enumerate(stages, 1))
    for phase, group in groupby(numbered, key=lambda one: one[1].stage.phase):
        if phase:
            yield f"{phase}:"
        for number, one in group:
            yield f"{number}. {MARKS[one.state]} {stage_line(one)}"


def stage_line(one: Standing) -> str:
    """One stage in one line: its title, its day, its sites, what is due before it."""
    stage = one.stage
    parts = [stage.title, f" ({stage.date})" if stage.date else "", "."]
    if stage.sites:
        been = [run.site for run in one.runs if run.over and run.site]
        parts.append(f" At {listed(list(stage.sites))}.")
        parts.append(f" Done at {listed(been)}." if been and one.left else "")
    if stage.due and one.state is not State.DONE:
        parts.append(f" Due before: {'; '.join(due.rstrip('.') for due in stage.due)}.")
    return "".join(parts)


def stage_data(stages: Sequence[Standing]) -> list[dict[str, Any]]:
    """The same for a program."""
    return [{**to_data(one.stage), "number": number, "state": str(one.state), "runs": to_data(one.runs), "sites_left": one.left}
            for number, one in enumerate(stages, 1)]
