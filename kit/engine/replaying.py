"""From a session's events back to its state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kit.engine.play import Play, effective
from kit.engine.scene import Known, Place, nothing_known
from kit.model import Event, Script
from kit.model.data import from_data


@dataclass(frozen=True, slots=True)
class Setting:
    """What a session began with, as its first event holds it."""

    session: str
    seed: str
    script: Script
    place: Place


def setting_of(events: Sequence[Event]) -> Setting:
    """What the session with these events began with."""
    return from_data(Setting, events[0].data)


def played(events: Sequence[Event], known: Callable[[], Known] = nothing_known) -> Play:
    """The state that some events lead to."""
    begun = setting_of(events)
    play = Play(begun.script, begun.place, begun.session, begun.seed, known)
    for event in effective(events):
        play.apply(event)
    return play
