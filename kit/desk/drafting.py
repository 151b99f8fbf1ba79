"""Changing a programme's plan: every edit is in the plan's own text file before anybody is told, and undo has no limit.

The text file is what counts. The store keeps the edits beside it, so that undo works tomorrow too. Where somebody has changed
the file by hand since, that counts as one more edit.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kit.content.library import read_glossary
from kit.content.plan_layout import Layout, layout_of
from kit.content.plan_text import lines_above, plan_text
from kit.content.problems import Problem
from kit.content.reader import reading_of
from kit.content.script import filled_as_far
from kit.content.toml_file import open_toml
from kit.desk.library import Shelf, plans_of, with_programme
from kit.desk.world import World
from kit.engine.history import History, history_of, row_of
from kit.engine.planning import Planned
from kit.engine.warnings import Caution, Room, warnings
from kit.model import Activity, Plan, Refusal, Script
from kit.model.member import is_coming
from kit.model.needs import needs_of
from kit.model.schedule import Schedule, schedule
from kit.paths import builtin_activities
from kit.store import NoSuchThing, Programme, Store, StoreProblem
from kit.store.erasure import Sought
from kit.store.papers import Papers
from kit.store.state import Operation

TABLE = "plan-edits"
"""Rows `{"plan": file name, "kind": …}`: how each plan came to be as it is."""


class Draft:
    """One plan of a programme, open for changes. Close it at the end, to let another window in."""

    def __init__(self, programme: Programme, shelf: Shelf, world: World, plan_id: str = "") -> None:
        """Raises StoreProblem, NoSuchThing where the programme has no such plan."""
        plan = plan_named(plans_of(programme, shelf), plan_id)
        self.programme = programme
        self.shelf = shelf
        self.activities = with_programme(shelf, programme).activities
        self._path = f"plans/{Path(plan.file).name}"
        self._layout: Layout | None = None
        self._store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
        try:
            text = self._store.papers.read(self._path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            self._history = self._brought_up(text)
            self._layout, self._standing = self._read(text)
        except BaseException:
            self._store.close()
            raise

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._standing.plan

    @property
    def papers(self) -> Papers:
        """The programme's text files, while it is open here."""
        return self._store.papers

    @property
    def script(self) -> Script:
        """The plan with what its activities say, as far as they are on the shelf."""
        return self._standing.script

    @property
    def schedule(self) -> Schedule:
        """When everything happens."""
        return self._standing.schedule

    @property
    def warnings(self) -> tuple[Caution, ...]:
        """What to look at again, in words."""
        return warnings(self.script, self._room, self.schedule)

    @cached_property
    def _room(self) -> Room:
        """What is known of the people who come. It cannot change while this window has the programme."""
        records = self._store.records()
        people = [r.content for r in records if r.kind == "person" and not r.withdrawn and is_coming(r.content)]
        needs = tuple(need.words for content in people for need in needs_of(content) if not need.by)
        said = (record.content for record in records if record.kind == "term")
        explained = tuple(str(content["term"]) for content in said if content["meaning"])
        return Room(len(people), needs, (*terms(), *explained))

    @property
    def to_undo(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._history.to_undo

    @property
    def to_redo(self) -> str:
        """What redo would do again; empty where there is nothing."""
        return self._history.to_redo

    def change(self, did: str, change: Callable[[Plan], Planned]) -> Plan | Refusal:
        """Make one change and keep it. `did` says what was done, in a few words."""
        changed = change(self.plan)
        if isinstance(changed, Refusal) or changed == self.plan:
            return changed
        layout = self._layout.changed(changed) if self._layout else None
        text = layout.text if layout else plan_text(changed, lines_above(self._history.text))
        try:
            read = self._standing_of(layout) if layout else self._read(text)
        except StoreProblem as problem:
            return Refusal(f"That cannot be done. {problem}")
        return self._keep("edited", self._history.after(text, did), read)

    def undo(self) -> Plan | Refusal:
        """Take back the last edit, as often as there are edits."""
        if not self._history.place:
            return Refusal("There is nothing to undo: this is the plan as it came.")
        history = self._history.undone()
        return self._keep("undone", history, self._read(history.text))

    def redo(self) -> Plan | Refusal:
        """Do again what was undone last."""
        if not self._history.to_redo:
            return Refusal("There is nothing to do again.")
        history = self._history.redone()
        return self._keep("redone", history, self._read(history.text))

    def close(self) -> None:
        """Let another window have the programme."""
        self._store.close()

    def _keep(self, kind: str, history: History, read: "_Read") -> Plan | Refusal:
        try:
            if kind == "edited" and not self._begun:
                self._put(row_of("begun", History(self._history.text)))
            self._store.papers.write(self._path, history.text.encode())
            self._put(row_of(kind, history))
        except StoreProblem as problem:
            return Refusal(str(problem))
        self._history, (self._layout, self._standing) = history, read
        return self.plan

    def _put(self, row: dict[str, object]) -> None:
        self._store.database.table(TABLE).insert({"plan": self._path, **row})
        self._begun = True

    def _brought_up(self, text: str) -> History:
        """The history of the file's text. Where it was changed by hand since, that is its last edit."""
        rows = [row for row in self._store.rows(TABLE) if row["plan"] == self._path]
        self._begun = bool(rows)
        try:
            history = history_of(rows)
        except (KeyError, TypeError, ValueError):
            history, self._begun = None, False
        if history is None:
            return History(text)
        if history.text != text:
            history = history.after(text, "changed by hand")
            if self._store.writable:
                self._put(row_of("edited", history))
        return history

    def _read(self, text: str) -> "_Read":
        """What a text says. Of what was read before only the sections that changed are read again. Raises StoreProblem."""
        layout = layout_of(text, self._layout)
        if layout:
            return self._standing_of(layout)
        return None, _Standing(self._named(plan_of_text(text, self._path)), self.activities)

    def _standing_of(self, layout: Layout) -> "_Read":
        return layout, _Standing(self._named(layout.plan), self.activities)

    def _named(self, plan: Plan) -> Plan:
        return replace(plan, file=Path(self._path).name)


class _Standing:
    """One state of a plan, with what follows from it, worked out once."""

    def __init__(self, plan: Plan, activities: Mapping[str, Activity]) -> None:
        self.plan = plan
        self._activities = activities

    @cached_property
    def script(self) -> Script:
        return filled_as_far(self.plan, self._activities)

    @cached_property
    def schedule(self) -> Schedule:
        return schedule(self.script.plan, self.script)


_Read = tuple[Layout | None, _Standing]
"""A plan with the layout of its file, where it has one."""


def without_edits(store: Store, sought: Sought) -> list[Operation]:
    """What takes away the edits of every plan in which some words once stood. The plan stays; its undo begins anew."""
    rows = list(store.database.table(TABLE))
    holding = {row["plan"] for row in rows if any(map(sought.stands_in, _texts(dict(row))))}
    return [["d", TABLE, str(row.doc_id)] for row in rows if row["plan"] in holding]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.casefold()
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def plan_of_text(text: str, name: str) -> Plan:
    """The plan in a text. Raises StoreProblem with the first things that are wrong."""
    file = open_toml(Path(name), text.encode())
    if isinstance(file, Problem):
        raise StoreProblem(str(file))
    reading = reading_of(file, "blocks")
    if reading.value is None:
        raise StoreProblem(" ".join(str(problem) for problem in reading.problems[:3]))
    plan: Plan = reading.value
    return plan


def plan_named(plans: tuple[Plan, ...], plan_id: str) -> Plan:
    """The plan with an id, or the only one, or the first. Raises NoSuchThing."""
    if not plan_id:
        return plans[0]
    for plan in plans:
        if plan.id == plan_id:
            return plan
    raise NoSuchThing(f"There is no plan {plan_id[:40]!r} here. There are: {', '.join(p.id for p in plans)}.")


def terms() -> tuple[str, ...]:
    """The hard words that the shipped glossary explains."""
    return tuple(term.term for term in read_glossary(builtin_activities() / "glossary.toml"))
