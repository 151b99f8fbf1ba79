"""Changes by the facilitator's own hand: two people swap, somebody is put at a table.

The price is said at once, and every change can be undone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kit.engine.seating.clash import wishes_of
from kit.engine.seating.figures import figures_of
from kit.engine.seating.instance import Apart, Chairs, Fewest, Instance, MixRule, Schedule, Seat, Together, Wish
from kit.engine.seating.reseat import Move, reseat
from kit.model.text import counted


@dataclass(frozen=True, slots=True)
class Price:
    """What a change by hand costs; below zero it saves."""

    repeats: int
    mix: float
    moves: tuple[Move, ...] = ()
    """Others who have to move."""
    broken: tuple[tuple[int, Wish], ...] = ()
    """Hard wishes, with the round, that the plan kept before and keeps no longer."""

    @property
    def words(self) -> str:
        """The price in a few words, without the wishes that are broken."""
        said = [_change(self.repeats, "repeat")]
        if self.mix:
            said.append("the mix of roles gets worse" if self.mix > 0 else "the mix of roles gets better")
        if self.moves:
            said.append(f"{counted(len(self.moves), 'other place')} in the plan changes" if len(self.moves) == 1
                        else f"{len(self.moves)} other places in the plan change")
        return f"{', '.join(said).capitalize()}."


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan under change by hand. Each change gives a new draft; `before` is the one to go back to."""

    instance: Instance
    schedule: Schedule
    before: "Draft | None" = None
    price: Price = Price(0, 0)

    def swap(self, round_: int, one: str, two: str) -> "Draft":
        """Let two people change places in one round. Both must sit there."""
        other = {one: two, two: one}
        tables = tuple(tuple(other.get(id_, id_) for id_ in people) for people in self.schedule[round_ - 1])
        schedule = (*self.schedule[:round_ - 1], tables, *self.schedule[round_:])
        return self._changed(self.instance, schedule)

    def put(self, id_: str, table: str, since: int) -> "Draft":
        """Put somebody at a table from a round on. Others move where they must, and as few as can be."""
        rounds = frozenset(range(since, self.instance.rounds + 1))
        seat = Seat(id_, frozenset({table}), rounds, need=False)
        others = tuple(s for s in self.instance.seats if s.need or s.person != id_)
        instance = replace(self.instance, seats=(*others, seat))
        done = reseat(instance, self.schedule, since)
        moves = tuple(move for move in done.moves if move.person != id_)
        return self._changed(instance, done.plan.schedule, moves)

    def undo(self) -> "Draft":
        """The draft before the last change, or this one where there was none."""
        return self.before or self

    def _changed(self, instance: Instance, schedule: Schedule, moves: tuple[Move, ...] = ()) -> "Draft":
        was, now = figures_of(self.instance, self.schedule), figures_of(instance, schedule)
        kept_not = set(broken(self.instance, self.schedule))
        price = Price(now.repeats - was.repeats, now.mix_cost - was.mix_cost, moves,
                      tuple(b for b in broken(instance, schedule) if b not in kept_not))
        return Draft(instance, schedule, self, price)


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


def _change(number: int, noun: str) -> str:
    if not number:
        return f"no new {noun}"
    return counted(number, f"new {noun}") if number > 0 else f"{counted(-number, noun)} fewer"
