"""Printed pages as pictures, each with where its boxes stand: the trial's A6 cards, and our own sheets by way of their PDF."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

DOTS = 11.811
"""Pixels in a millimetre: 300 dots an inch."""


@dataclass(frozen=True)
class Page:
    """A page before anybody wrote on it."""

    picture: Image.Image
    """RGB, DOTS pixels in a millimetre."""
    layout: dict
    """As `omr-boxes/1` has it."""


def trial_page(chance, first=1, *, box=5.0, line=0.3, code=18.0, second=0.0, marks=True, pitch=14.0, row=12.0, labels=True,
               workshop="K4B", relative=True):
    """An A4 page of four A6 cards, each with five questions of five boxes and a code."""
    canvas = Canvas(210, 297)
    cards = [_card(canvas, chance, 105 * (n % 2), 148.5 * (n // 2), f"F:{workshop}:C1:{first + n:04d}:L7", box=box, line=line,
                   code=code, second=second, marks=marks, pitch=pitch, row=row, labels=labels, relative=relative)
             for n in range(4)]
    return Page(canvas.done(), {"schema": "omr-boxes/1", "page_mm": [210, 297], "origin": "top-left", "relative": relative,
                                "cards": cards})


def _card(canvas, chance, left, top, text, *, box, line, code, second, marks, pitch, row, labels, relative):
    from printables.qr import modules

    def place(x, y, wide, high):
        return [round(x + (0 if relative else left), 2), round(y + (0 if relative else top), 2), wide, high]

    canvas.code(left + 8, top + 8, code, modules(text))
    canvas.words(left + 32, top + 8, 60, 3.2, chance)
    codes, boxes = [{"role": "main", "rect": place(8, 8, code, code)}], []
    if second:
        canvas.code(left + 105 - 8 - second, top + 148.5 - 8 - second, second, modules(text))
        codes.append({"role": "second", "rect": place(105 - 8 - second, 148.5 - 8 - second, second, second)})
    corners = [(97, 4), (4, 140.5), (97, 140.5)][:2 if second else 3] if marks else []
    for x, y in corners:
        canvas.rect(left + x, top + y, 4, 4)
        codes.append({"role": "corner", "rect": place(x, y, 4, 4)})
    for question in range(5):
        y = 42 + question * (row + 5)
        canvas.words(left + 14, top + y - 4.4, 60, 2.6, chance)
        for answer in range(5):
            x = 18 + answer * pitch
            canvas.frame(left + x, top + y, box, line)
            if labels:
                canvas.words(left + x + box + 1.6, top + y + box / 2 - 1, pitch - box - 4, 2, chance, gap=0.5)
            boxes.append({"id": f"q{question + 1}.{answer + 1}", "group": f"q{question + 1}", "mode": "single",
                          "value": str(answer + 1), "rect": place(x, y, box, box)})
    for n in range(2):
        canvas.rect(left + 14, top + 128 + 7 * n, 76, 0.2, 120)
    return {"id": text, "rect": [left, top, 105, 148.5], "boxes": boxes,
            "text": [{"id": "comment", "rect": place(14, 122, 76, 14)}], "codes": codes}


class Canvas:
    """White paper to print on, twice as fine as what comes out."""

    FINE = 2

    def __init__(self, wide, high):
        """Size in millimetres."""
        self.to = DOTS * self.FINE
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

    def words(self, x, y, wide, size, chance, gap=1.0):
        """Grey stand-ins for letters, as wide and dark as a line of print."""
        end = x + wide * chance.uniform(0.6, 1)
        while x < end:
            letter = size * chance.uniform(0.3, 0.6)
            self.rect(x, y, size * 0.13, size)
            self.rect(x, y + size * chance.choice([0, 0.4, 0.87]), letter, size * 0.13)
            x += letter + size * 0.2 + (gap if chance.random() < 0.2 else 0)

    def done(self):
        """The page, with smooth edges."""
        return Image.fromarray(self.grey).reduce(self.FINE).convert("RGB")


@lru_cache(maxsize=8)
def own_pages(name, profile="clear", people=2):
    """Every page of a product of ours that is read back."""
    import pypdfium2

    from printables.layout import layout
    from printables.pack import pack, print_sheet
    from printables.profile import PAPERS, PROFILES
    from tests.printables.samples import SAMPLE

    del people
    sheet, = pack(SAMPLE, [name])[:1]
    rendered = print_sheet(sheet, PROFILES[profile], PAPERS["A4"])
    pages = pypdfium2.PdfDocument(rendered.pdf)
    return [Page(page.render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB"), one)
            for page, one in zip(pages, layout(rendered.places, rendered.sizes), strict=True) if one["cards"]]
