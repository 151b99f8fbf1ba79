"""What befalls paper between the pen and the camera: a finger, a torn corner, glare, a picture that ends too early.

Each gives the rects on the page, in millimetres, that nobody can see any more.
"""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.piles.paper import DOTS


def befall(what, picture, layout, chance):
    """Let something happen to every card of a page, in place. Gives what it hides."""
    return [rect for card in layout["cards"] for rect in WHAT[what](picture, card["rect"], chance)]


def _paint(picture, draw_on, colour, soft=0.6):
    mask = Image.new("L", picture.size, 0)
    draw_on(ImageDraw.Draw(mask))
    picture.paste(Image.new("RGB", picture.size, colour), (0, 0), mask.filter(ImageFilter.GaussianBlur(soft * DOTS)))


def _finger(picture, rect, chance):
    """From the edge of the card to somewhere among the answers."""
    x, y, wide, high = rect
    at = x + wide * chance.uniform(0.2, 0.9), y + high * chance.uniform(0.3, 0.8)
    edge, half = x + wide, 8
    skin = tuple(int(c * chance.uniform(0.5, 1)) for c in (225, 175, 150))

    def draw_on(draw):
        place = [(at[0] - half) * DOTS, (at[1] - half) * DOTS, edge * DOTS, (at[1] + half) * DOTS]
        draw.rounded_rectangle(place, half * DOTS, fill=255)

    _paint(picture, draw_on, skin)
    return [(at[0] - half, at[1] - half, edge - at[0] + half, 2 * half)]


def _torn(picture, rect, chance):
    """One of four corners is gone."""
    x, y, wide, high = rect
    right, low = chance.random(2) < 0.5
    a, b = chance.uniform(15, 45, 2)
    corner = x + wide * right, y + high * low
    points = [corner, (corner[0] + (-a if right else a), corner[1]), (corner[0], corner[1] + (-b if low else b))]
    _paint(picture, lambda draw: draw.polygon([(px * DOTS, py * DOTS) for px, py in points], fill=255), (95, 85, 80), 0.1)
    return [(corner[0] - a * right, corner[1] - b * low, a, b)]


def _glare(picture, rect, chance):
    """A lamp that shines back."""
    x, y, wide, high = rect
    at, far = (x + wide * chance.uniform(0.1, 0.9), y + high * chance.uniform(0.2, 0.9)), chance.uniform(10, 22)

    def draw_on(draw):
        draw.ellipse([(at[0] - far) * DOTS, (at[1] - far) * DOTS, (at[0] + far) * DOTS, (at[1] + far) * DOTS], fill=255)

    _paint(picture, draw_on, "white", far / 4)
    return [(at[0] - 1.5 * far, at[1] - 1.5 * far, 3 * far, 3 * far)]


WHAT = {"finger": _finger, "torn": _torn, "glare": _glare}


def hide(people, layout, hidden):
    """Say in the truth which questions nobody can see any more: `hidden` are rects on the page."""
    for meant, card in zip(people, layout["cards"], strict=True):
        by = card["rect"][:2] if layout["relative"] else (0, 0)
        for box in card["boxes"]:
            x, y, wide, high = box["rect"]
            if any(meets((x + by[0], y + by[1], wide, high), rect) for rect in hidden):
                cover(meant, box["group"])


def cover(meant, group):
    """One question cannot be seen."""
    if meant.clear[group]:
        meant.how[group] += " + covered"
    meant.clear[group] = False


def meets(one, other, margin=1.5):
    """Whether two rects are nearer than so many millimetres."""
    return all(one[n] - margin < other[n] + other[n + 2] and other[n] - margin < one[n] + one[n + 2] for n in (0, 1))


def cut_off(picture, people, layout, chance):
    """A picture that ends amid the cards at its edge. Gives what is left of it and of the people."""
    wide, high = layout["page_mm"]
    end = chance.uniform(0.45, 0.9) * max(card["rect"][2] for card in layout["cards"])
    there = [(meant, card) for meant, card in zip(people, layout["cards"], strict=True) if card["rect"][0] < end]
    hide([meant for meant, _ in there], {**layout, "cards": [card for _, card in there]}, [(end, 0, wide, high)])
    return picture.crop((0, 0, round(end * DOTS), picture.height)), [meant for meant, _ in there]


def grain(kind, wide, high, chance):
    """A table so many pixels wide and high: dark, wood, checks or white."""
    y, x = np.mgrid[0:high:4, 0:wide:4].astype(np.float32) / DOTS
    if kind == "wood":
        rings = np.sin(y * 0.9 + 3 * np.sin(x * 0.012 + chance.uniform(0, 6)) + 0.4 * np.sin(x * 0.11))
        light = 0.75 + 0.18 * rings + 0.1 * np.sin(y * 7 + x * 0.02)
        colour = np.array([150, 105, 65])
    elif kind == "checks":
        light = np.where((x % 24 < 12) ^ (y % 24 < 12), 1.0, 0.25)
        colour = np.array([235, 225, 225])
    else:
        light = np.ones_like(x)
        colour = np.array([244, 244, 240]) if kind == "white" else chance.integers(15, 60, 3)
    small = np.clip(light[..., None] * colour, 0, 255).astype(np.uint8)
    return Image.fromarray(small).resize((wide, high), Image.Resampling.BILINEAR)
