"""Fair dealing: nobody gets their own, and everything goes round evenly."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.dealing import deal, deal_out, fill_in
from kit.engine.variety import overlaps


@st.composite
def rooms(draw):
    people = [str(n) for n in range(draw(st.integers(1, 12)))]
    items = {f"{letter}{person}": person for letter in "AB" for person in people if draw(st.booleans())}
    return people, items, draw(st.integers(1, 4)), draw(st.integers(0, 9))


@settings(deadline=None)
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


@settings(deadline=None)
@given(st.integers(1, 4), st.integers(1, 3), st.data())
def test_no_dealing_is_more_even(count, each, data):
    people = [str(n) for n in range(count)]
    items = {f"{letter}{p}": p for letter in "AB" for p in people if data.draw(st.booleans())}
    dealt = deal(people, items, each, Random(1))
    assert sum(sum(i in held for held in dealt.values()) ** 2 for i in items) == least_spread(people, items, each)


def fewest_overlaps(people, items, each):
    """By brute force: the least possible number of pairs of items that one more person has, where loads are most even."""
    best = None

    def go(place, held):
        nonlocal best
        if place == len(people):
            loads = [sum(i in has for has in held.values()) for i in items]
            key = sum(load * load for load in loads), overlaps(held, {})
            best = key if best is None else min(best, key)
            return
        others = [i for i in items if items[i] != people[place]]
        for chosen in combinations(others, min(each, len(others))):
            go(place + 1, {**held, people[place]: chosen})

    go(0, {})
    return best[1]


@pytest.mark.parametrize(("count", "each"), [(3, 2), (4, 2), (5, 2), (4, 3), (5, 3)])
def test_no_two_people_get_the_same_two_items_where_that_can_be_avoided(count, each):
    people = [str(n) for n in range(count)]
    items = {f"item {p}": p for p in people}
    dealt = deal(people, items, each, Random(1))
    assert overlaps(dealt, {}) == fewest_overlaps(people, items, each)


@settings(deadline=None)
@given(st.integers(4, 12), st.integers(0, 5))
def test_nobody_gets_again_what_they_have_seen_where_that_can_be_avoided(count, seed):
    people = [str(n) for n in range(count)]
    items = {f"item {p}": p for p in people}
    first = deal(people, items, 1, Random(seed))
    second = deal(people, items, 1, Random(seed), seen=first)
    assert not any(set(first[p]) & set(second[p]) for p in people)


@settings(deadline=None)
@given(rooms(), st.data())
def test_a_private_item_is_never_dealt(room, data):
    people, items, each, seed = room
    private = {item for item in items if data.draw(st.booleans())}
    for dealt in (deal(people, items, each, Random(seed), private=private),
                  deal_out(people, items, each, Random(seed), private=private)):
        assert not private & {item for held in dealt.values() for item in held}


@settings(deadline=None)
@given(rooms())
def test_every_draft_gets_its_readers_and_readers_have_even_shares(room):
    people, items, readers, seed = room
    dealt = deal_out(people, items, readers, Random(seed))
    for item, owner in items.items():
        assert sum(item in held for held in dealt.values()) == min(readers, len(people) - 1)
        assert item not in dealt[owner]
    shares = [len(held) for held in dealt.values()]
    if all(list(items.values()).count(p) == list(items.values()).count(people[0]) for p in people):
        assert max(shares) - min(shares) <= 1


@settings(deadline=None)
@given(rooms(), st.data())
def test_when_people_pass_others_take_what_they_had_and_nobody_their_own(room, data):
    people, items, each, seed = room
    dealt = deal(people, items, each, Random(seed))
    gone = {p for p in people if data.draw(st.booleans())}
    after = fill_in(dealt, gone, items, Random(seed))
    assert set(after) == set(people) - gone
    for person, held in after.items():
        assert held[:len(dealt[person])] == dealt[person]
        assert len(set(held)) == len(held)
        assert all(items[item] != person for item in held)
    for item in items:
        had = sum(item in held for held in dealt.values())
        able = sum(items[item] != person for person in after)
        assert sum(item in held for held in after.values()) == min(had, able)
