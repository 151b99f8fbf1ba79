"""Fair dealing: drawings to people who write captions, drafts to readers, slips to tables.

Nobody gets their own, everybody gets the same number, every item goes out equally often. What is private is never handed in
here, so it is never dealt.
"""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from random import Random

Hands = dict[str, set[str]]
"""The items that each taker holds."""

_WORK = 600
"""Items dealt in all the tries together: a dozen tries for a small room, where a good dealing is hard to hit; one for a large."""


def deal(takers: Sequence[str], items: Mapping[str, str], each: int, chance: Random,
         seen: Mapping[str, Iterable[str]] | None = None) -> dict[str, list[str]]:
    """Who gets which items: `{taker: [item, …]}`, in the order of the takers and of the items.

    `items` maps each item to its owner; `seen` are items a taker had in an earlier dealing, which they get again only where
    the rest could not be kept. Each taker gets `each` different items that are not their own, or as many as there are. How
    often the items are dealt is as even as can be: one unit at a time goes, along a path of exchanges, to the least dealt
    item in reach. This is the optimal semi-matching of Harvey, Ladner, Lovász and Tamir (2006), which is least for every
    convex cost of the loads, so no other dealing is more even. Then people exchange items for as long as that lets fewer of
    them hold the same two. Of several such dealings the one that repeats least is taken.
    """
    again = {taker: frozenset((seen or {}).get(taker, ())) for taker in takers}
    best: Hands = {taker: set() for taker in takers}
    least: int | None = None
    for _ in range(max(1, _WORK // (1 + len(takers) * each))):
        held = _once(takers, items, each, chance, again)
        cost = _repeats(_counted(held)) + sum(len(held[taker] & again[taker]) for taker in takers)
        if least is None or cost < least:
            best, least = held, cost
        if not least:
            break
    return {taker: [item for item in items if item in best[taker]] for taker in takers}


def _once(takers: Sequence[str], items: Mapping[str, str], each: int, chance: Random,
          again: Mapping[str, frozenset[str]]) -> Hands:
    order = list(items)
    chance.shuffle(order)
    allowed = {taker: {i for i in items if items[i] != taker} for taker in takers}
    fresh = {taker: allowed[taker] - again[taker] for taker in takers}
    held: Hands = {taker: set() for taker in takers}
    _give_all(held, order, fresh, dict.fromkeys(takers, each), chance)
    wanting = {taker: each - len(held[taker]) for taker in takers}
    stretched = {taker: allowed[taker] if wanting[taker] else fresh[taker] for taker in takers}
    _give_all(held, order, stretched, wanting, chance)
    _vary(held, stretched)
    return held


def fill_in(dealt: Mapping[str, Sequence[str]], items: Mapping[str, str], gone: Iterable[str],
            chance: Random) -> dict[str, list[str]]:
    """The dealing when some people pass or have left: others take over what they held, each about as much as the rest.

    Nobody gives up what they have. An item that nobody else can take is left out.
    """
    away = set(gone)
    held: Hands = {taker: set(hand) for taker, hand in dealt.items() if taker not in away}
    orphans = [item for taker in dealt if taker in away for item in dealt[taker]]
    chance.shuffle(orphans)
    for item in orphans:
        able = [taker for taker in held if items[item] != taker and item not in held[taker]]
        if able:
            chance.shuffle(able)
            held[min(able, key=lambda taker: len(held[taker]))].add(item)
    return {taker: [item for item in items if item in hand] for taker, hand in held.items()}


def _give_all(held: Hands, order: Sequence[str], allowed: Mapping[str, set[str]], wanted: Mapping[str, int],
              chance: Random) -> None:
    load = {item: sum(item in hand for hand in held.values()) for item in order}
    waiting = [taker for taker in held if wanted[taker] > 0]
    for turn in range(max(wanted.values(), default=0)):
        chance.shuffle(waiting)
        for taker in waiting:
            if turn < wanted[taker]:
                _give_one(taker, order, allowed, held, load)


def _give_one(taker: str, order: Sequence[str], allowed: Mapping[str, set[str]], held: Hands, load: dict[str, int]) -> None:
    """One more item for a taker, with whatever exchanges keep the loads most even. Does nothing where none is left."""
    came = _in_reach(taker, order, allowed, held, load)
    item = min(came, key=lambda i: load[i], default=None)
    if item is not None:
        load[item] += 1
    while item is not None:
        person, given_up = came[item]
        held[person].add(item)
        if given_up is not None:
            held[person].discard(given_up)
        item = given_up


def _in_reach(taker: str, order: Sequence[str], allowed: Mapping[str, set[str]], held: Hands,
              load: Mapping[str, int]) -> dict[str, tuple[str, str | None]]:
    """Items the taker could have, at once or by exchanges: `{item: (who would take it, what they would give up for it)}`.

    The search is breadth first and ends at the first item that is dealt least of all: none can be better.
    """
    came: dict[str, tuple[str, str | None]] = {}
    queue: deque[tuple[str, str | None]] = deque([(taker, None)])
    asked = {taker}
    least = min(load.values(), default=0)
    while queue:
        person, given_up = queue.popleft()
        fresh = [i for i in order if i not in came and i not in held[person] and i in allowed[person]]
        for item in fresh:
            came[item] = (person, given_up)
            if load[item] == least:
                return came
        for item in fresh:
            for other in held:
                if other not in asked and item in held[other]:
                    asked.add(other)
                    queue.append((other, item))
    return came


def _vary(held: Hands, allowed: Mapping[str, set[str]]) -> None:
    """Exchange one item for another between two people for as long as fewer people then hold the same two items."""
    together = _counted(held)
    better = max(together.values(), default=0) > 1
    while better:
        better = any(_exchange(held, allowed, together, one, two) for one, two in combinations(held, 2)
                     if _shares(held[one], together) or _shares(held[two], together))


def _counted(held: Hands) -> Counter[tuple[str, str]]:
    """How many people hold each two items."""
    return Counter(pair for hand in held.values() for pair in combinations(sorted(hand), 2))


def _shares(hand: set[str], together: Counter[tuple[str, str]]) -> bool:
    return any(together[pair] > 1 for pair in combinations(sorted(hand), 2))


def _exchange(held: Hands, allowed: Mapping[str, set[str]], together: Counter[tuple[str, str]], one: str, two: str) -> bool:
    for mine in sorted(held[one] - held[two]):
        for yours in sorted(held[two] - held[one]):
            if yours in allowed[one] and mine in allowed[two] and \
                    _gain(held[one], mine, yours, together) + _gain(held[two], yours, mine, together) > 0 and \
                    _done(held, together, (one, mine), (two, yours)):
                return True
    return False


def _gain(hand: set[str], gives: str, takes: str, together: Counter[tuple[str, str]]) -> int:
    """How many shared pairs fewer there are when this hand gives one item and takes another, all else as it is."""
    rest = hand - {gives}
    return sum((together[_pair(gives, i)] > 1) - (together[_pair(takes, i)] > 0) for i in rest)


def _done(held: Hands, together: Counter[tuple[str, str]], one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Make an exchange; take it back, and say False, where the two gains were one and the same."""
    before = _repeats(together)
    _swap(held, together, one, two)
    if _repeats(together) < before:
        return True
    _swap(held, together, (one[0], two[1]), (two[0], one[1]))
    return False


def _swap(held: Hands, together: Counter[tuple[str, str]], one: tuple[str, str], two: tuple[str, str]) -> None:
    for person, gives, takes in ((one[0], one[1], two[1]), (two[0], two[1], one[1])):
        held[person].discard(gives)
        together.subtract(_pair(gives, item) for item in held[person])
        together.update(_pair(takes, item) for item in held[person])
        held[person].add(takes)


def _repeats(together: Counter[tuple[str, str]]) -> int:
    return sum(count - 1 for count in together.values() if count > 1)


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)

