"""Agreement, against tables worked by hand in Krippendorff's "Computing Krippendorff's Alpha-Reliability" (2011)."""

from collections import Counter

import pytest

from kit.reflect.agreement import agreement, alpha_of
from tests.reflect.made import Made


def counts(*readers):
    """How many readers gave each value, a row for each unit. A dot: not read."""
    values = sorted(set("".join(readers)) - {"."})
    return [[Counter(unit)[value] for value in values] for unit in zip(*readers, strict=True)]


@pytest.mark.parametrize(("readers", "alpha"), [
    (("0100000010", "1110010000"), 0.095),
    (("aabbdcccedda", "babbbccceddd"), 0.692),
    (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
])
def test_alpha_is_that_of_the_hand_worked_tables(readers, alpha):
    assert alpha_of(counts(*readers)) == pytest.approx(alpha, abs=0.001)


def test_alpha_by_hand_for_two_readers_of_four_places():
    """Three pairs alike, one not: 1 - (n-1)·Do/De = 1 - 7·2 / (64 - 25 - 9) = 1 - 14/30."""
    assert alpha_of([[2, 0], [2, 0], [0, 2], [1, 1]]) == pytest.approx(1 - 14 / 30)


def test_with_one_answer_only_or_nothing_at_all_there_is_no_figure():
    assert alpha_of([[2, 0], [3, 0]]) is None
    assert alpha_of([]) is None
    assert "No two people" in agreement(Made().held).sentence


def read_by_two():
    made = Made()
    for letter, one, two in (("A", "evident", "evident"), ("B", "partly", "not yet"), ("C", "not yet", "not yet")):
        account = made.account(letter, "Words to read.")
        made.coding(account, "kind", one, coder="1")
        made.coding(account, "kind", two, coder="2")
    return made


def test_where_two_readers_differ_their_passages_stand_side_by_side():
    found = agreement(read_by_two().held)
    assert (found.pairs, found.same) == (3, 2)
    [difference] = found.differences
    assert (difference.text.content["letter"], [one.level for one in difference.readings]) == ("B", ["partly", "not yet"])
    assert found.alpha == pytest.approx(alpha_of([[2, 0, 0], [0, 1, 1], [0, 0, 2]]))
    assert found.sentence.startswith("In 2 of 3 places where two people read the same, they say the same.")


def test_one_persons_two_passages_are_no_two_readings():
    made = Made()
    account = made.account("A", "Words to read.")
    made.coding(account, "kind", "partly", coder="1", quote="Words")
    made.coding(account, "kind", "evident", coder="1", quote="read")
    assert agreement(made.held).pairs == 0
