"""Small groups: pairs, threes and fours, groups that join up, jigsaws, partners by choice, a rota. Nobody is left out.

Each is a room for the mixer: groups are its tables, and who worked together before is its memory.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kit.engine.seating.figures import Pair, pairs_of
from kit.engine.seating.instance import Apart, Instance, MixRule, Person, RuleKind, Table
from kit.engine.seating.solve import solve

Groups = tuple[tuple[str, ...], ...]

_SECONDS = 0.3
"""Work for one grouping. Rooms of this kind are easy."""
_ONE_WAY, _NO_WISH = 2, 3
"""What partners count as where only one chose the other, or neither. Two who chose each other count nothing; so a pair
that chose each other is not parted for two wishes that are not returned.
"""


@dataclass(frozen=True, slots=True)
class Company:
    """Who is here, and who worked with whom before."""

    people: tuple[str, ...]
    past: Mapping[Pair, int] = field(default_factory=dict)
    """How often two people (in sorted order) were in one group."""
    apart: tuple[Apart, ...] = ()
    seed: int = 1


def remembered(earlier: Iterable[Groups]) -> dict[Pair, int]:
    """How often each two people were in one group."""
    return dict(Counter(pair for groups in earlier for people in groups for pair in pairs_of(people)))


def group_sizes(people: int, size: int) -> tuple[int, ...]:
    """Sizes that differ by one at most and are near to `size`. No group of one, but where there is one person only.

    People who are over make groups larger: an odd number in pairs makes one group of three. Where so many are over that
    one group more is nearer to `size`, there is one more.
    """
    count = max(1, people // size)
    if size > 2 and people > size and people - count * size > (count + 1) * size - people:
        count += 1
    return _even(people, count) if people else ()


def in_groups(company: Company, size: int, rounds: int = 1) -> tuple[Groups, ...]:
    """Groups of about so many, which mix again in every round. A rota for several weeks is several rounds."""
    return _mixed(company, company.people, group_sizes(len(company.people), size), rounds, company.past)


def joined(company: Company, groups: Groups) -> Groups:
    """Groups joined two by two, those that know each other least; of an odd number, three join."""
    named = {str(n): group for n, group in enumerate(groups)}
    known = {(a, b): sum(company.past.get((min(p, q), max(p, q)), 0) for p in named[a] for q in named[b])
             for a, b in combinations(sorted(named), 2)}
    (pairs,) = _mixed(Company((), seed=company.seed), tuple(named), group_sizes(len(named), 2), 1, known)
    return tuple(tuple(id_ for name in pair for id_ in named[name]) for pair in pairs)


def one_two_four_all(company: Company) -> tuple[Groups, Groups]:
    """Pairs, and the fours they join up to. Being alone before, and all together after, needs no plan."""
    (pairs,) = in_groups(company, 2)
    return pairs, joined(company, pairs)


def jigsaw(company: Company, topics: Sequence[str]) -> tuple[Groups, Groups]:
    """A group for each topic; then home groups, each with somebody from every topic. With too few people, fewer topics."""
    used = topics[:len(company.people)]
    (experts,) = _mixed(company, company.people, _even(len(company.people), len(used)), 1, company.past)
    topic_of = {id_: topic for topic, group in zip(used, experts, strict=True) for id_ in group}
    people = tuple(Person(id_, frozenset({topic_of[id_]})) for id_ in company.people)
    tables = _tables(_even(len(people), len(people) // len(used)))
    rules = tuple(MixRule(RuleKind.AT_LEAST, topic, hard=True) for topic in used)
    past = Counter(company.past) + Counter(remembered([experts]))
    home = solve(Instance(people, tables, 1, mix=rules, past=past), seed=company.seed, seconds=_SECONDS).schedule[0]
    return experts, home


def partners(company: Company, wishes: Mapping[str, Sequence[str]]) -> Groups:
    """Partners by choice: first those who chose each other, then those whom one chose. Of an odd number, one group is a three."""
    cost: dict[Pair, int] = {}
    for a, b in combinations(sorted(company.people), 2):
        ways = (b in wishes.get(a, ())) + (a in wishes.get(b, ()))
        cost[a, b] = (_NO_WISH, _ONE_WAY, 0)[ways]
    return _mixed(company, company.people, group_sizes(len(company.people), 2), 1, cost)[0]


def speakers(rounds: Sequence[Groups]) -> tuple[tuple[str, ...], ...]:
    """Who speaks for each group in each round: always somebody who did so least often."""
    spoke: Counter[str] = Counter()
    chosen = []
    for groups in rounds:
        chosen.append(tuple(min(group, key=lambda id_: spoke[id_]) for group in groups if group))
        spoke.update(chosen[-1])
    return tuple(chosen)


def _mixed(company: Company, ids: Sequence[str], sizes: Sequence[int], rounds: int,
           past: Mapping[Pair, int]) -> tuple[Groups, ...]:
    instance = Instance(tuple(map(Person, ids)), _tables(sizes), rounds, apart=company.apart, past=past)
    return solve(instance, seed=company.seed, seconds=_SECONDS).schedule


def _even(people: int, groups: int) -> tuple[int, ...]:
    return tuple(people // groups + (n < people % groups) for n in range(groups))


def _tables(sizes: Sequence[int]) -> tuple[Table, ...]:
    return tuple(Table(str(n), size, size) for n, size in enumerate(sizes, 1))
