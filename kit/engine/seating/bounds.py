"""How few repeats any plan must have: five arguments, each sound alone. The greatest counts. Earlier sessions do not count.

A  pairs       more meetings than pairs to meet.
B  person      a person sits with more people than there are for them to meet.
C  pigeonhole  any two rounds share pairs, because a table has more people than the next round has tables. A pair met k
               times joins at most k - 1 edges of a tree of rounds, so the heaviest spanning tree counts.
D  proven      a schedule without repeats is known not to exist.
E  confined    people who can sit at few tables only meet one another there, round after round.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kit.engine.seating.room import Room, RoundRoom

PROVEN = {(2, 2): 3, (3, 2): 5, (3, 3): 4, (4, 2): 7, (4, 3): 4, (4, 4): 5, (5, 2): 9, (5, 3): 7, (5, 4): 5, (5, 5): 6,
          (6, 2): 11, (6, 3): 8, (6, 4): 7, (6, 5): 6, (6, 6): 3, (7, 2): 13, (7, 3): 10, (7, 4): 9}
"""(tables, people at each): the most rounds without a repeat, where that is proven (OEIS A107431)."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The lower bounds on the repeats of any plan."""

    by_pairs: int
    by_person: int
    by_pigeonhole: int
    by_proof: int
    by_tables: int
    pairs: int
    """Pairs who may meet in some round."""
    meetings: int
    """The fewest meetings: pairs at one table, counted once for each round."""

    @property
    def least(self) -> int:
        """No plan has fewer repeats."""
        return max(self.by_pairs, self.by_person, self.by_pigeonhole, self.by_proof, self.by_tables)


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Who may meet and who must. People are bits of whole numbers."""

    may: list[int]
    """For each person, those they can meet in some round."""
    must: dict[tuple[int, int], int]
    """Pairs who share a table in some rounds whatever the plan, and in how many."""
    together: list[set[tuple[int, int]]]
    """For each round, the pairs who must share a table."""

    def forced(self, pairs: Iterable[tuple[int, int]]) -> int:
        """Repeats that the musts alone make among these pairs."""
        return sum(max(0, self.must[p] - 1) for p in pairs)

    def beyond(self, group: int) -> int:
        """By how much the meetings within a group that cost no more than is forced differ from one for each pair."""
        return sum(times - 1 for (a, b), times in self.must.items() if group >> a & 1 and group >> b & 1)

    def free(self, group: int) -> int:
        """Meetings within a group that cost no more than is forced."""
        pairs = sum((may & group).bit_count() for i, may in enumerate(self.may) if group >> i & 1) // 2
        return pairs + self.beyond(group)


def lower_bound(room: Room) -> Bound:
    """The lower bounds for a room. Every round must have room for the people who are here."""
    met = _meetings(room)
    everybody = (1 << len(room.ids)) - 1
    seats = [balanced(r.people, r.least, r.most) for r in room.rounds]
    fewest = sum(map(_pairs, (n for sizes in seats for n in sizes)))
    forced = met.forced(met.must)
    return Bound(
        by_pairs=forced + max(0, fewest - met.free(everybody)),
        by_person=_by_person(room, met, fewest),
        by_pigeonhole=_by_pigeonhole(room, met),
        by_proof=_by_proof(room),
        by_tables=forced + _by_tables(room, met),
        pairs=sum(m.bit_count() for m in met.may) // 2,
        meetings=fewest,
    )


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _meetings(room: Room) -> _Meetings:
    may = [0] * len(room.ids)
    must: dict[tuple[int, int], int] = {}
    together = []
    for asked in room.rounds:
        _may_meet(asked, may)
        pairs = _must_meet(asked)
        together.append(pairs)
        for pair in pairs:
            must[pair] = must.get(pair, 0) + 1
    return _Meetings(may, must, together)


def _may_meet(asked: RoundRoom, may: list[int]) -> None:
    """Add whom each person can meet in one round."""
    mask = {unit: sum(1 << i for i in unit) for unit in asked.units}
    unit_of = {i: unit for unit in asked.units for i in unit}
    at: dict[frozenset[int], int] = {}
    for unit, tables in zip(asked.units, asked.tables, strict=True):
        at[tables] = at.get(tables, 0) | mask[unit]
    meeting = {tables: sum(people for others, people in at.items() if tables & others) for tables in at}
    foes: dict[tuple[int, ...], int] = {}
    for a, b in asked.apart:
        foes[unit_of[a]] = foes.get(unit_of[a], 0) | mask[unit_of[b]]
        foes[unit_of[b]] = foes.get(unit_of[b], 0) | mask[unit_of[a]]
    for unit, tables in zip(asked.units, asked.tables, strict=True):
        for i in unit:
            may[i] |= ((meeting[tables] & ~foes.get(unit, 0)) | mask[unit]) & ~(1 << i)


def _must_meet(asked: RoundRoom) -> set[tuple[int, int]]:
    """Pairs in one block, or bound to one table."""
    fixed: dict[frozenset[int], list[int]] = {}
    pairs = {pair for unit in asked.units for pair in combinations(unit, 2)}
    for unit, tables in zip(asked.units, asked.tables, strict=True):
        if len(tables) == 1:
            fixed.setdefault(tables, []).extend(unit)
    return pairs | {pair for people in fixed.values() for pair in combinations(sorted(people), 2)}


def balanced(people: int, least: Sequence[int], most: Sequence[int]) -> list[int]:
    """Table sizes with the fewest pairs: everybody joins the smallest table there is."""
    sizes = list(least)
    for _ in range(people - sum(least)):
        smallest = min((t for t in range(len(sizes)) if sizes[t] < most[t]), key=lambda t: sizes[t])
        sizes[smallest] += 1
    return sizes


def _by_person(room: Room, met: _Meetings, fewest: int) -> int:
    low, high = [0] * len(room.ids), [0] * len(room.ids)
    for asked in room.rounds:
        sizes = _reachable(asked)
        for unit, tables in zip(asked.units, asked.tables, strict=True):
            for i in unit:
                low[i] += max(0, min(sizes[t][0] for t in tables) - 1)
                high[i] += max(0, max(sizes[t][1] for t in tables) - 1)
    forced = [0] * len(room.ids)
    fresh = [may.bit_count() for may in met.may]
    for pair in met.must:
        for i in pair:
            forced[i] += met.forced([pair])
    repeats = sum(max(forced[i], low[i] - fresh[i]) for i in range(len(low)))
    held = sum(max(low[i], min(high[i], fresh[i] + forced[i])) for i in range(len(low)))
    return -(-(repeats + max(0, 2 * fewest - held)) // 2)


def _reachable(asked: RoundRoom) -> list[tuple[int, int]]:
    """The fewest and the most people each table can get, with everybody seated."""
    people, least, most = asked.people, sum(asked.least), sum(asked.most)
    return [(max(low, people - (most - high)), min(high, people - (least - low)))
            for low, high in zip(asked.least, asked.most, strict=True)]


def _spread(people: int, cells: Iterable[int]) -> int:
    """The fewest pairs when people are dealt to cells that hold so many each."""
    sizes = list(cells)
    pairs = level = 0
    while people > 0:
        taking = min(people, sum(size > level for size in sizes))
        if not taking:
            break
        pairs += taking * level
        people -= taking
        level += 1
    return pairs


def _by_pigeonhole(room: Room, met: _Meetings) -> int:
    rounds = range(len(room.rounds))
    here = [frozenset(i for unit in asked.units for i in unit) for asked in room.rounds]
    known: dict[tuple[tuple[int, ...], tuple[int, ...], int, bool], int] = {}
    shared = [[0] * len(rounds) for _ in rounds]
    for r, s in combinations(rounds, 2):
        one, two = room.rounds[r], room.rounds[s]
        common = len(here[r] & here[s])
        full = one.least == one.most and two.least == two.most and common == len(here[r]) == len(here[s])
        key = (one.most, two.most, common, full)
        if key not in known:
            known[key] = _spread(common, (min(a, b) for a in one.most for b in two.most))
            if full:
                rows = sum(_spread(a, (min(a, b) for b in two.most)) for a in one.most)
                columns = sum(_spread(b, (min(a, b) for a in one.most)) for b in two.most)
                known[key] = max(known[key], rows, columns)
        shared[r][s] = shared[s][r] = max(known[key], len(met.together[r] & met.together[s]))
    return _heaviest_tree(shared)


def _heaviest_tree(weight: list[list[int]]) -> int:
    """The weight of a maximum spanning tree."""
    total = 0
    reach = dict(enumerate(weight[0][1:], 1)) if weight else {}
    while reach:
        nearest = max(reach, key=lambda r: reach[r])
        total += reach.pop(nearest)
        for r in reach:
            reach[r] = max(reach[r], weight[nearest][r])
    return total


def _by_proof(room: Room) -> int:
    sizes = {asked.most for asked in room.rounds} | {asked.least for asked in room.rounds}
    everybody = all(asked.people == len(room.ids) for asked in room.rounds)
    if len(sizes) != 1 or not everybody or len(set(*sizes)) != 1:
        return 0
    (row,) = sizes
    size, tables = row[0], len(row)
    most = PROVEN.get((tables, size), 1 if size > tables else len(room.rounds))
    return int(size > 1 and len(room.rounds) > most)


def _by_tables(room: Room, met: _Meetings) -> int:
    """What is gained over the forced repeats by looking at people confined to some tables; such groups add up."""
    tables = range(len(room.instance.tables))
    sets = {ts for asked in room.rounds for ts in asked.tables if len(ts) < len(tables)}
    gains = []
    for confined in {a | b for a in sets for b in sets}:
        if len(confined) == len(tables):
            continue
        group = meetings = 0
        for asked in room.rounds:
            inside = [unit for unit, ts in zip(asked.units, asked.tables, strict=True) if ts <= confined]
            group |= sum(1 << i for unit in inside for i in unit)
            meetings += _spread(sum(map(len, inside)), (asked.most[t] for t in confined))
        gains.append((meetings - met.free(group), group))
    total = used = 0
    for gain, group in sorted(gains, reverse=True):
        if gain > 0 and not group & used:
            total += gain
            used |= group
    return total
