"""What can be done to a programme's line, as words from a command, a line of plain mode or a key. Each is kept at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kit.content.ids import id_from
from kit.content.line_files import STAGE, with_stage
from kit.content.problems import did_you_mean
from kit.content.values import Wrong, one_value
from kit.content.vocabulary import Field
from kit.model import Line, Refusal, Stage
from kit.model.text import clean_line

Changed = Line | Refusal

_FIELDS = {field.name: field for field in STAGE}


def add(line: Line, title: str, at: str = "", parts: Sequence[str] = ()) -> Changed:
    """Put in a stage, at the end where no place is given."""
    name = clean_line(title)
    if not name:
        return Refusal("Say what the stage is called.")
    place = len(line.stages) if not at else _number(line, at, len(line.stages) + 1)
    if isinstance(place, Refusal):
        return place
    stage = _with(Stage(_free(line, id_from(name) or "stage"), name), parts)
    return stage if isinstance(stage, Refusal) else with_stage(line, stage, place)


def set_parts(line: Line, which: str, parts: Sequence[str]) -> Changed:
    """Set parts of a stage, each as NAME=VALUE. Lists are divided by semicolons."""
    return _changed(line, which, lambda stage: _with(stage, parts))


def done(line: Line, which: str) -> Changed:
    """Say that a stage is done."""
    return _changed(line, which, lambda stage: replace(stage, state="done"))


def open_again(line: Line, which: str) -> Changed:
    """Say that a stage is not done, whatever was run for it."""
    return _changed(line, which, lambda stage: replace(stage, state="open"))


def move(line: Line, which: str, to: str) -> Changed:
    """Move a stage to another place in the line."""
    here, there = find(line, which), _number(line, to, len(line.stages))
    if isinstance(here, Refusal):
        return here
    if isinstance(there, Refusal):
        return there
    rest = replace(line, stages=line.stages[:here] + line.stages[here + 1:])
    return with_stage(rest, line.stages[here], there)


def remove(line: Line, which: str) -> Changed:
    """Take a stage out. What its workshops made stays."""
    place = find(line, which)
    if isinstance(place, Refusal):
        return place
    if len(line.stages) == 1:
        return Refusal("This is the only stage. A programme needs at least one.")
    return replace(line, stages=line.stages[:place] + line.stages[place + 1:])


def find(line: Line, which: str) -> int | Refusal:
    """The place of a stage, from 0, by its number or its id."""
    wanted = clean_line(which).casefold()
    ids = [stage.id for stage in line.stages]
    if wanted in ids:
        return ids.index(wanted)
    if wanted.isdecimal():
        return _number(line, wanted, len(ids))
    return Refusal(f"There is no stage {wanted[:40]!r} here{did_you_mean(wanted, ids)}")


def _changed(line: Line, which: str, change: "Any") -> Changed:
    place = find(line, which)
    if isinstance(place, Refusal):
        return place
    stage = change(line.stages[place])
    if isinstance(stage, Refusal):
        return stage
    return replace(line, stages=(*line.stages[:place], stage, *line.stages[place + 1:]))


def _with(stage: Stage, parts: Sequence[str]) -> Stage | Refusal:
    for part in parts:
        name, between, typed = part.partition("=")
        field = _FIELDS.get(clean_line(name))
        if not between or field is None:
            return Refusal(f"{clean_line(part)[:40]!r} sets nothing. Write it as NAME=VALUE; NAME can be {', '.join(_FIELDS)}.")
        value = _value(field, typed)
        if isinstance(value, Refusal):
            return value
        stage = replace(stage, **{field.name: value})
    return stage


def _value(field: Field, typed: str) -> Any:
    try:
        if field.type != "list":
            return one_value(field, typed)
        lines = tuple(line for line in map(clean_line, typed.split(";")) if line)
        return tuple(one_value(replace(field, type="choice" if field.choices else "words"), line) for line in lines)
    except Wrong as wrong:
        return Refusal(f"{field.name} cannot be {clean_line(typed)[:40]!r}{wrong}")


def _number(line: Line, typed: str, most: int) -> int | Refusal:
    if typed.isdecimal() and len(typed) < 5 and 1 <= int(typed) <= most:
        return int(typed) - 1
    return Refusal(f"There is no place {clean_line(typed)[:20]!r}. The line has places 1 to {most}.")


def _free(line: Line, base: str) -> str:
    taken = {stage.id for stage in line.stages}
    return next(name for name in (base, *(f"{base[:55]}-{n}" for n in range(2, 200))) if name not in taken)
