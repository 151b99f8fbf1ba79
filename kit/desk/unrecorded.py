"""Words that somebody typed in a workshop and that no record holds: a question whose step was left, a name turns were counted by.

No code and no record's id leads to them. So they can be forgotten by the words themselves, and where their step is over
they go into no bundle. What is typed in a step that still goes on does: somebody may carry it on elsewhere.
"""

from collections.abc import Iterable, Iterator

from kit.engine.redaction import Path, going_on, spoken
from kit.engine.turn_names import turn_names
from kit.model import Record
from kit.model.text import clean_line
from kit.store import History
from kit.store.tombstones import ASIDE, at


def made_in(session: str, records: Iterable[Record]) -> dict[int, set[str]]:
    """By the number of each event of a session, or of a line beside it, the ids of the records it made."""
    made: dict[int, set[str]] = {}
    for record in records:
        if number := _number_in(session, record):
            made.setdefault(number, set()).add(record.id)
    return made


def unrecorded(history: History, words: str) -> frozenset[str]:
    """The texts which are these words, capitals or not, that were answered in an event which made no record."""
    wanted, every = clean_line(words).casefold(), history.every_record()
    found = set()
    for session in history.lines():
        made = made_in(session, every)
        said = [text for number, _, text in _answered(history, session) if number not in made]
        said += [name for _, name in turn_names(history.events(session))]
        found |= {text for text in said if wanted and clean_line(text).casefold() == wanted}
    return frozenset(found)


def left_behind(history: History, session: str, told: str) -> Iterator[tuple[int, Path]]:
    """Where words of steps that are over stand, and of answers that were undone, which are nowhere in what is `told`."""
    running = going_on(history.events(session))
    return ((number, path) for number, path, text in _answered(history, session) if number not in running and text not in told)


def _answered(history: History, session: str) -> Iterator[tuple[int, Path, str]]:
    events = history.events(session)
    by_number = {event.number: event for event in events if event.kind == "answered"}
    for number, paths in spoken(events).items():
        if number in by_number:
            for path in paths:
                if path[0] == "data" and (text := str(at({"data": by_number[number].data}, path))):
                    yield number, path, text


def _number_in(session: str, record: Record) -> int:
    """The number of the event that made a record; 0 where none of the session's did."""
    name, _, mark = session.partition(ASIDE)
    made, _, here = record.id.partition(ASIDE)
    number = made.removeprefix(f"{name}.").split("-")[0]
    return int(number) if made.startswith(f"{name}.") and mark == here and number.isdecimal() else 0
