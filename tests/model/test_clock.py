"""Durations and clock times as people type them; what cannot be read is never guessed."""

import pytest

from kit.model.clock import clock, duration, read_clock, read_minutes


@pytest.mark.parametrize(("typed", "minutes"), [
    ("45", 45), ("45m", 45), ("45 min", 45), ("1h30", 90), ("1:30", 90), ("1,5h", 90), ("1.5 h", 90), ("2h", 120), ("0:05", 5),
    ("1h 05 m", 65), (" 45 ", 45), ("1H30", 90), ("0:20:00", 20), ("0", 0), ("24h", 1440),
])
def test_a_duration_is_read_as_typed(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "h", "soon", "1:75", "25h", "-5", "1,5", "1h30h", "9" * 50, "4 5", "1e3", "∞"])
def test_what_is_no_duration_is_not_guessed(typed):
    assert read_minutes(typed) is None


def test_clock_times_are_read_and_written():
    assert [read_clock(text) for text in ("9:30", "09.30", "23:59", "24:00", "9", "12:60", "")] == [570, 570, 1439, None, None,
                                                                                                   None, None]
    assert clock(570) == "09:30"
    assert clock(1441) == "00:01"
    assert [duration(minutes) for minutes in (5, 60, 90, 125)] == ["5 min", "1 h", "1 h 30", "2 h 05"]
