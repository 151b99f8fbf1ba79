"""Files in, cards out: what the reader found on each page is kept with the programme, and every doubt with it.

Each card is kept as a picture of its own, so that it can be forgotten without its neighbours. The photograph itself is not kept
where anything on it was read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from os.path import isdir
from pathlib import Path
from typing import TYPE_CHECKING

from kit.desk.pile.cards import (
    CARDS,
    PILES,
    SECRET,
    UNREAD,
    Answer,
    Card,
    Missed,
    Pile,
    Writing,
    as_row,
    cards_of,
    open_pile,
    piles,
    put_card,
)
from kit.desk.pile.printed import Printed, printed
from kit.desk.pile.together import TOGETHER, fitted
from kit.desk.pile.walls import DRAWING, SHOWS, WALL, WALLS
from kit.desk.pile.wording import (
    COPIES,
    COPY,
    DIFFER,
    DRAWN_AGAIN,
    TWICE,
    UNKNOWN_HERE,
    WALL_ALONE,
    foreign,
    may_be_ours,
    short,
    where,
)
from kit.desk.world import World
from kit.engine import setting_of
from kit.model.sheetcode import SheetCode, read_code
from kit.model.text import clean_line, counted, listed
from kit.store import Programme, Store, StoreProblem

if TYPE_CHECKING:
    from kit.paperin.piles import FileRead
    from kit.paperin.plane import Picture
    from kit.paperin.results import CardRead, Unread

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Filed:
    """What one reading brought."""

    pile: str
    cards: tuple[Card, ...] = ()
    missed: tuple[Missed, ...] = ()
    seen: int = 0
    """Cards, copies and codes that were seen."""
    kept: tuple[Card, ...] = field(default=(), repr=False)
    """All cards of the pile by now."""

    def sentence(self) -> str:
        """The reading in words, as short as can be."""
        unread: dict[str, list[str]] = {}
        for one in self.missed:
            copy = one.why == COPY.format(code=one.code)
            unread.setdefault(COPIES if copy else one.why, []).append(where(one.file, one.page))
        doubts = sum(bool(answer.doubt) for card in self.cards for answer in card.answers)
        lines = [f"{len(self.cards)} of {counted(self.seen, 'card')} read"]
        lines += [f"{short(why, len(places))}: {listed(places)}" for why, places in unread.items()]
        lines.append(f"{counted(doubts, 'answer needs', 'answers need')} you" if doubts else "no answer is in doubt")
        return "; ".join(lines) + "."


def file_pile(programme: Programme, paths: Sequence[Path], world: World, now: Callable[[], float],
              progress: Progress = lambda done, total, what: None) -> Filed:
    """Read files against what was printed, and keep what is on them in the open pile. Raises StoreProblem.

    `now` gives seconds, to say how long each card took.
    """
    from kit.paperin.opening import files_in
    from kit.paperin.piles import read_files

    files = [file for path in paths for file in files_in(path) or [path]]
    if all(map(isdir, files)):
        raise StoreProblem("There is no picture or scan to read. Name files, or a folder with some in it.")
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        filing = _Filing(store, programme, printed(store), world)
        places = {file: number for number, file in enumerate(files, 1)}
        progress(0, len(files), "")
        for page in read_files(files, filing.printed.layouts, now):
            filing.take(page)
            progress(places[page.path], len(files), clean_line(page.path.name)[:60])
        filing.fit()
        return filing.filed()
    finally:
        store.close()


def pile_to_add_to(store: Store, world: World) -> Pile:
    """The open pile, or a new one."""
    pile = open_pile(store)
    if pile is None:
        pile = Pile(world.draw(10).lower(), world.clock().astimezone(UTC).isoformat(timespec="seconds"))
        store.put_row(PILES, "key", as_row(pile))
    return pile


def workshop_of(store: Store, number: int) -> str:
    """The id of the session that is the programme's workshop of this number; empty where it was never begun."""
    for id in reversed(store.sessions()):
        if setting_of(store.events(id)).place.workshop == number:
            return id
    return ""


