"""A programme's line of stages from the data of its file, and back to the text that a person would have written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from kit.content.findings import Findings
from kit.content.plan_text import values_text
from kit.content.problems import did_you_mean, shown
from kit.content.table import Table, parts_of, unknown_keys, values_of
from kit.content.toml_file import TomlFile
from kit.content.toml_lines import KeyPath
from kit.content.vocabulary import CARRIED, Field
from kit.model import Plan
from kit.model.line import Line, Stage

MOST_STAGES = 100
"""Stages in one line."""

LINE = (
    Field("id", "id", "A short name: small letters, digits and dashes.", required=True, example="our-year"),
    Field("title", "words", "What people call this programme.", required=True, example="Our year together"),
    Field("summary", "words", "One sentence: what happens.", required=True),
    Field("approach", "text", "How we work here, and what the group can change. It is printed for people who join."),
    Field("source", "text", "Where it comes from, with credit."),
    Field("practices", "numbers", "Numbers of the practices it serves.", default=(), least=1, most=999, example=(1, 5)),
    Field("stages", "parts", "The stages, each under its own [[stages]] line.", required=True),
)
"""Fields of a programme file."""

STAGE = (
    Field("id", "id", "A short name for the stage.", required=True, example="drawing"),
    Field("title", "words", "What people call it.", required=True, example="We draw"),
    Field("phase", "words", "The part of the programme it belongs to."),
    Field("about", "words", "What happens, in a sentence."),
    Field("plan", "id", "Id of the plan its workshop runs. Left out: it is no workshop of its own.", example="first-meeting"),
    Field("within", "id", "Id of the stage in whose workshop it happens.", example="drawing"),
    Field("due", "list", "What is to be ready before it, a line each.", default=()),
    Field("carry", "list", "What is carried into it from earlier workshops. Left out: all there is.", default=(),
          choices=CARRIED),
    Field("sites", "list", "Places at which its plan is run, once at each.", default=(), example=("Leeds", "Devon")),
    Field("date", "words", "The day, such as 2027-03-31.", example="2027-03-31"),
    Field("state", "choice", "Only where the team says so itself. Left out: it follows from the workshops.", default="",
          choices=("", "done", "open")),
)
"""Fields of a stage."""

_OF_A_STAGE = {field.name: "in a stage; move it under a [[stages]] line" for field in STAGE}
_OF_THE_LINE = {field.name: "to the whole programme; move it above the first [[stages]] line" for field in LINE}


def line_from(file: TomlFile, found: Findings) -> Line:
    """The line of a file, to be used only where nothing was found wrong."""
    table = Table(found, (), "", file.data)
    unknown_keys(table, [field.name for field in LINE], _OF_A_STAGE)
    stages: list[Stage] = []
    for part in parts_of(table, "stages", "stage", MOST_STAGES):
        unknown_keys(part, [field.name for field in STAGE], _OF_THE_LINE)
        stages.append(Stage(**values_of(part, STAGE)))
        _look_at(part, stages)
    return Line(**values_of(table, LINE), stages=tuple(stages), file=file.path.name)


def _look_at(part: Table, stages: list[Stage]) -> None:
    """What no single value can tell: two stages of one id, a stage within none, a day that is no day."""
    stage, before = stages[-1], {stage.id for stage in stages[:-1]}
    if stage.id in before:
        part.add("id", f"{part.place} has the id {shown(stage.id)}, which another stage has too. Change one of them.")
    if stage.within and stage.within not in before:
        part.add("within", f"{part.place} is within {shown(stage.within)}, and no stage before it has that id"
                           f"{did_you_mean(stage.within, before)}")
    if stage.date and not is_day(stage.date):
        part.add("date", f"{part.place} has the date {shown(stage.date)}. Write it as year, month and day, such as 2027-03-31.")


def is_day(text: str) -> bool:
    """Whether a text is an ISO date."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def unknown_plans(line: Line, plans: Mapping[str, Plan]) -> Iterator[tuple[KeyPath, str]]:
    """Where each stage stands whose plan is not there, with a sentence."""
    for number, stage in enumerate(line.stages):
        if stage.plan and stage.plan not in plans:
            yield ("stages", number, "plan"), (f"stage {number + 1} runs the plan {shown(stage.plan)}, which is in no folder"
                                               f"{did_you_mean(stage.plan, plans)}")


def line_text(line: Line, above: str = "") -> str:
    """The text of a line's file. What has its default is left out. `above` are lines that go before everything."""
    parts = [*values_text(line, LINE)]
    for stage in line.stages:
        parts += ["", "[[stages]]", *values_text(stage, STAGE)]
    return above + "\n".join(parts) + "\n"


def line_of_plans(plans: tuple[Plan, ...], title: str) -> Line:
    """The line of a programme that has none of its own: a stage for each of its plans, in their order."""
    return Line("stages", title, "One workshop after another.",
                tuple(Stage(plan.id, plan.title, about=plan.summary, plan=plan.id) for plan in plans))


def with_stage(line: Line, stage: Stage, place: int) -> Line:
    """The line with one more stage at a place from 0."""
    return replace(line, stages=(*line.stages[:place], stage, *line.stages[place:]))
