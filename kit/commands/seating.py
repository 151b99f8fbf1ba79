"""`kit seat`: a file or a programme that says who comes and what they need, in; who sits where in each round, out."""

import json
import signal
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any

from kit.commands import NO, OK, PROBLEM
from kit.commands.telling import narrate, narrate_progress, tell, tell_json
from kit.engine.seating import BadInstance, SeatingPlan, read_instance, solve
from kit.engine.seating.report import people_named, report
from kit.engine.seating.saying import collision_in_words
from kit.model.text import clean_line, counted

_LARGEST = 10_000_000
"""Bytes of a file that is read."""


def seat(call: Namespace) -> int:
    """Plan the seats. The answer is no where wishes collide; the nearest plan is given all the same."""
    path = Path(call.file)
    return _of_file(call) if path.suffix.lower() == ".json" or path.is_file() else _of_programme(call)


def _of_programme(call: Namespace) -> int:
    """Seat the people a programme knows, before the day, and keep the plan: the cards are printed from it."""
    from kit.commands.opening import opened
    from kit.desk.home import home_folder
    from kit.desk.library import load_shelf
    from kit.desk.programmes import find_programme
    from kit.desk.seatplan import plan_seats
    from kit.desk.world import real_world

    home = home_folder(call.home)
    programme = opened(find_programme(home, call.file))
    offers = [[part.strip() for part in words.split(",") if part.strip()] for words in call.table]
    with _stopped_by_key() as stopped:
        _, plan, unmet = plan_seats(programme, load_shelf(home), real_world(), offers, call.rounds, call.seconds, call.seed,
                                    stopped, None if call.json else _tell_progress)
    sentences = [*unmet, *(collision_in_words(c, plan.instance) for c in plan.collisions)]
    if call.json:
        tell_json(_answer(plan, sentences))
    else:
        tell(*_tables(plan))
        for line in (*sentences, *report(plan)):
            narrate(line)
        narrate(f"Kept. To print the cards: kit print {programme.code} table-cards path-cards wall-list room-plan.")
    return NO if sentences else OK


def _tables(plan: SeatingPlan) -> Iterator[str]:
    for number, seated in enumerate(plan.schedule, 1):
        yield f"Round {number}"
        for table, people in zip(plan.instance.tables, seated, strict=True):
            yield f"Table {table.id}: {people_named(people)}."


def _of_file(call: Namespace) -> int:
    try:
        instance = read_instance(_read(Path(call.file)))
    except BadInstance as bad:
        for sentence in bad.sentences[:20]:
            narrate(sentence)
        if len(bad.sentences) > 20:
            narrate(f"And {counted(len(bad.sentences) - 20, 'more problem')}.")
        return PROBLEM
    with _stopped_by_key() as stopped:
        plan = solve(instance, seed=call.seed, seconds=call.seconds, now=time.process_time, cancelled=stopped,
                     progress=None if call.json else _tell_progress)
    sentences = [collision_in_words(c, instance) for c in plan.collisions]
    tell_json(_answer(plan, sentences))
    if not call.json:
        for line in (*sentences, *report(plan)):
            narrate(line)
    return NO if plan.collisions else OK


def _read(path: Path) -> Any:
    """The JSON value in a file. Raises BadInstance."""
    name = clean_line(str(path))[:200]
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise BadInstance([f"{name} is larger than 10 MB. That is no seating file."])
        return json.loads(data.decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        if isinstance(error, BadInstance):
            raise
        raise BadInstance([_why(error, name)]) from None


def _why(error: Exception, name: str) -> str:
    match error:
        case FileNotFoundError():
            return f"There is no file {name}. Check the name."
        case json.JSONDecodeError():
            return f"{name}, line {error.lineno}: this is not JSON. {error.msg}."
        case OSError():
            return f"{name} could not be read: {error.strerror or 'the system says no more'}."
        case RecursionError():
            return f"{name} has too many brackets inside one another to be a seating file."
    return f"{name} could not be read as text. Save it as UTF-8."


def _answer(plan: SeatingPlan, sentences: list[str]) -> dict[str, Any]:
    figures = plan.figures
    return {
        "rounds": plan.schedule,
        "figures": {
            "repeats": figures.repeats, "at_least": plan.bound.least, "pairs_met": len(figures.met),
            "pairs_who_could_meet": plan.bound.pairs, "meetings": figures.meetings,
            "most_meetings_of_a_pair": max(figures.met.values(), default=0), "mix_misses": len(figures.misses),
            "cost": figures.cost, "by": plan.by, "whole": plan.whole,
        },
        "collisions": sentences,
        "report": report(plan),
    }


def _tell_progress(share: float, cost: int | None) -> None:
    narrate_progress(round(share * 100), 100, "" if cost is None else f"best so far: {cost}")


@contextmanager
def _stopped_by_key() -> Iterator[Callable[[], bool]]:
    """Ctrl-C ends the search, and the best plan so far is given."""
    stop = Event()

    def on_key(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGINT, on_key)
    try:
        yield stop.is_set
    finally:
        signal.signal(signal.SIGINT, before)

