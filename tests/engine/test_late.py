"""We are late: what now? Proposals worked out by hand, and the laws that hold for every day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.ahead import ahead_of
from kit.engine.course import SAME_DAY, Course, read
from kit.engine.late import proposals
from kit.engine.replanning import change_of, replanned
from kit.engine.timing import timing
from kit.model import Block, Event, Plan, Script
from kit.model.schedule import schedule
from tests.model.days import plan

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def at(clock):
    hours, minutes = map(int, clock.split(":"))
    return DAY + timedelta(hours=hours, minutes=minutes)


def course(day, block, *entered, parked="10:00 z 10"):
    """A day whose first blocks were entered at these times; the room is in the last of them."""
    day = day if isinstance(day, Plan) else replace(plan(day), parked=plan(parked).blocks if parked else ())
    script = Script(day, ())
    visits = tuple((each.id, at(when).isoformat()) for each, when in zip(day.blocks, entered, strict=False))
    return Course(script, script, block, visits, ())


def found(day, block, entered, now, parked=""):
    return proposals(ahead_of(read(course(day, block, *entered, parked=parked), at(now))))


def test_shorten_the_gallery_and_park_the_vote_and_lunch_stays():
    day = ("10:00 drawing 30 least30, gallery 30 least20 should, vote 15 could, talk 15 must least15, lunch 45 break @11:30, "
           "close 15 closing")
    shorten, park, later = found(day, 2, ["10:00", "10:45"], "10:45")
    assert shorten.words == ("Shorten gallery by 10. gallery has 20 minutes, not 30. lunch starts 5 minutes late, at 11:35. "
                             "It ends at 12:35, 5 minutes after the plan.")
    assert park.words == ("Park vote. vote is not done today. It can wait for another day. lunch stays at 11:30. "
                          "It ends at 12:30, as planned.")
    assert later.title == "Change nothing, and end at 12:45."


def test_one_block_goes_and_another_gives_the_rest():
    day = "10:00 drawing 30 least30, gallery 30 least20, vote 15 could, close 15 closing"
    [*_, park, later] = found(day, 2, ["10:00", "10:50"], "10:50")
    assert park.title == "Shorten gallery by 5 and park vote."
    assert later.words == ("Change nothing, and end at 11:50. It ends 20 minutes after the plan. "
                           "Ask the room first. Some people may have to go.")
    assert (park.minutes, park.park, park.end) == ((("gallery", 25),), ("vote",), 11 * 60 + 30)


def test_a_buffer_goes_first_and_costs_nobody_anything():
    day = "10:00 a 30, spare 10 buffer, b 30 least10, c 20"
    [shorten, *_] = found(day, 1, ["10:00"], "10:38")
    assert shorten.title == "Shorten spare by 8."


def test_the_part_that_goes_on_can_be_shortened_to_what_it_has_used():
    day = "10:00 a 30 least30, b 30 least5 could, c 20 least20"
    [shorten, *_] = found(day, 2, ["10:00", "10:40"], "10:50")
    assert shorten.title == "Shorten b by 10."
    assert shorten.minutes == (("b", 20),)


def test_nothing_that_people_need_is_ever_offered():
    day = "10:00 a 30, tea 15 break, us 30 together, bye 15 closing"
    [later] = found(day, 1, ["10:00"], "10:50")
    assert later.kind == "later"


def test_a_day_on_time_needs_nothing():
    assert found("10:00 a 30, b 30", 1, ["10:00"], "10:20") == ()
    assert found("10:00 a 30, b 30", 1, ["10:00"], "10:31") == ()


def test_time_left_brings_back_what_was_parked_before_the_closing():
    back, longer, early = found("10:00 a 30, b 30, bye 10 closing", 2, ["10:00", "10:15"], "10:15", "10:00 z 10, y 40")
    assert back.words == "Bring back z. z takes 10 minutes. It ends at 11:05, 5 minutes before the plan."
    assert back.back == (("z", "bye"),)
    assert longer.title == "Give bye 10 minutes more."
    assert early.title == "Change nothing, and end at 10:55."


def test_time_before_a_pin_is_given_without_moving_it():
    [longer] = found("10:00 a 30, b 30, lunch 60 break @11:00, c 30", 2, ["10:00", "10:20"], "10:20")
    assert longer.words == ("Give b 10 minutes more. b has 40 minutes, not 30. lunch stays at 11:00. "
                            "It ends at 12:30, as planned.")


def test_a_part_that_lost_minutes_gets_them_back_first():
    day = plan("10:00 a 30, b 30, c 30")
    less = replace(day, blocks=(day.blocks[0], day.blocks[1], replace(day.blocks[2], minutes=20)))
    late = course(day, 2, "10:00", "10:20")
    late = replace(late, today=Script(less, ()))
    [longer, *_] = proposals(ahead_of(read(late, at("10:20"))))
    assert longer.title == "Give c 15 minutes more."


@pytest.mark.parametrize(("began", "now", "said"), [
    ("10:00", "10:20", "20 minutes of 30 used here. On time. Likely end: 11:00."),
    ("10:10", "10:20", "10 minutes of 30 used here. About 10 minutes behind the plan. Likely end: 11:10."),
    ("10:00", "10:36", "36 minutes of 30 used here. About 6 minutes behind the plan. Likely end: 11:06."),
    ("09:50", "10:00", "10 minutes of 30 used here. About 10 minutes in hand. Likely end: 10:50."),
    ("20:00", "20:20", "20 minutes of 30 used here. On time. Likely end: 21:00."),
])
def test_where_the_day_stands_in_words(began, now, said):
    assert str(timing(course("10:00 a 30, b 30", 1, began), at(now))) == said


def test_a_try_out_at_night_takes_the_pins_along():
    ahead = ahead_of(read(course("10:00 a 30, lunch 30 break @11:00", 1, "20:00"), at("20:10")))
    assert [(start + ahead.shift) // 60 for start in ahead.starts] == [20, 21]
    assert SAME_DAY < 600


def test_a_pin_takes_up_what_a_late_start_cost():
    late = timing(course("10:00 a 30, lunch 30 break @11:00, b 30", 1, "10:20"), at("10:20"))
    assert (late.behind, late.ends, late.over) == (20, "12:00", 0)


def test_waiting_for_a_pin_is_no_delay():
    assert timing(course("10:00 a 30, lunch 30 break @11:00", 1, "10:00"), at("10:50")).behind == 0
    assert timing(course("10:00 a 30, lunch 30 break @11:00", 1, "10:00"), at("11:05")).behind == 5


def test_a_break_that_is_put_in_counts_for_the_day_and_not_for_the_block():
    stopped = [Event(2, at("10:10").isoformat(), "break", {"minutes": 10}), Event(3, at("10:20").isoformat(), "carried_on")]
    late = timing(replace(course("10:00 a 30, b 30", 1, "10:00"), events=stopped), at("10:35"))
    assert (late.block_used, late.behind, late.ends) == (25, 10, "11:10")


# Laws

PINS = st.one_of(st.none(), st.integers(0, 300))
PARTS = st.tuples(st.integers(1, 60), st.integers(0, 60), st.sampled_from(["must", "should", "could"]),
                  st.sampled_from(["work", "work", "work", "break", "together", "closing", "buffer"]), PINS)


@st.composite
def moments(draw):
    """A day, where the room is in it, and how late that is."""
    rows = draw(st.lists(PARTS, min_size=1, max_size=9))
    blocks = tuple(Block(f"b{n}", f"Block {n}", "", minutes, least=min(least, minutes), priority=priority, time=time,
                         pin="" if pin is None else f"{(600 + pin) // 60 % 24:02}:{(600 + pin) % 60:02}")
                   for n, (minutes, least, priority, time, pin) in enumerate(rows))
    parked = tuple(replace(block, id=f"p{n}", pin="") for n, block in enumerate(blocks[:draw(st.integers(0, 3))]))
    day = Plan("p", "p", "", "10:00", blocks, parked=parked)
    block = draw(st.integers(1, len(blocks)))
    due = schedule(day).slots[block - 1].start
    entered = DAY + timedelta(minutes=due + draw(st.integers(-60, 60)))
    script = Script(day, ())
    visits = ((blocks[0].id, (DAY + timedelta(minutes=600)).isoformat()), (blocks[block - 1].id, entered.isoformat()))
    return Course(script, script, block, visits, ()), entered + timedelta(minutes=draw(st.integers(0, 60)))


@settings(max_examples=150, deadline=None)
@given(moments())
def test_a_proposal_moves_no_pin_cuts_nothing_protected_and_ends_when_it_says(moment):
    today, now = moment
    plan_now, ahead = today.today.plan, ahead_of(read(today, now))
    for proposal in proposals(ahead):
        after = replanned(plan_now, today.block, change_of(proposal))
        there = {block.id: block for block in after.blocks}
        for block in plan_now.blocks:
            kept = there.get(block.id)
            if today.today.protected(block) or block.pin or block.priority == "must":
                assert kept is not None
                assert kept.pin == block.pin
            if kept and today.today.protected(block):
                assert kept.minutes >= block.minutes
            if kept and block.time != "buffer":
                assert kept.minutes >= min(block.minutes, today.today.least(block))
        order = [block.id for block in after.blocks if block.id in {each.id for each in plan_now.blocks}]
        assert order == [block.id for block in plan_now.blocks if block.id in there]
        assert {block.id for block in after.every()} == {block.id for block in plan_now.every()}
        taken = replace(today, today=Script(after, ()), agreed=proposal.end if proposal.agree else None)
        then = ahead_of(read(taken, now))
        assert then.ends == proposal.end
        assert then.late <= ahead.late
        if proposal.kind in ("back", "longer"):
            assert then.late <= ahead.late


@settings(max_examples=60, deadline=None)
@given(moments())
def test_proposals_differ_and_are_three_at_the_most(moment):
    today, now = moment
    every = proposals(ahead_of(read(today, now)))
    assert len(every) <= 3
    assert len({proposal.words for proposal in every}) == len(every)
    assert all(len(proposal.words) < 4000 for proposal in every)


def test_much_time_left_makes_no_break_of_an_hour_but_may_end_early():
    longer, early = found("10:00 a 60, tea 10 break, b 30", 2, ["10:00", "10:10"], "10:10")
    assert longer.title == "Give tea 10 minutes more."
    assert "It ends at 10:50" not in longer.words
    assert early.title == "Change nothing, and end at 10:50."
