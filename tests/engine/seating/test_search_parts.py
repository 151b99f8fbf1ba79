"""The parts of the search, each held against plain counting."""

from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.seating import Instance, Person, Table, read_instance
from kit.engine.seating.anneal import Annealer
from kit.engine.seating.bounds import lower_bound
from kit.engine.seating.catalogue import ENTRIES
from kit.engine.seating.collisions import settled
from kit.engine.seating.cyclic import Turned, Turning
from kit.engine.seating.designs import design
from kit.engine.seating.figures import figures_of
from kit.engine.seating.galois import field, prime_power
from kit.engine.seating.masks import MIDDLE, Seating
from kit.engine.seating.room import Room
from tests.engine.seating.rooms import room


def repeats(rounds):
    pairs = [pair for row in rounds for pair in combinations(range(len(row)), 2) if row[pair[0]] == row[pair[1]]]
    return len(pairs) - len(set(pairs))


def begun(seed, past=True):
    """A room with a first plan."""
    chance = Random(seed)
    data = room(chance, 16)
    ids = [p["id"] for p in data["people"]]
    data["past"] = [{"pair": chance.sample(ids, 2), "times": chance.randint(1, 4)} for _ in range(10 if past else 0)]
    start = settled(read_instance(data))
    asked = Room(start.instance)
    return asked, Seating(asked, asked.plan(start.schedule)), chance


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_after_any_changes_the_counts_are_those_of_the_plan(seed):
    asked, seating, chance = begun(seed)
    annealer = Annealer(asked, seating, chance)
    annealer.set_heat(2.0)
    annealer.run(300)
    fresh = Seating(asked, seating.table)
    figures = figures_of(asked.instance, asked.schedule(seating.table))
    assert (seating.repeats, seating.crowded, seating.missing, seating.earlier) == (
        figures.repeats, figures.crowded, figures.mix_cost, figures.earlier)
    assert (seating.met, seating.again, seating.stale, seating.leaving) == (fresh.met, fresh.again, fresh.stale, fresh.leaving)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_a_swap_with_everybody_is_weighed_as_it_turns_out(seed):
    asked, seating, chance = begun(seed)
    if any(r.rules for r in asked.rounds):
        return  # the search takes mix rules for less than they cost, so that people can pass through
    r = chance.randrange(len(seating.table))
    here = [i for i, t in enumerate(seating.table[r]) if t >= 0]
    if not here:
        return
    a = chance.choice(here)
    weights = seating.weighed(r, a).to_bytes(seating.size, "little")
    for b in here:
        if seating.table[r][b] != seating.table[r][a]:
            before = seating.cost
            seating.swap(r, a, b)
            assert seating.cost - before == weights[b] - MIDDLE
            seating.swap(r, b, a)


@pytest.mark.parametrize(("tables", "size", "rounds"), [
    (3, 3, 4), (4, 4, 5), (5, 5, 6), (7, 7, 8), (8, 8, 9), (9, 9, 10), (8, 4, 9), (8, 4, 7), (25, 8, 6), (10, 6, 6)])
def test_a_design_has_everybody_at_full_tables_and_no_repeat(tables, size, rounds):
    found = design([size] * tables, rounds, Random(1))
    assert found is not None
    assert len(found) == rounds
    assert all(sorted(row) == sorted(list(range(tables)) * size) for row in found)
    assert repeats(found) == 0


def test_a_design_with_people_left_out_keeps_its_sizes():
    sizes = [5, 5, 5, 4, 4]
    found = design(sizes, 4, Random(1))
    assert all([row.count(t) for t in range(5)] == sizes for row in found)
    assert repeats(found) == 0


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.tables}-{e.size}-{e.rounds}")
def test_every_schedule_of_the_catalogue_is_what_it_says(entry):
    rounds = entry.schedule()
    assert len(rounds) >= entry.rounds
    assert all(sorted(row) == sorted(list(range(entry.tables)) * entry.size) for row in rounds)
    assert repeats(rounds[:entry.rounds]) == 0


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_a_field_is_one(order):
    minus, times = field(order)
    elements = range(order)
    for a, b in product(elements, repeat=2):
        assert times[a][b] == times[b][a]
        assert (minus[a][b] == 0) == (a == b)
    for a in elements[1:]:
        assert sorted(times[a]) == list(elements)
    for a, b, c in product(elements[:9], repeat=3):
        assert times[a][minus[b][c]] == minus[times[a][b]][times[a][c]]


def test_there_is_no_field_of_six_or_ten():
    assert [prime_power(n) for n in (6, 10, 12, 1)] == [None] * 4
    assert field(6) is None


def test_rounds_that_turn_are_counted_as_the_plan_they_become():
    turning = Turning(places=5, still=0, bases=1)
    small = Room(Instance(tuple(Person(str(n)) for n in range(15)), tuple(Table(str(n), 3, 3) for n in range(5)), 1))
    base = [[n % 5 for n in range(15)]]
    turned = Turned(small, base, turning)
    chance = Random(3)
    for _ in range(50):
        a, b = chance.sample(range(15), 2)
        if turned.table[0][a] != turned.table[0][b]:
            turned.swap(0, a, b)
            assert turned.repeats == repeats(turning.develop(turned.table))


def best_by_force(people, tables, rounds):
    """The fewest repeats of any plan for equal tables that all are full."""
    size = people // tables
    rows = {row for row in product(range(tables), repeat=people) if all(row.count(t) == size for t in range(tables))}
    first = min(rows)
    return min(repeats([first, *rest]) for rest in product(sorted(rows), repeat=rounds - 1))


@pytest.mark.parametrize(("people", "tables", "rounds"), [(4, 2, 2), (4, 2, 3), (4, 2, 4), (6, 2, 2), (6, 3, 2), (6, 2, 3)])
def test_the_bound_is_never_above_the_best_there_is(people, tables, rounds):
    size = people // tables
    asked = Room(Instance(tuple(Person(str(n)) for n in range(people)), tuple(Table(str(n), size, size) for n in range(tables)),
                          rounds))
    assert lower_bound(asked).least <= best_by_force(people, tables, rounds)


def test_bounds_that_are_known():
    known = {(40, 5, 4): 45, (15, 3, 4): 18, (12, 4, 5): 1, (36, 6, 4): 1, (17, 4, 4): 3}
    for (people, tables, rounds), least in known.items():
        sizes = [people // tables + (n < people % tables) for n in range(tables)]
        asked = Room(Instance(tuple(Person(str(n)) for n in range(people)),
                              tuple(Table(str(n), size, size) for n, size in enumerate(sizes)), rounds))
        assert lower_bound(asked).least == least
