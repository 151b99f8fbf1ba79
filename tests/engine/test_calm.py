"""The second screen's time is calm: whole minutes or words, no seconds, and never below nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.engine.calm import LOOKS, beside_digits, calm_words, digits
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
