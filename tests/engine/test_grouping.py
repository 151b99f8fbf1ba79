"""Groups of people who work together. Nobody is left out, whatever the number."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.grouping import groups_of, jigsaw, joining, partners, rota
from kit.engine.scene import Known
from kit.model import Member


def crowd(count):
    return tuple(f"card {n}" for n in range(1, count + 1))


def everybody(groups):
    return sorted(name for group in groups for name in group)


@given(st.integers(2, 30), st.sampled_from([2, 3, 4]))
@settings(max_examples=30)
def test_nobody_is_alone_and_no_group_is_more_than_one_larger_or_smaller_than_another(count, size):
    groups = groups_of(size, crowd(count), Known(), Random(1))
    assert everybody(groups) == sorted(crowd(count))
    assert min(map(len, groups)) >= 2
    assert max(map(len, groups)) - min(map(len, groups)) <= 1


@pytest.mark.parametrize(("count", "sizes"), [(6, [2, 2, 2]), (7, [2, 2, 3]), (3, [3])])
def test_an_odd_number_in_pairs_makes_one_group_of_three(count, sizes):
    assert sorted(map(len, groups_of(2, crowd(count), Known(), Random(1)))) == sizes


@given(st.integers(2, 21))
@settings(max_examples=20)
def test_one_two_four_all_joins_whole_pairs_and_ends_with_everybody(count):
    alone, pairs, fours, everyone = joining(crowd(count), Known(), Random(2))
    assert [len(group) for group in alone] == [1] * count
    assert everybody(pairs) == everybody(fours) == everybody(everyone) == sorted(crowd(count))
    for pair in pairs:
        assert sum(set(pair) <= set(four) for four in fours) == 1
    assert len(everyone) == 1
    if len(pairs) > 1:
        assert all(2 <= sum(set(pair) <= set(four) for pair in pairs) <= 3 for four in fours)


def test_pairs_join_with_people_they_have_not_met():
    before = [[["card 1", "card 2", "card 3", "card 4"], ["card 5", "card 6", "card 7", "card 8"]]]
    _, pairs, fours, _ = joining(crowd(8), Known(), Random(3), before)
    met = {frozenset(pair) for table in before[0] for pair in combinations(table, 2)}
    new = sum(frozenset(pair) not in met for four in fours for pair in combinations(four, 2))
    assert new == 8, "Of the twelve pairs in two fours, two of each half, eight are new."
    assert all(frozenset(pair) not in met for pair in pairs)


@given(st.integers(2, 24), st.integers(1, 6))
@settings(max_examples=30)
def test_every_home_of_a_jigsaw_has_somebody_from_every_topic(count, topics):
    topics = min(topics, count)
    homes, experts = jigsaw(crowd(count), topics, Known(), Random(1))
    assert everybody(homes) == everybody(experts) == sorted(crowd(count))
    assert all(set(home) & set(expert) for home in homes for expert in experts)
    assert max(map(len, experts)) - min(map(len, experts)) <= 1


def test_more_topics_than_people_is_told_in_a_sentence():
    with pytest.raises(ValueError, match="There are 5 topics and 3 people"):
        jigsaw(crowd(3), 5, Known(), Random(1))


def test_partners_who_chose_each_other_are_together_and_nobody_is_left_over():
    people = ("Rosa", "Ben", "Amira", "Tom", "Dev")
    groups = partners(people, [("Rosa", "Ben"), ("Ben", "Rosa"), ("Amira", "Rosa"), ("Dev", "Tom")], Known(), Random(1))
    assert any({"Rosa", "Ben"} <= set(group) for group in groups)
    assert any({"Dev", "Tom"} <= set(group) for group in groups)
    assert everybody(groups) == sorted(people)
    assert sorted(map(len, groups)) == [2, 3]


def test_as_many_choices_as_can_be_are_kept_both_ways():
    people = crowd(6)
    both = [(people[0], people[1]), (people[1], people[2]), (people[2], people[3]), (people[4], people[5])]
    groups = partners(people, [*both, *((b, a) for a, b in both)], Known(), Random(1))
    assert all(len(group) == 2 and (tuple(sorted(group)) in both) for group in groups)


def test_two_people_who_are_kept_apart_are_no_partners_even_by_choice():
    known = Known((Member("card 1", apart=("card 2",)),))
    groups = partners(crowd(4), [("card 1", "card 2"), ("card 2", "card 1")], known, Random(1))
    assert not any({"card 1", "card 2"} <= set(group) for group in groups)


@given(st.integers(1, 9), st.integers(1, 9))
def test_in_a_rota_every_group_is_once_at_every_station_and_never_two_at_one(groups, stations):
    rounds = rota(groups, stations)
    for group in range(groups):
        assert sorted(place for at in rounds for place, who in enumerate(at) if who == group) == list(range(stations))
    for at in rounds:
        there = [who for who in at if who is not None]
        assert len(there) == len(set(there))
