"""Rooms, clocks and plans for tests: nothing here looks at the real time or at real chance."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from kit.content.vocabulary import KINDS
from kit.engine import Place, Session
from kit.model import Activity, Block, Change, Plan, Refusal, Script, Step

PLACE = Place("programme-1", "KMR", 1)

HOSTILE = "[/] [b] \x1b]0;x\x07 ünïcödé 名前 🙂"
"""A name that would act on a terminal, a widget or a sheet, if anything let it."""


def ticking(seconds: int = 20) -> Callable[[], datetime]:
    """A clock that goes on by so many seconds at every look."""
    now = [datetime(2026, 3, 2, 10, 0, tzinfo=UTC)]

    def clock() -> datetime:
        now[0] += timedelta(seconds=seconds)
        return now[0]

    return clock


def step(kind: str, **given: object) -> Step:
    """A step with the vocabulary's defaults filled in."""
    settings = {f.name: given.get(f.name, f.default) for f in KINDS[kind].fields}
    words = {name: str(given[name]) for name in ("room", "say", "do", "watch") if name in given}
    return Step(kind, **words, settings=settings)


def activity(name: str, *steps: Step, **given: object) -> Activity:
    """A small activity of these steps."""
    return Activity(name, name.capitalize(), "Summary.", "Purpose.", "Ourselves.", 10, 5, 2, 60, "It shares.", "low", (), (),
                    (), (), steps, **given)  # type: ignore[arg-type]


def script(*activities: Activity, private: str = "") -> Script:
    """A plan that runs these activities, one block of ten minutes each."""
    blocks = tuple(Block(f"block-{a.id}", a.title, a.id, 10, private=private) for a in activities)
    return Script(Plan("plan-1", "A plan", "Summary.", "10:00", blocks), activities)


def begun(*steps: Step, people: int = 4, seed: str = "seed") -> Session:
    """A session of one block with these steps, past its opening."""
    session, _ = Session.begin(script(activity("one", *steps)), PLACE, id="s", seed=seed, clock=ticking())
    taken(session.answer(people))
    taken(session.done())
    return session


def taken(outcome: Change | Refusal) -> Change:
    """The change, where there should be one."""
    assert isinstance(outcome, Change), outcome
    return outcome


def refused(outcome: Change | Refusal) -> str:
    """The sentence of a refusal, where there should be one."""
    assert isinstance(outcome, Refusal), outcome
    return outcome.sentence


def contents(session: Session, kind: str) -> list[dict[str, object]]:
    """The contents of the standing records of one kind."""
    return [dict(r.content) for r in session.records if r.kind == kind]
