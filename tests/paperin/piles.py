"""Small piles for tests, read as the command reads them, and one card that a test marks itself."""

from functools import cache

import numpy as np

from benchmarks.piles.paper import DOTS, trial_page
from benchmarks.piles.pens import PENS, Hand, put
from kit.paperin.layouts import layouts_from
from kit.paperin.opening import pages_in
from kit.paperin.reading import read


def said_of(pile):
    """What the reader says of a pile, in the shape that `kit scan --dry-run` gives."""
    known = layouts_from([pile.layouts])
    return {name: _said([read(page.image, known, lambda: 0.0) for page in pages_in(data, name)])
            for name, data in pile.pictures.items()}


def _said(pages):
    cards = [card for page in pages for card in page.cards]
    return {"unread": [one for page in pages for one in page.unread], "cards": [
        {"id": card.id, "seconds": 0.0, "boxes": {box.id: box.state for box in card.boxes},
         "answers": {one.group: {"value": list(one.value), "doubt": one.doubt, "why": one.why} for one in card.answers}}
        for card in cards]}


@cache
def _page(**print_):
    return trial_page(np.random.default_rng(1), **print_)


class OneCard:
    """The first card of a trial page, cut out, to be marked."""

    def __init__(self, **print_):
        page = _page(**print_)
        self.layout = page.layout
        self.picture = page.picture.crop((0, 0, round(105 * DOTS), round(148.5 * DOTS)))
        self.boxes = {box["id"]: box["rect"] for box in page.layout["cards"][0]["boxes"]}
        self.hand = Hand(np.random.default_rng(2), 0.2)

    def mark(self, box, kind, pen="blue"):
        """Put one mark, and give the card back."""
        put(self.picture, getattr(self.hand, kind)(self.boxes[box]), PENS[pen])
        return self

    def read(self, layout=None):
        """What the reader makes of it."""
        return read(self.picture, layouts_from([layout or self.layout]), lambda: 0.0)

    def answers(self):
        """Each question's value, or “doubt”."""
        card, = self.read().cards
        return {one.group: "doubt" if one.doubt else one.value for one in card.answers}