class _Filing:
    """One reading of some files."""

    def __init__(self, store: Store, programme: Programme, known: Printed, world: World) -> None:
        self.store, self.programme, self.printed, self.world = store, programme, known, world
        self.pile = pile_to_add_to(store, world)
        self.there = {_what(card): card for card in cards_of(store)}
        """Every card of every pile, by its code and what it asks."""
        self.counted = {code for pile in piles(store) for code in pile.counted}
        self.cards: dict[str, Card] = {}
        self.missed: list[Missed] = []
        self.seen = 0
        self.workshops: dict[int, str] = {}

    def take(self, page: "FileRead") -> None:
        """Keep what one page of a file gave. Raises NotSaved."""
        file = clean_line(page.path.name)[:100]
        found = page.read
        alone = not found.cards and len(found.unread) < 2
        bare = len(found.cards) == 1 and not any(map(may_be_ours, found.unread))
        with self.store.database.transaction():
            for card in found.cards:
                if page.pixels is not None:
                    self._card(card, page.pixels, file, page.page, bare)
            for unread in found.unread:
                self._unread(unread, page.pixels, file, page.page, alone)

    def filed(self) -> Filed:
        """What came of it."""
        return Filed(self.pile.key, tuple(self.cards.values()), tuple(self.missed), self.seen,
                     cards_of(self.store, self.pile.key))

    def fit(self) -> None:
        """Look at what was read of the sheets whose answers have to fit each other. Raises NotSaved."""
        for code in dict.fromkeys(card.code for card in self.cards.values() if card.form in TOGETHER):
            for card in _fitted(self.store, code, self.pile.key, self.printed):
                if self.there.get(_what(card)) != card:
                    put_card(self.store, card)
                    self.there[_what(card)] = card
                    self.cards |= {card.key: card} if card.key in self.cards else {}

    def _card(self, read: "CardRead", pixels: "Picture", file: str, page: int, alone: bool) -> None:
        self.seen += 1
        code = read_code(read.id)
        if code is None or code.programme != self.programme.code:
            self._miss(file, page, foreign(read.id, code))
            return
        if code.sheet == WALL and not alone:
            self._miss(file, page, WALL_ALONE.format(code=code), str(code))
            return
        if str(code) in self.counted:
            self._miss(file, page, COPY.format(code=code), str(code))
            return
        card = (self._as_wall if code.sheet in WALLS else self._as_card)(read, code, pixels, file, page)
        before = self._before(card)
        if before is not None:
            why = DRAWN_AGAIN if card.form == DRAWING else COPY
            self._miss(file, page, why.format(code=card.code), card.code, card.picture)
            if before.pile == self.pile.key:
                self._compare(before, card)
            return
        self._keep(card)

    def _before(self, card: Card) -> Card | None:
        """The same page as it came back before, or the whole sheet as somebody typed it in."""
        what = _what(card)
        return self.there.get(what) or next((one for (code, asked), one in self.there.items() if code == card.code
                                             and not one.picture and what[1] and what[1] <= asked), None)

    def _keep(self, card: Card) -> None:
        self.store.database.table(CARDS).insert(as_row(card))
        self.there[_what(card)] = self.cards[card.key] = card

    def _compare(self, before: Card, copy: Card) -> None:
        """Where two pictures of one card differ and neither was in doubt, a person looks."""
        said = {answer.question: answer for answer in copy.answers if not answer.doubt}
        answers = tuple(replace(answer, doubt=DIFFER) if not answer.doubt and answer.how == "read" and answer.question in said
                        and said[answer.question].value != answer.value else answer for answer in before.answers)
        if answers != before.answers:
            put_card(self.store, again := replace(before, answers=answers))
            self.there[_what(again)] = again
            self.cards |= {again.key: again} if again.key in self.cards else {}

    def _as_card(self, read: "CardRead", code: SheetCode, pixels: "Picture", file: str, page: int) -> Card:
        from kit.paperin.straight import straight, written_on

        drawn = code.sheet == DRAWING and read.fields
        cut = straight(pixels, read.fields[0].polygon if drawn else read.polygon)
        text = str(code)
        doubt = TWICE if read.id in self.printed.unsure else ""
        boxes = {box.id for box in read.boxes}
        answers = []
        for answer in read.answers:
            question = self.printed.questions[answer.group]
            value = tuple(question.options[box] for box in answer.value if box in boxes)
            answers.append(Answer(question.words, tuple(question.options.values()), question.several, value,
                                  doubt or answer.why, polygon=cut.at(answer.polygon)))
        writing = () if drawn else tuple(Writing(self.printed.fields[one.id], open=written_on(pixels, one.polygon),
                                                 polygon=cut.at(one.polygon)) for one in read.fields)
        row = next((id.split("/")[0] for id in (*boxes, *(one.id for one in read.fields))), self.printed.pages[text][0])
        return Card(self.world.draw(12).lower(), self.pile.key, text, code.sheet, row, self._workshop(code.workshop), file,
                    page, read.polygon, read.seconds, self.store.attachments.keep(cut.jpeg, ".jpg"), tuple(answers), writing)

    def _as_wall(self, read: "CardRead", code: SheetCode, pixels: "Picture", file: str, page: int) -> Card:
        """A poster by itself, or the whole photograph of a wall; what it shows is still to be said."""
        from kit.paperin.straight import straight
        from kit.paperin.thumbnails import large, sides

        jpeg = large(pixels) if code.sheet == WALL else straight(pixels, read.polygon).jpeg
        wide, high = sides(jpeg)
        return Card(self.world.draw(12).lower(), self.pile.key, str(code), code.sheet, "", self._workshop(code.workshop), file,
                    page, read.polygon, read.seconds, self.store.attachments.keep(jpeg, ".jpg"),
                    writing=(Writing(SHOWS, polygon=((0, 0), (wide, 0), (wide, high), (0, high))),))

    def _workshop(self, number: int) -> str:
        if number not in self.workshops:
            self.workshops[number] = workshop_of(self.store, number)
        return self.workshops[number]

    def _unread(self, unread: "Unread", pixels: "Picture | None", file: str, page: int, alone: bool) -> None:
        from kit.paperin.straight import straight, whole

        code = read_code(unread.code) if unread.code else None
        self.seen += 1
        picture = ""
        if pixels is not None and not (code and code.sheet in SECRET):
            picture = self.store.attachments.keep(
                whole(pixels) if alone or len(unread.polygon) != 4 else straight(pixels, unread.polygon).jpeg, ".jpg")
        if unread.code and code is None:
            why = foreign(unread.code, None)
        elif code is not None and code.programme != self.programme.code:
            why = foreign(unread.code, code)
        elif code is not None:
            why = UNKNOWN_HERE.format(code=code)
        else:
            why = unread.why
        self._miss(file, page, why, str(code) if code and code.programme == self.programme.code else "", picture)

    def _miss(self, file: str, page: int, why: str, code: str = "", picture: str = "") -> None:
        missed = Missed(self.world.draw(12).lower(), self.pile.key, file, page, why, code, picture)
        self.store.database.table(UNREAD).insert(as_row(missed))
        self.missed.append(missed)


def refitted(store: Store, card: Card) -> Card:
    """A card that somebody changed, with a doubt where its answers do not fit each other, and none where they do."""
    if card.form not in TOGETHER:
        return card
    every = _fitted(store, card.code, card.pile, printed(store), card)
    return next((one for one in every if one.key == card.key), card)


def _fitted(store: Store, code: str, pile: str, known: Printed, changed: Card | None = None) -> tuple[Card, ...]:
    """The pages of one sheet in a pile, looked at together."""
    pages = [changed if changed and card.key == changed.key else card for card in cards_of(store, pile) if card.code == code]
    came = {answer.question for card in pages for answer in card.answers}
    rows = known.pages.get(code, ())
    asked = {question.words for key, question in known.questions.items() if key.split("/")[0] in rows}
    return fitted(pages, asked <= came)


def _what(card: Card) -> tuple[str, frozenset[str]]:
    """What makes a page itself: its code and what it asks; a wall has as many photographs as there are."""
    if card.form == WALL:
        return card.code, frozenset([card.picture])
    return card.code, frozenset([*(answer.question for answer in card.answers), *(field.question for field in card.writing)])
