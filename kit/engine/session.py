"""The session: one workshop as it is run. A pure machine: it asks, takes an answer or refuses it, and remembers in events.

Nothing here touches a disk or a screen, and the clock is passed in. Whoever drives it saves each `Change` before telling anybody
that it is saved, and can bring the session back at any time from its events alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kit.engine.answers import read
from kit.engine.notes import read_note
from kit.engine.play import UNDOABLE, Play, effective
from kit.engine.prompts import prompt_of, room_view
from kit.engine.scene import Place
from kit.engine.timing import Timing, timing
from kit.model import Change, Event, Form, Prompt, Record, Refusal, RoomView, Script
from kit.model.data import from_data, to_data

Clock = Callable[[], datetime]
"""The time now, with its time zone."""


class Session:
    """One workshop, running. `begin` makes a new one; every command gives a `Change` or a `Refusal`."""

    def __init__(self, events: Sequence[Event], clock: Clock) -> None:
        """`events` begin with the one that `begin` made; the session is exactly what they say."""
        self._clock = clock
        self.events: tuple[Event, ...] = tuple(events)
        self._play = played(self.events)

    @classmethod
    def begin(cls, script: Script, place: Place, *, id: str, seed: str, clock: Clock) -> "tuple[Session, Change]":
        """A new session of a plan. `id` is unique in the world; `seed` decides all that chance decides."""
        event = Event(1, _stamp(clock), "begun", to_data(Setting(id, seed, script, place)))
        return cls((event,), clock), Change(event)

    @property
    def id(self) -> str:
        """The session's id."""
        return self._play.session

    @property
    def script(self) -> Script:
        """The plan and activities this session runs: its own copy, as they were when it began."""
        return self._play.script

    @property
    def prompt(self) -> Prompt:
        """What the facilitator is asked now."""
        return prompt_of(self._play)

    @property
    def room(self) -> RoomView:
        """What the whole room may see now."""
        return room_view(self._play)

    @property
    def records(self) -> tuple[Record, ...]:
        """All that the room has made and not taken back, oldest first."""
        return self._play.standing

    @property
    def over(self) -> bool:
        """Whether the workshop has come to its end."""
        return self._play.over

    @property
    def paused(self) -> bool:
        """Whether everything stands still just now."""
        return self._play.paused

    @property
    def timing(self) -> Timing:
        """Where the day stands now."""
        return timing(self.script.plan, self._play.visits, effective(self.events), self._clock())

    def answer(self, given: Any) -> Change | Refusal:
        """Take an answer: text as typed, or a value of the form that is asked for."""
        if refusal := self._not_now():
            return refusal
        value = read(self._play.ask, given)
        return value if isinstance(value, Refusal) else self._take("answered", {"value": value})

    def done(self) -> Change | Refusal:
        """No more of these. Where only one answer is asked for, this refuses."""
        if refusal := self._not_now():
            return refusal
        if self._play.ask.form is Form.GO:
            return self.answer("")
        if not self._play.ask.many:
            return Refusal("This question takes one answer. To leave the whole step, type skip.")
        return self._take("done")

    def skip(self) -> Change | Refusal:
        """Leave this step and go on with the next. What was said so far is kept."""
        if refusal := self._not_now():
            return refusal
        if not self._play.block:
            return self.done() if self._play.ask.many else _COUNT_FIRST
        return self._take("skipped")

    def go_to(self, block: int) -> Change | Refusal:
        """Leave this step and start another block of the plan, from 1, forwards or back."""
        if self._play.paused:
            return _PAUSED
        count = len(self.script.plan.blocks)
        if not 1 <= block <= count:
            return Refusal(f"There is no block {block}. The plan has blocks 1 to {count}.")
        if not any(record.kind == "attendance" for record in self.records):
            return _COUNT_FIRST
        return self._take("gone_to", {"block": block})

    def note(self, kind: str, content: Mapping[str, Any]) -> Change | Refusal:
        """Keep something said out of turn: a parked topic, a word that needs plain words, a new head count."""
        words = read_note(kind, content)
        return words if isinstance(words, Refusal) else self._take("noted", {"kind": kind, "content": words})

    def undo(self) -> Change | Refusal:
        """Take back the last answer, skip, move or note. It can be done again and again, back to the start."""
        last = next((e for e in reversed(effective(self.events)) if e.kind in UNDOABLE), None)
        if last is None:
            return Refusal("There is nothing to undo: this is the start.")
        before = {record.id for record in self._play.records}
        event = Event(len(self.events) + 1, _stamp(self._clock), "undone", {"of": last.number})
        self.events += (event,)
        self._play = played(self.events)
        gone = before - {record.id for record in self._play.records}
        return Change(event, taken_back=tuple(sorted(gone)))

    def pause(self) -> Change | Refusal:
        """Everything stands still, and no time counts."""
        return Refusal("It is paused already.") if self._play.paused else self._take("paused")

    def carry_on(self) -> Change | Refusal:
        """Go on after a pause."""
        return self._take("carried_on") if self._play.paused else Refusal("It is not paused.")

    def _not_now(self) -> Refusal | None:
        if self._play.over:
            return Refusal("The workshop has ended, so there is nothing to answer. You can still undo.")
        return _PAUSED if self._play.paused else None

    def _take(self, kind: str, data: Mapping[str, Any] | None = None) -> Change:
        event = Event(len(self.events) + 1, _stamp(self._clock), kind, data or {})
        before = len(self._play.records)
        drawn = self._play.apply(event)
        event = Event(event.number, event.at, event.kind, event.data, drawn)
        self.events += (event,)
        return Change(event, tuple(self._play.records[before:]))


_COUNT_FIRST = Refusal("Please say how many people are here first. A guess is fine.")
_PAUSED = Refusal("The workshop is paused. Carry on first.")


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


def played(events: Sequence[Event]) -> Play:
    """The state that some events lead to."""
    begun = setting_of(events)
    play = Play(begun.script, begun.place, begun.session, begun.seed)
    for event in effective(events):
        play.apply(event)
    return play


def _stamp(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="seconds")
