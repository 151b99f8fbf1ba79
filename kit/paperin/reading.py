"""Reading a picture: every card that is on it, every question of a card, and a word about all that could not be read.

    read(page.image, layouts, now) -> PageRead

Pure: a picture and layouts in, frozen results out. The same picture gives the same answer on every machine.
"""

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from kit.model.text import clean_line
from kit.paperin.choosing import best_layout, boxes_at
from kit.paperin.codes import Code, codes_in, read_around, read_at
from kit.paperin.finders import squares_in
from kit.paperin.ink import measure
from kit.paperin.judging import ON, answer, marks_of
from kit.paperin.layouts import Box, Card, Layouts, Rect
from kit.paperin.placing import Placed, outline
from kit.paperin.plane import Floats, Grey, inside_of, project
from kit.paperin.results import Answer, BoxRead, CardRead, FieldRead, PageRead, Polygon, Unread

NO_CODE = "No code is seen in this picture. Is the whole card in it, flat and sharp?"
UNKNOWN = "This code is in no layout that was given: "
UNREADABLE = "A code is seen here, but it cannot be read. Type in what the card says."
NO_PLACE = "The layout of this card does not say where its code is, so nothing on it can be found: "
PART = "A part of a code is seen here. If it is on a card, take a picture of the whole card, or type in what it says."
PALE = "Nothing is seen on this card, but a scan in black and white loses pale pens. Look at the paper."
LOST = "A card is seen here, but not its code. Type in what the card says."


def read(image: Image.Image, layouts: Layouts, now: Callable[[], float]) -> PageRead:
    """Read one picture, upright, mode L or RGB. `now` gives seconds, to say how long each card took."""
    return _Reader(image, layouts, now).read()


class _Reader:
    def __init__(self, image: Image.Image, layouts: Layouts, now: Callable[[], float]) -> None:
        self.image, self.layouts, self.now = image, layouts, now
        self.grey = Grey.of(image)
        self.two_tone = _two_tone(self.grey)
        self.cards: list[CardRead] = []
        self.placed: list[tuple[str, Card, Placed]] = []
        self.unread: list[Unread] = []

    def read(self) -> PageRead:
        """Every code, largest first; then what should be beside what was found."""
        start = self.now()
        codes = codes_in(self.grey)
        waiting = sorted(codes, key=lambda code: (not code.read, -code.side))
        shared = (self.now() - start) / max(1, len(waiting))
        while waiting:
            code = waiting.pop(0)
            if not any(_stands_on(code, *one) for one in self.placed):
                self._one(code, waiting, shared)
        for _, card, placed in list(self.placed):
            self._beside(card, placed, shared)
        self._parts(min((code.side / len(code.modules) for code in codes if code.read), default=0.0), shared)
        if not self.cards and not self.unread:
            wide, high = self.image.size
            self.unread.append(Unread(NO_CODE, ((0, 0), (wide, 0), (wide, high), (0, high))))
        return PageRead(tuple(self.cards), tuple(self.unread))

    def _one(self, code: Code, others: Sequence[Code], shared: float) -> None:
        """The card that a code stands on, or why there is none."""
        start = self.now()
        candidates = self.layouts.of(code.text) if code.read else ()
        found = best_layout(self.grey, code, candidates, others) if candidates else None
        if found is None:
            why = UNREADABLE if not code.read else (NO_PLACE if candidates else UNKNOWN) + _shown(code.text)
            self.unread.append(Unread(why, _polygon(code.corners), code.text if code.read else ""))
            return
        card, placed = found
        self.placed.append((code.text, card, placed))
        self.cards.append(self._card(code.text, candidates.index(card), card, placed, lambda: self.now() - start + shared))

    def _beside(self, card: Card, placed: Placed, shared: float) -> None:
        """Look where the other cards of an uncut page should be, if their codes were not found."""
        for other in self.layouts.beside(card):
            if any(other.id == one.id for one in self.cards) or not other.codes:
                continue
            moved = placed.matrix @ np.array([[1, 0, other.corner[0] - card.corner[0]],
                                              [0, 1, other.corner[1] - card.corner[1]], [0, 0, 1]])
            where = outline(moved, other.codes[0])
            told = [one.polygon for one in self.cards] + [one.polygon for one in self.unread]
            if not inside_of(self.image.size, where).all() or any(_within(where.mean(0), polygon) for polygon in told):
                continue
            if other.boxes and not boxes_at(self.grey, moved, other, placed.black):
                continue
            code = read_at(self.grey.pixels, where)
            if code is not None:
                self._one(code, [], shared)
            elif other.boxes:
                self.unread.append(Unread(LOST, _polygon(outline(moved, (0, 0, *other.size)))))

    def _parts(self, module: float, shared: float) -> None:
        """Look again at what seems to be the corner of a code and stands on nothing that was found, or tell of it."""
        told = [np.array(one.polygon) for one in self.cards] + [np.array(one.polygon) for one in self.unread]
        for middle, wide in squares_in(self.grey, told, module):
            if any(np.linalg.norm(middle - polygon.mean(0)) < 6 * wide for polygon in told[len(self.cards):]):
                continue
            code = read_around(self.grey.pixels, middle, wide)
            if code is None:
                around = middle + wide * np.array([(-2.0, -2), (2, -2), (2, 2), (-2, 2)])
                self.unread.append(Unread(PART, _polygon(around)))
            elif not any(_stands_on(code, *one) for one in self.placed):
                self._one(code, [], shared)
            told.append(around if code is None else code.corners)

    def _card(self, text: str, page: int, card: Card, placed: Placed, seconds: Callable[[], float]) -> CardRead:
        inks = measure(self.image, card, placed)
        marks, whys = marks_of(inks, placed.scores.tolist(), placed.least_edges.tolist(), card.words is not None)
        at = {box.id: n for n, box in enumerate(card.boxes)}
        boxes: dict[str, BoxRead] = {}
        answers = []
        lost = self.two_tone and not any(mark in ON for mark in marks)
        for group, members in card.groups.items():
            own = [at[box.id] for box in members]
            states, value, why = answer(members, [marks[n] for n in own], [whys[n] for n in own])
            why = why or (PALE if lost else "")
            for n, state in zip(own, states, strict=True):
                box, place = card.boxes[n], outline(placed.matrix, _shifted(card.boxes[n].rect, placed.shifts[n]))
                boxes[box.id] = BoxRead(box.id, state, marks[n], whys[n], _polygon(place), inks[n].strokes)
            answers.append(Answer(group, value, bool(why), why, _polygon(outline(placed.matrix, _around(members)))))
        fields = tuple(FieldRead(one.id, _polygon(outline(placed.matrix, one.rect))) for one in card.fields)
        return CardRead(text, page, _polygon(outline(placed.matrix, (0, 0, *card.size))), round(seconds(), 4),
                        tuple(boxes[box.id] for box in card.boxes), tuple(answers), fields)


