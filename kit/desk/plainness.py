"""What a programme's sheets say, read as somebody in the room would: what may be hard to read, and what wants explaining."""

from collections.abc import Collection
from dataclasses import dataclass

from kit.content.library import read_glossary
from kit.content.plain_words import EASY_SENTENCE, LONGEST_SENTENCE, Flag, flags
from kit.desk.capture import Capture
from kit.desk.library import Shelf
from kit.desk.paper import Order, parts_of
from kit.desk.world import World
from kit.paths import builtin_activities
from kit.store import Programme

TO_EXPLAIN = ("word", "letters")
"""Kinds of flag that a glossary can answer."""


@dataclass(frozen=True, slots=True)
class SheetFlag:
    """One thing to look at again, and the sheet it is on."""

    sheet: str
    flag: Flag


def explained() -> tuple[str, ...]:
    """The terms that the shipped glossary explains."""
    return tuple(term.term for term in read_glossary(builtin_activities() / "glossary.toml"))


def read_sheets(programme: Programme, shelf: Shelf, profile: str = "clear") -> tuple[SheetFlag, ...]:
    """What may be hard on the sheets of the pack, each thing once. Easy print has shorter sentences. Raises StoreProblem."""
    from printables.plain_text import plain_text

    source, parts = parts_of(programme, shelf, Order(profile=profile, as_asked=False))
    known = (*explained(), *(term for term, _ in source.terms))
    longest = EASY_SENTENCE if profile == "easy" else LONGEST_SENTENCE
    found: dict[Flag, str] = {}
    for part in parts:
        for document in part.sheet.documents:
            for flag in flags(plain_text(document), known, longest):
                found.setdefault(flag, part.sheet.title)
    return tuple(SheetFlag(sheet, flag) for flag, sheet in found.items())


def words_to_explain(found: Collection[SheetFlag]) -> tuple[str, ...]:
    """Words and letters that the glossary could have, each once."""
    return tuple(dict.fromkeys(one.flag.seen for one in found if one.flag.kind in TO_EXPLAIN))


def explain(programme: Programme, term: str, meaning: str, world: World) -> None:
    """Put a word into the programme's glossary. Raises StoreProblem."""
    taking = Capture(programme, "term", world)
    try:
        taking.keep(f"{term}: {meaning}")
    finally:
        taking.close()
