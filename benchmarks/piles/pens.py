"""Pens, and the marks that hands make with them: strokes in millimetres, put on a page as ink."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from benchmarks.piles.paper import DOTS

FINE = 3


@dataclass(frozen=True)
class Pen:
    """A point that leaves ink."""

    name: str
    wide: float
    """Millimetres."""
    colour: tuple[int, int, int]
    """What white paper looks like under it."""


PENS = {pen.name: pen for pen in (
    Pen("ball", 0.5, (30, 35, 60)), Pen("blue", 0.6, (45, 60, 150)), Pen("black", 0.7, (25, 25, 28)),
    Pen("red", 0.6, (190, 40, 45)),
    Pen("felt", 1.1, (20, 20, 25)), Pen("pencil", 0.6, (125, 125, 128)), Pen("faint", 0.5, (185, 185, 188)),
    Pen("marker", 2.2, (15, 15, 18)), Pen("highlighter", 3.0, (250, 245, 90)), Pen("green", 0.6, (50, 140, 70)))}


def put(page, strokes, pen):
    """Draw strokes (each a list of points in millimetres) on a page, in place."""
    points = np.array([point for stroke in strokes for point in stroke])
    least, most = points.min(0) - pen.wide - 0.5, points.max(0) + pen.wide + 0.5
    left, top, right, bottom = (round(edge * DOTS) for edge in (*least, *most))
    ink = Image.new("L", ((right - left) * FINE, (bottom - top) * FINE), 0)
    draw = ImageDraw.Draw(ink)
    scale = DOTS * FINE
    for stroke in strokes:
        line = [((x - left / DOTS) * scale, (y - top / DOTS) * scale) for x, y in stroke]
        draw.line(line, fill=255, width=max(1, round(pen.wide * scale)), joint="curve")
        for x, y in (line[0], line[-1]):
            half = pen.wide * scale / 2
            draw.ellipse((x - half, y - half, x + half, y + half), fill=255)
    ink = ink.reduce(FINE)
    colour = Image.composite(Image.new("RGB", ink.size, pen.colour), Image.new("RGB", ink.size, "white"), ink)
    place = (left, top)
    page.paste(ImageChops.multiply(page.crop((left, top, right, bottom)), colour), place)


class Hand:
    """How somebody's marks come out: `loose` from 0 (neat) to 1 (messy)."""

    def __init__(self, chance, loose):
        """Chance is a numpy generator."""
        self.chance, self.loose = chance, loose

    def _at(self, rect, u, v):
        """A point near where it was meant, in shares of the box."""
        x, y, wide, high = rect
        off = self.chance.normal(0, 0.03 + 0.09 * self.loose, 2)
        return x + (u + off[0]) * wide, y + (v + off[1]) * high

    def _line(self, rect, *points, bend=0.04):
        """A line through points, with a little shake."""
        ends = [np.array(self._at(rect, *point)) for point in points]
        line = []
        for a, b in pairwise(ends):
            side = np.array([a[1] - b[1], b[0] - a[0]]) * self.chance.normal(0, bend)
            line += [tuple(a + (b - a) * t + side * 4 * t * (1 - t)) for t in np.linspace(0, 1, 7)]
        return line

    def tick(self, rect):
        """A tick, its tail longer where the hand is loose."""
        tail = self.chance.uniform(0, 0.15 + 0.6 * self.loose)
        return [self._line(rect, (0.18, 0.5), (0.42, 0.8), (0.8 + tail * 0.6, 0.2 - tail))]

    def cross(self, rect):
        """Two lines."""
        out = self.chance.uniform(-0.05, 0.25 * self.loose)
        return [self._line(rect, (0.15 - out, 0.15 - out), (0.85 + out, 0.85 + out)),
                self._line(rect, (0.85 + out, 0.15 - out), (0.15 - out, 0.85 + out))]

    def slash(self, rect):
        """One line across."""
        return [self._line(rect, (0.15, 0.85), (0.85, 0.15))]

    def dash(self, rect):
        """One level line."""
        return [self._line(rect, (0.15, 0.5), (0.85, 0.5))]

    def fill(self, rect, pen=0.6):
        """There and back until the box is full."""
        rows = max(3, int(rect[3] * 0.8 / (pen * 0.75)))
        ends = [(0.14 if n % 2 else 0.86, 0.12 + 0.76 * n / rows) for n in range(rows + 1)]
        return [self._line(rect, *ends, bend=0.01)]

    def scribble(self, rect):
        """There and back, with white between."""
        ends = [(0.1 if n % 2 else 0.9, 0.1 + 0.8 * n / 6) for n in range(7)]
        return [self._line(rect, *ends)]

    def dot(self, rect, size=0.1):
        """A small round dot."""
        turn = np.linspace(0, 9, 14)
        middle = self._at(rect, 0.5, 0.5)
        return [[(middle[0] + size * rect[2] * np.cos(t), middle[1] + size * rect[3] * np.sin(t)) for t in turn]]

    def circle(self, rect, wide=1.0):
        """Round the box."""
        x, y = self._at(rect, 0.5, 0.5)
        a, b = (rect[2] * self.chance.uniform(0.76, 0.95) * wide for _ in range(2))
        start = self.chance.uniform(0, 6)
        return [[(x + a * np.cos(t), y + b * np.sin(t)) for t in np.linspace(start, start + 6.3 + self.loose * 0.6, 40)]]

    def strike(self, rect):
        """A line through the box and out at both sides, or a scribble over it."""
        if self.chance.random() < 0.5:
            return self.scribble((rect[0] - 0.15 * rect[2], rect[1] - 0.1 * rect[3], rect[2] * 1.3, rect[3] * 1.2))
        return [self._line(rect, (-0.3, 0.55), (1.3, 0.45)), self._line(rect, (-0.3, 0.7), (1.3, 0.35))]

    def stray(self, rect):
        """Where a pen rested or slipped."""
        u, v = self.chance.uniform(0.1, 0.9, 2)
        du, dv = self.chance.uniform(-0.12, 0.12, 2)
        return [self._line(rect, (u, v), (u + du, v + dv))]
