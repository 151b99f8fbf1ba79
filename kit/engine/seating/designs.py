"""Schedules without a repeat that need no search: where arithmetic gives them, they are there at once.

People stand in columns, one place in each column for each table. In round r the person at place x of column c sits at
table x - a[r][c]. Two people of different columns meet in the one round, if any, where a[r][c] - a[r][d] is the difference of
their places; so nobody meets twice if these differences are all different over the rounds. With as many tables as a
finite field has elements, a[r][c] = r times c does it; elsewhere a short search for the rows of a often does (mutually
orthogonal Latin squares say the same in other words). People of one column never meet, so the columns can fill the
tables for one round more, or for several.
"""

from collections.abc import Sequence
from random import Random

from kit.engine.seating.galois import field

Rounds = list[list[int]]
"""The table of each person, round by round."""

_TRIES = 4000
"""Numbers that are looked at in the search for one more row."""
_STARTS = 6


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
    return [_named(row[:columns * tables - missing], sizes) for row in seated]


def _columns(columns: int, tables: int, rounds: int, chance: Random, whole: bool) -> Rounds | None:
    """Rounds for full columns; with `whole` also those in which people of one column meet."""
    minus_times = field(tables)
    if minus_times:
        minus, times = minus_times
        across = [[minus[x][times[r][c]] for c in range(columns) for x in range(tables)] for r in range(min(rounds, tables))]
    else:
        found = _rows(columns, tables, rounds, chance)
        across = [[(x - row[c]) % tables for c in range(columns) for x in range(tables)] for row in found]
    if len(across) < rounds and whole and tables % columns == 0:
        across += _inside(columns, tables, rounds - len(across), chance)
    return across if len(across) >= rounds else None


def _inside(columns: int, tables: int, rounds: int, chance: Random) -> Rounds:
    """Rounds in which each column fills its own tables."""
    own = tables // columns
    for wanted in range(rounds, 0, -1):
        inner = design([columns] * own, wanted, chance)
        if inner:
            return [[c * own + t for c in range(columns) for t in row] for row in inner]
    return []


def _named(groups: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """The groups of one round at the tables whose sizes they have."""
    filled = [0] * len(sizes)
    for group in groups:
        filled[group] += 1
    by_size = sorted(range(len(sizes)), key=lambda group: filled[group])
    tables = sorted(range(len(sizes)), key=lambda table: sizes[table])
    table_of = dict(zip(by_size, tables, strict=True))
    return [table_of[group] for group in groups]


def _rows(columns: int, tables: int, rounds: int, chance: Random) -> Rounds:
    """As many rows a[r] as a search finds, up to so many, whose differences are all different modulo the tables."""
    best: Rounds = []
    for _ in range(_STARTS):
        rows = [[0] * columns]
        while len(rows) < rounds:
            row = _one_more(rows, columns, tables, chance)
            if row is None:
                break
            rows.append(row)
        if len(rows) > len(best):
            best = rows
        if len(best) >= rounds:
            break
    return best


def _one_more(rows: Rounds, columns: int, tables: int, chance: Random) -> list[int] | None:
    """A row whose difference from each of the rows takes no value twice, by a search that goes back where it fails."""
    row = [0]
    waiting = [_shuffled(tables, chance)]
    used = [{-earlier[0] % tables} for earlier in rows]
    for _ in range(_TRIES):
        if len(row) == columns:
            return row
        if not waiting[-1]:
            waiting.pop()
            if not waiting:
                return None
            value = row.pop()
            for seen, earlier in zip(used, rows, strict=True):
                seen.discard((value - earlier[len(row)]) % tables)
            continue
        value = waiting[-1].pop()
        differences = [(value - earlier[len(row)]) % tables for earlier in rows]
        if all(d not in seen for d, seen in zip(differences, used, strict=True)):
            for d, seen in zip(differences, used, strict=True):
                seen.add(d)
            row.append(value)
            waiting.append(_shuffled(tables, chance))
    return None


def _shuffled(count: int, chance: Random) -> list[int]:
    values = list(range(count))
    chance.shuffle(values)
    return values

