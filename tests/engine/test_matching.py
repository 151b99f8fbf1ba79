"""The most pairs that wishes allow."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kit.engine.matching import most_pairs


def by_brute_force(people, wishes):
    """The most pairs, trying every choice."""
    if not wishes:
        return 0
    (one, two), *rest = wishes
    return max(by_brute_force(people, rest),
               1 + by_brute_force(people, [w for w in rest if one not in w and two not in w]))


@given(st.integers(0, 8), st.data())
def test_no_choice_makes_more_pairs(count, data):
    people = [str(n) for n in range(count)]
    wishes = [pair for pair in combinations(people, 2) if data.draw(st.booleans())]
    pairs = most_pairs(people, wishes)
    assert len({person for pair in pairs for person in pair}) == 2 * len(pairs)
    assert all(pair in wishes for pair in pairs)
    assert len(pairs) == by_brute_force(people, wishes)


def test_a_circle_of_five_with_a_tail_is_paired_through_the_circle():
    wishes = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "a"), ("c", "f")]
    assert len(most_pairs("abcdef", wishes)) == 3
