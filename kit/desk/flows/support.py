"""The contacts on the support card: who people can turn to here, how, and when somebody last rang to see."""

from collections.abc import Callable
from functools import partial

from kit.desk import support as card
from kit.desk.flows import Do, Line, Talk, Tell, menu, sure
from kit.desk.world import World
from kit.model import Record
from kit.store import Programme

_TITLE = "The support card"
ABOUT = "Somebody who can be reached on the day, and after it. Ring each one before you print the card."


def contacts(programme: Programme, world: World) -> Talk:
    """The list."""
    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        there = card.contacts(programme)
        return [("Add somebody", "a name, and how to reach them", partial(_add, programme, world)),
                *((str(record.content["text"]), _checked(record, world), partial(_one, programme, world, record.id))
                  for record in there)]

    return menu(lambda: _TITLE, rows, lambda: (ABOUT, card.summary(card.contacts(programme))))


def _add(programme: Programme, world: World) -> Talk:
    who = yield Line(_TITLE, "Who is it? Such as: Ravi, by the tea. Or: The Listening Line.")
    how = (yield Line(_TITLE, "How can people reach them? Such as a number, with its hours.")) if who else None
    if who and how:
        yield Do("Saving", lambda progress: card.add(programme, who, how, "", world))
    return None


def _one(programme: Programme, world: World, id: str) -> Talk:
    def place() -> int:
        return next((n for n, record in enumerate(card.contacts(programme), 1) if record.id == id), 0)

    def about() -> tuple[str, ...]:
        return (card.line(place(), card.contacts(programme)[place() - 1]),)

    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        return [("It is right", "somebody checked it today", lambda: _check(programme, world, place())),
                ("Take it off the card", "", lambda: _remove(programme, world, place()))]

    return menu(lambda: _TITLE, rows, about, lambda: place() > 0)


def _check(programme: Programme, world: World, number: int) -> Talk:
    yield Do("Saving", lambda progress: card.check(programme, number, "", world))
    yield Tell(_TITLE, ("Saved: it was checked today.",))
    return None


def _remove(programme: Programme, world: World, number: int) -> Talk:
    if (yield from sure("Take this contact off the card?", "Yes, take it off")):
        yield Do("Saving", lambda progress: card.remove(programme, number, world))
    return None


def _checked(record: Record, world: World) -> str:
    old = tuple(card.stale((record,), world.clock().date()))
    return f"checked {record.content['checked']}{', ring it again' if old else ''}"
