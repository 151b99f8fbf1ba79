"""The one gate: what may go out of a programme, on each way out. Screen, room, paper, report, export and bundle all pass it.

It decides by what stands on the record: who may see it, how its maker is named, until when it is kept, whether it was taken
back. Nothing goes further than what it hangs on: a caption no further than its drawing, a line of the agreement no further
than the rule it came from, a name on a seating list no further than the name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from kit.model.promise import LISTED, taken_on
from kit.model.prompt import RoomView
from kit.model.record import Naming, Record, Visible, known_as, speaks_of
from kit.model.results import DISSENT, RESULTS, step_of
from kit.model.text import whole_words

TAKEN_BACK = "(taken back)"
"""Stands in the place of words that were erased or kept back, where something has to stand."""

KEPT_IN = "(kept in the group)"
"""Stands in the place of words that a result repeats, where they may not go as far as the result."""

SOMEONE = "a person"
"""Stands in the place of a name that is kept back."""

SMALL = 5
"""A group of fewer people than this is not counted out loud: its members could be told apart."""


class Way(StrEnum):
    """A way out of the programme."""

    SCREEN = "screen"
    """The facilitator's own screen."""
    ROOM = "room"
    PAPER = "paper"
    """Sheets for the people of this group."""
    BUNDLE = "bundle"
    """One file for another laptop of the same group."""
    REPORT = "report"
    EXPORT = "export"
    """Tables for those who write the report."""
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Maker:
    """How one maker may be named. Makers are kept apart from the records, so that the names can be destroyed alone."""

    letter: str = ""
    chosen: str = ""
    real: str = ""


_RINGS = (Visible.ME, Visible.GROUP, Visible.REPORT, Visible.PUBLIC)
_NEEDS = {Way.REPORT: Visible.REPORT, Way.EXPORT: Visible.REPORT, Way.PUBLIC: Visible.PUBLIC}
_FACILITATORS = ("note", "person", "talk")
"""Kinds whose maker is the facilitator: what only "me" may see of them is for the facilitator's own screen."""
MARKS = frozenset({"key", "of", "letter", "headings", "draft", "writers", "framework", "code", "called", "level", "read_by",
                   "cards", "status", "cross", "under", "into"})
"""Parts of an account, a coding or a theme that are no words of their makers: ids, letters, names from a framework."""

_SHAPE = frozenset({"label", "shown", "prompt", "drawing", "question"}) | MARKS
"""Parts of a record that its maker did not say."""

_HANGS_ON_WORDS = ("coding",)
"""Kinds that quote what they speak of, and so go no further than that."""
_NAMED = {"name": ("text",), "person": ("name",)}
"""Where a name stands in the kinds that hold one."""
_TALLIES = ("feedback", "check-in", "vote", "rating", "ranking")
_MADE_OF_OTHERS = ("agreement", "seating", "groups", "seat-plan", "decision")
"""Kinds that repeat what other records say."""
_REPEATED = ("proposal", "statement", "promise")
_REPEATING = (*RESULTS, "rating-rule")
"""Kinds whose records repeat the words of those: options, statements, what is decided, who acts."""
_COUNTING = ("vote", "rating", "ranking", "rating-rule")
"""Of them, those that count what others proposed. A decision has words of its own, though they were a proposal's before."""
_OUTSIDE = (Way.REPORT, Way.EXPORT, Way.PUBLIC)


