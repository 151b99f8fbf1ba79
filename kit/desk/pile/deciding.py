"""A person decides: what is in doubt, what hands wrote, and whole cards typed from the paper. Each can be taken back.

What is typed after its pile was closed is a record at once: neither it nor what came before it is taken back here. Every
decision is on the disk before the next is asked. Who made it is kept beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from kit.desk.pile.cards import (
    CARDS,
    Answer,
    Card,
    How,
    Totals,
    Writing,
    as_row,
    cards_of,
    open_pile,
    piles,
    put_card,
    totals,
    with_answer,
    with_writing,
)
from kit.desk.pile.filing import pile_to_add_to, refitted, workshop_of
from kit.desk.pile.printed import printed
from kit.desk.pile.walls import PICTURED
from kit.desk.pile.written import ONE_RECORD, typed_late
from kit.desk.world import World
from kit.model.sheetcode import SheetCode, read_code
from kit.model.text import LONGEST, clean, clean_line
from kit.store import NoSuchThing, Programme, Store, StoreProblem
from kit.store.erasure import erase

THERE = "The sheet {code} is in already, so it is not counted again."
FORGOTTEN = "Words on the sheet {code} were forgotten, so nothing is known of it here any more. Count it by hand."
STILL = "It is still to be typed."
"""The doubt of an answer on a card that is being typed in."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: an answer or a field of a card."""

    card: Card
    place: int

    @property
    def answer(self) -> Answer:
        """The answer, where it is one."""
        return self.card.answers[self.place]

    @property
    def writing(self) -> Writing:
        """The field, where it is one."""
        return self.card.writing[self.place]


