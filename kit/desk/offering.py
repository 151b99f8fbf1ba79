"""What was written down before the day, offered on the day: names to pick, and the tables that were planned.

Nothing of it is in the session but what somebody picks or lets stand: names of people who did not come go nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kit.desk.known import is_planned_for
from kit.engine import Session, setting_of
from kit.model import Ask, Form, Prompt, Record
from kit.model.member import FEATURES, is_coming
from kit.model.needs import may_be_told, needs_of
from kit.model.text import clean, counted
from kit.store import History

_ALL = ("all", "everybody")


@dataclass(frozen=True, slots=True)
class Offering:
    """Names and tables from before the day."""

    names: tuple[str, ...] = ()
    """Of those who are expected, by their letters. Their numbers stay the same while some are picked."""
    tables: tuple[tuple[str, ...], ...] = ()
    """What each planned table offers; none where no seats were planned."""

    def beside(self, prompt: Prompt, session: Session) -> Ask:
        """The question, with what fits it: names that were not picked yet, or the planned tables as its default."""
        ask = prompt.ask
        if ask.makes == "name" and ask.many and self.names:
            return replace(ask, facts=(*ask.facts, *self._to_pick(session.records)))
        if self.tables and _is_seating(prompt, session) and not any(r.kind == "seating" for r in session.records):
            return self._planned(ask)
        return ask

    def meant(self, given: Any, prompt: Prompt) -> Sequence[Any]:
        """The answers that what was given means: those names for their numbers, or the planned tables for an empty answer."""
        ask = prompt.ask
        if not isinstance(given, str):
            return [given]
        typed = clean(given)
        if not typed:
            return [ask.default if ask.form in (Form.NUMBER, Form.SOME) and self.tables and ask.default is not None else given]
        if ask.makes == "name" and ask.many and self.names:
            return self._picked(typed, ask) or [given]
        return [given]

    def _picked(self, typed: str, ask: Ask) -> list[str]:
        given = {name.casefold() for name in ask.so_far}
        left = [name for name in self.names if name.casefold() not in given]
        if typed.casefold().strip(" .") in _ALL:
            return left
        numbers = [int(part) for part in re.split(r"[\s,;]+", typed) if part.isdecimal() and len(part) < 5]
        whole = re.fullmatch(r"[\d\s,;]+", typed) and all(1 <= number <= len(self.names) for number in numbers)
        return [self.names[number - 1] for number in dict.fromkeys(numbers)] if whole else []

    def _to_pick(self, records: Iterable[Record]) -> Iterator[str]:
        given = {str(record.content["text"]).casefold() for record in records if record.kind == "name"}
        left = [f"{number} {name}" for number, name in enumerate(self.names, 1) if name.casefold() not in given]
        if left:
            yield f"You wrote down: {', '.join(left)}."
            yield "Who is here? Type their numbers, or all, or any other name."

    def _planned(self, ask: Ask) -> Ask:
        if ask.form is Form.NUMBER and ask.least <= len(self.tables) <= ask.most:
            planned = f"You planned {counted(len(self.tables), 'table')}."
            return replace(ask, default=len(self.tables), facts=(*ask.facts, planned))
        wanted = next((feature for feature in FEATURES if re.search(rf"(is|the) {feature}\.", ask.question)), "")
        have = [str(number) for number, has in enumerate(self.tables, 1) if wanted and wanted in has]
        keys = {option.key for option in ask.options}
        if ask.form is Form.SOME and have and keys.issuperset(have):
            return replace(ask, default=have, facts=(*ask.facts, f"As you planned: {', '.join(have)}. Enter alone keeps that."))
        return ask


def offering_of(history: History, session: str) -> Offering:
    """What is offered in the workshop with this id."""
    records = [record for record in history.records() if not record.withdrawn]
    names = {str(r.content["name"]) for r in records if r.kind == "person" and is_coming(r.content)}
    number = setting_of(history.events(session)).place.workshop if session in history.sessions() else 0
    planned = [r.content["tables"] for r in records if is_planned_for(r, number)]
    tables = tuple(tuple(map(str, table["features"])) for table in planned[-1]) if planned else ()
    return Offering(tuple(sorted(names, key=str.casefold)), tables)


def to_be_told(history: History, made: Iterable[Record]) -> Iterator[str]:
    """For somebody who takes over: the access needs of people who are here that are flagged, where the team may know."""
    here = {str(record.content["text"]).casefold() for record in made if record.kind == "name"}
    for record in history.records():
        if record.kind == "person" and not record.withdrawn and may_be_told(record.content):
            name = str(record.content["name"])
            if name.casefold() in here:
                yield f"{name} needs: {'; '.join(need.line for need in needs_of(record.content))}."


def _is_seating(prompt: Prompt, session: Session) -> bool:
    script = session.script
    if not 1 <= prompt.block <= len(script.plan.blocks):
        return False
    activity = script.activity(script.plan.blocks[prompt.block - 1])
    return bool(activity) and activity.steps[prompt.step - 1].kind == "seat"  # type: ignore[union-attr]
