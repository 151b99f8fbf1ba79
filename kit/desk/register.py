"""The register of a programme: decisions with dissent, promises and what came of them, and what we learned from mistakes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Any

from kit.desk.makers import MAKERS, named
from kit.desk.outputs import this_day
from kit.desk.world import World, real_world
from kit.model import Record, known_as, origins
from kit.model.gate import Way, let_out
from kit.model.promise import DONE, STATES, promise_line
from kit.model.register import NO_DISSENT, ROLES, Entry, entries, spread_of_roles
from kit.model.text import LONGEST, clean, listed
from kit.store import Programme, Store, StoreProblem
from kit.store.keeping import open_for_reading

NOTHING = "Nothing has been decided or promised yet."


@dataclass(frozen=True, slots=True)
class Register:
    """What a programme has decided, promised and mended."""

    decisions: tuple[Entry, ...]
    promises: tuple[Record, ...]
    lessons: tuple[Record, ...]

    @property
    def empty(self) -> bool:
        """True where there is nothing yet."""
        return not (self.decisions or self.promises or self.lessons)


def read_register(programme: Programme, way: Way = Way.SCREEN) -> Register:
    """All that may go out on a way, in the order in which each was first made: so a promise keeps its number.

    Raises StoreProblem.
    """
    store = open_for_reading(programme)
    records = named(let_out(store.records(), way, this_day(real_world())), store.rows(MAKERS))
    every = {record.id: record for record in store.every_record()}
    places, firsts = {id: place for place, id in enumerate(every)}, origins(every)
    oldest = sorted(records, key=lambda record: places[firsts[record.id]])
    return Register(entries(oldest), _of(oldest, "promise"), _of(oldest, "lesson"))


def decision_lines(entry: Entry) -> Iterator[str]:
    """One decision as it is read out, its question first and other views last."""
    state = "Brought back" if entry.elsewhere else "Still open" if entry.open else "Decision"
    yield f"{state}: {entry.question}"
    for label, lines in entry.facts:
        yield from (f"{label.removesuffix('?')}: {line}" for line in lines[:1])
        yield from lines[1:]
    roles = [f"{did}: {words}" for did, words in entry.roles.items()]
    yield from ([f"Roles: {listed(roles)}."] if roles else [])
    yield from (f"Seen another way: {words}" for words in entry.dissent)
    if not entry.dissent:
        yield NO_DISSENT


def promise_lines(register: Register) -> list[str]:
    """The promises with their numbers."""
    return [f"{number}. {promise_line(record.content)}" for number, record in enumerate(register.promises, 1)]


def register_lines(register: Register) -> Iterator[tuple[str, list[str]]]:
    """The whole register under headings; a heading with nothing under it is left out."""
    for number, entry in enumerate(register.decisions, 1):
        question, *lines = decision_lines(entry)
        yield f"{number}. {question}", lines
    spread = [spread_line(role, counts) for role, counts in spread_of_roles(register.decisions).items()]
    for heading, lines in (("Who had a part, by role", spread), ("Promises", promise_lines(register)),
                           ("What went wrong, what we changed", [lesson_line(record) for record in register.lessons])):
        if lines:
            yield heading, lines


def spread_line(role: str, counts: Mapping[str, int]) -> str:
    """In how many decisions a role had which part. It counts parts, and ranks nobody."""
    return f"{role}: {listed([f'{word} {counts[did]}' for did, word in ROLES])}."


def lesson_line(record: Record) -> str:
    """What went wrong, and what was changed."""
    return f"{record.content.get('text', '')} Changed: {record.content.get('changed') or 'nothing yet'}"


def as_data(register: Register) -> dict[str, Any]:
    """The register as plain JSON values."""
    return {
        "decisions": [{"id": entry.record.id, "when": entry.record.when, "workshop": entry.record.origin.workshop,
                       "question": entry.question, "open": entry.open, "elsewhere": entry.elsewhere,
                       "facts": [{"label": label, "lines": list(lines)} for label, lines in entry.facts],
                       "dissent": list(entry.dissent), "roles": dict(entry.roles)} for entry in register.decisions],
        "promises": [{"number": number, "id": record.id, "when": record.when, **record.content}
                     for number, record in enumerate(register.promises, 1)],
        "lessons": [{"id": record.id, "when": record.when, **record.content} for record in register.lessons]}


def settle(programme: Programme, number: int, state: str, words: str, told: str, world: World) -> str:
    """Say what a promise is at now: open, done, or could not, with why; and who was told. Gives its line once it is safe.

    Raises StoreProblem.
    """
    promises = read_register(programme).promises
    if not 1 <= number <= len(promises):
        there = f"There are promises 1 to {len(promises)}." if promises else "Nothing has been promised yet."
        raise StoreProblem(f"There is no promise {number}. {there}")
    if state not in STATES:
        raise StoreProblem(f"A promise can be {listed(list(STATES), 'or')}.")
    words, told = clean(words), clean(told)
    if max(len(words), len(told)) > LONGEST:
        raise StoreProblem(f"That is more than {LONGEST:,} characters. Please say it in fewer.")
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        whole = next(record for record in store.records() if record.id == promises[number - 1].id)
        why = "" if state == DONE and not words else words or _why(whole, state)
        content = {**whole.content, "key": known_as(whole), "state": state, "why": why,
                   "told": told or str(whole.content.get("told", ""))}
        now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
        settled = replace(whole, id=world.draw(14).lower(), when=now, content=content, replaces=whole.id)
        store.keep_record(settled)
        return promise_line(settled.content)
    finally:
        store.close()


def _why(record: Record, state: str) -> str:
    return str(record.content.get("why", "")) if record.content.get("state") == state else ""


def _of(records: Iterable[Record], kind: str) -> tuple[Record, ...]:
    return tuple(record for record in records if record.kind == kind)
