"""Commands for the reference shelf: decks of question cards, hard words in plain words, and resources."""

from argparse import Namespace

from kit.commands import NO, OK
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.home import home_folder
from kit.desk.library import Shelf, load_shelf
from kit.desk.reference import all_decks, all_resources, look_up
from kit.model.text import clean_line, counted
from kit.store import NoSuchThing


def decks(call: Namespace) -> int:
    """List the decks of question cards, or the cards of one."""
    there = all_decks(_shelf(call))
    if call.deck and not any(deck.id == call.deck for deck in there):
        raise NoSuchThing(f"There is no deck {clean_line(call.deck)[:60]!r}. To see them all: kit decks")
    chosen = [deck for deck in there if call.deck in ("", deck.id)]
    if call.json:
        tell_json(chosen)
    elif call.deck:
        [deck] = chosen
        tell(f"{deck.title}.", deck.summary, *(f"{card.about}: {card.question}" if card.about else card.question
                                               for card in deck.cards), f"From: {deck.source}")
    else:
        tell(*(f"{deck.id}: {deck.title}, {counted(len(deck.cards), 'card')}. {deck.summary}" for deck in chosen))
        narrate("To print one: kit print PROGRAMME question-cards --deck ID")
    return OK


def glossary(call: Namespace) -> int:
    """Say what a hard word means in plain words; without a word, all of them. Exit code 1: nobody wrote it down yet."""
    found = look_up(_shelf(call), call.word)
    if call.json:
        tell_json(found)
    else:
        tell(*(f"{term.term}: {term.meaning}" for term in found))
    if not found:
        narrate(f"{clean_line(call.word)[:60]!r} is not in the list yet. Ask the room what it means, and write it down.")
    return OK if found else NO


def resources(call: Namespace) -> int:
    """List what helps, and where it is."""
    there = all_resources(_shelf(call))
    if call.json:
        tell_json(there)
    else:
        tell(*(f"{one.part}: {one.title}. {one.what_for} {one.where}" for one in there))
        narrate("To print them as a map: kit print PROGRAMME resource-map")
    return OK


def _shelf(call: Namespace) -> Shelf:
    return load_shelf(home_folder(call.home))
