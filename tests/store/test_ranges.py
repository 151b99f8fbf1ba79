"""Numbers as ranges."""

from hypothesis import given
from hypothesis import strategies as st

from kit.store.ranges import count, gaps, in_words, joined, to_ranges

some = st.sets(st.integers(1, 60))


def _numbers(ranges: list[list[int]]) -> set[int]:
    return {number for first, last in ranges for number in range(first, last + 1)}


@given(some, some)
def test_ranges_hold_the_same_numbers(one: set[int], other: set[int]) -> None:
    assert _numbers(to_ranges(one)) == one
    assert count(to_ranges(one)) == len(one)
    assert joined(to_ranges(one), to_ranges(other)) == to_ranges(one | other)
    assert gaps(one, 10, 50) == to_ranges(set(range(10, 51)) - one)


def test_ranges_in_words() -> None:
    assert in_words([[4, 4]]) == "4"
    assert in_words([[120, 124], [130, 130], [140, 141]]) == "120 to 124, 130 and 140 to 141"
    assert in_words([[n, n] for n in range(1, 60, 2)]).endswith("39 and 10 more")
