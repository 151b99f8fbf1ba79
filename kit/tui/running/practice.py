"""Practising alone: made-up people answer, so that a newcomer can see a whole workshop without a room."""

from collections.abc import Callable
from functools import cache

from kit.content.library import read_made_up
from kit.desk.workshop import Answered, Workshop
from kit.engine.made_up import MadeUpPeople
from kit.paths import builtin_activities

PEOPLE = 8


@cache
def _room(session: str) -> MadeUpPeople:
    """The made-up people of one session: they remember what they have said."""
    return MadeUpPeople(PEOPLE, read_made_up(builtin_activities() / "made-up.toml"), 1)


def made_up(workshop: Workshop) -> Callable[[], Answered]:
    """What made-up people do now, as a command for the workshop."""

    def command() -> Answered:
        what, value = _room(workshop.id).answer(workshop.prompt)
        return workshop.answer(value) if what == "answer" else workshop.done()

    return command
