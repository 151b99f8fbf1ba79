"""Fair dealing: drawings to people who write captions, drafts to readers. Nobody gets their own; all get their fair share."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from random import Random

from kit.engine.variety import Held, fewest_overlaps, overlaps, varied

_TRIES = 6
"""Dealings of which the most varied is taken."""


def deal(takers: Sequence[str], items: Mapping[str, str], each: int, chance: Random, *, private: Collection[str] = (),
         seen: Mapping[str, Collection[str]] | None = None) -> Held:
    """Who gets which items: `{taker: [item, …]}`, in the order of the takers and of the items.

    `items` maps each item to its owner; `private` ones are never dealt. Each taker gets `each` different items that are not
    their own, or as many as there are. How often the items are dealt is as even as can be. Among such dealings one is
    sought in which nobody gets what they have `seen` before, and no two people get the same two items.
    """
    owner = {item: of for item, of in items.items() if item not in private}
    may = {taker: [item for item in owner if owner[item] != taker] for taker in takers}
    return _most_varied(lambda: _dealt(takers, owner, may, each, chance), owner, seen or {}, chance)


def deal_out(takers: Sequence[str], items: Mapping[str, str], readers: int, chance: Random, *,
             private: Collection[str] = ()) -> Held:
    """The other way round: every item goes to so many takers, and the takers' shares are as even as can be."""
    owner = {item: of for item, of in items.items() if item not in private}
    may = {item: [taker for taker in takers if owner[item] != taker] for item in owner}

    def dealt() -> dict[str, set[str]]:
        given = _dealt(list(owner), takers, may, readers, chance)
        return {taker: {item for item in owner if taker in given[item]} for taker in takers}

    return _most_varied(dealt, owner, {}, chance)


def fill_in(held: Mapping[str, Sequence[str]], gone: Collection[str], items: Mapping[str, str], chance: Random) -> Held:
    """What the others have once some people pass or leave: each item those had goes to somebody else who can take it.

    Nobody gives up what they have. Those with the fewest items take on first.
    """
    staying = {taker: list(has) for taker, has in held.items() if taker not in gone}
    for item in [item for taker in gone for item in held.get(taker, ())]:
        able = [taker for taker, has in staying.items() if items[item] != taker and item not in has]
        chance.shuffle(able)
        if able:
            staying[min(able, key=lambda taker: len(staying[taker]))].append(item)
    return staying


def _most_varied(dealt: Callable[[], dict[str, set[str]]], owner: Mapping[str, str], seen: Mapping[str, Collection[str]],
                 chance: Random) -> Held:
    """The most varied of some dealings."""
    best: dict[str, set[str]] = {}
    for _ in range(_TRIES):
        held = varied(dealt(), owner, seen, chance)
        if not best or overlaps(held, seen) < overlaps(best, seen):
            best = held
        if overlaps(best, seen) <= fewest_overlaps(best, len(owner)):
            break
    return {taker: [item for item in owner if item in has] for taker, has in best.items()}


def _dealt(takers: Sequence[str], items: Iterable[str], may: Mapping[str, Sequence[str]], each: int,
           chance: Random) -> dict[str, set[str]]:
    """One dealing of items that each taker may have, `each` to every taker.

    One unit at a time goes, along a path of exchanges, to the least dealt item in reach. This is the optimal semi-matching
    of Harvey, Ladner, Lovász and Tamir (2006), which is least for every convex cost of the loads, so no other dealing is
    more even.
    """
    allowed = {taker: list(may[taker]) for taker in takers}
    for order in allowed.values():
        chance.shuffle(order)
    held: dict[str, set[str]] = {taker: set() for taker in takers}
    load = dict.fromkeys(items, 0)
    waiting = list(takers)
    for _ in range(each):
        chance.shuffle(waiting)
        for taker in waiting:
            _give_one(taker, allowed, held, load)
    return held


def _give_one(taker: str, may: Mapping[str, Sequence[str]], held: dict[str, set[str]], load: dict[str, int]) -> None:
    """One more item for a taker, with whatever exchanges keep the loads most even. Does nothing where none is left."""
    came = _in_reach(taker, may, held, load)
    item = min(came, key=lambda i: load[i], default=None)
    if item is not None:
        load[item] += 1
    while item is not None:
        person, given_up = came[item]
        held[person].add(item)
        if given_up is not None:
            held[person].discard(given_up)
        item = given_up


def _in_reach(taker: str, may: Mapping[str, Sequence[str]], held: Mapping[str, set[str]],
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
        fresh = [i for i in may[person] if i not in came and i not in held[person]]
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
