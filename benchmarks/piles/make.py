"""A pile from a seed: pictures, the layouts of what was printed, and what everybody meant."""

from dataclasses import dataclass

import numpy as np

from benchmarks.piles.capture import WAYS, taken
from benchmarks.piles.paper import own_pages, trial_page
from benchmarks.piles.people import fill_in


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


def trial_pile(seed, habit, ways, **print_):
    """One picture of four trial cards for each way."""
    return _pile(seed, habit, ways, lambda n, chance: trial_page(chance, 1 + 4 * n, **print_))


def own_pile(seed, habit, ways, name, profile="clear"):
    """Our own sheets, a page a picture."""
    pages = [page for page in own_pages(name, profile) if any(card["boxes"] for card in page.layout["cards"])]
    return _pile(seed, habit, ways, lambda n, chance: pages[n % len(pages)])


def _pile(seed, habit, ways, page_of):
    chance = np.random.default_rng(seed)
    pictures, layouts, meant, taken_by = {}, [], {}, {}
    for n, way in enumerate(ways):
        page = page_of(n, chance)
        filled = page.picture.copy()
        name = f"{n:03d}-{way}{WAYS[way].ending}"
        meant[name] = fill_in(filled, page.layout, habit, chance)
        pictures[name] = taken(filled, way, chance, [card["rect"] for card in page.layout["cards"]])
        taken_by[name] = way
        if page.layout not in layouts:
            layouts.append(page.layout)
    return Pile(pictures, layouts, meant, taken_by)