class Deciding:
    """A programme's piles, open for somebody to decide. Close it at the end."""

    def __init__(self, programme: Programme, world: World, by: str = "") -> None:
        """`by`: who decides. Raises StoreProblem where the programme is open elsewhere."""
        self.by = clean_line(by)[:100]
        self._programme = programme
        self._world = world
        self._store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
        self._before: list[tuple[str, Card | None]] = []
        """The key of each card that was changed, and the card as it was; None where it was not there."""

    def close(self) -> None:
        """Let another window have the programme."""
        self._store.close()

    def doubts(self) -> tuple[Item, ...]:
        """The answers of the open pile that somebody should look at."""
        return tuple(Item(card, place) for card in self._open_cards() for place, one in enumerate(card.answers) if one.doubt)

    def to_type(self) -> tuple[Item, ...]:
        """The fields that somebody has to type, of closed piles too."""
        return tuple(Item(card, place) for card in cards_of(self._store) for place, writing in enumerate(card.writing)
                     if writing.open)

    def totals(self) -> Totals:
        """What is read, typed, in doubt and empty in the open pile."""
        return totals(self._open_cards())

    def decide(self, item: Item, value: Sequence[str], how: How = How.SEEN) -> Card:
        """Say what is ticked: some of the options, or none of them. Raises StoreProblem."""
        card = self.card(item.card.key)
        answer = card.answers[item.place]
        if not set(value) <= set(answer.options) or (len(value) > 1 and not answer.several):
            raise StoreProblem("That is none of the answers on the card.")
        given = tuple(option for option in answer.options if option in value)
        decided = with_answer(card, item.place, replace(answer, value=given, doubt="", how=how, by=self.by))
        return self._put(refitted(self._store, decided))

    def type(self, item: Item, text: str) -> Card:
        """Keep the words of a field; nothing for one that is empty. Raises StoreProblem."""
        said = clean(text)
        if len(said) > LONGEST:
            raise StoreProblem(f"The most that can be kept of one field is {LONGEST:,} characters. Please type it in parts.")
        card = self.card(item.card.key)
        return self._put(with_writing(card, item.place, replace(card.writing[item.place], text=said, open=False, by=self.by)))

    def enter(self, code: str) -> Card:
        """A card to be typed from the paper by the code printed on it: what of it is not there yet. Raises StoreProblem."""
        read = self._may_be_typed(code)
        text, known = str(read), printed(self._store)
        if text not in known.pages:
            raise NoSuchThing(f"No sheet with the code {text} was printed from here.")
        if text in {str(read_code(one)) for one in known.unsure}:
            raise StoreProblem(f"The sheet {text} was printed twice with other words, so nobody can tell which one you hold.")
        rows, came = known.pages[text], [card for card in cards_of(self._store) if card.code == text]
        there = {one.question for card in came for one in card.answers} | {one.question for card in came for one in card.writing}
        asked = [question for key, question in known.questions.items() if key.split("/")[0] in rows
                 and question.words not in there]
        answers = {one.words: Answer(one.words, tuple(one.options.values()), one.several, doubt=STILL, how=How.TYPED, by=self.by)
                   for one in asked}
        fields = {} if read.sheet in PICTURED else dict.fromkeys(
            words for key, words in known.fields.items() if key.split("/")[0] in rows and words not in there)
        if not asked and not fields and (came or read.sheet not in PICTURED):
            raise StoreProblem((THERE if came else FORGOTTEN).format(code=text))
        card = Card(self._world.draw(12).lower(), pile_to_add_to(self._store, self._world).key, text, read.sheet,
                    workshop=workshop_of(self._store, read.workshop), answers=tuple(answers.values()),
                    writing=tuple(map(Writing, fields)))
        self._store.database.table(CARDS).insert(as_row(card))
        self._before.append((card.key, None))
        return card

    def _may_be_typed(self, code: str) -> SheetCode:
        read = read_code(code)
        if read is None:
            raise NoSuchThing(f"{clean_line(code)[:40]!r} is no code of a sheet. Check each letter: it stands beside the square.")
        if read.programme != self._programme.code:
            raise StoreProblem(f"The sheet {read} is of another programme, with the code {read.programme}.")
        if any(str(read) in pile.counted for pile in piles(self._store)):
            raise StoreProblem(THERE.format(code=read))
        return read

    def card(self, key: str) -> Card:
        """A card as it stands."""
        return next(card for card in cards_of(self._store) if card.key == key)

    def undo(self) -> Card | None:
        """Take back the last decision. Gives the card as it stands again; None where there is nothing to take back."""
        if not self._before:
            return None
        key, before = self._before.pop()
        if before is None:
            erase(self._store.engine, [["d", CARDS, str(row.doc_id)] for row in self._store.database.table(CARDS)
                                       if row["key"] == key])
        else:
            put_card(self._store, before)
        return before

    def picture(self, item: Item, polygon: tuple[tuple[float, float], ...]) -> bytes:
        """What the card shows there, as a JPEG; empty where it came without a picture. Raises StoreProblem."""
        from kit.paperin.straight import part

        return part(self._store.attachments.read(item.card.picture), polygon) if item.card.picture and polygon else b""

    def path(self, item: Item) -> Path:
        """The file with the picture of a whole card, for a viewer. Raises StoreProblem where there is none."""
        if self._programme.sealed:
            raise StoreProblem("This programme is locked, so a picture is shown here alone. Opened elsewhere, it would lie open.")
        if not item.card.picture:
            raise StoreProblem("This card was typed in, so it has no picture.")
        return self._programme.folder / "att" / item.card.picture

    def _open_cards(self) -> tuple[Card, ...]:
        pile = open_pile(self._store)
        return cards_of(self._store, pile.key) if pile else ()

    def _put(self, card: Card) -> Card:
        """Keep a card. What is typed after its pile was closed becomes a record at once."""
        before = self.card(card.key)
        pile = next(pile for pile in piles(self._store) if pile.key == card.pile)
        if not pile.closed:
            put_card(self._store, card)
            self._before.append((card.key, before))
            return card
        new = replace(card, writing=tuple(one if one.text != was.text or card.form in ONE_RECORD else replace(one, text="")
                                          for one, was in zip(card.writing, before.writing, strict=True)))
        when = self._world.clock().astimezone(UTC).isoformat(timespec="seconds")
        self._before.clear()
        done = card.form not in ONE_RECORD or not any(one.open for one in card.writing)
        with self._store.database.transaction():
            put_card(self._store, card)
            for record in typed_late(self._store, new, self._world, when) if done else ():
                self._store.keep_record(record)
        return card
