"""What hands wrote and drew, as records: typed words of cards, whole slips and sheets, and pictures."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kit.desk.pile import slips, walls
from kit.desk.pile.cards import SECRET, Card
from kit.desk.pile.codings import codings
from kit.desk.pile.places import place_of
from kit.desk.pile.whole import Made, Whole, whole_sheets
from kit.desk.world import World
from kit.model import Origin, Record
from kit.model.sheetcode import read_code
from kit.model.text import clean
from kit.store import Store

WHOLES: Mapping[str, Callable[[Iterable[Whole]], Made]] = {
    slips.CAPTIONS: slips.captions, "glossary-slip": slips.terms, "sign-up-slip": slips.taken_on, "pairing-slip": slips.pairs,
    "coding-sheet": codings}
"""Sheets that become records as a whole, once all of their words are typed."""
ONE_RECORD = frozenset(WHOLES) | walls.WALLS
"""Sheets whose words are no records of their own."""


def words(store: Store, cards: Iterable[Card], world: World, when: str) -> tuple[list[Record], list[str]]:
    """A record for each text that was typed, those of whole sheets, and what could not become one."""
    cards = tuple(cards)
    made = [_said(origin_of(store, card), card.form in SECRET, writing.question, text, world, when)
            for card in cards if card.form not in ONE_RECORD for writing in card.writing if (text := clean(writing.text))]
    told: list[str] = []
    ready = whole_sheets(store, (card.code for card in cards), WHOLES, world, when)
    for form, make in WHOLES.items():
        records, said = make(ready[form])
        made += records
        told += said
    return made, told


def typed_late(store: Store, card: Card, world: World, when: str) -> list[Record]:
    """What a card comes to of which something was typed after its pile was closed."""
    return [*words(store, [card], world, when)[0], *(drawings(store, [card], world, when) if card.form in walls.WALLS else ())]


def drawings(store: Store, cards: Iterable[Card], world: World, when: str) -> list[Record]:
    """Each picture as a record: drawings, posters, walls."""
    return walls.pictures(store, cards, world, when)


def origin_of(store: Store, card: Card) -> Origin:
    """Where the words of a card come from. Those of a secret sheet stand under no code."""
    code = read_code(card.code)
    origin = place_of(store, store.programme().id, card.workshop, card.form, code.series if code else 0)[1]
    return replace(origin, sheet="" if card.form in SECRET else card.code)


def _said(origin: Origin, secret: bool, question: str, text: str, world: World, when: str) -> Record:
    kind = "dissent" if secret else "feedback-words"
    return Record(world.draw(14).lower(), kind, when, origin, {"question": question, "text": text})
