"""Small groups: nobody is left out, and people meet others."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.seating.groups import (
    Company,
    group_sizes,
    in_groups,
    jigsaw,
    joined,
    one_two_four_all,
    partners,
    remembered,
    speakers,
)


def company(count, **more):
    return Company(tuple(f"p{n:02}" for n in range(count)), **more)


def everybody(groups):
    return tuple(sorted(id_ for group in groups for id_ in group))


@given(st.integers(2, 300), st.integers(2, 6))
def test_groups_are_even_and_nobody_is_alone(people, size):
    sizes = group_sizes(people, size)
    assert sum(sizes) == people
    assert min(sizes) >= 2
    assert max(sizes) - min(sizes) <= 1
    assert people < size or max(sizes) <= 2 * size - 1


def test_sizes_people_expect():
    assert group_sizes(7, 2) == (3, 2, 2)
    assert group_sizes(11, 4) == (4, 4, 3)
    assert group_sizes(5, 4) == (5,)
    assert group_sizes(1, 2) == (1,)
    assert group_sizes(0, 2) == ()


def test_a_rota_of_pairs_lets_everybody_meet_everybody():
    rounds = in_groups(company(6), 2, 5)
    assert len(remembered(rounds)) == 15


def test_earlier_groups_are_remembered():
    (first,) = in_groups(company(12), 3)
    (second,) = in_groups(company(12, past=remembered([first])), 3)
    assert not set(remembered([first])) & set(remembered([second]))


@settings(max_examples=10, deadline=None)
@given(st.integers(2, 25))
def test_pairs_join_to_fours_whole(people):
    pairs, fours = one_two_four_all(company(people))
    assert everybody(pairs) == everybody(fours) == company(people).people
    assert all(any(set(pair) <= set(four) for four in fours) for pair in pairs)


def test_pairs_that_know_each_other_do_not_join_again():
    pairs, fours = one_two_four_all(company(16))
    again = joined(company(16, past=remembered([fours])), pairs)
    assert not {frozenset(four) for four in fours} & {frozenset(four) for four in again}


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 25), st.integers(1, 5))
def test_every_home_group_has_somebody_from_every_topic(people, count):
    topics = [f"topic {n}" for n in range(count)]
    experts, homes = jigsaw(company(people), topics)
    assert everybody(experts) == everybody(homes) == company(people).people
    assert len(experts) == min(count, people)
    assert all(set(home) & set(group) for home in homes for group in experts)


def test_two_who_chose_each_other_work_together():
    wishes = {"p00": ["p05"], "p05": ["p00"], "p01": ["p00", "p02"], "p02": ["p01"], "p03": ["p05"]}
    chosen = {frozenset(group) for group in partners(company(6), wishes)}
    assert chosen == {frozenset({"p00", "p05"}), frozenset({"p01", "p02"}), frozenset({"p03", "p04"})}


def test_a_one_way_wish_is_kept_where_nothing_speaks_against_it():
    groups = partners(company(5), {"p00": ["p03"]})
    assert everybody(groups) == company(5).people
    assert any({"p00", "p03"} <= set(group) for group in groups)


def test_nobody_speaks_for_a_group_before_those_who_spoke_less_often():
    rounds = in_groups(company(12), 4, 6)
    spoke = dict.fromkeys(company(12).people, 0)
    for groups, chosen in zip(rounds, speakers(rounds), strict=True):
        assert all(id_ in group and spoke[id_] == min(spoke[i] for i in group)
                   for group, id_ in zip(groups, chosen, strict=True))
        for id_ in chosen:
            spoke[id_] += 1
