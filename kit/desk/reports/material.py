"""What a report is made from: the records that passed the gate, what stayed behind in counts, pictures, and times."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kit.desk.begun import session_of
from kit.desk.outputs import this_day
from kit.desk.pictures import readable_pictures
from kit.desk.reflecting import holdings_of
from kit.desk.world import World
from kit.engine.spent import Spent
from kit.model import Record
from kit.model.gate import Way
from kit.reflect import Holdings
from kit.reflect.holdings import Meeting
from kit.reflect.leftout import left_out
from kit.store import Programme, Store

ABSENCE = "absence"
"""The kind of record that says who was not there, in the words of those who were."""
ASKED = "who-is-not-here"
"""The activity in which a room is asked for it."""


@dataclass(frozen=True)
class Material:
    """All that any report may use. Every record in it may go out on the report's way."""

    name: str
    way: Way
    held: Holdings
    left_out: Mapping[str, int]
    """Reasons, each with how many records were kept back."""
    left_out_last: Mapping[str, int] = field(default_factory=dict)
    """The same for the last workshop alone."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    activities: Mapping[str, str] = field(default_factory=dict)
    """Titles of the activities that were run, by their ids."""
    times: tuple[tuple[Meeting, tuple[Spent, ...]], ...] = ()
    """For the facilitator's log alone."""

    @property
    def absent(self) -> tuple[Record, ...]:
        """Who was not there: as the facilitator wrote it down, and as the room said when it was asked."""
        said = (record for record in self.held.of_kind("thought") if record.origin.activity == ASKED)
        return (*self.held.of_kind(ABSENCE), *said)

    def of_last(self) -> "Material":
        """The same for the last workshop alone."""
        if not self.held.meetings:
            return self
        last = self.held.meetings[-1]
        here = tuple(record for record in self.held.records if record.origin.workshop == last.id or record.kind == ABSENCE)
        return replace(self, held=replace(self.held, records=here, meetings=(last,)), left_out=self.left_out_last)


def material(store: Store, programme: Programme, way: Way, world: World) -> Material:
    """Gather what may go out on a way. Raises StoreProblem."""
    today = this_day(world)
    held = holdings_of(store, programme, way, today)
    sessions = [(meeting, session_of(store, meeting.id, world.clock)) for meeting in held.meetings]
    activities = {block.activity: block.title for _, session in sessions for block in session.script.plan.blocks
                  if block.activity}
    times = tuple((meeting, session.spent) for meeting, session in sessions) if way is Way.SCREEN else ()
    shown: list[Record] = [record for record in held.of_kind("drawing") if record.content.get("shown")]
    shown += held.of_kind("poster")
    every = store.records()
    of_last = [record for record in every if held.meetings and record.origin.workshop == held.meetings[-1].id]
    return Material(programme.name, way, held, left_out(every, held.records, way, today),
                    left_out(of_last, held.records, way, today), readable_pictures(programme, shown), activities, times)
