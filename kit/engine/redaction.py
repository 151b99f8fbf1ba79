"""Where people's own words stand in a session's events, so that they can be taken out and the session still plays.

An answer that chooses something must stay: the session would go another way. Words can go, for nothing depends on them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from kit.engine.play import Play, effective
from kit.engine.replaying import played
from kit.model import Event, Form

Path = tuple[str | int, ...]
"""The way to one text in an event as JSON values: `("data", "value", "text")`."""

_NAMES = {"arrived": "name", "taken_over": "who"}
"""Where a person's name stands in an event of the day."""

_DRAW_WORDS = ("seat", "group", "write", "code", "sort", "carry", "agree")
"""Kinds of step in which what chance decides holds people's words: names at tables, cards, what was written,
left open or agreed before."""

_PROSE = frozenset({"title", "summary", "aim", "lead", "colead", "place", "materials", "notes", "private", "question", "approach",
                    "room", "say", "do", "watch"})
"""Parts of a plan that are words for people, and that nothing depends on."""


def spoken(events: Sequence[Event]) -> dict[int, tuple[Path, ...]]:
    """By the number of each event, the places in it where words stand that somebody said. Undone events too."""
    found = {events[0].number: tuple(path for path in _texts(events[0].data, ("data",)) if path[-1] in _PROSE)}
    play = played(events[:1])
    for place, event in enumerate(events[1:], 1):
        if event.kind == "undone":
            play = played(events[:place + 1])
            continue
        words = [*_answered(play, event)]
        drew = _draws_words(play)
        play.apply(event)
        if drew or _draws_words(play):
            words += _texts(event.drawn, ("drawn",))
        found[event.number] = tuple(words)
    return found


def going_on(events: Sequence[Event]) -> frozenset[int]:
    """The numbers of the events that count in the step which the session is in."""
    play, here, numbers = played(events[:1]), (1, 0), set[int]()
    for event in effective(events)[1:]:
        play.apply(event)
        numbers.add(event.number)
        if here != (here := (len(play.visits), play.step)):
            numbers.clear()
    return frozenset(numbers)


def _answered(play: Play, event: Event) -> Iterator[Path]:
    if event.kind == "noted":
        yield from _texts(event.data["content"], ("data", "content"))
    elif event.kind in _NAMES:
        yield ("data", _NAMES[event.kind])
    elif event.kind == "answered":
        value = event.data["value"]
        if play.ask.form in (Form.WORDS, Form.MEANING):
            yield from _texts(value, ("data", "value"))
        elif play.ask.form is Form.LABELLED:
            yield ("data", "value", "text")


def _draws_words(play: Play) -> bool:
    return bool(play.steps) and play.step < len(play.steps) and play.steps[play.step].kind in _DRAW_WORDS


def _texts(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            yield from _texts(part, (*path, place))
