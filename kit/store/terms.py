"""What an engine takes from outside: keys, chance and the schema it knows, so that tests can choose them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from kit.store.lines import Keys, PlainKeys
from kit.store.migrations import MIGRATIONS, Migrations
from kit.store.names import SCHEMA


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a folder is opened."""

    keys: Keys = field(default_factory=PlainKeys)
    schema: int = SCHEMA
    migrations: Migrations = field(default_factory=lambda: MIGRATIONS)
    chance: Callable[[int], bytes] = os.urandom
    """So many bytes that nobody can foresee."""
    secret: str = field(default="", repr=False)
    """What keys the names of attachments in a new folder, in hex: that of the folder it came from. Empty for one of its own."""
