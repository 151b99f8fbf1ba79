"""Printed pages as pictures, each with where its boxes stand: the trial's A6 cards, and our own sheets by way of their PDF."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops

DOTS = 11.811
"""Pixels in a millimetre: 300 dots an inch."""


@dataclass(frozen=True)
class Page:
    """A page before anybody wrote on it."""

    picture: Image.Image
    """RGB, DOTS pixels in a millimetre."""
    layout: dict
    """As `omr-boxes/1` has it."""


@dataclass(frozen=True)
class Print:
    """How a card of the trial is printed; what is not said is as on the trial's own. Millimetres."""

    box: float = 5.0
    line: float = 0.3
    code: float = 18.0
    second: float = 0.0
    """Side of a second code in the opposite corner; 0 for none."""
    marks: bool = True
    pitch: float = 14.0
    row: float = 12.0
    label: str = "right"
    """Where the words of an answer stand: right, left, above, close (right, with hardly any white) or none."""
    questions: int = 5
    answers: int = 5
    several: bool = False
    text: str = "F:{workshop}:C1:{number:04d}:L7"
    """What its code says."""
    workshop: str = "K4B"
    relative: bool = True
    grid: tuple[int, int] = (2, 2)
    """Cards beside each other and below each other on a page."""
    tint: tuple[int, int, int] = (255, 255, 255)
    """The colour of the paper."""


PRINTS = {
    "usual": Print(), "16 mm code": Print(code=16.0), "second code": Print(second=14.0), "no corner marks": Print(marks=False),
    "4 mm boxes": Print(box=4.0), "6 mm boxes": Print(box=6.0), "several": Print(several=True),
    "left": Print(label="left"),
    "above": Print(label="above"), "close": Print(label="close"), "ten in a row": Print(answers=10, pitch=8.0, label="none"),
    "places on the page": Print(relative=False),
    "small letters": Print(text="https://example.org/c/{workshop}/{number:05d}?v=2"),
    "long": Print(text="card-{number:04d}-of-the-{workshop}-group-who-met-in-the-old-library-hall", code=25.0),
    "yellow paper": Print(tint=(250, 238, 150)),
    "pink paper": Print(tint=(245, 190, 195)), "blue paper": Print(tint=(170, 205, 235)),
    "twelve": Print(grid=(4, 3)),
}
"""By name."""


