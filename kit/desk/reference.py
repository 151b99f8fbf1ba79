"""What lies on the reference shelf, for a sheet or for somebody who looks a word up in the middle of a meeting."""

from collections.abc import Sequence
from typing import Any

from kit.content.library import Term
from kit.content.problems import nearest
from kit.content.reference_shelf import Deck, Resource, decks, jargon, resources
from kit.desk.frameworks import frameworks_at
from kit.desk.library import Shelf
from kit.model import Framework
from kit.store import NoSuchThing, Programme

SHEETS = ("conversation-cards", "reflection-cards", "question-cards", "jargon-buster", "resource-map")
"""Sheets made from the reference shelf, which is read for them alone."""
CODING = "coding-sheet"
"""The sheet that accounts are read beside frameworks on."""


def all_decks(shelf: Shelf) -> tuple[Deck, ...]:
    """Every deck of question cards, by title."""
    return decks(shelf.folders)


def all_resources(shelf: Shelf) -> tuple[Resource, ...]:
    """Every resource, by title."""
    return resources(shelf.folders)


def look_up(shelf: Shelf, words: str) -> tuple[Term, ...]:
    """The terms that hold these words, the one that is these words first; else the nearest one; else none. All for no words."""
    there, wanted = jargon(shelf.folders), words.strip().casefold()
    found = [term for term in there if wanted in term.term.casefold()]
    if not found and (near := nearest(wanted, [term.term.casefold() for term in there])):
        found = [term for term in there if term.term.casefold() == near]
    return tuple(sorted(found, key=lambda term: term.term.casefold() != wanted))


def frameworks_for(programme: Programme, what: Sequence[str], everything: bool) -> tuple[Framework, ...]:
    """The frameworks at hand, where a sheet asks for them."""
    return tuple(frameworks_at(programme.folder).by_id.values()) if everything or CODING in what else ()


def for_sheets(shelf: Shelf, what: Sequence[str], chosen: Sequence[str], everything: bool) -> dict[str, Any]:
    """The decks, the jargon and the resources, where a sheet asks for them. Raises NoSuchThing for a deck there is none of."""
    if not everything and not set(what) & set(SHEETS):
        return {}
    there = all_decks(shelf)
    if unknown := set(chosen) - {deck.id for deck in there}:
        raise NoSuchThing(f"There is no deck {min(unknown)[:60]!r}. To see them all: kit decks")
    return {"decks": tuple(deck for deck in there if not chosen or deck.id in chosen),
            "jargon": tuple((term.term, term.meaning) for term in jargon(shelf.folders)), "resources": all_resources(shelf)}
