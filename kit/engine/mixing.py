"""Mixing the tables: a seeded shuffle that seats people beside people they have not sat with yet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from random import Random

Tables = list[list[str]]

_TRIES = 12
"""Fresh shuffles. Each is then improved by swaps; more tries changed nothing in rooms of up to 40 people."""


def mix(people: Sequence[str], tables: int, before: Iterable[Tables], chance: Random) -> Tables:
    """People at tables whose sizes differ by at most one, with as few repeated meetings as the search finds.

    `before` are the earlier seatings of the same people. The cost of a seating is the sum, over all pairs at one table,
    of how often the two have sat together. Each shuffle is improved by swapping two people for as long as that helps.
    """
    met = Counter(pair for seating in before for table in seating for pair in combinations(sorted(table), 2))
    best: Tables = []
    for _ in range(_TRIES):
        order = list(people)
        chance.shuffle(order)
        seating = _improved([order[i::tables] for i in range(tables)], met)
        if not best or _cost(seating, met) < _cost(best, met):
            best = seating
        if not _cost(best, met):
            break
    return best


def repeats(tables: Tables, before: Iterable[Tables]) -> int:
    """Pairs at one table now who have sat together before."""
    met = {pair for seating in before for table in seating for pair in combinations(sorted(table), 2)}
    return sum(pair in met for table in tables for pair in combinations(sorted(table), 2))


def _cost(tables: Tables, met: Counter[tuple[str, str]]) -> int:
    return sum(met[pair] for table in tables for pair in combinations(sorted(table), 2))


def _known(person: str, table: list[str], met: Counter[tuple[str, str]]) -> int:
    return sum(met[min(person, other), max(person, other)] for other in table if other != person)


def _improved(tables: Tables, met: Counter[tuple[str, str]]) -> Tables:
    better = True
    while better:
        better = False
        for one, two in combinations(tables, 2):
            better |= _swap_once(one, two, met)
    return tables


def _swap_once(one: list[str], two: list[str], met: Counter[tuple[str, str]]) -> bool:
    for i, a in enumerate(one):
        for j, b in enumerate(two):
            now = _known(a, one, met) + _known(b, two, met)
            both = met[min(a, b), max(a, b)]
            then = _known(b, one, met) + _known(a, two, met) - 2 * both
            if then < now:
                one[i], two[j] = b, a
                return True
    return False
