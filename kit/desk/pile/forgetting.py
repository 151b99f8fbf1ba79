"""Cards that are forgotten: with their pictures, their rows what was typed from them, and layouts that hold such words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.desk.pile.cards import CARDS, UNREAD, Card, cards_of, missed_of, piles
from kit.desk.pile.printed import TABLE as LAYOUTS
from kit.desk.pile.printed import codes_alone
from kit.desk.pile.standing import forms_of
from kit.desk.pile.travelling import holds, name_of
from kit.model import Record
from kit.model.sheetcode import read_code
from kit.model.text import counted, listed
from kit.store import Store
from kit.store.erasure import Sought
from kit.store.state import Operation


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes of the piles."""

    cards: tuple[Card, ...] = ()
    """Cards of a person, of a sheet or of a workshop: what they said goes out of the counts too."""
    counted: tuple[Card, ...] = ()
    """Cards that go because a count that they are in is forgotten; their other answers stay in the other counts."""
    codes: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    """Keys of pictures of forgotten counts' piles on which no card was read."""

    @property
    def keys(self) -> frozenset[str]:
        """Keys of all the cards."""
        return frozenset(card.key for card in (*self.cards, *self.counted))

    @property
    def words(self) -> tuple[str, ...]:
        """What was typed from them."""
        return tuple(writing.text for card in (*self.cards, *self.counted) for writing in card.writing if writing.text)

    def sentence(self) -> str:
        """How much paper that is; empty where it is none."""
        parts = [counted(len(self.keys), "card")] if self.keys else []
        parts += [counted(len(self.unread), "picture") + " of what could not be read"] if self.unread else []
        return f"{listed(parts)} that came back on paper" if parts else ""


def paper_of(store: Store, words: str, records: Iterable[Record], workshop: str = "") -> Paper:
    """The paper of a code that somebody gave, of a workshop, and of some records: the sheets and the counts that they are."""
    records = tuple(records)
    code = read_code(words)
    codes = {record.origin.sheet for record in records} | ({str(code)} if code else set())
    every = cards_of(store)
    gone = tuple(card for card in every if card.code in codes or (workshop and card.workshop == workshop))
    in_counts, unread = _of_counts(store, every, [record for record in records if not record.origin.sheet])
    rest = tuple(card for card in in_counts if card not in gone)
    return Paper(gone, rest, frozenset(codes | {card.code for card in gone}) - {""}, unread)


def _of_counts(store: Store, cards: Sequence[Card], records: Sequence[Record]) -> tuple[list[Card], frozenset[str]]:
    """The cards that some counts were made of, and the unread pictures beside them."""
    of: list[Card] = []
    unread: set[str] = set()
    for pile in piles(store):
        ours = forms_of(store, pile.records)
        here = [record for record in records if record.id in ours]
        asked = {(record.origin.workshop, record.content.get("question")) for record in here}
        of += [card for card in cards if card.pile == pile.key
               and any((card.workshop, answer.question) in asked for answer in card.answers)]
        unread |= {one.key for one in missed_of(store, pile.key)} if here else set()
    return of, frozenset(unread)


def without(store: Store, paper: Paper, sought: Sought) -> Iterable[Operation]:
    """What takes it away, and the boxes and words of every kept layout in which the words stand.

    Such a sheet can be read no more. Its codes stay, so that no other sheet is printed with one of them.
    """
    for table, name, wanted in ((CARDS, "key", paper.keys), (UNREAD, "code", paper.codes), (UNREAD, "key", paper.unread)):
        yield from (["d", table, str(row.doc_id)] for row in store.database.table(table) if row[name] in wanted)
    gone = layouts_with(store, sought)
    yield from (["p", LAYOUTS, str(row.doc_id), {**row, "page": codes_alone(row["page"])}]
                for row in store.database.table(LAYOUTS) if name_of(row["page"]) in gone)


def layouts_with(store: Store, sought: Sought) -> set[str]:
    """Names of the kept layouts in which words stand: for tombstones, so that no other laptop brings one back."""
    return {name_of(row["page"]) for row in store.rows(LAYOUTS) if holds(row["page"], sought)}