def _two_tone(grey: Grey) -> bool:
    """Whether a picture has only black and white."""
    count = grey.image.histogram()
    return sum(count[:8]) + sum(count[-8:]) > 0.995 * sum(count)


def _stands_on(code: Code, text: str, card: Card, placed: Placed) -> bool:
    """Whether a code is one of a card that was found, or something on it that looks like a code."""
    back: Floats = np.asarray(np.linalg.inv(placed.matrix), np.float64)
    middle = project(back, np.asarray(code.corners.mean(0), np.float64))
    return code.text in ("", text) and bool((middle > 0).all() and (middle < np.array(card.size)).all())


def _shifted(rect: Rect, shift: Floats) -> Rect:
    return rect[0] + float(shift[0]), rect[1] + float(shift[1]), rect[2], rect[3]


def _around(boxes: Sequence[Box]) -> Rect:
    """What holds all boxes of a question."""
    rects = [box.rect for box in boxes]
    left, top = min(rect[0] for rect in rects), min(rect[1] for rect in rects)
    right, bottom = max(rect[0] + rect[2] for rect in rects), max(rect[1] + rect[3] for rect in rects)
    return left, top, right - left, bottom - top


def _polygon(points: Floats) -> Polygon:
    return tuple((round(float(x), 1), round(float(y), 1)) for x, y in points)


def _within(point: Floats, polygon: Polygon) -> bool:
    """Whether a point is in a convex polygon."""
    corners = np.array(polygon)
    edges, away = np.roll(corners, -1, 0) - corners, point - corners
    turn = edges[:, 0] * away[:, 1] - edges[:, 1] * away[:, 0]
    return bool((turn > 0).all() or (turn < 0).all())


def _shown(text: str) -> str:
    """A stranger's text, short and harmless."""
    shown = clean_line(text[:200])[:40]
    return shown + ("…" if len(text) > 40 else "")
