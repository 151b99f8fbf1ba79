"""Which of the printed layouts a code stands on, and where: the one whose boxes are seen where it says."""

from collections.abc import Iterator, Sequence

import numpy as np

from kit.paperin.codes import Code
from kit.paperin.fitting import Fit, fit
from kit.paperin.frames import find_frames
from kit.paperin.layouts import Card, Rect
from kit.paperin.placing import GROWTH, NEAR, Placed, Placing, blackness
from kit.paperin.plane import Floats, Grey, project

QUIET = 4
"""Modules of white around a code, which some printers count as part of it."""
LIKELY = 0.75
"""Share of the boxes that are found where the layout is the right one."""
ALL = 0.95
"""The same, where another layout may be more like it."""
NEAREST = 5
"""Boxes that a quick look at a layout looks for."""
SOME, ABOUT, CLEAR = 6, 4.0, 0.32
"""Boxes of a card that are looked for, within so many millimetres, and the score of one that is there."""
SURE = 0.6
"""Likeness of the modules of a second code that is to be trusted."""


def best_layout(grey: Grey, code: Code, candidates: Sequence[Card], others: Sequence[Code]) -> tuple[Card, Placed] | None:
    """The layout, and the code in it, that fit what is seen. None where no layout says where its code is.

    A sheet of several pages has one code, a card may have two, and some printers count the white around a code and some do not.
    """
    seen = fit(grey.pixels, code.modules, code.corners)
    ways = [(card, rect) for card in candidates for rect in _rects(card, len(code.modules))]
    if len(candidates) > 1:
        looks = [_glance(grey, seen, card, rect) for card, rect in ways]
        order = sorted(range(len(ways)), key=lambda n: (-looks[n], -len(ways[n][0].boxes)))
        ways = [ways[n] for n in order if looks[n] >= max(looks) / 2]
    best: tuple[tuple[float, int], Card, Placed] | None = None
    for card, rect in ways:
        placed = Placing(grey, card, seen, rect, _second(grey, card, rect, seen, code, others)).place()
        there = placed.likeness * len(card.boxes)
        rank = (there - (len(card.boxes) - there) if placed.likeness >= LIKELY / 2 else 0.0, placed.squares)
        if best is None or rank > best[0]:
            best = rank, card, placed
        if placed.likeness > (LIKELY if len(candidates) == 1 else ALL):
            break
    return best and (best[1], best[2])


def _glance(grey: Grey, seen: Fit, card: Card, rect: Rect) -> float:
    """The share of the boxes nearest to the code that are seen about where the layout has them: a quick look."""
    x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
    near = sorted((box.rect for box in card.boxes), key=lambda box: abs(box[0] - x) + abs(box[1] - y))
    some = [box for box in near if box[2:] == near[0][2:]][:NEAREST]
    if not some:
        return 0.0
    far = max(abs(box[0] - x) + abs(box[1] - y) for box in some)
    matrix, black = _on_paper(seen, rect), blackness(seen)
    found = find_frames(grey, matrix, some, np.zeros((len(some), 2)), min(ABOUT, NEAR + GROWTH * far), black)
    return sum(one.score > CLEAR for one in found) / len(some)


def _on_paper(seen: Fit, rect: Rect) -> Floats:
    """From millimetres to pixels, where the code that was fitted is in this place on paper."""
    x, y, wide, high = rect
    return np.asarray(seen.matrix @ np.array([[1 / wide, 0, -x / wide], [0, 1 / high, -y / high], [0, 0, 1]]))


def boxes_at(grey: Grey, matrix: Floats, card: Card, black: float) -> bool:
    """Whether boxes stand where those of this card should, if its plane is this one: a quick look at some of them."""
    rects = [box.rect for box in card.boxes if box.rect[2:] == card.boxes[0].rect[2:]]
    some = rects[::max(1, len(rects) // SOME)]
    seen = find_frames(grey, matrix, some, np.zeros((len(some), 2)), ABOUT, black)
    return sum(one.score > CLEAR for one in seen) >= LIKELY * len(some)


def _rects(card: Card, modules: int) -> Iterator[Rect]:
    """Where the dark part of a code may be: as the layout says, or without its white."""
    yield from card.codes
    share = QUIET / (modules + 2 * QUIET)
    for x, y, wide, high in card.codes:
        yield x + wide * share, y + high * share, wide * (1 - 2 * share), high * (1 - 2 * share)


def _second(grey: Grey, card: Card, rect: Rect, seen: Fit, code: Code, others: Sequence[Code]) -> tuple[Fit, Rect] | None:
    """Another code of the same card, where it should be."""
    matrix = _on_paper(seen, rect)
    for other in card.codes:
        if abs(other[0] - rect[0]) + abs(other[1] - rect[1]) < max(other[2:]):
            continue
        there = project(matrix, np.array([other[0] + other[2] / 2, other[1] + other[3] / 2]))
        near = 0.8 * code.side * other[2] / rect[2]
        for one in others:
            if one.text == code.text and np.linalg.norm(one.corners.mean(0) - there) < near:
                close = fit(grey.pixels, one.modules, one.corners)
                if close.likeness > SURE:
                    return close, other
    return None
