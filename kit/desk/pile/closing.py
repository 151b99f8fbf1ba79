"""Closing a pile: only then is anything counted. What a card said goes into records; a secret sheet's own answers go for good."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from kit.desk.outputs import HEADINGS
from kit.desk.pile.cards import CARDS, PILES, SECRET, UNREAD, Card, Pile, as_row, cards_of, open_pile, piles
from kit.desk.pile.counting import Count, counts
from kit.desk.pile.printed import printed
from kit.desk.pile.standing import forms_of
from kit.desk.pile.waiting import waiting
from kit.desk.pile.written import drawings, words
from kit.desk.world import World
from kit.model import Record
from kit.model.data import to_data
from kit.model.text import counted, listed
from kit.store import Programme, Store, StoreProblem
from kit.store.erasure import erase
from kit.store.keeping import ENTRIES, open_for_reading

HAND, PAPER = "hand", "paper"
"""Which count stands where the two differ."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing a pile brought."""

    pile: str
    records: tuple[Record, ...]
    told: tuple[str, ...]

    def sentence(self) -> str:
        """What was kept: each kind, and how many."""
        kinds = Counter(HEADINGS.get(record.kind, record.kind) for record in self.records)
        if not kinds:
            return "There was nothing to keep."
        return f"Kept: {listed([f'{words} ({many})' for words, many in kinds.items()])}."


def what_it_comes_to(programme: Programme) -> tuple[str, ...]:
    """What closing the open pile would bring, in words; nothing is changed. Raises StoreProblem where none is open.

    Where no pile is open, captions that waited may be ready.
    """
    store = open_for_reading(programme)
    if open_pile(store) is None and (late := waiting(store)):
        return (f"No pile is open. {counted(len(late), 'caption')} on paper waited for a drawing to be on show.",)
    pile = _open(store)
    found = _counts(store, pile)
    lines = [one.difference for one in found if one.differs]
    cards = cards_of(store, pile.key)
    asked = [str(one.content.get("statement") or one.content.get("question") or "The vote") for one in found]
    return (f"{counted(len(cards), 'card')}, counted for {counted(len(found), 'question')}.", *(f"- {words}" for words in asked),
            *_warnings(store, cards),
            *(("A count by hand says something else:", *lines) if lines else ()))


def close_pile(programme: Programme, world: World, stands: str = "") -> Closed:
    """Count the open pile and keep what it comes to. `stands`: HAND or PAPER, where a count by hand says something else.

    Raises StoreProblem where somebody has to look first; nothing is changed then.
    """
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        late = waiting(store)
        when = world.clock().astimezone(UTC).isoformat(timespec="seconds")
        if open_pile(store) is None and late:
            return _take_in(store, late, world, when)
        pile = _open(store)
        cards = cards_of(store, pile.key)
        _refuse_unready(cards)
        found = _counts(store, pile)
        if (differing := [one for one in found if one.differs]) and stands not in (HAND, PAPER):
            raise StoreProblem(f"{listed([one.difference for one in differing])} Say which stands: hand or paper.")
        records = [_record(one, world, when) for one in found if not (one.by_hand and (stands == HAND or not one.differs))]
        written, said = words(store, (*cards, *late), world, when)
        records += [*written, *drawings(store, cards, world, when)]
        told = (*_warnings(store, cards), *said)
        agreed = [one.before.id for one in found if one.by_hand and one.before and not one.differs]
        _keep(store, pile, cards, records, agreed, when)
        return Closed(pile.key, tuple(records), told)
    finally:
        store.close()


def _take_in(store: Store, late: Sequence[Card], world: World, when: str) -> Closed:
    """Keep captions that waited and whose drawings are on show by now."""
    records, said = words(store, late, world, when)
    if records:
        store.engine.save(store.new_rows(ENTRIES, [{"records": to_data(records)}]))
    return Closed("", tuple(records), tuple(said))


def _open(store: Store) -> Pile:
    pile = open_pile(store)
    if pile is None:
        raise StoreProblem("No pile is open. To begin one, give the pictures: kit scan PROGRAMME FILES.")
    return pile


