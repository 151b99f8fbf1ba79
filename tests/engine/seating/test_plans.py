"""Whatever the room: everybody has a seat, and no hard wish is broken. `make seats` looks at two thousand rooms."""

import os
from itertools import count
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.seating.referee import judge
from kit.engine.seating import Instance, Person, Table, read_instance, solve
from kit.engine.seating.bounds import lower_bound
from kit.engine.seating.figures import figures_of
from kit.engine.seating.room import Room
from tests.engine.seating.rooms import room

ROOMS = int(os.environ.get("SEATING_ROOMS", "80"))
LARGEST = 60 if ROOMS > 500 else 24


def plain(people, tables, size, rounds, least=None):
    return Instance(tuple(Person(f"p{n}") for n in range(people)),
                    tuple(Table(f"t{n}", size if least is None else least, size) for n in range(tables)), rounds)


def lists(schedule):
    return [[list(people) for people in tables] for tables in schedule]


@settings(max_examples=ROOMS, deadline=None)
@given(st.integers(0, 2**32))
def test_a_room_that_can_be_seated_is_seated_and_no_hard_wish_is_broken(seed):
    data = room(Random(seed), LARGEST)
    plan = solve(read_instance(data), seconds=0.02)
    verdict = judge(data, lists(plan.schedule))
    assert not plan.collisions
    assert not verdict.broken
    assert verdict.repeats >= plan.bound.least
    assert (verdict.repeats, verdict.cost) == (plan.figures.repeats, plan.figures.cost)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 9))
def test_a_seed_gives_the_same_plan_every_time(seed, chance):
    data = room(Random(seed))
    assert solve(read_instance(data), seed=chance, seconds=0.02) == solve(read_instance(data), seed=chance, seconds=0.02)


def test_sizes_of_every_kind_are_seated():
    for people, tables, size, least in ((3, 1, 3, 3), (3, 6, 4, 0), (7, 2, 4, 3), (23, 5, 5, 4), (200, 25, 8, 8), (5, 5, 1, 1)):
        plan = solve(plain(people, tables, size, 3, least), seconds=0.05)
        for seated in plan.schedule:
            assert sorted(id_ for table in seated for id_ in table) == sorted(f"p{n}" for n in range(people))
            assert all(least <= len(table) <= size for table in seated)


def test_known_rooms_are_mixed_without_a_repeat_at_once():
    rooms = ((9, 3, 3, 4), (16, 4, 4, 5), (24, 6, 4, 7), (32, 8, 4, 10), (49, 7, 7, 8), (23, 5, 5, 4))
    for people, tables, size, rounds in rooms:
        plan = solve(plain(people, tables, size, rounds, 4 if people == 23 else None), seconds=0.5)
        assert (people, plan.figures.repeats) == (people, 0)


def test_a_room_with_more_meetings_than_pairs_reaches_its_bound():
    plan = solve(plain(40, 5, 8, 4), seconds=2)
    assert plan.figures.repeats == plan.bound.least == 45


def test_stopping_at_once_still_gives_a_whole_plan():
    data = room(Random(7))
    plan = solve(read_instance(data), seconds=60, cancelled=lambda: True)
    assert not plan.whole
    assert not judge(data, lists(plan.schedule)).broken


def test_the_clock_ends_a_search_that_has_work_left():
    ticks = count()
    plan = solve(plain(30, 6, 5, 8), seconds=50, now=lambda: float(next(ticks)))
    assert not plan.whole


def test_progress_grows_and_what_is_found_gets_no_worse():
    told = []
    solve(plain(24, 6, 4, 9), seconds=0.3, progress=lambda share, cost: told.append((share, cost)))
    shares, costs = zip(*told, strict=True)
    assert list(shares) == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1
    found = [cost for cost in costs if cost is not None]
    assert found == sorted(found, reverse=True)


def test_people_who_worked_together_in_earlier_sessions_are_kept_from_meeting_again():
    people = tuple(Person(f"p{n}") for n in range(8))
    tables = (Table("a", 4, 4), Table("b", 4, 4))
    past = {(f"p{a}", f"p{b}"): 1 for a in range(4) for b in range(a + 1, 4)}
    assert solve(Instance(people, tables, 1, past=past), seconds=0.1).figures.earlier == 2
    assert solve(Instance(people, tables, 1, past=past, memory=0), seconds=0.1).figures.earlier == 0


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_the_bound_is_never_above_what_a_plan_has(seed):
    instance = read_instance(room(Random(seed), 9, 3))
    plan = solve(instance, seconds=0.05)
    assert lower_bound(Room(plan.instance)).least <= figures_of(plan.instance, plan.schedule).repeats


def test_a_pair_does_not_meet_three_times_where_others_could_share_the_repeats():
    plan = solve(plain(9, 3, 3, 6), seconds=0.5)
    assert plan.figures.repeats == 6 * 9 - 36
    assert plan.figures.crowded == 0


def test_people_see_many_tables():
    plan = solve(plain(12, 4, 3, 4), seconds=0.3)
    assert set(plan.figures.tables.values()) == {4}
