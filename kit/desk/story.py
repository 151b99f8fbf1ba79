"""From a programme's records and line to what its sheets tell: all of it through the gate for paper."""

from typing import TYPE_CHECKING

from kit.desk.attendance import attended
from kit.desk.carried import carried_to
from kit.desk.library import Shelf
from kit.desk.stages import line_of, runs_of, standings_of
from kit.engine import setting_of
from kit.model import Record
from kit.store import History, Programme

if TYPE_CHECKING:
    from printables.story import Story


def story_of(programme: Programme, shelf: Shelf, history: History, records: tuple[Record, ...], today: str) -> "Story":
    """The programme as it stands. `records` have passed the gate for paper. Raises StoreProblem."""
    from printables.story import Came, Open, Past, Story

    line = line_of(programme, shelf)
    runs = runs_of(line, history)
    past = tuple(Past(run.session, setting_of(history.events(run.session)).script.plan.title, run.date, run.site) for run in runs)
    waiting = tuple(Open(item.what, item.words) for item in carried_to(history, "", today) if item.what != "agreement")
    there = attended(history.records(), runs)
    return Story(line, tuple(one.state for one in standings_of(line, runs)), records, past, waiting,
                 Came(there.roles, there.counts, there.seldom))
