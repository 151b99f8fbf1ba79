"""Finding words in everything a programme holds: people, workshops, plans, what the room made, the glossary, sheets by code.

It is for the facilitator's own screen, and all of it has passed the gate for that way. Of people only the names are looked at.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kit.content.library import read_glossary
from kit.desk.library import Shelf, plans_of
from kit.desk.makers import MAKERS, named
from kit.desk.outputs import HEADINGS, credited, this_day
from kit.desk.people_list import in_short
from kit.desk.world import World
from kit.engine.spots import spots
from kit.model import Plan, Record
from kit.model.gate import Way, let_out
from kit.model.sheetcode import read_code
from kit.model.text import clean_line, cut_short
from kit.paths import builtin_activities
from kit.store import History, Programme, StoreProblem
from kit.store.keeping import open_for_reading

_AROUND = 160
"""Characters of a long text that are shown, around the word that was found."""

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, and where it stands."""

    kind: str
    """person · workshop · plan · record · word · sheet"""
    heading: str
    """What it is, in words."""
    line: str
    where: str = ""
    id: str = ""
    """Of a record or person its id, of a workshop its session's, of a plan its own."""
    number: str = ""
    """Of a part of a plan, its number as people say it."""


@dataclass(frozen=True, slots=True)
class _Item:
    hit: Hit
    text: str
    """Folded, with a space before each word."""


class Holding:
    """All that can be found in a programme, read once. To look for other words costs no more reading."""

    def __init__(self, programme: Programme, items: Iterable[_Item]) -> None:
        self.programme = programme
        self._items = tuple(items)

    def find(self, words: str, most: int = 0) -> tuple[Hit, ...]:
        """What holds every one of the words, or parts of them: where words begin so first. At most so many; 0 for all."""
        wanted = _fold(clean_line(words)[:200]).split()
        if not wanted:
            return ()
        fits = [item for item in self._items if all(word in item.text for word in wanted)]
        fits.sort(key=lambda item: not all(f" {word}" in item.text for word in wanted))
        return (*self._sheet(words), *(_shown(item, wanted) for item in fits[:most or None]))

    def _sheet(self, words: str) -> Iterator[Hit]:
        """The sheet that has this code."""
        if code := read_code(clean_line(words)[:40]):
            of = f"workshop {code.workshop}" if code.programme == self.programme.code else f"another programme, {code.programme}"
            yield Hit("sheet", "Sheet", f"{code}: {code.form.replace('-', ' ')}, number {code.copy}", of, str(code))


def hold(programme: Programme, shelf: Shelf, world: World) -> Holding:
    """Read everything that can be found. It takes a moment: call it in a thread. Raises StoreProblem."""
    store = open_for_reading(programme)
    out = named(let_out(store.records(), Way.SCREEN, this_day(world)), store.rows(MAKERS))
    places = _Places(store)
    plans: tuple[Plan, ...] = ()
    with suppress(StoreProblem):
        plans = plans_of(programme, shelf)
    return Holding(programme, (*_people(out), *places.items(), *_plans(plans), *_records(out, places), *_words()))


class _Places:
    """Where the records of each workshop stand, in words."""

    def __init__(self, store: History) -> None:
        self._begun = {session: store.events(session)[0] for session in store.lines()}

    def of(self, record: Record) -> str:
        """The workshop and the part of its plan in which a record was made."""
        if record.origin.workshop not in self._begun:
            return ""
        part = self._parts.get((record.origin.workshop, record.origin.block), "")
        return ", ".join(filter(None, (self._title(record.origin.workshop), part)))

    def items(self) -> Iterator[_Item]:
        """The workshops."""
        for session, begun in self._begun.items():
            plan = begun.data["script"]["plan"]
            line = f"{self._title(session)}: {plan['title']}"
            yield _item(Hit("workshop", "Workshop", line, f"begun {begun.at[:10]}", session), line, begun.at[:10], session)

    @cached_property
    def _parts(self) -> Mapping[tuple[str, str], str]:
        return {(session, block["id"]): f"part {place}, {cut_short(block['title'], 60)}"
                for session, begun in self._begun.items() for place, block in enumerate(_blocks(begun.data), 1)}

    def _title(self, session: str) -> str:
        return f"workshop {self._begun[session].data['place']['workshop']}"


def _blocks(data: Mapping[str, Any]) -> list[dict[str, str]]:
    blocks: list[dict[str, str]] = data["script"]["plan"]["blocks"]
    return blocks


def _people(records: Iterable[Record]) -> Iterator[_Item]:
    for record in records:
        if record.kind == "person":
            name = str(record.content["name"])
            yield _item(Hit("person", "Person", name, in_short(record.content), record.id), name)


def _records(records: Iterable[Record], places: _Places) -> Iterator[_Item]:
    """What the room made, the newest first."""
    for record in sorted(records, key=lambda record: record.when, reverse=True):
        if record.kind != "person":
            codes = [code for code in (record.origin.sheet, record.consent.slip) if code]
            hit = Hit("record", HEADINGS.get(record.kind, record.kind.capitalize()), clean_line(credited(record)),
                      places.of(record), record.id)
            yield _item(hit, hit.line, *codes, *(code.replace("-", "") for code in codes))


def _plans(plans: Iterable[Plan]) -> Iterator[_Item]:
    for plan in plans:
        yield _item(Hit("plan", "Plan", plan.title, plan.summary, plan.id), plan.title, plan.summary, plan.question)
        for _, number, block in spots(plan):
            texts = (block.title, block.aim, block.lead, block.colead, block.materials, block.notes, block.private)
            line = ". ".join(clean_line(text).rstrip(".") for text in texts if text)
            yield _item(Hit("plan", "Part of the plan", line, f"part {number} of {plan.title}", plan.id, number),
                        line, block.activity)


def _words() -> Iterator[_Item]:
    for term in read_glossary(builtin_activities() / "glossary.toml"):
        yield _item(Hit("word", "Glossary", f"{term.term}: {clean_line(term.meaning)}", "", term.term), term.term, term.meaning)


def _item(hit: Hit, *texts: str) -> _Item:
    return _Item(hit, f" {' '.join(_fold(clean_line(text)) for text in texts if text)}")


def _shown(item: _Item, wanted: list[str]) -> Hit:
    """The hit with a long text cut, at a sign, around the first of the words."""
    hit = item.hit
    if len(hit.line) <= _AROUND:
        return hit
    place = max(0, hit.line.casefold().find(wanted[0]) - _AROUND // 3)
    end = place + _AROUND
    line = f"{_CUT if place else ''}{hit.line[place:end]}{_CUT if end < len(hit.line) else ''}"
    return Hit(hit.kind, hit.heading, line, hit.where, hit.id, hit.number)


def _fold(text: str) -> str:
    """A text for comparing: without capitals and without marks on letters."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
