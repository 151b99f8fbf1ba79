"""The session: one workshop as it is run. A pure machine: it asks, takes an answer or refuses it, and remembers in events.

Nothing here touches a disk or a screen, and the clock is passed in. Whoever drives it saves each `Change` before telling anybody
that it is saved, and can bring the session back at any time from its events alone.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from kit.engine.ahead import Ahead, ahead_of
from kit.engine.answers import read
from kit.engine.coming import read_arrival, read_leaving
from kit.engine.course import Course, since_then
from kit.engine.course import read as read_course
from kit.engine.fairness import read_groups
from kit.engine.late import Proposal, proposals
from kit.engine.locks import STAYS, holds
from kit.engine.notes import read_note
from kit.engine.opening import LONGEST_NAME
from kit.engine.play import UNDOABLE, effective
from kit.engine.prompts import prompt_of, room_view
from kit.engine.replanning import change_of
from kit.engine.replaying import Setting, played
from kit.engine.scene import Known, Place, nothing_known
from kit.engine.spent import Spent, spent
from kit.engine.strands import read_state
from kit.engine.timing import Timing, timing
from kit.model import Change, Event, Form, Prompt, Record, Refusal, RoomView, Script
from kit.model.data import to_data
from kit.model.text import clean_line
from kit.model.wall import RoomTime

Clock = Callable[[], datetime]
"""The time now, with its time zone."""

SLOWER = 5
"""Minutes that slowing down gives to a block."""

REST = 10
"""Minutes of a break that is put in, where nobody says how many."""

LONGEST_REST = 120
"""Minutes."""


class Session:
    """One workshop, running. `begin` makes a new one; every command gives a `Change` or a `Refusal`."""

    def __init__(self, events: Sequence[Event], clock: Clock, known: Callable[[], Known] = nothing_known) -> None:
        """`events` begin with the one that `begin` made; the session is exactly what they say.

        `known` is looked at only where chance decides something new.
        """
        self._clock = clock
        self._known = known
        self.events: tuple[Event, ...] = tuple(events)
        self._play = played(self.events, known)

    @classmethod
    def begin(cls, script: Script, place: Place, *, id: str, seed: str, clock: Clock,
              known: Callable[[], Known] = nothing_known) -> "tuple[Session, Change]":
        """A new session of a plan. `id` is unique in the world; `seed` decides all that chance decides."""
        event = Event(1, _stamp(clock), "begun", to_data(Setting(id, seed, script, place)))
        return cls((event,), clock, known), Change(event)

    @property
    def id(self) -> str:
        """The session's id."""
        return self._play.session

    @property
    def script(self) -> Script:
        """The plan and activities this session runs: its own copy, with what was changed on the day."""
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
        return timing(self._course, self._clock())

    @property
    def ahead(self) -> Ahead:
        """What is still to come, by the clock."""
        return ahead_of(read_course(self._course, self._clock()))

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Ways to go on where the day is late, or where there is time left; none where it is on time, or over."""
        return () if self.over else proposals(self.ahead)

    @property
    def spent(self) -> tuple[Spent, ...]:
        """For each block that was entered, when it was and how long it took, beside what was planned."""
        return spent(self._course, self._clock())

    @property
    def facilitator(self) -> str:
        """Who leads now, where somebody has taken over; else empty."""
        return self._play.facilitator

    @property
    def resting(self) -> int:
        """Minutes of the break that goes on just now; 0 where none does."""
        return self._play.rest

    @property
    def _course(self) -> Course:
        play = self._play
        return Course(play.first, play.script, play.block, play.visits, effective(self.events), play.agreed)

    @property
    def room_time(self) -> RoomTime | None:
        """The time of what the room does now, for the second screen: the step's, or its block's. None where nothing is timed."""
        play = self._play
        if play.paused or play.over or not play.block:
            return None
        step = play.steps[play.step]
        minutes = step.minutes or self.script.plan.blocks[play.block - 1].minutes
        since = play.since if step.minutes else play.visits[-1][1]
        return RoomTime(minutes, since_then(self._course, since, self._clock())) if minutes > 0 else None

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
            return _RESTING if self._play.rest else _PAUSED
        count = len(self.script.plan.blocks)
        if not 1 <= block <= count:
            return Refusal(f"There is no block {block}. The plan has blocks 1 to {count}.")
        if not any(record.kind == "attendance" for record in self.records):
            return _COUNT_FIRST
        return self._take("gone_to", {"block": block})

    def note(self, kind: str, content: Mapping[str, Any]) -> Change | Refusal:
        """Keep something said out of turn: a parked topic, a hard word, a new head count, a drawing's picture."""
        words = read_note(kind, content, self.records)
        return words if isinstance(words, Refusal) else self._take("noted", {"kind": kind, "content": words})

    def undo(self) -> Change | Refusal:
        """Take back the last answer, skip, move, note or change of plan. It can be done again and again, back to the start."""
        last = next((e for e in reversed(effective(self.events)) if e.kind in UNDOABLE), None)
        if last is None:
            return Refusal("There is nothing to undo: this is the start.")
        if holds(self._play, self.events, last):
            return STAYS
        before = {record.id for record in self._play.records}
        event = Event(len(self.events) + 1, _stamp(self._clock), "undone", {"of": last.number})
        self.events += (event,)
        self._play = played(self.events, self._known)
        gone = before - {record.id for record in self._play.records}
        return Change(event, taken_back=tuple(sorted(gone)))

    def take(self, proposal: Proposal) -> Change | Refusal:
        """Go on as a proposal says. Undo takes it back."""
        return _ENDED if self.over else self._take("replanned", change_of(proposal))

    def slow_down(self) -> Change | Refusal:
        """Give this block a few minutes more, and let the room know that there is time."""
        if refusal := self._not_now():
            return refusal
        if self._play.here is None:
            return _COUNT_FIRST
        return self._take("slowed", {"minutes": SLOWER})

    def rest(self, minutes: int = REST) -> Change | Refusal:
        """Put in a break, now. It ends when somebody says so; what it takes is counted for the day, not for the block."""
        if refusal := self._not_now():
            return refusal
        if not 1 <= minutes <= LONGEST_REST:
            return Refusal(f"A break can be from 1 to {LONGEST_REST} minutes.")
        return self._take("break", {"minutes": minutes})

    def strand(self, number: int, state: str) -> Change | Refusal:
        """Say what one of the groups that work side by side is at, from 1. The room goes on only when somebody says so."""
        word = read_state(self._play.here, number, state)
        return word if isinstance(word, Refusal) else self._take("strand", {"strand": number, "state": word})

    def arrived(self, name: str = "") -> Change | Refusal:
        """Somebody comes late: one more person is here, on the seating list where they want that."""
        if not self._play.block and self._play.ask.makes == "attendance":
            return _COUNT_FIRST
        read_name = read_arrival(name, self.records, self._known)
        return read_name if isinstance(read_name, Refusal) else self._take("arrived", read_name)

    def left(self, name: str = "") -> Change | Refusal:
        """Somebody leaves: one person fewer is here, and nobody asks why."""
        read_name = read_leaving(name, self.records)
        return read_name if isinstance(read_name, Refusal) else self._take("left", read_name)

    def take_over(self, who: str) -> Change | Refusal:
        """A co-facilitator leads from now on."""
        name = clean_line(who)
        if not name or len(name) > LONGEST_NAME:
            return Refusal(f"Say who leads now, in at most {LONGEST_NAME} characters.")
        return self._take("taken_over", {"who": name})

    def count(self, groups: str) -> Change | Refusal:
        """Count turns in this round or talk by these roles or tables, with commas between; for no words, stop counting."""
        if refusal := self._not_now():
            return refusal
        step = self._play.steps[self._play.step] if self._play.here else None
        names = read_groups(groups, step)
        return names if isinstance(names, Refusal) else self._take("counting", {"groups": names})

    def pause(self) -> Change | Refusal:
        """Everything stands still, and no time counts."""
        return Refusal("It is paused already.") if self._play.paused else self._take("paused")

    def carry_on(self) -> Change | Refusal:
        """Go on after a pause or a break."""
        return self._take("carried_on") if self._play.paused else Refusal("It is not paused.")

    def _not_now(self) -> Refusal | None:
        if self._play.over:
            return _ENDED
        return None if not self._play.paused else _RESTING if self._play.rest else _PAUSED

    def _take(self, kind: str, data: Mapping[str, Any] | None = None) -> Change:
        event = Event(len(self.events) + 1, _stamp(self._clock), kind, data or {})
        before = len(self._play.records)
        drawn = self._play.apply(event)
        event = Event(event.number, event.at, event.kind, event.data, drawn)
        self.events += (event,)
        return Change(event, tuple(self._play.records[before:]))


_COUNT_FIRST = Refusal("Please say how many people are here first. A guess is fine.")
_PAUSED = Refusal("The workshop is paused. Carry on first.")
_RESTING = Refusal("It is a break. Carry on first.")
_ENDED = Refusal("The workshop has ended, so there is nothing to answer. You can still undo.")



def _stamp(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="seconds")
