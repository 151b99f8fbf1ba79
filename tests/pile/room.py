"""A programme whose sheets were printed, and sheets that made-up people filled with simulated pens."""

import shutil
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

from benchmarks.piles.capture import taken
from benchmarks.piles.paper import DOTS
from benchmarks.piles.pens import PENS, Hand, put
from kit.desk.library import load_shelf
from kit.desk.paper import Order, print_pack
from kit.desk.pile.filing import file_pile
from kit.desk.programmes import new_programme
from kit.desk.world import made_up_world
from kit.store import read_programme

PEOPLE = 3


class Room:
    """One programme, with the sheets of its first workshop printed for a few people."""

    def __init__(self, home: Path, template: str = "sixty-minute-drawing", people: int = PEOPLE, plan: str = "") -> None:
        self.home, self.people = home, people
        self.world, self.shelf = made_up_world(1), load_shelf(home)
        self.programme = new_programme(home, "Ours", template, self.shelf, self.world)
        if plan:
            [file] = self.programme.plans_folder.glob("*.toml")
            file.write_text(plan)
        self.hand = Hand(np.random.default_rng(3), 0.2)

    def copied(self, home: Path) -> "Room":
        """The same in a folder of its own, to go on with."""
        copy = object.__new__(Room)
        shutil.copytree(self.home, home)
        copy.__dict__ |= {**self.__dict__, "home": home, "programme": read_programme(home / self.programme.folder.name),
                          "world": made_up_world(2)}
        return copy

    def print(self, *what, profile="clear", out=None):
        """Print some sheets. Gives each page as a picture with its layout."""
        order = Order(what, profile, people=self.people, as_asked=False)
        return [page for file in print_pack(self.programme, self.shelf, order, out) for page in pages_of(file)]

    def scan(self, *files):
        """Read some files into the pile."""
        return file_pile(self.programme, files, self.world, lambda: 0.0)

    def save(self, page, name, way=""):
        """A page as a file: as it was printed, or as a camera took it."""
        path = self.home / name
        if way:
            path.write_bytes(taken(page.picture, way, np.random.default_rng(5), [card["rect"] for card in page.layout["cards"]]))
        else:
            page.picture.reduce(2).save(path)
        return path

    def tick(self, page, question, value, kind="tick"):
        """Mark the box that says this."""
        [card] = [card for card in page.layout["cards"] if any(
            (box["question"], box["value"]) == (question, value) for box in card["boxes"])]
        self.tick_on(page, card, question, value, kind)

    def tick_on(self, page, card, question, value, kind="tick"):
        """Mark the box of one card that says this."""
        [(x, y, wide, high)] = [box["rect"] for box in card["boxes"] if (box["question"], box["value"]) == (question, value)]
        put(page.picture, getattr(self.hand, kind)((x + card["rect"][0], y + card["rect"][1], wide, high)), PENS["blue"])

    def write(self, page, question, card=None):
        """Scribble some words in a field."""
        card = card or page.layout["cards"][0]
        x, y = (field + edge for field, edge in zip(
            next(field["rect"] for field in card["text"] if field["question"] == question), card["rect"][:2], strict=False))
        for n in range(4):
            put(page.picture, self.hand.tick((x + 6 + 9 * n, y + 3, 6, 6)), PENS["blue"])


class PageOf:
    """One printed page."""

    def __init__(self, picture: Image.Image, layout) -> None:
        self.picture, self.layout = picture, layout

    @property
    def code(self):
        return self.layout["cards"][0]["id"]

    @property
    def questions(self):
        return list(dict.fromkeys(box["question"] for card in self.layout["cards"] for box in card["boxes"]))


def pages_of(file):
    """The pages of a printed file that are read back."""
    pdf = pypdfium2.PdfDocument(file.path)
    return [PageOf(page.render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB"), one)
            for page, one in zip(pdf, file.layout, strict=True) if one["cards"]]
