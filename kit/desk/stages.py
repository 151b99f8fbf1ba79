"""Where a programme stands in its line of workshops: which stages are done, which is now, which comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kit.content.line_files import line_of_plans, line_text
from kit.content.plan_text import lines_above
from kit.content.problems import Problem
from kit.content.reader import reading_of
from kit.content.toml_file import open_toml
from kit.desk.library import Shelf, lines_of, plans_of
from kit.desk.world import World
from kit.engine import setting_of
from kit.engine.replaying import played
from kit.model import Line, Plan, Refusal, Run, Stage, State
from kit.model.line import sites_left, states
from kit.store import History, Programme, Store, StoreProblem, read_history

FILE = "plans/stages.toml"
"""Where a programme's line stands, as text that the team can change."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One stage, and where it stands."""

    stage: Stage
    state: State
    runs: tuple[Run, ...] = ()
    left: tuple[str, ...] = ()
    """Sites at which it has not been run to its end yet."""


def line_of(programme: Programme, shelf: Shelf) -> Line:
    """The programme's line; one stage for each of its plans where it has no line of its own. Raises StoreProblem."""
    own = lines_of(programme)
    return own[0] if own else line_of_plans(plans_of(programme, shelf), programme.name)


def standings(programme: Programme, shelf: Shelf, history: History | None = None) -> tuple[Standing, ...]:
    """Every stage with where it stands, in order. Raises StoreProblem."""
    line = line_of(programme, shelf)
    return standings_of(line, runs_of(line, history or read_history(programme.folder, programme.keys)))


def standings_of(line: Line, runs: tuple[Run, ...]) -> tuple[Standing, ...]:
    """The same for a line and the workshops that were begun."""
    return tuple(Standing(stage, state, tuple(run for run in runs if run.stage == stage.id), sites_left(stage, runs))
                 for stage, state in zip(line.stages, states(line, runs), strict=True))


def runs_of(line: Line, history: History) -> tuple[Run, ...]:
    """The workshops that were begun, oldest first. One that names no stage belongs to the first stage with its plan."""
    by_plan = {stage.plan: stage.id for stage in reversed(line.stages) if stage.plan}
    found = []
    for session in history.sessions():
        events = history.events(session)
        begun = setting_of(events)
        stage = begun.place.stage or by_plan.get(begun.script.plan.id, "")
        found.append(Run(session, stage, begun.place.site, events[0].at[:10], played(events).over))
    return tuple(found)


def next_workshop(programme: Programme, shelf: Shelf, history: History, plan_id: str = "") -> Stage | None:
    """The stage whose workshop comes next: the first with a plan that is not done, else the last that has one.

    With `plan_id`, only stages with that plan. None where there is none.
    """
    able = [one for one in standings(programme, shelf, history) if one.stage.plan and plan_id in ("", one.stage.plan)]
    waiting = [one for one in able if one.state is not State.DONE]
    return (waiting or able[-1:])[0].stage if able else None


def ended(stages: Sequence[Standing], plan_id: str) -> bool:
    """Whether a plan was run to its end already, and no stage waits for it."""
    its = [one for one in stages if one.stage.plan == plan_id]
    return all(one.state is State.DONE for one in its) and any(run.over for one in its for run in one.runs)


def change_line(programme: Programme, shelf: Shelf, world: World,
                change: Callable[[Line], Line | Refusal]) -> Line | Refusal:
    """Make one change to a programme's line. It is in the line's own text file before anybody is told. Raises StoreProblem."""
    before = line_of(programme, shelf)
    after = change(before)
    if isinstance(after, Refusal):
        return after
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        path = f"plans/{Path(before.file).name}" if before.file else FILE
        above = lines_above(store.papers.read(path).decode("utf-8-sig")) if before.file else ""
        text = line_text(after, above)
        read = _read(text, path)
        if isinstance(read, Line):
            store.papers.write(path, text.encode())
        return read
    finally:
        store.close()


def _read(text: str, path: str) -> Line | Refusal:
    """The line in a text, as it will be read from now on; or what is wrong with it."""
    file = open_toml(Path(path), text.encode())
    if isinstance(file, Problem):
        return Refusal(str(file))
    reading = reading_of(file, "stages")
    if reading.value is None:
        return Refusal(" ".join(problem.sentence[:1].upper() + problem.sentence[1:] for problem in reading.problems[:3]))
    line: Line = reading.value
    return replace(line, file=Path(path).name)


def plans_named(line: Line, shelf: Shelf) -> list[Plan]:
    """The plans that a line's stages run, each once, in order. Raises StoreProblem for one that is not on the shelf."""
    names = dict.fromkeys(stage.plan for stage in line.stages if stage.plan)
    missing = [name for name in names if name not in shelf.plans]
    if missing:
        raise StoreProblem(f"The programme {line.id!r} runs a plan that is not on the shelf: {', '.join(missing)}.")
    return [shelf.plans[name] for name in names]
