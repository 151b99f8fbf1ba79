"""Captions that came on paper before their drawing was on show: they wait, are told of, and are taken in at the next closing."""

from kit.desk.pile.cards import Card, cards_of, piles
from kit.desk.pile.slips import CAPTIONS
from kit.model.text import clean_line
from kit.store import Store


def waiting(store: Store) -> list[Card]:
    """Slips of closed piles with words that are in no record yet, whatever became of that record."""
    closed = {pile.key for pile in piles(store) if pile.closed}
    kept = {(record.origin.sheet, record.content.get("text")) for record in store.every_record() if record.kind == "caption"}
    return [card for card in cards_of(store) if card.form == CAPTIONS and card.pile in closed
            and not any(one.open for one in card.writing) and (text := words_on(card)) and (card.code, text) not in kept]


def words_on(card: Card) -> str:
    """The caption on a slip, without the label of its drawing."""
    return " ".join(filter(None, (clean_line(writing.text) for writing in card.writing[1:])))


def told(store: Store) -> tuple[str, ...]:
    """What waits, a line each."""
    return tuple(f"The caption on {card.code} waits until its drawing, {_label(card)}, is on show. Then close the pile again."
                 for card in waiting(store))


def _label(card: Card) -> str:
    return clean_line(card.writing[0].text)[:20] or "which is not named"
