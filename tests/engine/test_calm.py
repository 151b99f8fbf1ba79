"""The second screen's time is calm: whole minutes or words, no seconds, and never below nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.engine.calm import LOOKS, OWN_LOOKS, beside_digits, calm_words, digits, said
from kit.engine.timing import Timing
from kit.model.wall import RoomTime


@pytest.mark.parametrize(("minutes", "seconds", "words"), [
    (45, 0, "There is plenty of time."), (30, 0, "About thirty minutes left."), (12, 0, "About ten minutes left."),
    (10, 290, "About five minutes left."), (10, 545, "About one minute left."), (10, 600, "Take the time you need to finish."),
    (10, 6000, "Take the time you need to finish."),
])
def test_the_time_in_words(minutes, seconds, words):
    assert calm_words(RoomTime(minutes, seconds)) == words


def test_minutes_left_are_rounded_up_so_that_nobody_loses_one():
    assert (digits(RoomTime(10, 1), "left"), beside_digits(RoomTime(10, 1), "left")) == ("10", "minutes left")
    assert (digits(RoomTime(10, 541), "left"), beside_digits(RoomTime(10, 541), "left")) == ("1", "minute left")


def test_minutes_used_count_up_and_go_on_past_the_end_without_a_warning():
    assert (digits(RoomTime(10, 179), "used"), beside_digits(RoomTime(10, 179), "used")) == ("2", "of about 10 minutes")
    assert (digits(RoomTime(10, 900), "used"), beside_digits(RoomTime(10, 900), "used")) == ("15", "of about 10 minutes")


@given(st.integers(1, 500), st.integers(0, 100_000), st.sampled_from(LOOKS))
def test_no_moment_and_no_look_hurries_anybody(minutes, seconds, look):
    time = RoomTime(minutes, seconds)
    said = f"{digits(time, look)} {beside_digits(time, look)} {calm_words(time)}"
    assert "-" not in said
    assert "late" not in said
    assert 0 <= time.part <= 1
    if look in ("words", "shape", "off"):
        assert digits(time, look) == ""
        assert not any(sign.isdecimal() for sign in beside_digits(time, look))


@pytest.mark.parametrize(("look", "used", "words"), [
    ("words", 4, "4 minutes of 10 used here. On time. Likely end: 12:00."),
    ("left", 4, "6 minutes of 10 left here. On time. Likely end: 12:00."),
    ("left", 12, "Take the time you need to finish. On time. Likely end: 12:00."),
    ("calm", 4, "About five minutes left. On time."), ("off", 4, ""),
])
def test_the_facilitator_s_clock_counts_up_or_down_or_shows_no_digits(look, used, words):
    assert said(Timing(used, 10, used, 0, "12:00"), look) == words


@given(st.integers(0, 400), st.integers(0, 100), st.integers(-90, 90))
def test_a_clock_without_digits_has_none(used, planned, behind):
    words = said(Timing(used, planned, used, behind, "12:00"), "calm")
    assert words
    assert not any(sign.isdecimal() for sign in words)
    assert said(Timing(used, planned, used, behind, "12:00"), OWN_LOOKS[-1]) == ""
