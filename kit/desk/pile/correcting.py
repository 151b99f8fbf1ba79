"""A closed count without some of its cards: what a forgotten card said is in no count that stands.

Of secret sheets nobody can say what any of them said, so no count of theirs can be corrected.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from kit.desk.pile.cards import SECRET, Card, Pile, cards_of, piles
from kit.desk.pile.counting import Count, counts
from kit.desk.pile.standing import forms_of
from kit.desk.world import World
from kit.model import Record
from kit.model.sheetcode import read_code
from kit.store import Store

SECRET_STAYS = ("The sheet was counted in secret: nothing says which answers were on it, so none can be taken out of that count. "
                "The count itself can be forgotten by its id.")
"""What the receipt says of a secret sheet that was counted."""


_SHEETS = ("people", "empty", "cant_say", "blank")
"""Parts of a count that are numbers of sheets; the other numbers in it are what was asked."""


def corrected(store: Store, gone: Collection[Card], going: Collection[str], world: World, when: str) -> list[Record]:
    """The counts of closed piles anew without some cards: each a record that replaces the one that stands.

    `going`: ids of records that go themselves, and so need no correction.
    """
    found: dict[str, Record] = {}
    for pile in piles(store):
        keys = {card.key for card in gone if card.pile == pile.key and card.form not in SECRET}
        if pile.closed and keys:
            found |= {record.id: record for record in _lowered(store, pile, keys, found) if record.id not in going}
    return [replace(record, id=world.draw(14).lower(), when=when, replaces=record.id) for record in found.values()]


def counted_in_secret(store: Store, words: str) -> bool:
    """Whether somebody means a secret sheet that was counted, by its code."""
    code = read_code(words)
    return code is not None and any(str(code) in pile.counted for pile in piles(store))


def _lowered(store: Store, pile: Pile, keys: Collection[str], lowered: Mapping[str, Record]) -> list[Record]:
    """The records that stand for what a pile came to, with other numbers."""
    cards = cards_of(store, pile.key)
    before, after = (_by_what(counts(store, store.programme().id, some, frozenset()))
                     for some in (cards, [card for card in cards if card.key not in keys]))
    ours = forms_of(store, pile.records)
    made = []
    for record in store.records():
        record = lowered.get(record.id, record)
        what = _what(record.kind, record.origin.workshop, record.origin.block, record.origin.step, record.content)
        if record.id in ours and what in before and before[what] != after.get(what):
            made.append(replace(record, content=_less(record.content, before[what], after.get(what, {}))))
    return made


def _by_what(found: Collection[Count]) -> dict[tuple[Any, ...], Mapping[str, Any]]:
    return {_what(one.kind, one.origin.workshop, one.origin.block, one.origin.step, one.content): one.content for one in found}


def _what(kind: str, workshop: str, block: str, step: int, content: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes two counts counts of one thing."""
    return kind, workshop, block, step, *(str(content.get(name)) for name in ("question", "label", "round", "how"))


def _less(stands: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What stands, less what went from `before` to `after`."""
    new = dict(stands)
    for name, part in before.items():
        if isinstance(part, Mapping) and isinstance(stands.get(name), Mapping):
            new[name] = _lower(stands[name], part, after.get(name, {}))
    return new | _lower({name: stands[name] for name in _SHEETS if name in stands}, before, after)


def _lower(stands: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: max(0, number - before.get(name, 0) + after.get(name, 0)) if isinstance(number, int) else number
            for name, number in stands.items()}
