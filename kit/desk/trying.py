"""Trying one activity with made-up people: played to its end by the real machine, in memory, and told in sentences."""

from collections import Counter
from datetime import datetime, timedelta

from kit.content.library import read_made_up
from kit.desk.outputs import HEADINGS
from kit.engine import Place, Session
from kit.engine.made_up import MadeUpPeople
from kit.model import Activity, Block, Plan, Refusal, Script
from kit.model.text import counted
from kit.paths import builtin_activities

ROOMS = (4, 11, 35)
"""People in the rooms it is tried with."""
_MOST = 5_000
"""Answers after which something is wrong."""


def try_out(activity: Activity, rooms: tuple[int, ...] = ROOMS, seed: int = 1) -> tuple[str, ...]:
    """A sentence for each room: that it went to its end, and what was made; or where it stopped."""
    return tuple(_try(activity, people, seed) for people in rooms)


def _try(activity: Activity, people: int, seed: int) -> str:
    block = Block("try", activity.title, activity.id, activity.minutes)
    plan = Plan("try", activity.title, activity.summary, "10:00", (block,))
    now = [datetime(2026, 1, 5, 10).astimezone()]

    def clock() -> datetime:
        now[0] += timedelta(seconds=7)
        return now[0]

    session, _ = Session.begin(Script(plan, (activity,)), Place("try", "KMR", 1), id="try", seed=str(seed), clock=clock)
    room = MadeUpPeople(people, read_made_up(builtin_activities() / "made-up.toml"), seed)
    for _ in range(_MOST):
        if session.over:
            break
        command, value = room.answer(session.prompt)
        outcome = session.answer(value) if command == "answer" else session.done()
        if isinstance(outcome, Refusal):
            return f"With {people} people it stopped at “{session.prompt.ask.question}”: {outcome}"
    made = Counter(record.kind for record in session.records if record.kind not in ("attendance", "name"))
    kinds = [f"{HEADINGS.get(kind, kind).casefold()} {number}" for kind, number in sorted(made.items())]
    fits = "" if activity.least_people <= people <= activity.most_people else " It says that it suits other numbers of people."
    return f"With {counted(people, 'person', 'people')} it went to its end. It left {', '.join(kinds) or 'no records'}.{fits}"
