"""Cards cut apart and thrown on a table, at any angle, some over others."""

import numpy as np
from PIL import Image

from benchmarks.piles.mishaps import cover, grain
from benchmarks.piles.paper import DOTS

SPREAD = 190
"""Millimetres from the middle of a card to the next: further than an A6 card reaches at any angle."""


def thrown(pages, chance, table="dark", over=0.0, twice=False):
    """Cards of filled pages, each (picture, layout, people), on a table. Gives the scene.

    With `over`, cards lie so much nearer to each other, and what a card hides of another is said in the truth. With `twice`, the
    first lies there twice.
    """
    cards = [(picture, layout, card, meant) for picture, layout, people in pages
             for card, meant in zip(layout["cards"], people, strict=True)]
    if twice:
        cards.append(cards[0])
    across = int(np.ceil(len(cards) ** 0.5))
    down = -(-len(cards) // across)
    step = SPREAD * (1 - over)
    size = (step * (across - 1) + SPREAD, step * (down - 1) + SPREAD)
    scene = grain(table, round(size[0] * DOTS), round(size[1] * DOTS), chance)
    lying = []
    for n, (picture, layout, card, meant) in enumerate(cards):
        middle = np.array([SPREAD / 2 + step * (n % across), SPREAD / 2 + step * (n // across)]) + chance.uniform(-3, 3, 2)
        lies = _Lying(layout, card, meant, middle, chance.uniform(0, 360))
        lies.put(scene, picture)
        for below in lying:
            lies.hide(below)
        lying.append(lies)
    return scene


class _Lying:
    def __init__(self, layout, card, meant, middle, angle):
        self.layout, self.card, self.meant, self.middle, self.angle = layout, card, meant, middle, angle

    def put(self, scene, picture):
        x, y, wide, high = (edge * DOTS for edge in self.card["rect"])
        card = picture.crop((round(x), round(y), round(x + wide), round(y + high))).convert("RGBA")
        card = card.rotate(self.angle, Image.Resampling.BICUBIC, expand=True)
        scene.paste(card, tuple(round(m * DOTS - s / 2) for m, s in zip(self.middle, card.size, strict=True)), card)

    def _turn(self):
        a = np.radians(self.angle)
        return np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])

    def hide(self, below):
        """What this card hides of one that lies below it."""
        half = np.array(self.card["rect"][2:]) / 2 + 1.5
        by = np.zeros(2) if below.layout["relative"] else np.array(below.card["rect"][:2])
        for box in below.card["boxes"]:
            x, y, wide, high = box["rect"]
            edges = np.array([(x, y), (x + wide, y), (x, y + high), (x + wide, y + high)]) - by
            there = below.middle + (edges - np.array(below.card["rect"][2:]) / 2) @ below._turn().T
            if (np.abs((there - self.middle) @ self._turn()) < half).all(1).any():
                cover(below.meant, box["group"])
