"""Fairness: who captions what, and who sits where."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kit.engine.dealing import deal
from kit.engine.mixing import mix, repeats


@st.composite
def rooms(draw):
    people = [str(n) for n in range(draw(st.integers(1, 12)))]
    items = {f"{letter}{person}": person for letter in "AB" for person in people if draw(st.booleans())}
    return people, items, draw(st.integers(1, 4)), draw(st.integers(0, 9))


@given(rooms())
def test_nobody_gets_their_own_and_the_loads_differ_by_one_at_most(room):
    people, items, each, seed = room
    dealt = deal(people, items, each, Random(seed))
    loads = [sum(item in held for held in dealt.values()) for item in items]
    for person, held in dealt.items():
        assert all(items[item] != person for item in held)
        assert len(held) == min(each, sum(owner != person for owner in items.values()))
        assert len(set(held)) == len(held)
    if len(people) > 2:  # of two people, one may have drawn all there is
        assert max(loads, default=0) - min(loads, default=0) <= 1


def least_spread(people, items, each):
    """By brute force: the least possible sum of squares of the loads."""
    best = None

    def go(place, loads):
        nonlocal best
        if place == len(people):
            cost = sum(load * load for load in loads.values())
            best = cost if best is None else min(best, cost)
            return
        others = [i for i in items if items[i] != people[place]]
        for chosen in combinations(others, min(each, len(others))):
            go(place + 1, {i: load + (i in chosen) for i, load in loads.items()})

    go(0, dict.fromkeys(items, 0))
    return best


@given(st.integers(1, 4), st.integers(1, 3), st.data())
def test_no_dealing_is_more_even(count, each, data):
    people = [str(n) for n in range(count)]
    items = {f"{letter}{p}": p for letter in "AB" for p in people if data.draw(st.booleans())}
    dealt = deal(people, items, each, Random(1))
    assert sum(sum(i in held for held in dealt.values()) ** 2 for i in items) == least_spread(people, items, each)


@given(st.integers(2, 40), st.integers(1, 9), st.integers(0, 5))
def test_everybody_has_one_seat_and_tables_differ_by_one_at_most(people, tables, seed):
    tables = min(tables, people)
    seating = mix([str(n) for n in range(people)], tables, [], Random(seed))
    assert sorted(p for table in seating for p in table) == sorted(str(n) for n in range(people))
    sizes = [len(table) for table in seating]
    assert len(sizes) == tables
    assert max(sizes) - min(sizes) <= 1


def test_rooms_that_can_be_mixed_with_no_repeat_are():
    for people, tables, rounds in ((12, 4, 2), (16, 4, 3), (25, 5, 3), (40, 8, 3)):
        before = []
        for seed in range(rounds):
            seating = mix([str(n) for n in range(people)], tables, before, Random(seed))
            before.append(seating)
        assert repeats(before[-1], before[:-1]) == 0, (people, tables)


def test_no_more_is_repeated_than_must_be():
    """Twelve people at three tables of four: each table of the second round shares a pair with one of the first, so three."""
    before = [mix([str(n) for n in range(12)], 3, [], Random(1))]
    assert repeats(mix([str(n) for n in range(12)], 3, before, Random(2)), before) == 3


def test_pairs_that_meet_again_are_counted():
    before = [[["a", "b"], ["c", "d"]]]
    assert repeats([["a", "b"], ["c", "d"]], before) == 2
    assert repeats([["a", "c"], ["b", "d"]], before) == 0
