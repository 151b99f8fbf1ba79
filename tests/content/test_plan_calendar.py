"""The calendar file: read back by the rules of RFC 5545, it says what the plan says."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kit.content.plan_calendar import plan_calendar
from kit.model import Script
from kit.model.schedule import schedule
from tests.model.days import plan
from tests.rooms import HOSTILE


def events(day, private=False):
    text = plan_calendar(Script(day, ()), schedule(day), date(2026, 3, 2), datetime(2026, 1, 1, tzinfo=UTC), private=private)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    found, now = [], None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            now = {}
            found.append(now)
        elif line == "END:VEVENT":
            now = None
        elif now is not None:
            now[name] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return found


def test_blocks_are_events_also_after_midnight_and_side_by_side():
    found = events(plan("23:00 a 90, (x: b 20 | y: c 30), d 5"))
    assert [(each["SUMMARY"], each["DTSTART"], each["DTEND"]) for each in found] == [
        ("a", "20260302T230000", "20260303T003000"), ("b", "20260303T003000", "20260303T005000"),
        ("c", "20260303T003000", "20260303T010000"), ("d", "20260303T010000", "20260303T010500")]
    assert len({each["UID"] for each in found}) == 4


def test_any_words_come_back_as_they_were():
    day = plan("10:00 a 30")
    words = f"one, two; three\\four {'ü' * 200} {HOSTILE}".replace("\x1b", "").replace("\x07", "")
    day = replace(day, blocks=(replace(day.blocks[0], title=words, notes="two\nlines", private="SECRET"),))
    assert events(day)[0]["SUMMARY"] == words
    assert events(day)[0]["DESCRIPTION"] == "two\nlines"
    assert events(day, private=True)[0]["DESCRIPTION"] == "two\nlines\nSECRET"