def let_out(records: Iterable[Record], way: Way, today: str) -> tuple[Record, ...]:
    """Of the records that count, those that may go out on a way, with only what may be told of each.

    `today` is an ISO date. On the facilitator's own screen a private drawing is told of without its words.
    """
    every = tuple(records)
    passed = {record.id for record in every if _passes(record, way, today)}
    results = {step_of(result) for result in every if result.id in passed and result.kind in RESULTS}
    passed |= {view.id for view in every if view.kind == DISSENT and _is_there(view, today) and view.visible is not Visible.ME
               and step_of(view) in results}
    passed = _with_what_they_speak_of(every, passed)
    held = tuple(record for record in every if record.id not in passed)
    drawings = {_place(record) for record in held if record.kind == "drawing"}
    there = {id for record in every if record.id in passed for id in (record.id, record.replaces, known_as(record))}
    silenced = _silenced(record for record in held if record.visible is Visible.ME or not _is_there(record, today))
    kept_in = _silenced(record for record in held if not record.content.get("dropped") and not record.content.get("planned"))
    out = []
    for record in every:
        if record.id in passed and not (way is not Way.SCREEN and _hangs_on(record, drawings, there)):
            told = _without_silenced(_without(record, held, way), silenced, TAKEN_BACK)
            out.append(_named(_without_silenced(told, kept_in, KEPT_IN) if record.kind in _COUNTING else told))
        elif way is Way.SCREEN and record.id not in passed and _is_there(record, today):
            out.append(replace(record, content=silent(record.content), maker=""))
    return tuple(out)


def name_of(record: Record, makers: Mapping[str, Maker]) -> str:
    """How the maker of a record is named beside it, as they chose; empty where they are not."""
    maker = makers.get(record.maker)
    if maker is None or record.naming is Naming.NONE:
        return ""
    return {Naming.REAL: maker.real, Naming.CHOSEN: maker.chosen, Naming.LETTER: maker.letter}[record.naming]


def due(records: Iterable[Record], today: str) -> tuple[Record, ...]:
    """The records whose time is over: they do not go out any more, and are to be erased."""
    return tuple(record for record in records if record.keep_until and record.keep_until < today)


def counts_out_loud(counts: Mapping[str, int]) -> dict[str, int | None]:
    """How many there are of each group; None where a group is too small to be told.

    Where just one is hidden, the next smallest is hidden too, so that nobody can work it out from the sum.
    """
    hidden = {name for name, count in counts.items() if 0 < count < SMALL}
    rest = [name for name, count in counts.items() if name not in hidden and count]
    if len(hidden) == 1 and rest:
        hidden.add(min(rest, key=lambda name: counts[name]))
    return {name: None if name in hidden else count for name, count in counts.items()}


def words_of(records: Iterable[Record]) -> frozenset[str]:
    """Everything that the makers of some records said in them."""
    return frozenset(text for record in records for key, part in record.content.items() if key not in _SHAPE
                     for text in _texts(part) if text)


def for_room(view: RoomView, held: Iterable[Record]) -> RoomView:
    """The room's view without what some records said that are held back.

    A text that is nothing but such words is left out. In any other a name becomes "a person", and words become "(taken back)".
    """
    held = tuple(held)
    names = words_of(record for record in held if record.kind == "name")
    texts = words_of(held) - names
    cover = partial(_covered, names=whole_words(names), texts=whole_words(texts), gone={TAKEN_BACK, *names, *texts})
    return replace(view, title=cover(view.title), words=cover(view.words), question=cover(view.question),
                   lines=tuple(filter(None, map(cover, view.lines))))


