"""Fair dealing: nobody gets their own, the same number for everybody, every item equally often, new company each time."""

from collections import Counter
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.engine.dealing import deal, fill_in


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


def shared(dealt):
    """How many times two people hold the same two items, beyond the first."""
    pairs = Counter(pair for held in dealt.values() for pair in combinations(sorted(held), 2))
    return sum(count - 1 for count in pairs.values())


def room(count):
    """So many people, each with one drawing."""
    people = [str(n) for n in range(count)]
    return people, {f"A{n}": n for n in people}


@pytest.mark.parametrize(("count", "each", "least"), [(5, 2, 0), (8, 3, 0), (12, 2, 0), (40, 3, 0), (6, 3, 3)])
def test_no_two_people_see_the_same_two_items_where_that_can_be_avoided(count, each, least):
    """Six people with three each hold 18 pairs, and six items make 15: three must come twice."""
    people, items = room(count)
    assert shared(deal(people, items, each, Random(4))) == least


def fewest_shared(people, items, each):
    """By brute force: of all the most even dealings, the fewest pairs of items that come twice."""
    hands = [[set(c) for c in combinations([i for i in items if items[i] != p], each)] for p in people]
    dealings = [dict(zip(people, choice, strict=True)) for choice in product(*hands)]

    def spread(dealt):
        return sum(sum(i in held for held in dealt.values()) ** 2 for i in items)

    even = min(map(spread, dealings))
    return min(shared(dealt) for dealt in dealings if spread(dealt) == even)


@pytest.mark.parametrize(("count", "each"), [(3, 2), (4, 2), (4, 3), (5, 2), (5, 3)])
def test_no_other_even_dealing_shares_fewer_pairs(count, each):
    people, items = room(count)
    assert shared(deal(people, items, each, Random(2))) == fewest_shared(people, items, each)


@given(st.integers(4, 14), st.integers(1, 3), st.integers(0, 5))
def test_in_a_second_round_people_see_new_items_for_as_long_as_there_are_any(count, each, seed):
    people, items = room(count)
    first = deal(people, items, each, Random(seed))
    second = deal(people, items, each, Random(seed + 1), seen=first)
    must = max(0, 2 * each - (count - 1))
    assert all(len(second[p]) == min(each, count - 1) for p in people)
    assert sum(len(set(first[p]) & set(second[p])) for p in people) <= count * must
    assert not any(items[item] == person for person, held in second.items() for item in held)


@given(rooms(), st.data())
def test_what_those_who_leave_held_goes_to_others_and_nobody_gives_anything_up(given_room, data):
    people, items, each, seed = given_room
    dealt = deal(people, items, each, Random(seed))
    gone = data.draw(st.sets(st.sampled_from(people), max_size=len(people) - 1))
    then = fill_in(dealt, items, gone, Random(seed))
    assert set(then) == set(people) - gone
    for person, held in then.items():
        assert set(dealt[person]) <= set(held)
        assert all(items[item] != person for item in held)
    for item in items:
        lost = sum(item in dealt[person] for person in gone)
        able = sum(items[item] != person and item not in dealt[person] for person in then)
        assert sum(item in held for held in then.values()) == sum(item in dealt[p] for p in then) + min(lost, able)
