"""Rank sums, against tables worked out by hand and against fractions."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kit.model.ranks import in_halves, rank_sums, ties
from kit.model.results import ranking_lines


def test_a_tie_shares_the_places_it_takes_up():
    sums = rank_sums([[["A"], ["B", "C"], ["D"]], [["D"], ["C"], ["B"], ["A"]]], "ABCD")
    assert {letter: in_halves(n) for letter, n in sums["halves"].items()} == {"A": "5", "B": "5½", "C": "4½", "D": "5"}
    assert (sums["slips"], sums["complete"]) == (2, 2)
    assert ties(sums["halves"]) == [["A", "D"]]


def test_what_a_slip_leaves_out_shares_the_places_that_are_left_and_is_told():
    sums = rank_sums([[["C"]]], "ABC")
    assert {letter: in_halves(n) for letter, n in sums["halves"].items()} == {"A": "2½", "B": "2½", "C": "1"}
    assert (sums["named"], sums["complete"]) == ({"A": 0, "B": 0, "C": 1}, 0)


def test_no_slips_at_all_are_no_sums():
    assert rank_sums([], "AB") == {"halves": {"A": 0, "B": 0}, "named": {"A": 0, "B": 0}, "slips": 0, "complete": 0}


@st.composite
def slips(draw):
    letters = "ABCDEF"[:draw(st.integers(2, 6))]
    made = []
    for order in draw(st.lists(st.permutations(letters), max_size=8)):
        said = order[:draw(st.integers(1, len(order)))]
        places = [[said[0]]]
        for letter in said[1:]:
            places[-1].append(letter) if draw(st.booleans()) else places.append([letter])
        made.append(places)
    return letters, made


@given(slips())
def test_every_slip_gives_the_same_number_of_ranks_whatever_it_ties_or_leaves_out(room):
    letters, made = room
    sums, n = rank_sums(made, letters), len(letters)
    assert sum(sums["halves"].values()) == len(made) * n * (n + 1)
    for letter in letters:
        exact = sum((rank_of(letter, slip, letters) for slip in made), Fraction(0))
        assert Fraction(sums["halves"][letter], 2) == exact


def rank_of(letter, slip, letters):
    """The mean of the places a letter could have, counted one by one."""
    said = [key for place in slip for key in place]
    places = [*slip, [key for key in letters if key not in said]]
    before = 0
    for place in places:
        if letter in place:
            return Fraction(sum(range(before + 1, before + len(place) + 1)), len(place))
        before += len(place)
    raise AssertionError


def test_a_slip_is_complete_where_it_has_all_there_is_though_more_could_have_been_chosen():
    sums = rank_sums([[["A"], ["B"]], [["B"]]], "AB", choose=10)
    assert (sums["slips"], sums["complete"]) == (2, 1)
    lines = ranking_lines({"options": {"A": "Tea", "B": "Time"}, "choose": 10, **sums})
    assert lines[-1] == "2 slips. 1 of them put everything in order."
