"""Mixing the tables once more: people beside people they have not sat with yet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from kit.engine.seating import Instance, Person, Table, solve
from kit.engine.seating.figures import pairs_of

Tables = list[list[str]]

_SECONDS = 0.1
"""Work for one mix. It ends sooner where nobody need sit with anybody again."""


def mix(people: Sequence[str], tables: int, before: Iterable[Tables], chance: Random) -> Tables:
    """People at tables whose sizes differ by at most one, with as few repeated meetings as the search finds.

    `before` are the earlier seatings of the same people. Two who sat together twice are kept apart sooner than two who
    sat together once.
    """
    order = list(people)
    chance.shuffle(order)
    sizes = [len(order[t::tables]) for t in range(tables)]
    past = Counter(pair for seating in before for table in seating for pair in pairs_of(table))
    instance = Instance(tuple(map(Person, order)), tuple(Table(str(t), size, size) for t, size in enumerate(sizes)), 1, past=past)
    return [list(table) for table in solve(instance, seed=chance.randrange(1 << 32), seconds=_SECONDS).schedule[0]]


def repeats(tables: Tables, before: Iterable[Tables]) -> int:
    """Pairs at one table now who have sat together before."""
    met = {pair for seating in before for table in seating for pair in pairs_of(table)}
    return sum(pair in met for table in tables for pair in pairs_of(table))