def trial_page(chance, first=1, how=PRINTS["usual"], **more):
    """A page of A6 cards, each with some questions, their boxes, and a code. `more` are fields of Print."""
    how = replace(how, **more)
    wide, high = 105 * how.grid[0], 148.5 * how.grid[1]
    canvas = Canvas(wide, high)
    cards = [_card(canvas, chance, 105 * (n % how.grid[0]), 148.5 * (n // how.grid[0]),
                   how.text.format(workshop=how.workshop, number=first + n), how) for n in range(how.grid[0] * how.grid[1])]
    picture = ImageChops.multiply(canvas.done(), Image.new("RGB", canvas.size, how.tint))
    return Page(picture, {"schema": "omr-boxes/1", "page_mm": [wide, high], "origin": "top-left", "relative": how.relative,
                          "cards": cards})


def _card(canvas, chance, left, top, text, how):
    from printables.qr import modules

    def place(x, y, wide, high):
        return [round(x + (0 if how.relative else left), 2), round(y + (0 if how.relative else top), 2), wide, high]

    canvas.code(left + 8, top + 8, how.code, modules(text))
    canvas.words(left + 14 + how.code, top + 8, 60, 3.2, chance)
    codes, boxes, second = [{"role": "main", "rect": place(8, 8, how.code, how.code)}], [], how.second
    if second:
        canvas.code(left + 105 - 8 - second, top + 148.5 - 8 - second, second, modules(text))
        codes.append({"role": "second", "rect": place(105 - 8 - second, 148.5 - 8 - second, second, second)})
    corners = [(97, 4), (4, 140.5), (97, 140.5)][:2 if second else 3] if how.marks else []
    for x, y in corners:
        canvas.rect(left + x, top + y, 4, 4)
        codes.append({"role": "corner", "rect": place(x, y, 4, 4)})
    for question in range(how.questions):
        y = 42 + question * (how.row + 5)
        canvas.words(left + 14, top + y - (7 if how.label == "above" else 4.4), 60, 2.6, chance)
        for answer in range(how.answers):
            x = 18 + answer * how.pitch
            canvas.frame(left + x, top + y, how.box, how.line)
            _label(canvas, left + x, top + y, how, chance)
            boxes.append({"id": f"q{question + 1}.{answer + 1}", "group": f"q{question + 1}",
                          "mode": "multi" if how.several else "single", "value": str(answer + 1),
                          "rect": place(x, y, how.box, how.box)})
    for n in range(2):
        canvas.rect(left + 14, top + 128 + 7 * n, 76 - second, 0.2, 120)
    return {"id": text, "rect": [left, top, 105, 148.5], "boxes": boxes,
            "text": [{"id": "comment", "rect": place(14, 122, 76 - second, 14)}], "codes": codes}


def _label(canvas, x, y, how, chance):
    """The words of one answer beside its box."""
    room = how.pitch - how.box - 4
    if how.label == "right":
        canvas.words(x + how.box + 1.6, y + how.box / 2 - 1, room, 2, chance, gap=0.5)
    elif how.label == "close":
        canvas.words(x + how.box + 0.8, y + how.box / 2 - 1, room + 2, 2, chance, gap=0.5)
    elif how.label == "left":
        canvas.words(x - 1.4 - room, y + how.box / 2 - 1, room, 2, chance, gap=0.5, least=1.0)
    elif how.label == "above":
        canvas.words(x - 1, y - 3.2, how.box + 3, 2, chance, gap=0.5)


class Canvas:
    """White paper to print on, twice as fine as what comes out."""

    FINE = 2

    def __init__(self, wide, high):
        """Size in millimetres."""
        self.to = DOTS * self.FINE
        self.size = round(wide * DOTS), round(high * DOTS)
        self.grey = np.full((round(high * self.to), round(wide * self.to)), 255, np.uint8)

    def rect(self, x, y, wide, high, grey=0):
        """A filled rectangle, in millimetres."""
        a, b, c, d = (round(edge * self.to) for edge in (x, y, x + wide, y + high))
        self.grey[b:max(d, b + 1), a:max(c, a + 1)] = grey

    def frame(self, x, y, side, line):
        """A square whose line's middle is its edge."""
        half = line / 2
        for a, b, wide, high in ((x, y, side, 0), (x, y + side, side, 0), (x, y, 0, side), (x + side, y, 0, side)):
            self.rect(a - half, b - half, wide + line, high + line)

    def code(self, x, y, side, rows):
        """A QR code, its dark part with its upper left corner here."""
        one = side / len(rows)
        for number, row in enumerate(rows):
            for place, dark in enumerate(row):
                if dark == "1":
                    self.rect(x + place * one, y + number * one, one, one)

    def words(self, x, y, wide, size, chance, gap=1.0, least=0.6):
        """Grey stand-ins for letters, as wide and dark as a line of print; `least` is the shortest share of the room."""
        end = x + wide * chance.uniform(least, 1)
        while x < end:
            letter = size * chance.uniform(0.3, 0.6)
            self.rect(x, y, size * 0.13, size)
            self.rect(x, y + size * chance.choice([0, 0.4, 0.87]), letter, size * 0.13)
            x += letter + size * 0.2 + (gap if chance.random() < 0.2 else 0)

    def done(self):
        """The page, with smooth edges."""
        return Image.fromarray(self.grey).reduce(self.FINE).resize(self.size).convert("RGB")


@lru_cache(maxsize=8)
def own_pages(name, profile="clear", paper="A4"):
    """Every page of a product of ours that is read back."""
    import pypdfium2

    rendered, layouts = _printed(name, profile, paper)
    pages = pypdfium2.PdfDocument(rendered.pdf)
    return [Page(page.render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB"), one)
            for page, one in zip(pages, layouts, strict=True) if one["cards"]]


@lru_cache(maxsize=4)
def own_kinds(profile="clear", paper="A4"):
    """The products of ours that have boxes, by what their layouts say."""
    from printables.pack import PRODUCTS
    from printables.profile import PAPERS, PROFILES, suits

    if not suits(PROFILES[profile], PAPERS[paper]):
        return []
    return [name for name in PRODUCTS
            if any(card["boxes"] for page in _printed(name, profile, paper)[1] for card in page["cards"])]


def _printed(name, profile, paper):
    from printables.layout import layout
    from printables.pack import pack, print_sheet
    from printables.profile import PAPERS, PROFILES
    from tests.printables.samples import SAMPLE

    rendered = print_sheet(pack(SAMPLE, [name])[0], PROFILES[profile], PAPERS[paper])
    return rendered, layout(rendered.places, rendered.sizes)
