"""Where a programme's last workshop stands, read from its journal without opening it for writing."""

from dataclasses import dataclass

from kit.desk.known import known_to
from kit.desk.world import World
from kit.engine import Clock, Session
from kit.store import History, NoSuchThing, Programme, StoreProblem, read_history


@dataclass(frozen=True, slots=True)
class Begun:
    """The last workshop of a programme."""

    at: str
    """When it began, ISO 8601, UTC."""
    plan: str
    """Title of its plan."""
    title: str
    """The block it has come to."""
    block: int
    blocks: int
    over: bool


def session_of(history: History, session: str, clock: Clock) -> Session:
    """A session as its events say. Raises StoreProblem where no session can be read from them."""
    try:
        return Session(history.events(session), clock, lambda: known_to(history, session))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, AssertionError):
        raise StoreProblem("A workshop in this programme is not one that this version of the kit can read. "
                           "Nothing was changed.") from None


def running(programme: Programme, world: World) -> Session:
    """The workshop that was begun last, to look at, also while another window has it. Raises StoreProblem, NoSuchThing."""
    history = read_history(programme.folder, programme.keys)
    sessions = history.sessions()
    if not sessions:
        raise NoSuchThing(f"No workshop of {programme.name!r} has begun. To begin one: kit run {programme.code}")
    return session_of(history, sessions[-1], world.clock)


def last_workshop(programme: Programme, world: World) -> Begun | None:
    """The workshop that was begun last, or None where none was. Raises StoreProblem."""
    history = read_history(programme.folder, programme.keys)
    sessions = history.sessions()
    if not sessions:
        return None
    session = session_of(history, sessions[-1], world.clock)
    prompt, plan = session.prompt, session.script.plan
    return Begun(session.events[0].at, plan.title, prompt.title, prompt.block, len(plan.blocks), session.over)
