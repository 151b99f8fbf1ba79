"""Which hard wishes a plan does not keep, in words of the wishes themselves: what a change by hand costs is told from it."""

from collections.abc import Iterator

from kit.engine.seating.clash import wishes_of
from kit.engine.seating.instance import Apart, Chairs, Fewest, Instance, MixRule, Schedule, Seat, Together, Wish


def broken(instance: Instance, schedule: Schedule) -> Iterator[tuple[int, Wish]]:
    """Every hard wish that a schedule does not keep, with the round."""
    for round_, tables in enumerate(schedule, 1):
        at = {id_: table.id for table, people in zip(instance.tables, tables, strict=True) for id_ in people}
        people = {table.id: seated for table, seated in zip(instance.tables, tables, strict=True)}
        roles = {p.id: p.roles for p in instance.people}
        for wish in wishes_of(instance, round_):
            if not _kept(wish, at, people, roles):
                yield round_, wish


def _kept(wish: Wish, at: dict[str, str], people: dict[str, tuple[str, ...]], roles: dict[str, frozenset[str]]) -> bool:
    match wish:
        case Together(one, two):
            return at.get(one) == at.get(two)
        case Apart(one, two):
            return at.get(one) != at.get(two)
        case Seat(person, tables):
            return at.get(person) in tables
        case Chairs(table, most):
            return len(people[table]) <= most
        case Fewest(table, least):
            return len(people[table]) >= least
        case MixRule():
            return not any(wish.misses(sum(wish.role in roles[id_] for id_ in seated), len(seated)) for seated in people.values())
