"""How the open pile stands, read without opening the folder for writing; and what stands for the counts of closed piles."""

from collections.abc import Iterable

from kit.desk.pile import waiting
from kit.desk.pile.cards import Totals, cards_of, missed_of, open_pile, totals
from kit.store import History, Programme
from kit.store.keeping import open_for_reading


def standing(programme: Programme) -> Totals:
    """What is read, typed, in doubt and empty in the open pile. Fields to type are counted in closed ones too."""
    store = open_for_reading(programme)
    pile = open_pile(store)
    every = cards_of(store)
    return totals([card for card in every if pile is not None and card.pile == pile.key], every)


def what_was_missed(programme: Programme) -> tuple[str, ...]:
    """What was seen in the open pile and is not in its count, and captions of earlier piles that wait, a line each."""
    store = open_for_reading(programme)
    pile = open_pile(store)
    return (*(f"{one.file}{f', page {one.page}' if one.page else ''}: {one.why}{'' if one.why.endswith(('.', '?')) else '.'}"
              for one in (missed_of(store, pile.key) if pile else ())), *waiting.told(store))


def forms_of(history: History, ids: Iterable[str]) -> frozenset[str]:
    """Ids of some records and of all that was put in their place since, such as when somebody said until when they are kept."""
    found = set(ids)
    for record in history.every_record():
        if record.replaces in found:
            found.add(record.id)
    return frozenset(found)
