"""Whole numbers as ranges: 1 to 57, 60. What is missing is told this way, and kept this way in the snapshots."""

from collections.abc import Iterable

from kit.model.text import listed

Ranges = list[list[int]]
"""First and last of each range, in order, as JSON keeps them: `[[1, 57], [60, 60]]`."""


def to_ranges(numbers: Iterable[int]) -> Ranges:
    """Numbers as ranges."""
    ranges: Ranges = []
    for number in sorted(set(numbers)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges


def gaps(numbers: Iterable[int], first: int, last: int) -> Ranges:
    """The numbers from `first` to `last` that are not there."""
    found: Ranges = []
    expected = first
    for number in sorted(n for n in set(numbers) if first <= n <= last):
        if number > expected:
            found.append([expected, number - 1])
        expected = number + 1
    return [*found, [expected, last]] if expected <= last else found


def joined(one: Ranges, other: Ranges) -> Ranges:
    """The numbers that are in either."""
    merged: Ranges = []
    for first, last in sorted([*one, *other]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    return merged


def count(ranges: Ranges) -> int:
    """How many numbers there are."""
    return sum(last - first + 1 for first, last in ranges)


def in_words(ranges: Ranges) -> str:
    """The ranges as a sentence has them: `120 to 124 and 130`. Only the first twenty are named."""
    words = [str(first) if first == last else f"{first} to {last}" for first, last in ranges[:20]]
    if len(ranges) > 20:
        words.append(f"{count(ranges[20:])} more")
    return listed(words)
