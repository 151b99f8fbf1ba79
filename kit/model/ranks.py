"""Rank sums in whole numbers: every rank is doubled, so that a tie needs no fraction. The lowest sum came first most often."""

from collections.abc import Sequence
from typing import Any

PLACES = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th")
"""The places that a sheet has boxes for, in words. Nobody can choose from many more."""


def rank_sums(slips: Sequence[Sequence[Sequence[str]]], letters: Sequence[str], choose: int = 0) -> dict[str, Any]:
    """The sum of ranks of each letter over all slips, in halves; how many slips name it; and how many slips are complete.

    `choose` is how many a slip was asked for; 0: all of them.
    Equal letters share the mean of their places. Letters a slip leaves out share the mean of the places that are left.
    """
    halves, named = dict.fromkeys(letters, 0), dict.fromkeys(letters, 0)
    complete, asked = 0, asked_for(choose, len(letters))
    for slip in slips:
        said = [letter for place in slip for letter in place]
        rest = [letter for letter in letters if letter not in said]
        complete += len(said) >= asked
        taken = 0
        for place in (*slip, rest):
            for letter in place:
                halves[letter] += 2 * taken + len(place) + 1
                named[letter] += letter in said
            taken += len(place)
    return {"halves": halves, "named": named, "slips": len(slips), "complete": complete}


def asked_for(choose: int, options: int) -> int:
    """How many letters a complete slip has: as many as were asked for, or all, where there are not so many."""
    return min(choose or options, options)


def ties(halves: dict[str, int]) -> list[list[str]]:
    """Letters with one and the same sum, together."""
    by_sum: dict[int, list[str]] = {}
    for letter, total in halves.items():
        by_sum.setdefault(total, []).append(letter)
    return [letters for letters in by_sum.values() if len(letters) > 1]


def in_halves(number: int) -> str:
    """A number of halves as people write it: 5 is 2½."""
    whole, half = divmod(number, 2)
    return f"{whole or '' if half else whole}{'½' if half else ''}"
