"""The schedule engine, against days that were worked out by hand, and the law that holds for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model import Activity, Block, Plan, Script, Strand
from kit.model.clock import clock_words
from kit.model.schedule import schedule
from tests.model.days import plan, told, totals

CASES = [
    # one after another
    ("10:00 a 30", "a 10:00-10:30", (30, 0, 0, 0)),
    ("10:00 a 30, b 15", "a 10:00-10:30, b 10:30-10:45", (45, 0, 0, 0)),
    ("09:05 a 1, b 1, c 1", "a 09:05-09:06, b 09:06-09:07, c 09:07-09:08", (3, 0, 0, 0)),
    ("10:00 a 0, b 10", "a 10:00-10:00, b 10:00-10:10", (10, 0, 0, 0)),
    ("10:00 a 90, b 45, c 30", "a 10:00-11:30, b 11:30-12:15, c 12:15-12:45", (165, 0, 0, 0)),
    # breaks and buffers
    ("10:00 a 30, tea 15 break, b 30", "a 10:00-10:30, tea 10:30-10:45, b 10:45-11:15", (60, 15, 0, 0)),
    ("10:00 a 30, air 5 buffer, b 30", "a 10:00-10:30, air 10:30-10:35, b 10:35-11:05", (60, 5, 0, 0)),
    ("10:00 tea 15 break", "tea 10:00-10:15", (0, 15, 0, 0)),
    ("10:00 a 20 together, b 10 closing", "a 10:00-10:20, b 10:20-10:30", (30, 0, 0, 0)),
    # pins and gaps
    ("10:00 a 30, b 30 @11:00", "a 10:00-10:30, gap 30, b 11:00-11:30", (60, 0, 30, 0)),
    ("10:00 a 30, b 30 @10:30", "a 10:00-10:30, b 10:30-11:00", (60, 0, 0, 0)),
    ("10:00 a 30 @10:15", "gap 15, a 10:15-10:45", (30, 0, 15, 0)),
    ("10:00 a 30 @10:00", "a 10:00-10:30", (30, 0, 0, 0)),
    ("10:00 a 30, lunch 60 break @12:30, b 30", "a 10:00-10:30, gap 120, lunch 12:30-13:30, b 13:30-14:00", (60, 60, 120, 0)),
    ("10:00 a 10 @10:20, b 10 @10:40, c 10",
     "gap 20, a 10:20-10:30, gap 10, b 10:40-10:50, c 10:50-11:00", (30, 0, 30, 0)),
    ("10:00 a 30, b 10 @10:31", "a 10:00-10:30, gap 1, b 10:31-10:41", (40, 0, 1, 0)),
    # overlaps: flagged, never put right
    ("10:00 a 60, b 30 @10:45", "a 10:00-11:00, b 10:45-11:15 overlap 15", (90, 0, 0, 15)),
    ("10:00 a 60, b 30 @10:45, c 10", "a 10:00-11:00, b 10:45-11:15 overlap 15, c 11:15-11:25", (100, 0, 0, 15)),
    ("10:00 a 60, b 10 @10:15", "a 10:00-11:00, b 10:15-10:25 overlap 10", (70, 0, 0, 10)),
    ("10:00 a 60, b 10 @10:15, c 5", "a 10:00-11:00, b 10:15-10:25 overlap 10, c 11:00-11:05", (75, 0, 0, 10)),
    ("10:00 a 60, b 60 @10:00", "a 10:00-11:00, b 10:00-11:00 overlap 60", (120, 0, 0, 60)),
    ("10:00 a 60, tea 30 break @10:45, b 30 @11:00",
     "a 10:00-11:00, tea 10:45-11:15 overlap 15, b 11:00-11:30 overlap 15", (90, 30, 0, 30)),
    ("10:00 a 120, b 10 @10:30, c 10 @11:00, d 10",
     "a 10:00-12:00, b 10:30-10:40 overlap 10, c 11:00-11:10 overlap 10, d 12:00-12:10", (150, 0, 0, 20)),
    ("10:00 a 61, b 30 @11:00", "a 10:00-11:01, b 11:00-11:30 overlap 1", (91, 0, 0, 1)),
    # midnight
    ("22:00 a 90, b 60", "a 22:00-23:30, b 23:30-00:30", (150, 0, 0, 0)),
    ("22:00 a 60, b 30 @00:30", "a 22:00-23:00, gap 90, b 00:30-01:00", (90, 0, 90, 0)),
    ("22:00 a 180, b 30 @00:30", "a 22:00-01:00, b 00:30-01:00 overlap 30", (210, 0, 0, 30)),
    ("23:59 a 1, b 1", "a 23:59-00:00, b 00:00-00:01", (2, 0, 0, 0)),
    ("00:00 a 30 @00:00", "a 00:00-00:30", (30, 0, 0, 0)),
    ("10:00 a 30, b 30 @09:59", "a 10:00-10:30, gap 1409, b 09:59-10:29", (60, 0, 1409, 0)),
    ("18:00 a 60, night 600 break, b 60 @08:00",
     "a 18:00-19:00, night 19:00-05:00, gap 180, b 08:00-09:00", (120, 600, 180, 0)),
    # strands side by side
    ("10:00 (x: a 20 | y: b 45), c 10", "split 10:00-10:45, a 10:00-10:20, b 10:00-10:45, c 10:45-10:55", (55, 0, 0, 0)),
    ("10:00 (x: a 20, b 30 | y: c 45)", "split 10:00-10:50, a 10:00-10:20, b 10:20-10:50, c 10:00-10:45", (50, 0, 0, 0)),
    ("10:00 (x: a 20, tea 10 break | y: b 25)",
     "split 10:00-10:30, a 10:00-10:20, tea 10:20-10:30, b 10:00-10:25", (20, 10, 0, 0)),
    ("10:00 (x: a 30 | y: tea 30 break)", "split 10:00-10:30, a 10:00-10:30, tea 10:00-10:30", (30, 0, 0, 0)),
    ("10:00 (x: a 10, b 10 @10:30 | y: c 25)",
     "split 10:00-10:40, a 10:00-10:10, gap 20, b 10:30-10:40, c 10:00-10:25", (20, 0, 20, 0)),
    ("10:00 (x: a 30, b 10 @10:20 | y: c 5)",
     "split 10:00-10:30, a 10:00-10:30, b 10:20-10:30 overlap 10, c 10:00-10:05", (40, 0, 0, 10)),
    ("10:00 a 10, (x: b 20 | y: c 30) @10:30, d 5",
     "a 10:00-10:10, gap 20, split 10:30-11:00, b 10:30-10:50, c 10:30-11:00, d 11:00-11:05", (45, 0, 20, 0)),
    ("10:00 a 60, (x: b 20 | y: c 30) @10:45",
     "a 10:00-11:00, split 10:45-11:15 overlap 15, b 10:45-11:05, c 10:45-11:15", (90, 0, 0, 15)),
    ("10:00 (x: | y: a 15)", "split 10:00-10:15, a 10:00-10:15", (15, 0, 0, 0)),
    ("10:00 (x: | y: ), a 5", "split 10:00-10:00, a 10:00-10:05", (5, 0, 0, 0)),
    ("23:30 (x: a 60 | y: b 10 @00:15)", "split 23:30-00:30, a 23:30-00:30, gap 45, b 00:15-00:25", (60, 0, 0, 0)),
    # strands within strands
    ("10:00 (x: a 10, (p: b 5 | q: c 20) | y: d 25)",
     "split 10:00-10:30, a 10:00-10:10, split 10:10-10:30, b 10:10-10:15, c 10:10-10:30, d 10:00-10:25", (30, 0, 0, 0)),
    ("10:00 (x: (p: a 5 | q: b 10), c 5 | y: d 40), e 5",
     "split 10:00-10:40, split 10:00-10:10, a 10:00-10:05, b 10:00-10:10, c 10:10-10:15, d 10:00-10:40, e 10:40-10:45",
     (45, 0, 0, 0)),
    ("10:00 (x: (p: a 5, tea 20 break | q: b 10) | y: d 20)",
     "split 10:00-10:25, split 10:00-10:25, a 10:00-10:05, tea 10:05-10:25, b 10:00-10:10, d 10:00-10:20", (5, 20, 0, 0)),
    # days that run over what was meant
    ("10:00 a 150, lunch 30 break @12:00, b 60 @12:45",
     "a 10:00-12:30, lunch 12:00-12:30 overlap 30, gap 15, b 12:45-13:45", (210, 30, 15, 30)),
    ("10:00 (x: a 90 | y: b 20), lunch 30 break @11:00",
     "split 10:00-11:30, a 10:00-11:30, b 10:00-10:20, lunch 11:00-11:30 overlap 30", (90, 30, 0, 30)),
]


@pytest.mark.parametrize(("day", "times", "sums"), CASES, ids=[day for day, *_ in CASES])
def test_a_day_worked_out_by_hand(day, times, sums):
    found = schedule(plan(day))
    assert told(found) == times
    assert totals(found) == sums
    assert sums[0] + sums[1] + sums[2] - sums[3] == found.minutes == plan(day).minutes


def test_there_are_at_least_forty_cases():
    assert len(CASES) >= 40


def test_numbers_say_where_a_block_stands():
    found = schedule(plan("10:00 a 5, (x: b 5 | y: c 5, (p: d 5 | q: e 5)), f 5"))
    assert [slot.number for slot in found.every()] == ["1", "2", "2.a.1", "2.b.1", "2.b.2", "2.b.2.a.1", "2.b.2.b.1", "3"]


def test_parked_blocks_count_nowhere():
    day = plan("10:00 a 30")
    parked = Plan(day.id, day.title, day.summary, day.start, day.blocks, parked=plan("10:00 b 90").blocks)
    assert schedule(parked) == schedule(day)


def test_an_activity_with_no_block_kind_of_its_own_counts_as_content():
    tea, talk = Block("tea", "Tea", "", 10), Block("talk", "Talk", "talk", 20)
    activity = Activity("talk", "Talk", "", "", "", 20, 10, 2, 60, "", "low", (), (), (), (), ())
    day = Plan("p", "A day", "", "10:00", (tea, talk))
    assert totals(schedule(day, Script(day, (activity,)))) == (20, 10, 0, 0)


def test_a_moment_after_midnight_says_so():
    assert [clock_words(moment) for moment in (0, 1439, 1440, 2910)] == [
        "00:00", "23:59", "00:00 the next day", "00:30, 2 days later"]


PINS = st.one_of(st.just(""), st.integers(0, 1439).map(lambda m: f"{m // 60:02}:{m % 60:02}"))
PLAIN = st.builds(lambda minutes, pin, time: Block("", "a", "", minutes, pin=pin, time=time), st.integers(0, 200), PINS,
                  st.sampled_from(["work", "break", "buffer", "together", "closing"]))
BLOCKS = st.recursive(PLAIN, lambda inside: st.builds(
    lambda strands, pin: Block("", "s", "", 0, pin=pin, strands=tuple(Strand("s", tuple(blocks)) for blocks in strands)),
    st.lists(st.lists(inside, max_size=3), min_size=1, max_size=3), PINS), max_leaves=12)
DAYS = st.builds(lambda blocks, start: Plan("p", "p", "", start, tuple(blocks)), st.lists(BLOCKS, max_size=8),
                 st.integers(0, 1439).map(lambda m: f"{m // 60:02}:{m % 60:02}"))


@given(DAYS)
def test_content_and_breaks_and_gaps_are_the_day_less_what_overlaps(day):
    found = schedule(day)
    sums = found.totals
    assert sums.content + sums.breaks + sums.gaps - sums.overlaps == found.end - found.start
    if not any(slot.overlap for slot in found.every()):
        assert sums.content + sums.breaks + sums.gaps == found.end - found.start


@given(DAYS)
def test_strands_start_together_and_the_longest_sets_the_length(day):
    for slot in schedule(day).every():
        if slot.lanes:
            assert slot.end == max(lane.end for lane in slot.lanes)
            assert all(part.start == slot.start for lane in slot.lanes for part in lane.slots[:1] if not part.block.pin)


@given(DAYS)
def test_a_pin_is_kept_and_nothing_else_starts_before_its_turn(day):
    found = schedule(day)
    ended = found.start
    for slot in found.slots:
        if slot.block.pin:
            assert clock_words(slot.start)[:5] == slot.block.pin
        else:
            assert slot.start == ended
        assert slot.gap == 0 or slot.overlap == 0
        ended = max(ended, slot.end)
    assert ended == found.end
