"""From the code to every box: what is near the code is found first, and each thing that is found helps to find the next.

A code of 18 mm gives the place of what is 2 cm away to a tenth of a millimetre, and of what is 20 cm away to some
millimetres, more where paper bends. So the plane is fitted anew with each ring of boxes that was found, and at last every box
keeps its own shift.
"""

from dataclasses import dataclass

import numpy as np

from kit.paperin.fitting import Fit
from kit.paperin.frames import Found, find_frames, find_square
from kit.paperin.layouts import Card, Rect
from kit.paperin.plane import Floats, Grey, corners, homography, project

SURE, FAIR = 0.32, 0.2
"""Scores of a frame that is there, and of one that may be."""
NEAR, GROWTH = 0.5, 0.05
"""How far off a place may be: millimetres beside what is known, and more for each millimetre from it."""
MOST_REACH = 8.0
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in a picture."""

    matrix: Floats
    """Millimetres on the card to pixels."""
    shifts: Floats
    """For each box, millimetres from where the plane has it, (n, 2)."""
    scores: Floats
    """For each box, how well its frame was seen."""
    least_edges: Floats
    """For each box, the score of its faintest side but one."""
    squares: int
    """How many of the corner marks were found."""
    black: float
    """How dark ink is beside paper: 1 for nothing left of the light."""

    @property
    def likeness(self) -> float:
        """How many of the boxes are where they should be, 0 to 1; 0 for a card with none."""
        return float((self.scores > FAIR).mean()) if len(self.scores) else 0.0


class Placing:
    """Finds one card, from one of its codes."""

    def __init__(self, picture: Grey, card: Card, fit: Fit, code: Rect, second: tuple[Fit, Rect] | None = None) -> None:
        """`code` is the dark part of the code on paper, that `fit` found in the picture; `second` another code of the card."""
        self.picture, self.card = picture, card
        self.black = blackness(fit)
        self._known, self._seen, self._weights = [], [], []
        line = np.linspace(0, 1, 5)
        unit = np.stack(np.meshgrid(line, line), -1).reshape(-1, 2)
        for one, rect in ((fit, code), second) if second else ((fit, code),):
            self._known.append(np.array(rect[:2]) + unit * np.array(rect[2:]))
            self._seen.append(project(one.matrix, unit))
            self._weights.append(np.full(len(unit), 1.0))
        self.matrix = homography(np.concatenate(self._known), np.concatenate(self._seen))
        self.squares = 0
        rects = np.array([box.rect for box in card.boxes]).reshape(-1, 4)
        self.middles = rects[:, :2] + rects[:, 2:] / 2
        self.found: dict[int, Found] = {}
        self._off: dict[int, Floats] = {}

    def place(self) -> Placed:
        """Find all there is to find."""
        squares = list(self.card.marks)
        for _ in range(ROUNDS):
            squares = self._squares(squares)
            before = len(self.found)
            self._boxes()
            if len(self.found) in (before, len(self.card.boxes)) and not squares:
                break
        return self._last()

    def _squares(self, waiting: list[Rect]) -> list[Rect]:
        """Look for the corner marks that are near enough; give the others back."""
        left = []
        for square in waiting:
            middle = np.array([square[0] + square[2] / 2, square[1] + square[3] / 2])
            reach = self._reach(middle[None])[0]
            if reach > MOST_REACH:
                left.append(square)
                continue
            seen = find_square(self.picture, self.matrix, square, float(reach), self.black)
            if seen.score > 0.5 and min(seen.edges) > 0.3:
                self._learn(middle[None], seen.shift[None], 0.7)
                self.squares += 1
        return left

    def _boxes(self) -> None:
        """Look for the boxes that are near enough to what is known."""
        waiting = [n for n in range(len(self.card.boxes)) if n not in self.found]
        if not waiting:
            return
        reaches = self._reach(self.middles[waiting])
        limit = self._limit()
        near = [n for n, reach in zip(waiting, reaches, strict=True) if reach <= limit] or [waiting[int(reaches.argmin())]]
        reach = min(limit, max(float(reaches[waiting.index(n)]) for n in near))
        fresh = []
        for number, seen in self._look(near, reach).items():
            if seen.score > SURE and sorted(seen.edges)[1] > FAIR:
                self.found[number] = seen
                fresh.append(number)
        if fresh:
            self._learn(self.middles[fresh], np.stack([self._off[n] for n in fresh]), 0.5)

    def _look(self, numbers: list[int], reach: float) -> dict[int, Found]:
        result = {}
        sizes: dict[tuple[float, float], list[int]] = {}
        for number in numbers:
            sizes.setdefault(self.card.boxes[number].rect[2:], []).append(number)
        for same in sizes.values():
            about = self._bend(same)
            seen = find_frames(self.picture, self.matrix, [self.card.boxes[n].rect for n in same], about, reach, self.black)
            for number, one, shift in zip(same, seen, about, strict=True):
                result[number] = one
                self._off[number] = one.shift + shift
        return result

    def _bend(self, numbers: list[int]) -> Floats:
        """How far the paper near these boxes lies from the plane: the mean of the nearest that were found."""
        if len(self.found) < 3:
            return np.zeros((len(numbers), 2))
        known = list(self.found)
        there, off = self.middles[known], np.stack([self._off[n] for n in known])
        away = ((self.middles[numbers][:, None] - there[None]) ** 2).sum(-1)
        weights = 1 / (away + 25) ** 2
        return np.asarray(weights @ off / weights.sum(1, keepdims=True))

    def _limit(self) -> float:
        """Half of the way to the next box: a larger step might land on the neighbour."""
        if len(self.middles) < 2:
            return MOST_REACH
        away = np.abs(self.middles[:, None] - self.middles[None]).max(-1)
        return float(min(MOST_REACH, 0.45 * away[away > 0.1].min(initial=20)))

    def _reach(self, points: Floats) -> Floats:
        known = np.concatenate(self._known)
        return np.asarray(NEAR + GROWTH * np.sqrt(((points[:, None] - known[None]) ** 2).sum(-1)).min(1))

    def _learn(self, points: Floats, shifts: Floats, weight: float) -> None:
        """Fit the plane anew with what was found; what was found before keeps its place in the picture."""
        self._known.append(points)
        self._seen.append(project(self.matrix, points + shifts))
        self._weights.append(np.full(len(points), weight))
        before = self.matrix
        self.matrix = homography(np.concatenate(self._known), np.concatenate(self._seen), np.concatenate(self._weights))
        back = np.linalg.inv(self.matrix) @ before
        for number in self.found:
            self._off[number] = project(back, self.middles[number] + self._off[number]) - self.middles[number]

    def _last(self) -> Placed:
        """Every box once more, close to where all the others say that it is."""
        boxes = list(range(len(self.card.boxes)))
        seen = self._look(boxes, min(1.2, self._limit())) if boxes else {}
        shifts = np.array([self._off[n] if seen[n].score > FAIR else self._bend([n])[0] for n in boxes]).reshape(-1, 2)
        return Placed(self.matrix, shifts, np.array([seen[n].score for n in boxes]),
                      np.array([sorted(seen[n].edges)[1] for n in boxes]), self.squares, self.black)


def blackness(fit: Fit) -> float:
    """How dark ink is beside paper, in the code."""
    return float(np.clip(1 - fit.black / max(fit.white, 1), 0.15, 1))


def outline(matrix: Floats, rect: Rect) -> Floats:
    """The corners of a place on paper, in the picture."""
    return project(matrix, corners(rect))
