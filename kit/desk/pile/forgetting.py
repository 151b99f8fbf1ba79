"""Cards that are forgotten: with their pictures, their rows what was typed from them, and layouts that hold such words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kit.desk.pile.cards import CARDS, UNREAD, cards_of
from kit.desk.pile.printed import TABLE as LAYOUTS
from kit.model import Record
from kit.model.sheetcode import read_code
from kit.store import Store
from kit.store.erasure import Sought
from kit.store.state import Operation


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes of the piles."""

    keys: frozenset[str] = frozenset()
    """Keys of the cards."""
    codes: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    """What was typed from them."""


def paper_of(store: Store, words: str, records: Iterable[Record], workshop: str = "") -> Paper:
    """The cards of a code that somebody gave, of the sheets that some records were made on, or of a workshop."""
    code = read_code(words)
    codes = {record.origin.sheet for record in records} | ({str(code)} if code else set())
    gone = [card for card in cards_of(store) if card.code in codes or (workshop and card.workshop == workshop)]
    return Paper(frozenset(card.key for card in gone), frozenset(codes | {card.code for card in gone}) - {""},
                 tuple(writing.text for card in gone for writing in card.writing if writing.text))


def without(store: Store, paper: Paper, sought: Sought) -> Iterable[Operation]:
    """What takes them away, and every kept layout in which the words stand: such a sheet can be read no more."""
    for table, name, wanted in ((CARDS, "key", paper.keys), (UNREAD, "code", paper.codes)):
        yield from (["d", table, str(row.doc_id)] for row in store.database.table(table) if row[name] in wanted)
    yield from (["d", LAYOUTS, str(row.doc_id)] for row in store.database.table(LAYOUTS)
                if sought.stands_in(json.dumps(row["page"], ensure_ascii=False).casefold()))
