"""A framework that accounts are read against: principles, values or standards by their short names, with where they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

NO_PRINCIPLE = "fits-no-principle"
"""The code that is always there, whatever the frameworks: what somebody said that none of them has a name for."""

LEVELS = ("evident", "partly", "not yet", "worked against", "not applicable")
"""How far an account shows a principle. Partial practice is normal (Farr 2021; PARTNERS2), so it has words of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """One principle, value, standard or feature."""

    id: str
    name: str
    kind: str = ""
    """What the framework calls it: principle, value, standard, key feature."""
    parent: str = ""
    """Id of the item it belongs under; empty at the top."""
    checked: bool = True
    """False: recalled, and not held against its source yet."""


@dataclass(frozen=True)
class Framework:
    """A named list of items, in its source's own order."""

    id: str
    title: str
    version: str
    year: int
    """0 where it is not known."""
    owner: str
    licence: str
    source: str
    checked: bool
    note: str
    items: tuple[Item, ...]
    file: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Its items by their ids."""
        return {item.id: item for item in self.items}

    def level(self, item: Item) -> int:
        """How far below the top an item stands: 1, 2 or 3."""
        return 1 + (self.level(self.by_id[item.parent]) if item.parent else 0)

    @property
    def all_checked(self) -> bool:
        """Whether each of its names was held against its source."""
        return self.checked and all(item.checked for item in self.items)
