"""After a joining: no sheet is counted on two laptops, and what was printed on either can be read on both.

Where both counted a sheet, the pile that was closed first keeps it. The laptop that has the cards of the later one takes them
out of its count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC

from kit.desk.pile.cards import CARDS, PILES, SECRET, UNREAD, Card, Missed, Pile, as_row, cards_of, open_pile, piles
from kit.desk.pile.correcting import corrected
from kit.desk.pile.printed import TABLE as LAYOUTS
from kit.desk.pile.travelling import Row, Shared, name_of
from kit.desk.world import World
from kit.model.data import to_data
from kit.model.sheetcode import read_code
from kit.model.text import counted, listed
from kit.store import Store
from kit.store.erasure import erase
from kit.store.keeping import ENTRIES
from kit.store.state import Operation

ELSEWHERE = "The card {code} was counted on another laptop, so it is not counted here."
MOST = 6
"""Codes that are told of one by one."""


@dataclass(slots=True)
class Settled:
    """What came of it."""

    pages: int = 0
    """Printed pages that can be read here now and could not before."""
    aside: list[Card] = field(default_factory=list)
    """Cards that another laptop counted."""
    both: list[str] = field(default_factory=list)
    """Codes of cards that the other laptop counted later than this one, and has to take out."""
    typed: bool = False
    """Whether words were typed from cards that both laptops counted."""
    twice: list[str] = field(default_factory=list)
    """Codes of secret sheets that were counted on both."""

    def sentences(self) -> Iterable[str]:
        """In words."""
        if self.pages:
            yield f"{counted(self.pages, 'printed page')} of the other laptop can be read here now."
        if self.aside:
            yield (f"{counted(len(self.aside), 'card')} had been counted on the other laptop, so they are not counted here: "
                   f"{_some([card.code for card in self.aside])}.")
        if self.both:
            yield (f"{counted(len(self.both), 'card was', 'cards were')} counted on both laptops, and for now twice here: "
                   f"{_some(self.both)}. Join this laptop's bundle there, then theirs here again.")
        if self.typed:
            yield "Words that both laptops typed from these cards are kept from both. Forget those that stand twice by their id."
        if self.twice:
            yield (f"Secret sheets were counted on both laptops: {_some(self.twice)}. Nobody can take them out of a count. "
                   "Look at both counts, and forget one by its id.")


def paper_operations(store: Store, both: Shared, erased: Iterable[str], told: Settled) -> list[Operation]:
    """What keeps the pages and closed piles of both laptops, to be saved with the rest of a joining."""
    gone, rows = set(erased), list(store.database.table(LAYOUTS))
    there = {name_of(row["page"]): row for row in rows}
    operations: list[Operation] = [["d", LAYOUTS, str(row.doc_id)] for name, row in there.items() if name in gone]
    number = max((row["row"] for row in rows), default=0)
    new: list[Row] = []
    for name, page in both.layouts.items():
        if name not in there:
            new.append({"row": number + len(new) + 1, **page})
        elif len(page["ids"]) > len(there[name]["ids"]):
            operations.append(["p", LAYOUTS, str(there[name].doc_id), {**there[name], "ids": page["ids"]}])
    told.pages = sum(any(card["codes"] for card in row["page"]["cards"]) for row in new)
    return [*operations, *store.new_rows(LAYOUTS, new), *_pile_operations(store, both.piles, told)]


def _pile_operations(store: Store, closed: Mapping[str, Row], told: Settled) -> list[Operation]:
    here = {row["key"]: row for row in store.database.table(PILES)}
    secret = {code for row in here.values() for code in row.get("counted", ()) if _secret(code)}
    new = [row for key, row in closed.items() if key not in here]
    told.twice = sorted({code for row in new for code in row["counted"] if code in secret})
    ours = {row["code"]: (there["closed"], there["key"]) for row in store.database.table(CARDS)
            if (there := here[row["pile"]])["closed"]}
    told.both = sorted({code for row in new for code in row["counted"]
                        if code in ours and ours[code] < (row["closed"], row["key"])})
    now = [["p", PILES, str(here[key].doc_id), dict(row)] for key, row in closed.items()
           if key in here and not here[key]["closed"]]
    return [*now, *store.new_rows(PILES, new)]


def settle(store: Store, world: World, told: Settled) -> None:
    """Put aside the cards here that another laptop counted first. Can be done again after a crash."""
    every = piles(store)
    stands = {pile.key: pile for pile in every}
    cards = cards_of(store)
    elsewhere = _closed_elsewhere(every, cards)
    first: dict[str, tuple[str, str]] = {}
    for pile in every:
        for code in pile.counted:
            if pile.key in elsewhere or _secret(code):
                first[code] = min((pile.closed, pile.key), first.get(code, ("~", "")))
    told.aside = [card for card in cards if card.code in first and _later(stands[card.pile], first[card.code])]
    stranded = [card for card in cards if card.pile in elsewhere and card not in told.aside]
    if told.aside or stranded:
        in_counts = [card for card in told.aside if stands[card.pile].closed and card.pile not in elsewhere]
        told.typed = any(one.text for card in in_counts for one in card.writing)
        _save(store, told.aside, stranded, in_counts, world)


def _save(store: Store, aside: list[Card], stranded: list[Card], in_counts: list[Card], world: World) -> None:
    """In one save: the cards go, the counts they were in are made anew, and what is still to count is in an open pile."""
    when = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    pile = open_pile(store) or Pile(world.draw(10).lower(), when)
    counts = corrected(store, in_counts, (), world, when)
    gone, moved = {card.key for card in aside}, {card.key: card for card in stranded}
    missed = [Missed(world.draw(12).lower(), pile.key, card.file, card.page, ELSEWHERE.format(code=card.code), card.code,
                     "" if card.form in SECRET else card.picture) for card in aside]
    rows = list(store.database.table(CARDS))
    operations: list[Operation] = [["d", CARDS, str(row.doc_id)] for row in rows if row["key"] in gone]
    operations += [["p", CARDS, str(row.doc_id), {**row, "pile": pile.key}] for row in rows if row["key"] in moved]
    operations += store.new_rows(UNREAD, map(as_row, missed))
    operations += store.new_rows(PILES, [as_row(pile)] if pile not in piles(store) else [])
    operations += store.new_rows(ENTRIES, [{"records": to_data(counts)}] if counts else [])
    erase(store.engine, operations)


def _later(pile: Pile, first: tuple[str, str]) -> bool:
    return not pile.closed or (pile.closed, pile.key) > first or pile.key == first[1]


def _closed_elsewhere(every: Iterable[Pile], cards: Iterable[Card]) -> set[str]:
    """Keys of piles that another laptop closed: one of ours has the codes of secret sheets alone, and no secret sheet."""
    named = {pile.key for pile in every if any(not _secret(code) for code in pile.counted)}
    closed = {pile.key for pile in every if pile.closed}
    return named | {card.pile for card in cards if card.form in SECRET and card.pile in closed}


def _secret(code: str) -> bool:
    read = read_code(code)
    return read is not None and read.form in SECRET


def _some(codes: list[str]) -> str:
    return listed(codes[:MOST]) + (f" and {len(codes) - MOST} more" if len(codes) > MOST else "")