def _counts(store: Store, pile: Pile) -> tuple[Count, ...]:
    earlier = forms_of(store, (id for one in piles(store) for id in one.records))
    return counts(store, store.programme().id, cards_of(store, pile.key), earlier)


def _refuse_unready(cards: Sequence[Card]) -> None:
    if not cards:
        raise StoreProblem("No card is in the pile yet, so there is nothing to count.")
    doubts = sum(bool(answer.doubt) for card in cards for answer in card.answers)
    if doubts:
        raise StoreProblem(f"{counted(doubts, 'answer needs', 'answers need')} you before the pile is closed. Look at each one: "
                           "kit scan PROGRAMME --review")
    untyped = sum(one.open for card in cards if card.form in SECRET for one in card.writing)
    if untyped:
        raise StoreProblem(f"{counted(untyped, 'note')} on secret sheets must be typed first. Their pictures go when they are "
                           "counted. To type: kit scan PROGRAMME --type")


def _warnings(store: Store, cards: Sequence[Card]) -> tuple[str, ...]:
    """What a person should know of the count."""
    known = printed(store) if cards else None
    came: dict[str, set[str]] = {}
    for card in cards:
        came.setdefault(card.code, set()).update(answer.question for answer in card.answers)
    asked = {code: {question.words for key, question in known.questions.items() if key.split("/")[0] in known.pages.get(code, ())}
             for code in came} if known else {}
    short = sorted(code for code, questions in came.items() if asked[code] - questions)
    lines = [f"A page of {listed(short)} did not come back, so its questions count as left empty."] if short else []
    lines += _over_spent(store, cards)
    unsent = sorted({card.code for card in cards if not card.workshop and card.answers})
    if unsent:
        lines.append(f"{counted(len(unsent), 'sheet is', 'sheets are')} of a workshop that was never begun here.")
    return tuple(lines)


def _over_spent(store: Store, cards: Sequence[Card]) -> list[str]:
    """Dot sheets with more dots than there were to give, which count as they stand."""
    each = {one.origin.workshop: one.content["each"] for one in _counts(store, _open(store)) if one.content.get("how") == "dots"}
    dots: Counter[str] = Counter()
    for card in cards:
        dots[card.code] += sum("Dot" in answer.value for answer in card.answers)
    over = sorted({card.code for card in cards if card.form == "dot-sheet" and dots[card.code] > each.get(card.workshop, 0)})
    return [f"{listed(over)} has more dots than there were to give. They count as they stand."] if over else []


def _record(count: Count, world: World, when: str) -> Record:
    """The record of a count. What was said of the one before, such as until when it is kept, holds for it too."""
    new = Record(world.draw(14).lower(), count.kind, when, count.origin, count.content)
    return replace(count.before, id=new.id, when=when, origin=count.origin, content=count.content,
                   replaces=count.before.id) if count.before else new


def _keep(store: Store, pile: Pile, cards: Sequence[Card], records: Iterable[Record], agreed: Iterable[str],
          when: str) -> None:
    """Everything in one save. Secret sheets leave their codes alone, in the order of the codes, and no picture.

    What was on them is erased from the older files too, as what is forgotten is. `agreed`: ids of counts by hand that say the
    same, and so stand for this pile.
    """
    made = tuple(records)
    secret = sorted({card.code for card in cards if card.form in SECRET})
    gone = {card.key for card in cards if card.form in SECRET}
    rows = {table: list(store.database.table(table)) for table in (PILES, CARDS, UNREAD)}
    gone |= {row["key"] for row in rows[UNREAD] if row["code"] in secret}
    closed = replace(pile, closed=when, records=(*(record.id for record in made), *agreed), counted=tuple(secret))
    operations = [["p", PILES, str(row.doc_id), as_row(closed)] for row in rows[PILES] if row["key"] == pile.key]
    operations += store.new_rows(ENTRIES, [{"records": to_data(made)}]) if made else []
    operations += [["d", table, str(row.doc_id)] for table in (CARDS, UNREAD) for row in rows[table] if row["key"] in gone]
    if secret:
        erase(store.engine, operations)
    else:
        store.engine.save(operations)
