"""Making a fair dealing varied: two people exchange items, which leaves every share as it is."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from random import Random

Held = dict[str, list[str]]
"""Who has which items."""

_SEEN = 100
"""What an item counts as that somebody has seen before. Two people with the same two items count 1."""
_TRIES, _MOST_TRIES = 20, 5000
"""Exchanges that are tried for each item somebody has, and at most: a blink in any room."""


def overlaps(held: Mapping[str, Iterable[str]], seen: Mapping[str, Collection[str]]) -> int:
    """How far a dealing is from varied; 0 is best."""
    pairs = Counter(pair for has in held.values() for pair in combinations(sorted(has), 2))
    again = sum(item in seen.get(taker, ()) for taker, has in held.items() for item in has)
    return _SEEN * again + sum(times - 1 for times in pairs.values())


def fewest_overlaps(held: Mapping[str, Collection[str]], items: int) -> int:
    """No dealing with these shares of so many items has fewer overlaps: there are only so many pairs of items."""
    return max(0, sum(len(has) * (len(has) - 1) // 2 for has in held.values()) - items * (items - 1) // 2)


def varied(held: dict[str, set[str]], owner: Mapping[str, str], seen: Mapping[str, Collection[str]],
           chance: Random) -> dict[str, set[str]]:
    """The dealing after exchanges by chance, none of which makes it less varied."""
    exchange = _Exchange(held, seen)
    slots = [(taker, item) for taker, has in held.items() for item in sorted(has)]
    left, least = overlaps(held, seen), fewest_overlaps(held, len(owner))
    for _ in range(min(_MOST_TRIES, _TRIES * len(slots)) if len(slots) > 1 else 0):
        if left <= least:
            break
        one, two = chance.sample(range(len(slots)), 2)
        (a, gives), (b, gets) = slots[one], slots[two]
        if a == b or owner[gets] == a or owner[gives] == b or gets in held[a] or gives in held[b]:
            continue
        change = exchange.change(a, gives, b, gets)
        if change > 0:
            exchange.change(a, gets, b, gives)
        else:
            left += change
            slots[one], slots[two] = (a, gets), (b, gives)
    return held


class _Exchange:
    """Who has what, under change, with the pairs of items counted."""

    def __init__(self, held: dict[str, set[str]], seen: Mapping[str, Collection[str]]) -> None:
        self.held, self.seen = held, seen
        self.pairs = Counter(pair for has in held.values() for pair in combinations(sorted(has), 2))

    def change(self, a: str, gives: str, b: str, gets: str) -> int:
        """Let two people exchange an item. Gives the change of what counts against variety."""
        return self._drop(a, gives) + self._drop(b, gets) + self._take(a, gets) + self._take(b, gives)

    def _drop(self, taker: str, item: str) -> int:
        self.held[taker].remove(item)
        change = -_SEEN * (item in self.seen.get(taker, ()))
        for other in self.held[taker]:
            pair = (min(item, other), max(item, other))
            change -= self.pairs[pair] > 1
            self.pairs[pair] -= 1
        return change

    def _take(self, taker: str, item: str) -> int:
        change = _SEEN * (item in self.seen.get(taker, ()))
        for other in self.held[taker]:
            pair = (min(item, other), max(item, other))
            change += self.pairs[pair] > 0
            self.pairs[pair] += 1
        self.held[taker].add(item)
        return change
