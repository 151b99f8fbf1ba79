"""A line of linked workshops: the stages a team goes through, which of them are done, and which comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a programme: a workshop, something that happens inside another stage, or work between workshops."""

    id: str
    title: str
    phase: str = ""
    """The part of the programme it belongs to; empty where the programme has no parts."""
    about: str = ""
    plan: str = ""
    """Id of the plan its workshop runs; empty where it is no workshop of its own."""
    within: str = ""
    """Id of the stage in whose workshop it happens; then it is done when that one is."""
    due: tuple[str, ...] = ()
    """What is to be ready before it."""
    carry: tuple[str, ...] = ()
    """Kinds of thing that are carried into it from earlier workshops; empty: all kinds."""
    sites: tuple[str, ...] = ()
    """Places at which the same plan is run, once at each; empty: it is run once."""
    date: str = ""
    """ISO date of the day, or empty where it is not known yet."""
    state: str = ""
    """"done" or "open" where the team has said so; empty: it follows from the workshops that were run."""


@dataclass(frozen=True, slots=True)
class Line:
    """The stages of a programme in their order, with what the programme says of itself."""

    id: str
    title: str
    summary: str
    stages: tuple[Stage, ...]
    approach: str = ""
    """How we work here and what the group can change, in words for everybody."""
    source: str = ""
    practices: tuple[int, ...] = ()
    file: str = ""


class State(StrEnum):
    """Where a stage stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Run:
    """One workshop that was begun for a stage."""

    session: str
    stage: str
    site: str = ""
    date: str = ""
    """ISO date of its beginning."""
    over: bool = False


def states(line: Line, runs: Iterable[Run]) -> tuple[State, ...]:
    """The state of each stage: what is done, the first that is not (now), the one after it (next), and the rest (later)."""
    over = [run for run in runs if run.over]
    by_id = {stage.id: stage for stage in line.stages}
    found: list[State] = []
    for stage in line.stages:
        if _is_done(stage, by_id.get(stage.within), over):
            found.append(State.DONE)
        elif State.NOW not in found:
            found.append(State.NOW)
        else:
            found.append(State.LATER if State.NEXT in found else State.NEXT)
    return tuple(found)


def sites_left(stage: Stage, runs: Iterable[Run]) -> tuple[str, ...]:
    """The sites of a stage at which no workshop has come to its end yet."""
    been = {run.site.casefold() for run in runs if run.stage == stage.id and run.over}
    return tuple(site for site in stage.sites if site.casefold() not in been)


def _is_done(stage: Stage, host: Stage | None, over: Sequence[Run]) -> bool:
    if stage.state:
        return stage.state == "done"
    if host is not None and host.id != stage.id:
        return _is_done(host, None, over)
    return any(run.stage == stage.id for run in over) and not sites_left(stage, over)
