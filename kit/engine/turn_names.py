"""Names that somebody typed to count turns by, in all events and records of a session, so that one of them can be put out.

Such a name is a choice and a key in the answers that follow. So it becomes the same mark in all of them, and counts that stand
under names become numbers alone, in the order of the names. The session then still plays, and comes to the same turns.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from kit.engine.play import Play
from kit.engine.replaying import played
from kit.model import Event, Form
from kit.model.gate import TAKEN_BACK
from kit.model.text import whole_words

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Renamed:
    """A place, and the text that is to stand there."""

    event: int
    """The number of the event, or of the event that made the record."""
    record: str
    """The id of the record; empty where the place is in the event itself."""
    path: Path
    text: str


def turn_names(events: Sequence[Event]) -> Iterator[tuple[int, str]]:
    """Every name that turns were counted by, with the number of the event in which it was typed."""
    return ((event.number, str(name)) for event in events if event.kind == "counting" for name in event.data["groups"])


def without_turn_names(events: Sequence[Event], goes: Callable[[str], bool]) -> Iterator[Renamed]:
    """All that has to be changed so that no name which `goes` is left. Undone events too."""
    if not any(goes(name) for _, name in turn_names(events)):
        return
    play = played(events[:1])
    for place, event in enumerate(events[1:], 1):
        if event.kind == "undone":
            play = played(events[:place + 1])
            continue
        groups = event.data["groups"] if event.kind == "counting" else ()
        for number, mark in enumerate(_marks(groups, goes).values()):
            yield Renamed(event.number, "", ("data", "groups", number), mark)
        marks = {name: mark for name, mark in _marks(play.counting or (), goes).items() if name != mark}
        if marks and event.kind == "answered":
            yield from _answered(play, event, marks)
        before = len(play.records)
        play.apply(event)
        if marks:
            yield from _recorded(play, before, event, marks)


def _marks(names: Sequence[str], goes: Callable[[str], bool]) -> dict[str, str]:
    """What stands for each name: itself, or a mark with its place, which no other of the names has."""
    return {name: next(mark for n in count(place, len(names)) if (mark := f"{TAKEN_BACK} {n}") not in names)
            if goes(name) else name for place, name in enumerate(names, 1)}


def _answered(play: Play, event: Event, marks: Mapping[str, str]) -> Iterator[Renamed]:
    value = event.data["value"]
    if play.ask.form is Form.COUNTS and isinstance(value, Mapping):
        numbers = " ".join(str(value[option.key]) for option in play.ask.options)
        yield Renamed(event.number, "", ("data", "value"), f"{TAKEN_BACK} {numbers}")
    elif play.ask.form is Form.CHOICE and value in marks:
        yield Renamed(event.number, "", ("data", "value"), marks[value])


def _recorded(play: Play, before: int, event: Event, marks: Mapping[str, str]) -> Iterator[Renamed]:
    names = whole_words(marks)
    folded = {name.casefold(): mark for name, mark in marks.items()}
    for record in play.records[before:]:
        if record.kind == "talk" and isinstance(record.content.get("groups"), Mapping):
            told = names.sub(lambda found: folded.get(found[0].casefold(), TAKEN_BACK), str(record.content["text"]))
            yield Renamed(event.number, record.id, ("text",), told)
            yield Renamed(event.number, record.id, ("groups",), TAKEN_BACK)
