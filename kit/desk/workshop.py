"""A workshop on the desk: a session whose every change is on the disk before anybody is told that it is saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kit.desk.health import copy_open
from kit.desk.known import known_to
from kit.desk.library import Shelf, with_programme
from kit.desk.makers import MAKERS, named
from kit.desk.next_workshop import place_of, plan_to_run, unfinished
from kit.desk.offering import Offering, offering_of, to_be_told
from kit.desk.outputs import this_day
from kit.desk.pictures import keep_beside, ready_picture
from kit.desk.pile.printed import put_layouts
from kit.desk.running_words import handover_lines, now_lines, undone_words
from kit.desk.slips import Slips
from kit.desk.world import World
from kit.engine import REST, Proposal, Session, Spent, Timing
from kit.model import Change, Event, Prompt, Record, Refusal, RoomView, Script, origins
from kit.model.gate import Way, for_room, let_out
from kit.store import Programme, Store, StoreProblem
from kit.store.copying import Copy, Progress

Answered = Change | Refusal


class Workshop:
    """One running workshop. Every command saves first and then gives a `Change`, or gives a `Refusal` and changes nothing."""

    def __init__(self, programme: Programme, store: Store, session: Session, world: World, *, resumed: bool) -> None:
        self.programme = programme
        self.resumed = resumed
        """True where this goes on with a workshop that began earlier."""
        self._store = store
        self._session = session
        self._world = world
        self._held = self._held_back()

    @property
    def id(self) -> str:
        """The session's id."""
        return self._session.id

    @property
    def prompt(self) -> Prompt:
        """What the facilitator is asked now, with what was written down before the day offered beside it."""
        prompt = self._session.prompt
        return replace(prompt, ask=self._offering.beside(prompt, self._session))

    @property
    def room(self) -> RoomView:
        """What the whole room may see now, without words that were taken back or are kept back since."""
        return for_room(self._session.room, self._held)

    @property
    def world(self) -> World:
        """The clock and chance that it runs by."""
        return self._world

    @property
    def timing(self) -> Timing:
        """Where the day stands now."""
        return self._session.timing

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Ways to go on where the day is late, or where there is time left."""
        return self._session.proposals

    @property
    def spent(self) -> tuple[Spent, ...]:
        """When each block was and how long it took, beside what was planned."""
        return self._session.spent

    @property
    def now(self) -> tuple[str, ...]:
        """What is now and next, and how the time stands, in sentences."""
        return tuple(now_lines(self._session))

    @property
    def handover(self) -> tuple[str, ...]:
        """What somebody who takes over has to know, in sentences. For facilitators alone."""
        return (*handover_lines(self._session), *to_be_told(self._store, self._session.records))

    @property
    def facilitator(self) -> str:
        """Who leads now, where somebody has taken over; else empty."""
        return self._session.facilitator

    @property
    def resting(self) -> int:
        """Minutes of the break that was put in and goes on; 0 where none does."""
        return self._session.resting

    @property
    def script(self) -> Script:
        """The plan and its activities, with what was changed on the day."""
        return self._session.script

    @property
    def records(self) -> tuple[Record, ...]:
        """What the room has made in this workshop, with all that was chosen for it since."""
        return tuple(record for record in self._store.records() if record.origin.workshop == self.id)

    @property
    def begun(self) -> bool:
        """Whether the people have been counted, so that a step can be left."""
        return bool(self._session.records)

    @property
    def outputs(self) -> tuple[Record, ...]:
        """The records that may be told on the facilitator's own screen."""
        return named(let_out(self.records, Way.SCREEN, this_day(self._world)), self._store.rows(MAKERS))

    @property
    def told(self) -> tuple[str, ...]:
        """What there is to say since the folder was opened: damage, or a crash. Empty where all is well."""
        return self._store.told(self._world.clock().tzinfo)

    @property
    def events(self) -> tuple[Event, ...]:
        """All that happened."""
        return self._session.events

    @property
    def answers(self) -> int:
        """How many answers have been kept."""
        return sum(event.kind == "answered" for event in self._session.events)

    @property
    def over(self) -> bool:
        """Whether the workshop has come to its end."""
        return self._session.over

    @property
    def paused(self) -> bool:
        """Whether everything stands still just now."""
        return self._session.paused

    def answer(self, given: Any) -> Answered:
        """Take and keep an answer. Numbers of names that were offered are as good as the names, which are kept one by one."""
        kept: list[Change] = []
        for answer in self._offering.meant(given, self.prompt):
            change = self._kept(lambda answer=answer: self._session.answer(answer))  # type: ignore[misc]
            if isinstance(change, Refusal):
                return change
            kept.append(change)
            if self._session.prompt.ask.makes != "name":
                break
        return Change(kept[-1].event, tuple(record for change in kept for record in change.added))

    def done(self) -> Answered:
        """No more of these."""
        return self._kept(self._session.done)

    def skip(self) -> Answered:
        """Leave this step."""
        return self._kept(self._session.skip)

    def undo(self) -> Answered:
        """Take back the last answer, skip, move or note."""
        return self._kept(self._session.undo)

    def undone(self, change: Change) -> str:
        """What an undo took back, in words; empty for any other change."""
        if change.event.kind != "undone":
            return ""
        gone = tuple(record for record in self._store.every_record() if record.id in change.taken_back)
        return undone_words(change.event, self._session.events, gone)

    def take(self, proposal: Proposal) -> Answered:
        """Go on as a proposal says."""
        return self._kept(lambda: self._session.take(proposal))

    def slow_down(self) -> Answered:
        """Give this block a few minutes more."""
        return self._kept(self._session.slow_down)

    def rest(self, minutes: int = REST) -> Answered:
        """Put in a break, now."""
        return self._kept(lambda: self._session.rest(minutes))

    def strand(self, number: int, state: str) -> Answered:
        """Say what one of the groups that work side by side is at."""
        return self._kept(lambda: self._session.strand(number, state))

    def arrived(self, name: str = "") -> Answered:
        """Somebody comes late."""
        return self._kept(lambda: self._session.arrived(name))

    def left(self, name: str = "") -> Answered:
        """Somebody leaves."""
        return self._kept(lambda: self._session.left(name))

    def take_over(self, who: str) -> Answered:
        """A co-facilitator leads from now on."""
        return self._kept(lambda: self._session.take_over(who))

    def count(self, groups: str) -> Answered:
        """Count turns in this round or talk, by these roles or tables; for no words, stop counting."""
        return self._kept(lambda: self._session.count(groups))

    def pause(self) -> Answered:
        """Everything stands still."""
        return self._kept(self._session.pause)

    def carry_on(self) -> Answered:
        """Go on after a pause."""
        return self._kept(self._session.carry_on)

    def go_to(self, block: int) -> Answered:
        """Start another block of the plan, from 1."""
        return self._kept(lambda: self._session.go_to(block))

    def note(self, kind: str, content: Mapping[str, Any]) -> Answered:
        """Keep something said out of turn."""
        return self._kept(lambda: self._session.note(kind, content))

    def picture(self, label: str, path: str, alt: str = "") -> Answered:
        """Give a drawing its picture: a photograph's path, as a terminal gives it, and what it shows in words."""
        try:
            content, beside = ready_picture(self._store, self._session, label, path, alt)
            if beside:
                return Change(Event(0, "", "noted"), (keep_beside(self._store, beside, content, self._world),))
        except StoreProblem as problem:
            return Refusal(str(problem))
        return self._kept(lambda: self._session.note("picture", content))

    def slips(self, kind: str, question: str = "") -> Slips:
        """A stack of slips to type up beside what is asked now. Raises NoSuchThing for a kind that is none."""
        return Slips(self._store, self.programme.id, kind, self._world, workshop=self.id, question=question)

    def copy(self, into: Path, progress: Progress) -> Copy:
        """Make a second copy in another folder and verify it, while the workshop goes on. Raises StoreProblem."""
        return copy_open(self._store, into, self._world, progress)

    def keep_layouts(self, pages: Sequence[Mapping[str, Any]]) -> None:
        """Keep where everything stands on sheets that are printed meanwhile and come back. Raises NotSaved."""
        put_layouts(self._store, pages)

    def close(self) -> None:
        """Let another window have the programme."""
        self._store.close()

    @cached_property
    def _offering(self) -> Offering:
        """What was written down before the day. It cannot change while this window has the programme."""
        return offering_of(self._store, self.id)

    def _held_back(self) -> tuple[Record, ...]:
        """Records that were chosen, after they were given, not to go to the room. Choices are made while it is closed."""
        ours, first = self.records, origins({record.id: record for record in self._store.every_record()})
        out = {record.id for record in let_out(ours, Way.ROOM, this_day(self._world))}
        before = {record.id for record in self._session.records}
        changed = {first[record.id] for record in ours if record.id not in out and record.id not in before}
        return tuple(record for record in self._store.every_record() if first.get(record.id) in changed)

    def _kept(self, command: Callable[[], Answered]) -> Answered:
        before = self._session.events
        change = command()
        if isinstance(change, Refusal):
            return change
        try:
            self._store.keep(self._session.id, change)
        except StoreProblem as problem:
            self._session = Session(before, self._world.clock, lambda: known_to(self._store, self.id, this_day(self._world)))
            return Refusal(str(problem))
        return change


def open_workshop(programme: Programme, shelf: Shelf, world: World, plan_id: str | None = None, *,
                  fresh: bool = False, site: str = "") -> Workshop:
    """Go on with the workshop that is not over yet, or begin one. Raises StoreProblem with a sentence.

    With `plan_id`, only a workshop of that plan is gone on with; with `fresh`, none is. `site` is where a new one takes place;
    where its stage has several sites and none is given, it is the first that has not been.
    """
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        if not fresh and (session := unfinished(store, world, plan_id)):
            return Workshop(programme, store, session, world, resumed=True)
        plan = plan_to_run(programme, shelf, store, plan_id)
        place = place_of(programme, shelf, store, plan.id, site)
        id = world.draw(10).lower()
        session, change = Session.begin(with_programme(shelf, programme).script(plan), place, id=id, seed=world.draw(12),
                                        clock=world.clock, known=lambda: known_to(store, id, this_day(world)))
        store.keep(session.id, change)
        return Workshop(programme, store, session, world, resumed=False)
    except BaseException:
        store.close()
        raise
