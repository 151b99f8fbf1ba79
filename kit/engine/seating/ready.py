"""Schedules that are there at once, for tables of given sizes: from arithmetic or the catalogue, with places left out."""

from collections.abc import Iterator, Sequence
from random import Random

from kit.engine.seating.catalogue import listed_schedules
from kit.engine.seating.designs import Rounds, at_tables, design

_LOOKS = 2000


def ready_schedule(sizes: Sequence[int], rounds: int, chance: Random) -> Rounds | None:
    """A schedule for these tables in which nobody meets twice, or None where none is at hand."""
    found = design(sizes, rounds, chance)
    if found is None and sizes and max(sizes) - min(sizes) <= 1:
        size, missing = max(sizes), len(sizes) * max(sizes) - sum(sizes)
        for schedule in listed_schedules(len(sizes), size, rounds):
            found = left_out(schedule[:rounds], missing, sizes, chance)
            if found is not None:
                break
    return found


def left_out(schedule: Rounds, missing: int, sizes: Sequence[int], chance: Random) -> Rounds | None:
    """The schedule without so many places, no two of which ever share a table, so that no table is short of two."""
    places = range(len(schedule[0]))
    apart = [{q for q in places if q != p and all(row[p] != row[q] for row in schedule)} for p in places]
    gone = next(_strangers(apart, missing, chance), None)
    if gone is None:
        return None
    kept = [p for p in places if p not in gone]
    return [at_tables([row[p] for p in kept], sizes) for row in schedule]


def _strangers(apart: Sequence[set[int]], count: int, chance: Random) -> Iterator[frozenset[int]]:
    """Sets of so many places that never share a table, as far as a short search goes."""
    order = list(range(len(apart)))
    chance.shuffle(order)
    waiting: list[tuple[frozenset[int], list[int]]] = [(frozenset(), order)]
    for _ in range(_LOOKS):
        if not waiting:
            return
        chosen, left = waiting.pop()
        if len(chosen) == count:
            yield chosen
        elif len(chosen) + len(left) >= count:
            waiting.append((chosen, left[1:]))
            waiting.append((chosen | {left[0]}, [p for p in left[1:] if p in apart[left[0]]]))
