"""Schedules without a repeat that need no search: where arithmetic gives them, they are there at once.

People stand in columns, one place in each column for each table. In round r the person at place x of column c sits at
table x - a[r][c]. Two people of different columns meet in the one round, if any, where a[r][c] - a[r][d] is the difference of
their places; so nobody meets twice if these differences are all different over the rounds. With as many tables as a
finite field has elements, a[r][c] = r times c does it; elsewhere a short search for the rows of a often does (mutually
orthogonal Latin squares say the same in other words). People of one column never meet, so the columns can fill the
tables for one round more, or for several.
"""

from collections.abc import Sequence
from itertools import product
from random import Random

from kit.engine.seating.galois import field

Rounds = list[list[int]]
"""The table of each person, round by round."""

Minus = Sequence[Sequence[int]]
"""The differences of every two elements of a group."""

_TRIES = 4000
"""Numbers that are looked at in the search for one more row."""
_STARTS = 30


def design(sizes: Sequence[int], rounds: int, chance: Random) -> Rounds | None:
    """A schedule for tables of these sizes in which nobody meets twice, or None where no design is known here."""
    if rounds == 1:
        return [[table for table, size in enumerate(sizes) for _ in range(size)]]
    if not sizes or max(sizes) - min(sizes) > 1 or max(sizes) > len(sizes) or not max(sizes):
        return None
    columns, tables = max(sizes), len(sizes)
    missing = columns * tables - sum(sizes)
    seated = _columns(columns, tables, rounds, chance, whole=not missing)
    if seated is None:
        return None
    # The people who are missing all leave the last column, so that no table is short of two.
    return [at_tables(row[:columns * tables - missing], sizes) for row in seated]


def at_tables(groups: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """The groups of one round at the tables whose sizes they have; a group that fits keeps its table."""
    filled = [0] * len(sizes)
    for group in groups:
        filled[group] += 1
    table_of = {g: g for g in range(len(sizes)) if filled[g] == sizes[g]}
    others = sorted((g for g in range(len(sizes)) if g not in table_of), key=lambda g: filled[g])
    tables = sorted((t for t in range(len(sizes)) if t not in table_of), key=lambda t: sizes[t])
    table_of.update(zip(others, tables, strict=True))
    return [table_of[group] for group in groups]


def _columns(columns: int, tables: int, rounds: int, chance: Random, whole: bool) -> Rounds | None:
    """Rounds for full columns; with `whole` also those in which people of one column meet."""
    minus_times = field(tables)
    if minus_times:
        minus, times = minus_times
        across = [[minus[x][times[r][c]] for c in range(columns) for x in range(tables)] for r in range(min(rounds, tables))]
    else:
        across = max((_across(_minus(parts), columns, rounds, chance) for parts in _groups(tables)), key=len)
    if len(across) < rounds and whole and tables % columns == 0:
        across += _inside(columns, tables, rounds - len(across), chance)
    return across if len(across) >= rounds else None


def _across(minus: Minus, columns: int, rounds: int, chance: Random) -> Rounds:
    rows = _rows(minus, columns, rounds, chance)
    return [[minus[x][row[c]] for c in range(columns) for x in range(len(minus))] for row in rows]


def _groups(order: int) -> list[tuple[int, ...]]:
    """The cyclic group of this order, and the one that is a product of the smallest cyclic groups."""
    parts, rest = [], order
    for prime in range(2, order + 1):
        while rest % prime == 0:
            parts.append(prime)
            rest //= prime
    return [(order,)] if len(set(parts)) == len(parts) else [(order,), tuple(parts)]


def _minus(parts: tuple[int, ...]) -> Minus:
    """The differences in a product of cyclic groups."""
    elements = list(product(*map(range, parts)))
    number = {element: n for n, element in enumerate(elements)}
    return [[number[tuple((a - b) % part for a, b, part in zip(x, y, parts, strict=True))] for y in elements]
            for x in elements]


def _inside(columns: int, tables: int, rounds: int, chance: Random) -> Rounds:
    """Rounds in which each column fills its own tables."""
    own = tables // columns
    for wanted in range(rounds, 0, -1):
        inner = design([columns] * own, wanted, chance)
        if inner:
            return [[c * own + t for c in range(columns) for t in row] for row in inner]
    return []


def _rows(minus: Minus, columns: int, rounds: int, chance: Random) -> Rounds:
    """As many rows a[r] as a search finds, up to so many, with differences that are all different."""
    best: Rounds = []
    for _ in range(_STARTS):
        rows = [[0] * columns]
        while len(rows) < rounds:
            row = _one_more(minus, rows, columns, chance)
            if row is None:
                break
            rows.append(row)
        best = max(best, rows, key=len)
        if len(best) >= rounds:
            break
    return best


def _one_more(minus: Minus, rows: Rounds, columns: int, chance: Random) -> list[int] | None:
    """A row whose difference from each of the rows takes no value twice, by a search that goes back where it fails."""
    row = [0]
    waiting = [_shuffled(len(minus), chance)]
    used = [{minus[0][earlier[0]]} for earlier in rows]
    for _ in range(_TRIES):
        if len(row) == columns:
            return row
        if not waiting[-1]:
            waiting.pop()
            if not waiting:
                return None
            value = row.pop()
            for seen, earlier in zip(used, rows, strict=True):
                seen.discard(minus[value][earlier[len(row)]])
            continue
        value = waiting[-1].pop()
        differences = [minus[value][earlier[len(row)]] for earlier in rows]
        if all(d not in seen for d, seen in zip(differences, used, strict=True)):
            for d, seen in zip(differences, used, strict=True):
                seen.add(d)
            row.append(value)
            waiting.append(_shuffled(len(minus), chance))
    return None


def _shuffled(count: int, chance: Random) -> list[int]:
    values = list(range(count))
    chance.shuffle(values)
    return values
