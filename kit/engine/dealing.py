"""Fair dealing: drawings to people who write captions. Nobody gets their own, and every drawing gets its fair share."""

from collections import deque
from collections.abc import Mapping, Sequence
from random import Random


def deal(takers: Sequence[str], items: Mapping[str, str], each: int, chance: Random) -> dict[str, list[str]]:
    """Who gets which items: `{taker: [item, …]}`, in the order of the takers and of the items.

    `items` maps each item to its owner. Each taker gets `each` different items that are not their own, or as many as
    there are. How often the items are dealt is as even as can be: one unit at a time goes, along a path of exchanges,
    to the least dealt item in reach. This is the optimal semi-matching of Harvey, Ladner, Lovász and Tamir (2006), which
    is least for every convex cost of the loads, so no other dealing is more even.
    """
    order = list(items)
    chance.shuffle(order)
    held: dict[str, set[str]] = {taker: set() for taker in takers}
    load = dict.fromkeys(items, 0)
    waiting = list(takers)
    for _ in range(each):
        chance.shuffle(waiting)
        for taker in waiting:
            _give_one(taker, order, items, held, load)
    return {taker: [item for item in items if item in held[taker]] for taker in takers}


def _give_one(taker: str, order: Sequence[str], owner: Mapping[str, str], held: dict[str, set[str]],
              load: dict[str, int]) -> None:
    """One more item for a taker, with whatever exchanges keep the loads most even. Does nothing where none is left."""
    came = _in_reach(taker, order, owner, held, load)
    item = min(came, key=lambda i: load[i], default=None)
    if item is not None:
        load[item] += 1
    while item is not None:
        person, given_up = came[item]
        held[person].add(item)
        if given_up is not None:
            held[person].discard(given_up)
        item = given_up


def _in_reach(taker: str, order: Sequence[str], owner: Mapping[str, str], held: Mapping[str, set[str]],
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
        fresh = [i for i in order if i not in came and i not in held[person] and owner[i] != person]
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
