"""How a programme's open pile stands, read without opening the folder for writing."""

from kit.desk.pile.cards import Totals, cards_of, missed_of, open_pile, totals
from kit.store import Programme
from kit.store.keeping import open_for_reading


def standing(programme: Programme) -> Totals:
    """What is read, typed, in doubt and empty in the open pile. Fields to type are counted in closed ones too."""
    store = open_for_reading(programme)
    pile = open_pile(store)
    every = cards_of(store)
    return totals([card for card in every if pile is not None and card.pile == pile.key], every)


def what_was_missed(programme: Programme) -> tuple[str, ...]:
    """What was seen in the open pile and is not in its count, a line each."""
    store = open_for_reading(programme)
    pile = open_pile(store)
    return tuple(f"{one.file}{f', page {one.page}' if one.page else ''}: {one.why.rstrip('.')}."
                 for one in (missed_of(store, pile.key) if pile else ()))
