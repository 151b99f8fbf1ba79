"""The clock and the chance that the desk hands down. All take them from here, so that a rehearsal can bring its own."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from kit.engine import Clock
from kit.model.sheetcode import ALPHABET


@dataclass(frozen=True, slots=True)
class World:
    """What is outside the kit: the time, and letters drawn by chance."""

    clock: Clock
    draw: Callable[[int], str]
    """So many characters of the sheet code's alphabet, drawn by chance."""


def real_world() -> World:
    """The laptop's clock, and chance that nobody can foresee."""
    return World(lambda: datetime.now().astimezone(), lambda count: "".join(secrets.choice(ALPHABET) for _ in range(count)))


def made_up_world(seed: int | str) -> World:
    """A clock that goes on seven seconds at every look, and chance that is the same for the same seed."""
    chance = Random(f"world {seed}")
    time = [datetime(2026, 1, 5, 10, 0, tzinfo=UTC)]

    def clock() -> datetime:
        time[0] += timedelta(seconds=7)
        return time[0]

    return World(clock, lambda count: "".join(chance.choice(ALPHABET) for _ in range(count)))
