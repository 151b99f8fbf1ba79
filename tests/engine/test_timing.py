"""The calm clock: planned against used, pauses left out."""

from datetime import UTC, datetime, timedelta

from kit.engine import Session
from tests.rooms import PLACE, activity, script, step, taken


class Day:
    """A session whose clock stands still until it is told to go on."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
        plan = script(activity("one", step("say")), activity("two", step("say")), activity("three", step("say")))
        self.session, _ = Session.begin(plan, PLACE, id="s", seed="s", clock=lambda: self.now)
        taken(self.session.answer(3))

    def after(self, minutes):
        self.now += timedelta(minutes=minutes)
        return self

    def said(self):
        return str(self.session.timing)


def test_nothing_counts_before_the_first_block():
    day = Day().after(15)
    assert day.session.timing.used == 0
    assert day.said() == "On time. Likely end: 10:45."


def test_a_block_is_not_late_while_its_own_time_lasts():
    day = Day()
    taken(day.session.done())
    day.after(9)
    assert day.said() == "9 minutes of 10 used here. On time. Likely end: 10:30."


def test_late_is_said_in_minutes_and_the_end_moves():
    day = Day()
    taken(day.session.done())
    day.after(16)
    assert day.said() == "16 minutes of 10 used here. About 6 minutes behind the plan. Likely end: 10:36."
    taken(day.session.answer(""))
    assert day.said() == "0 minutes of 10 used here. About 6 minutes behind the plan. Likely end: 10:36."


def test_time_in_hand_is_said_too():
    day = Day()
    taken(day.session.done())
    taken(day.after(4).session.answer(""))
    assert day.said() == "0 minutes of 10 used here. About 6 minutes in hand. Likely end: 10:24."


def test_a_plan_that_begins_hours_later_moves_with_its_start_and_one_that_begins_a_little_late_does_not():
    for begins, shift in ((5, 0), (119, 0), (240, 240)):
        day = Day().after(begins)
        taken(day.session.done())
        assert day.session.timing.shift % (24 * 60) == shift


def test_a_pause_does_not_count():
    day = Day()
    taken(day.session.done())
    taken(day.after(5).session.pause())
    day.after(20)
    assert day.session.timing.block_used == 5
    taken(day.session.carry_on())
    day.after(5)
    assert (day.session.timing.block_used, day.session.timing.behind) == (10, 0)


def test_an_undone_step_gives_its_time_back_to_the_block():
    day = Day()
    taken(day.session.done())
    taken(day.after(8).session.answer(""))
    taken(day.session.undo())
    assert day.session.timing.block_used == 8


def test_the_end_stands_still():
    day = Day()
    taken(day.session.done())
    for _ in range(3):
        taken(day.after(10).session.answer(""))
    day.after(60)
    assert day.said() == "On time. Likely end: 10:30."
