"""Rules of ratings, against tables worked out by hand (FIELD.md, 3.1)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.library import load
from kit.model.data import to_data
from kit.model.rule import IN, NEITHER, OUT, Condition, Rule, Tally, bands, read_condition
from kit.model.rulewords import locked_lines, warnings
from kit.paths import builtin_activities

RULES = load([builtin_activities()]).rules
COMMON, PARTNERS2 = RULES["70-15"], RULES["partners2"]


@pytest.mark.parametrize(("people", "at_least", "more_than", "under_15", "under_25"), [
    (4, 3, 3, 0, 0), (5, 4, 4, 0, 1), (6, 5, 5, 0, 1), (7, 5, 5, 1, 1), (8, 6, 6, 1, 1), (10, 7, 8, 1, 2), (12, 9, 9, 1, 2),
    (14, 10, 10, 2, 3), (20, 14, 15, 2, 4)])
def test_small_rooms_need_what_the_table_of_the_field_says(people, at_least, more_than, under_15, under_25):
    edges = [read_condition(phrase).edge(people)
             for phrase in ("high at least 70", "high more than 70", "low fewer than 15", "low fewer than 25")]
    assert edges == [at_least, more_than, under_15, under_25]


@given(st.sampled_from(["at least", "more than", "fewer than", "at most"]), st.integers(0, 100), st.integers(1, 400),
       st.data())
def test_no_share_is_ever_rounded(how, share, of, data):
    number = data.draw(st.integers(0, of))
    exact, condition = Fraction(number, of) - Fraction(share, 100), Condition("high", how, share)
    assert condition.holds(number, of) is {"at least": exact >= 0, "more than": exact > 0, "fewer than": exact < 0,
                                           "at most": exact <= 0}[how]
    assert condition.holds(number, of) is (number >= condition.edge(of) if condition.wants else number <= condition.edge(of))


def scores(low=0, middle=0, high=0, cant_say=0, blank=0):
    return Tally({2: low, 5: middle, 8: high}, cant_say, blank)


@pytest.mark.parametrize(("rule", "tally", "outcome"), [
    ("70-15", scores(1, 2, 7), IN),  # 70 of 100 high, 10 low
    ("partners2", scores(1, 2, 7), NEITHER),  # not more than 70
    ("partners2", scores(2, 0, 8), IN),  # 80 high, 20 low
    ("70-15", scores(2, 0, 8), NEITHER),  # 20 low
    ("70-15", scores(3, 0, 17), NEITHER),  # 15 low is not fewer than 15
    ("70-15", scores(0, 0, 0), NEITHER), ("70-15", scores(0, 0, 0, 4, 3), NEITHER),
    ("70-15", scores(0, 0, 1), IN), ("70-15", scores(1, 0, 0), NEITHER), ("70-15-out", scores(1, 0, 0), OUT),  # groups of one
    ("70-15", scores(9, 0, 0), NEITHER),  # it votes nothing out
    ("70-15-out", scores(7, 2, 1), OUT), ("70-15-out", scores(7, 1, 2), NEITHER),
    ("70-15", scores(0, 3, 7, 5), IN), ("everybody-counts", scores(0, 3, 7, 0, 1), NEITHER),
    ("everybody-counts", scores(0, 3, 7, 1), NEITHER), ("everybody-counts", scores(0, 2, 7, 1), IN)])
def test_outcomes_worked_out_by_hand(rule, tally, outcome):
    assert RULES[rule].outcome([tally], 9) == outcome


def test_where_a_rule_asks_each_group_one_group_can_hold_it_up():
    both = RULES["70-15-out-groups"]
    assert both.outcome([scores(0, 1, 9), scores(0, 1, 9)], 9) == IN
    assert both.outcome([scores(0, 0, 20), scores(0, 2, 3)], 9) == NEITHER
    assert both.outcome([scores(5, 0, 5), scores(0, 3, 3)], 9) == OUT
    assert both.outcome([scores(5, 0, 5), scores(0, 2, 3)], 9) == NEITHER
    assert both.outcome([scores(0, 0, 9), scores()], 9) == NEITHER  # a group that said nothing has not agreed


@pytest.mark.parametrize(("rule", "veto", "none"), [("70-15", 6, 7), ("partners2", 4, 5)])
def test_a_room_in_which_one_person_holds_a_veto_is_warned_of(rule, veto, none):
    content = {"rule": to_data(RULES[rule]), "scale": 9, "groups": [], "rounds": 2}
    assert "one person alone can stop a yes" in warnings(content, veto)[-1]
    assert not any("one person" in line for line in warnings(content, none))
    assert warnings(content, 0) == ()


def test_a_veto_within_a_group_is_seen_where_each_group_must_agree():
    content = {"rule": to_data(RULES["70-15-out-groups"]), "scale": 9, "groups": ["a", "b"], "rounds": 2}
    assert "one person" in warnings(content, 12)[-1]
    assert "one person" not in warnings(content, 14)[-1]


def test_the_bands_of_other_scales_are_their_outer_thirds():
    assert [bands(scale) for scale in (3, 5, 7, 9, 11)] == [(1, 3), (1, 5), (2, 6), (3, 7), (3, 9)]


@pytest.mark.parametrize("phrase", ["high", "high at least", "high at least 170", "low under 15", "high at least 70.5", "", "70"])
def test_a_phrase_that_is_no_condition_is_none(phrase):
    assert read_condition(phrase) is None


def test_a_locked_rule_says_who_counts():
    lines = locked_lines({"rule": to_data(Rule()), "scale": 9, "groups": [], "rounds": 1})
    assert "Not counted: “can't say” and empty boxes." in " ".join(lines)
    lines = locked_lines({"rule": to_data(RULES["everybody-counts"]), "scale": 9, "groups": ["a", "b"], "rounds": 3})
    assert "and “can't say”, and empty boxes" in " ".join(lines)
