"""A pile from a seed: pictures, the layouts of what was printed, and what everybody meant."""

import json
from dataclasses import asdict, dataclass

import numpy as np

from benchmarks.piles.capture import ALL, bound, taken
from benchmarks.piles.mishaps import befall, cut_off, hide
from benchmarks.piles.paper import PRINTS, own_pages, trial_page
from benchmarks.piles.people import Meant, fill_in
from benchmarks.piles.table import thrown


@dataclass(frozen=True)
class Pile:
    """Paper that came back."""

    pictures: dict
    """File name: bytes."""
    layouts: list
    """A printed page each."""
    meant: dict
    """File name: what everybody meant whose card is on it."""
    ways: dict
    """File name: how it was taken."""


def trial_pile(seed, habit, ways, how="usual", **more):
    """One picture of a page of trial cards for each way."""
    return _pile(seed, habit, ways, lambda n, chance: trial_page(chance, 1 + 12 * n, PRINTS[how], **more))


def own_pile(seed, habit, ways, name, profile="clear", paper="A4"):
    """Our own sheets, a page a picture."""
    pages = [page for page in own_pages(name, profile, paper) if any(card["boxes"] for card in page.layout["cards"])]
    return _pile(seed, habit, ways, lambda n, chance: pages[n % len(pages)])


def mixed_pile(seed, habit, way, hows):
    """One picture of cards of several prints on one table."""
    chance = np.random.default_rng(seed)
    pages = []
    for n, how in enumerate(hows):
        page = trial_page(chance, 1 + n, PRINTS[how], grid=(1, 1), workshop=f"M{n}")
        filled = page.picture.copy()
        pages.append((filled, page.layout, fill_in(filled, page.layout, habit, chance)))
    name = f"mixed-{way}{ALL[way].ending}"
    scene = thrown(pages, chance, ALL[way].table, ALL[way].over)
    return Pile({name: taken(scene, way, chance)}, [layout for _, layout, _ in pages],
                {name: [meant for _, _, people in pages for meant in people]}, {name: way})


def bound_pile(pile, form):
    """The pictures of a pile as one file of several pages."""
    name = f"bound.{form.lower()}"
    return Pile({name: bound(pile.pictures.values(), form)}, pile.layouts,
                {name: [one for people in pile.meant.values() for one in people]}, {name: form})


def _pile(seed, habit, ways, page_of):
    chance = np.random.default_rng(seed)
    pictures, layouts, meant, taken_by = {}, [], {}, {}
    for n, way in enumerate(ways):
        page = page_of(n, chance)
        filled = page.picture.copy()
        name = f"{n:03d}-{way.replace(' ', '-')}{ALL[way].ending}"
        people = fill_in(filled, page.layout, habit, chance)
        scene, meant[name] = _scene(filled, page.layout, people, ALL[way], chance)
        pictures[name] = taken(scene, way, chance, [card["rect"] for card in page.layout["cards"]])
        taken_by[name] = way
        if page.layout not in layouts:
            layouts.append(page.layout)
    return Pile(pictures, layouts, meant, taken_by)


def _scene(filled, layout, people, way, chance):
    """What the camera will look at, and who is on it."""
    if way.mishap == "cut off":
        return cut_off(filled, people, layout, chance)
    if way.mishap:
        hide(people, layout, befall(way.mishap, filled, layout, chance))
    if way.table:
        return thrown([(filled, layout, people)], chance, way.table, way.over, way.twice), people
    return filled, people


def keep(pile, folder):
    """Write a pile into a folder: its pictures, `layout.json` and `truth.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pile.pictures.items():
        (folder / name).write_bytes(data)
    (folder / "layout.json").write_text(json.dumps(pile.layouts))
    meant = {name: [asdict(one) for one in people] for name, people in pile.meant.items()}
    (folder / "truth.json").write_text(json.dumps({"meant": meant, "ways": pile.ways}))


def kept(folder):
    """The pile that was kept in a folder."""
    truth = json.loads((folder / "truth.json").read_text())
    meant = {name: [Meant(**one) for one in people] for name, people in truth["meant"].items()}
    return Pile({name: (folder / name).read_bytes() for name in meant}, json.loads((folder / "layout.json").read_text()), meant,
                truth["ways"])
