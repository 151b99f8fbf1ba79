"""A sheet that came back as a whole: the answers and words of all its pages, from which records are made together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kit.desk.pile.cards import Answer, Card, cards_of
from kit.desk.pile.places import place_of
from kit.desk.world import World
from kit.model import Origin, Record, Visible
from kit.model.sheetcode import read_code
from kit.model.text import clean_line
from kit.store import Store

Made = tuple[list[Record], list[str]]
"""Records, and what a person should know of sheets that became none."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All pages of one sheet that came back."""

    store: Store
    code: str
    answers: Mapping[str, Answer]
    words: Mapping[str, str]
    settings: Mapping[str, object]
    """Of its step."""
    origin: Origin
    world: World
    when: str

    @property
    def here(self) -> list[Record]:
        """The records of its workshop that count."""
        return [record for record in self.store.records() if record.origin.workshop == self.origin.workshop]

    def line(self, question: str) -> str:
        """What was written somewhere, on one line."""
        return clean_line(self.words.get(question, ""))

    def ticked(self, question: str) -> tuple[str, ...]:
        """What was ticked somewhere."""
        return self.answers[question].value if question in self.answers else ()

    def record(self, kind: str, content: Mapping[str, object], visible: Visible = Visible.GROUP, replaces: str = "") -> Record:
        """A record of this sheet."""
        return Record(self.world.draw(14).lower(), kind, self.when, self.origin, dict(content), visible, replaces=replaces)


def whole_sheets(store: Store, codes: Iterable[str], forms: Iterable[str], world: World, when: str) -> dict[str, list[Whole]]:
    """The sheets with these codes that have nothing left to type or decide, by form. Pages of earlier piles come along."""
    wanted, pages = set(codes), dict[tuple[str, str], list[Card]]()
    for card in cards_of(store):
        if card.code in wanted:
            pages.setdefault((card.form, card.code), []).append(card)
    found: dict[str, list[Whole]] = {form: [] for form in forms}
    for (form, code), every in sorted(pages.items()):
        if form in found and not any(card.doubtful or any(one.open for one in card.writing) for card in every):
            found[form].append(_whole(store, code, every, world, when))
    return found


def _whole(store: Store, code: str, pages: Sequence[Card], world: World, when: str) -> Whole:
    first, read = pages[0], read_code(code)
    step, origin = place_of(store, store.programme().id, first.workshop, first.form, read.series if read else 0)
    return Whole(store, code, {answer.question: answer for card in pages for answer in card.answers},
                 {one.question: one.text for card in pages for one in card.writing}, step.settings if step else {},
                 replace(origin, sheet=code), world, when)


