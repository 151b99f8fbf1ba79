"""What somebody says about a thing they made: who may see it, how they are named, how long it is kept, or taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kit.desk.consent import SEEN_BY, WORDINGS, Choice, choose, stands, undo_choice, what_they_made
from kit.desk.flows import Asking, Do, Line, Pick, Talk, Tell, menu, sure
from kit.desk.flows.forgetting import forget_this
from kit.desk.outputs import outputs
from kit.desk.world import World
from kit.model import Naming, Record, Visible
from kit.model.text import counted, cut_short
from kit.store import Programme, StoreProblem

_NAMED = {Naming.REAL: "By their own name", Naming.CHOSEN: "By a name they choose", Naming.LETTER: "By a letter",
          Naming.NONE: "Not at all"}
_MOST = 6
"""Things under one code that are read out at once."""


def by_code(programme: Programme, world: World) -> Talk:
    """For whoever holds a slip: what stands under its code, with all their words, and what they choose."""
    code = yield Line("What somebody says about a thing", "Which code is on the slip? It stands beside the square code.")
    if code is None:
        return None
    what_they_made(programme, code)
    return (yield from _chosen(programme, world, code, partial(what_they_made, programme, code)))


def one_thing(programme: Programme, world: World, record_id: str) -> Talk:
    """The same for one record that was found: with what the facilitator's own screen may show of it."""
    def shown() -> tuple[Record, ...]:
        known = {record.id for record in what_they_made(programme, record_id)}
        return tuple(record for record in outputs(programme) if record.id in known)

    return (yield from _chosen(programme, world, record_id, shown))


def _chosen(programme: Programme, world: World, code: str, found: Callable[[], tuple[Record, ...]]) -> Talk:
    def about() -> tuple[str, ...]:
        there = found()
        more = (f"And {counted(len(there) - _MOST, 'more thing')}.",) if len(there) > _MOST else ()
        return (*(cut_short(stands(record), 600) for record in there[:_MOST]), *more, f"To read out: {WORDINGS['spoken-1']}")

    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        keep = partial(_keep, programme, world, code)
        return [("Who may see it", "", lambda: keep(_visible())),
                ("How its maker is named", "", lambda: keep(_named())),
                ("Keep it until", "a day", lambda: keep(_day("Keep it until", "keep_until"))),
                ("It can be taken back until", "a day", lambda: keep(_day("It can be taken back until", "withdraw_until"))),
                ("The consent slip that says so", "its code takes it back too", lambda: keep(_slip())),
                ("Undo the last choice", "", lambda: _undo(programme, world, found)),
                ("Take it back", "it goes out on no way any more", lambda: keep(_withdraw())),
                ("Forget it", "out of every file, for good", lambda: forget_this(programme, world, code))]

    return menu(lambda: "What its maker says", rows, about, lambda: bool(_there(found)))


def _there(found: Callable[[], tuple[Record, ...]]) -> tuple[Record, ...]:
    try:
        return found()
    except StoreProblem:
        return ()


def _keep(programme: Programme, world: World, code: str, asking: Asking[Choice | None]) -> Talk:
    choice = yield from asking
    if choice is None:
        return None
    kept = yield Do("Saving", lambda progress: choose(programme, code, choice, world))
    told = ("Its words are in older files until it is forgotten.",) if choice.withdraw else ()
    yield Tell("Saved", (f"Saved for {counted(len(kept), 'record')}.", *told))
    return None


def _visible() -> Asking[Choice | None]:
    place = yield Pick("Who may see it?", tuple(words.capitalize() for words in SEEN_BY.values()))
    return None if place is None else Choice(visible=tuple(SEEN_BY)[place])


def _named() -> Asking[Choice | None]:
    place = yield Pick("How is its maker named?", tuple(_NAMED.values()), at=len(_NAMED) - 1)
    if place is None:
        return None
    choice = Choice(naming=tuple(_NAMED)[place])
    if choice.naming not in (Naming.REAL, Naming.CHOSEN):
        return choice
    name = yield Line("How is its maker named?", "Which name shall stand beside it?")
    return None if name is None else replace(choice, name=name)


def _day(title: str, part: str) -> Asking[Choice | None]:
    day = yield Line(title, "Which day? Write it as year, month and day, such as 2027-03-31.")
    return None if day is None else replace(Choice(), **{part: day.strip()})


def _slip() -> Asking[Choice | None]:
    slip = yield Line("The consent slip", "Which code is on the consent slip?")
    return None if slip is None else Choice(slip=slip)


def _withdraw() -> Asking[Choice | None]:
    about = ("It goes out on no way any more. This choice stays.",)
    return Choice(withdraw=True) if (yield from sure("Take it back?", "Yes, its maker takes it back", about)) else None


def _undo(programme: Programme, world: World, found: Callable[[], tuple[Record, ...]]) -> Talk:
    there = found()
    if not there:
        return None
    before = yield Do("Undoing", lambda progress: undo_choice(programme, there[-1].id, world))
    yield Tell("Undone", (f"Who may see it: {SEEN_BY[Visible(before.visible)]}. Named: {before.naming}.",))
    return None
