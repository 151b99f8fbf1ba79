"""From an answer to a change: what people asked for, what was done about it, why it could not be, and where it will be seen."""

from dataclasses import dataclass

from kit.desk.reflecting import keep, opened
from kit.desk.world import World
from kit.model import Record, Visible, known_as
from kit.model.text import LONGEST, clean
from kit.store import NoSuchThing, Programme, StoreProblem


@dataclass(frozen=True, slots=True)
class Became:
    """What is to be written down about a change. What is empty stays as it was."""

    did: str = ""
    why_not: str = ""
    next: str = ""
    """Where it will be seen, such as the next workshop."""
    answers: tuple[str, ...] = ()
    """Ids of the answers that it goes back to."""


def write_change(programme: Programme, which: str, became: Became, world: World) -> Record:
    """Write down what became of a change, by its id; any other words are a new change. Raises StoreProblem.

    A new change that comes from answers goes no further than they do.
    """
    words = clean(which)
    told = {part: clean(text) for part, text in (("did", became.did), ("why_not", became.why_not), ("next", became.next)) if text}
    if any(len(text) > LONGEST for text in (words, *told.values())):
        raise StoreProblem(f"A text can have {LONGEST:,} characters at most.")
    with opened(programme, world) as (store, held):
        there = held.find(words)
        answers = [held.find(id) for id in became.answers]
        if None in answers:
            raise NoSuchThing("There is no such answer. Find its id with: kit reflect PROGRAMME search kind:feedback")
        if there is not None and there.kind != "change":
            raise StoreProblem("That id is not one of a change. To begin one from an answer: --from ID, and say the change.")
        if not words:
            raise StoreProblem("Say the change in a few words, or give its id.")
        content = {**(there.content if there else {"text": words}), **told}
        if answers:
            content["from"] = [known_as(answer) for answer in answers if answer]
        least = min((one.visible for one in answers if one), key=_RINGS.index, default=Visible.GROUP)
        return keep(store, world, "change", content, there.visible if there else least, there)


_RINGS = (Visible.ME, Visible.GROUP, Visible.REPORT, Visible.PUBLIC)
