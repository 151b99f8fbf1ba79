"""Groups of people who work together: pairs, small groups that join, jigsaws, writing partners, a rota. Nobody is left out.

People, wishes and earlier meetings are those of the seating (`kit.engine.placing`); a group is a table without a place.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from random import Random

from kit.engine.matching import most_pairs
from kit.engine.placing import SECONDS, room_of
from kit.engine.scene import Known, Tables
from kit.engine.seating import solve

Groups = list[list[str]]


def sizes(people: int, size: int) -> int:
    """How many groups there are of about this size: nobody is alone, and an odd one makes a group larger by one."""
    count = max(1, round(people / size))
    return count if people // count >= 2 else max(1, people // 2)


def groups_of(size: int, people: Sequence[str], known: Known, chance: Random, before: Iterable[Tables] = ()) -> Groups:
    """Groups of this size, or one more or less, of people who have met as little as can be."""
    count = sizes(len(people), size)
    room = room_of(people, ((),) * count, known, before)
    return [list(group) for group in solve(room, seed=chance.randrange(1 << 30), seconds=SECONDS).schedule[0]]


def joining(people: Sequence[str], known: Known, chance: Random, before: Iterable[Tables] = ()) -> list[Groups]:
    """One, two, four, all: each alone, then pairs, then pairs joined, then everybody. An odd pair is three people.

    Pairs are mixed, and which pairs join is chosen so that people meet somebody new. An odd number of pairs makes one joined
    group of three pairs.
    """
    pairs = groups_of(2, people, known, chance, before)
    return [[[person] for person in people], pairs, joined(pairs, [*before, *known.sat], chance), [list(people)]]


def joined(pairs: Groups, before: Iterable[Tables], chance: Random) -> Groups:
    """Every two groups joined to one, the three left over joined too, with as few people as can be who have met before."""
    met = {frozenset(pair) for seated in before for table in seated for pair in combinations(table, 2)}
    if len(pairs) < 2:
        return [list(group) for group in pairs]

    def again(one: Sequence[str], two: Sequence[str]) -> int:
        return sum(frozenset((a, b)) in met for a in one for b in two)

    order = list(range(len(pairs)))
    chance.shuffle(order)
    names = [str(n) for n in order]
    wishes = [(str(a), str(b)) for a, b in combinations(order, 2) if not again(pairs[a], pairs[b])]
    matched = list(most_pairs(names, wishes))
    left = [int(n) for n in names if not any(n in pair for pair in matched)]
    couples = [[int(a), int(b)] for a, b in matched] + [left[n:n + 2] for n in range(0, len(left) - len(left) % 2, 2)]
    if len(left) % 2:
        last = left[-1]
        min(couples, key=lambda couple: sum(again(pairs[n], pairs[last]) for n in couple)).append(last)
    return [[name for n in sorted(couple) for name in pairs[n]] for couple in couples]


def jigsaw(people: Sequence[str], topics: int, known: Known, chance: Random) -> tuple[Groups, Groups]:
    """Home groups, and expert groups with one for each topic: every home has somebody from every expert group.

    With people over, some homes have two people for one topic; the expert groups differ by at most one person. Raises
    ValueError, with a sentence, where there are fewer people than topics.
    """
    if topics > len(people):
        raise ValueError(f"There are {topics} topics and {len(people)} people. Choose fewer topics.")
    room = room_of(people, ((),) * (len(people) // topics), known)
    homes = [list(home) for home in solve(room, seed=chance.randrange(1 << 30), seconds=SECONDS).schedule[0]]
    experts: Groups = [[] for _ in range(topics)]
    over = 0
    for home in homes:
        chance.shuffle(home)
        for n, person in enumerate(home):
            experts[n if n < topics else over % topics].append(person)
            over += n >= topics
    return homes, experts


def partners(people: Sequence[str], wishes: Iterable[tuple[str, str]], known: Known, chance: Random,
             before: Iterable[Tables] = ()) -> Groups:
    """Writing partners: the most pairs who chose each other, then the most of whom one chose, then the rest mixed.

    `wishes` are (who, whom). Nobody is told who chose whom. Two people who are kept apart are never partners. An odd number
    makes one group of three.
    """
    apart = {frozenset((wish.one, wish.two)) for wish in room_of(people, ((),), known).apart}
    chosen = {(a, b) for a, b in wishes if a != b and frozenset((a, b)) not in apart}
    both = [(a, b) for a, b in chosen if (b, a) in chosen and a < b]
    pairs = [list(pair) for pair in most_pairs(people, both)]
    left = _without(people, pairs)
    pairs += [list(pair) for pair in most_pairs(left, [w for w in chosen if w[0] in left and w[1] in left])]
    left = _without(people, pairs)
    if len(left) == 1 and pairs:
        pair = next((p for p in pairs if not any(frozenset((left[0], other)) in apart for other in p)), pairs[0])
        pair.append(left[0])
        return pairs
    return pairs + (groups_of(2, left, known, chance, before) if left else [])


def rota(groups: int, stations: int) -> list[list[int | None]]:
    """Which group is at which station, round after round: every group is at every station once, never two at one.

    Groups count from 0. None is a station that nobody is at. There are as many rounds as the larger number of the two; a
    group that is at no station in a round has a rest.
    """
    rounds = max(groups, stations)
    return [[group if (group := (place - turn) % rounds) < groups else None for place in range(stations)]
            for turn in range(rounds)]


def _without(people: Iterable[str], pairs: Iterable[Sequence[str]]) -> list[str]:
    placed = {person for pair in pairs for person in pair}
    return [person for person in people if person not in placed]