def silent(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a record holds without what its maker said."""
    return {key: part if key in _SHAPE or isinstance(part, bool) else type(part)() for key, part in content.items()}


def _passes(record: Record, way: Way, today: str) -> bool:
    if not _is_there(record, today):
        return False
    if record.kind == "name" and record.naming is Naming.NONE:
        return False
    if way is Way.SCREEN:
        return record.visible is not Visible.ME or record.kind in _FACILITATORS
    if way is Way.PUBLIC and record.withdraw_until >= today:
        return False
    if way in _OUTSIDE and record.kind in _TALLIES and _number_of(record.content) < SMALL:
        return False
    return may_go(record.visible, way)


def may_go(visible: Visible, way: Way) -> bool:
    """Whether who may see a thing lets it out on a way. Other reasons may hold it all the same."""
    return _RINGS.index(visible) >= _RINGS.index(_NEEDS.get(way, Visible.GROUP))


def _number_of(content: Mapping[str, Any]) -> int:
    """How many people, or sheets of theirs, a tally counts."""
    if "people" in content or "slips" in content:
        return int(content.get("people", content.get("slips", 0)))
    counted = sum(map(int, content["counts"].values()))
    return counted + int(content.get("cant_say", 0)) + int(content.get("blank", 0))


def _with_what_they_speak_of(every: tuple[Record, ...], passed: set[str]) -> set[str]:
    """Of what passes, what speaks of nothing that is held back. What it speaks of may have gone for good: then it is held too."""
    there = {known_as(record) for record in every if record.id in passed}
    return passed - {record.id for record in every if record.kind in _HANGS_ON_WORDS and speaks_of(record) not in there}


def _is_there(record: Record, today: str) -> bool:
    return not record.withdrawn and not (record.keep_until and record.keep_until < today)


def _place(record: Record) -> tuple[str, Any]:
    return record.origin.workshop, record.content.get("label")


def _hangs_on(record: Record, drawings: set[tuple[str, Any]], told: set[str]) -> bool:
    """Whether a record belongs to a drawing that is held back, or says what came of a thing that may not be told."""
    if record.kind == "carried":
        return not told.issuperset(record.content["of"])
    return record.kind in ("caption", "resonance") and _place(record) in drawings


def _without(record: Record, held: tuple[Record, ...], way: Way) -> Record:
    """The record without what other records, which are held back, gave to it, and without the counts of a few people."""
    if record.kind not in _MADE_OF_OTHERS:
        return record
    here = [h for h in held if h.origin.workshop == record.origin.workshop]
    if record.kind == "agreement":
        dropped = {h.content.get("text") for h in here if h.kind == "rule"}
        lines = [line for line in record.content["lines"] if line not in dropped]
        return replace(record, content={**record.content, "lines": lines})
    if record.kind == "decision" and way in _OUTSIDE and int(record.content.get("people", SMALL)) < SMALL:
        return replace(record, content={**record.content, "counts": {}})
    if record.kind in ("seating", "groups"):
        gone = {str(h.content.get("text")) for h in here if h.kind == "name"}
        return replace(record, content=_unnamed(record.content, gone))
    if record.kind == "seat-plan":  # it is of no workshop yet: a name that was taken back anywhere is not in it
        gone = {str(h.content.get(part)) for h in held if h.withdrawn for part in _NAMED.get(h.kind, ())}
        return replace(record, content={**record.content, "rounds": _unnamed(record.content["rounds"], gone)})
    return record


def _silenced(held: Iterable[Record]) -> dict[str, set[str]]:
    """By workshop, what was proposed or promised there and may not be told: no result repeats it."""
    gone: dict[str, set[str]] = {}
    for record in held:
        if record.kind in _REPEATED and record.content.get("text"):
            said = taken_on(record.content) if record.kind == "promise" else str(record.content["text"])
            gone.setdefault(record.origin.workshop, set()).add(said)
    return gone


def _without_silenced(record: Record, silenced: Mapping[str, set[str]], instead: str) -> Record:
    """A result, with other words in the place of what others proposed or promised and do not let stand."""
    gone = silenced.get(record.origin.workshop)
    if not gone or record.kind not in _REPEATING:
        return record
    content = {**_unnamed(record.content, gone, instead)}
    if acts := content.get("who_acts"):
        content["who_acts"] = LISTED.join(instead if line in gone else line for line in str(acts).split(LISTED))
    return replace(record, content=content)


def _unnamed(value: Any, gone: set[str], instead: str = SOMEONE) -> Any:
    """The value with "a person", or other words, wherever a text is one of these."""
    if isinstance(value, Mapping):
        return {key: _unnamed(part, gone, instead) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_unnamed(part, gone, instead) for part in value]
    return instead if isinstance(value, str) and value in gone else value


def _named(record: Record) -> Record:
    return replace(record, maker="") if record.naming is Naming.NONE else record


def _covered(text: str, names: re.Pattern[str], texts: re.Pattern[str], gone: set[str]) -> str:
    return "" if text in gone else names.sub(SOMEONE, texts.sub(TAKEN_BACK, text))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _texts(part))
