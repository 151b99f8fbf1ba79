"""What changes on the day: proposals, breaks, slowing down, groups side by side, people who come and go. All of it undone."""

from datetime import UTC, datetime, timedelta

import pytest

from kit.engine import Session
from kit.engine.redaction import spoken
from kit.model import Block, Event, Plan, Script, Strand
from kit.model.data import from_data, to_data
from tests.rooms import PLACE, activity, contents, refused, step, taken


class Day:
    """A session whose clock stands still until it is told to go on."""

    def __init__(self, *blocks, parked=(), steps=(), people=6):
        self.now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
        plan = Plan("p", "A day", "Summary.", "10:00", blocks, parked=parked)
        self.session, _ = Session.begin(Script(plan, steps), PLACE, id="s", seed="s", clock=lambda: self.now)
        taken(self.session.answer(people))
        taken(self.session.done())

    def after(self, minutes):
        self.now += timedelta(minutes=minutes)
        return self.session

    def again(self):
        """The same session, read from its events as a file would hold them."""
        return Session([from_data(Event, to_data(event)) for event in self.session.events], lambda: self.now)


def block(name, minutes=30, **given):
    return Block(name, name.capitalize(), "", minutes, **{"time": "work", **given})


def test_a_proposal_that_is_taken_ends_when_it_says_and_undo_takes_it_back():
    day = Day(block("a"), block("b", least=10, priority="could"), block("c"))
    day.after(45)
    before = day.session.script
    [shorten, park, later] = day.session.proposals
    assert (shorten.title, park.title) == ("Shorten B by 15.", "Park B.")
    for proposal in (shorten, park, later):
        taken(day.session.take(proposal))
        assert day.session.timing.ends == f"{proposal.end // 60:02}:{proposal.end % 60:02}"
        assert day.again().script == day.session.script
        taken(day.session.undo())
        assert day.session.script == before


def test_a_parked_part_is_passed_by_and_can_come_back():
    day = Day(block("a"), block("b", priority="could"), block("c"))
    day.after(45)
    taken(day.session.take(day.session.proposals[0]))
    assert [each.id for each in day.session.script.plan.blocks] == ["a", "c"]
    taken(day.session.answer(""))
    assert day.session.prompt.title == "C"
    taken(day.session.answer(""))
    assert day.session.over
    assert day.session.proposals == ()
    for _ in range(3):
        taken(day.session.undo())
    day.now = datetime(2026, 3, 2, 10, 5, tzinfo=UTC)
    assert [each.id for each in day.again().script.plan.blocks] == ["a", "b", "c"]


def test_sheets_keep_their_letter_when_a_part_before_them_is_parked():
    one, two = activity("one", step("draw", prompt="One")), activity("two", step("draw", prompt="Two"))
    blocks = (block("start", 10), Block("x", "X", "one", 30, priority="could"), Block("y", "Y", "two", 30))
    day = Day(*blocks, steps=(one, two))
    day.after(25)
    [park] = [each for each in day.session.proposals if each.kind == "park"]
    taken(day.session.take(park))
    taken(day.session.answer(""))
    taken(day.session.answer(1))
    taken(day.session.answer("none"))
    assert contents(day.session, "drawing")[0]["label"] == "B1"


def test_a_break_is_put_in_at_any_time_and_the_room_sees_only_that():
    day = Day(block("a"), block("b"))
    taken(day.after(10).rest(15))
    assert day.session.resting == 15
    assert day.session.room.words == "A break of about 15 minutes."
    assert "It is a break" in refused(day.session.answer(""))
    assert "It is a break" in refused(day.session.go_to(2))
    assert "paused already" in refused(day.session.pause())
    taken(day.after(15).carry_on())
    assert (day.session.resting, day.session.timing.block_used, day.after(20).timing.behind) == (0, 10, 15)
    assert "from 1 to 120" in refused(day.session.rest(0))


def test_slowing_down_gives_time_and_says_so_to_the_room():
    day = Day(block("a"), block("b"))
    taken(day.after(20).slow_down())
    assert day.session.room.lines == ("We are slowing down. There is time.",)
    assert day.after(14).timing.behind == 0
    assert day.session.timing.over == 5
    taken(day.session.answer(""))
    assert day.session.room.lines == ()
    assert "ended" in refused(Day.after(day, 0).slow_down()) if day.session.over else True


def test_groups_side_by_side_have_a_state_each_and_the_room_goes_on_when_somebody_says_so():
    split = Block("s", "Two tables", "", 30, strands=(
        Strand("Red", (block("draw", 20),), "By the window"), Strand("Blue", (block("talk", 15), block("write", 15)))))
    day = Day(split, block("b"))
    assert day.session.prompt.ask.facts == ("1. Red, By the window: Draw, 20 min. At work.",
                                            "2. Blue: Talk, 15 min and Write, 15 min. At work.")
    taken(day.session.strand(1, "done"))
    taken(day.session.strand(2, "nearly there"))
    assert [line.rpartition(". ")[2] for line in day.session.prompt.ask.facts] == ["Done.", "Nearly there."]
    assert day.session.room.lines == ("Red, By the window: Draw.", "Blue: Talk and Write.")
    assert day.session.prompt.block == 1
    assert "groups 1 to 2" in refused(day.session.strand(3, "done"))
    assert "working, nearly, done or help" in refused(day.session.strand(1, "lost"))
    taken(day.session.undo())
    assert day.session.prompt.ask.facts[1].endswith("At work.")
    taken(day.session.answer(""))
    assert "side by side" in refused(day.session.strand(1, "done"))


def test_people_come_late_and_leave_with_a_name_or_without():
    day = Day(block("a"), people=3)
    taken(day.session.arrived("Ana"))
    taken(day.session.arrived())
    assert (contents(day.session, "attendance"), contents(day.session, "name")) == ([{"people": 5}], [{"text": "Ana"}])
    assert "already on the list" in refused(day.session.arrived("ana"))
    taken(day.session.left("ANA"))
    taken(day.session.left())
    assert (contents(day.session, "attendance"), contents(day.session, "name")) == ([{"people": 3}], [])
    assert "Nobody of that name" in refused(day.session.left("Ana"))
    for _ in range(4):
        taken(day.session.undo())
    assert (contents(day.session, "attendance"), contents(day.session, "name")) == ([{"people": 3}], [])
    assert contents(day.again(), "attendance") == [{"people": 3}]


def test_a_name_given_at_the_door_cannot_be_given_again_and_one_that_left_can():
    fresh, _ = Session.begin(Script(Plan("p", "P", "S", "10:00", (block("a"),)), ()), PLACE, id="s", seed="s",
                             clock=lambda: datetime(2026, 3, 2, 10, 0, tzinfo=UTC))
    taken(fresh.answer(6))
    taken(fresh.arrived("Ana"))
    assert "already on the list" in refused(fresh.answer("ana"))
    taken(fresh.left("Ana"))
    taken(fresh.answer("Ana"))
    assert contents(fresh, "name") == [{"text": "Ana"}]


def test_nobody_is_counted_before_the_first_count():
    day = Day(block("a"))
    fresh = Session(day.session.events[:1], lambda: day.now)
    assert "how many people" in refused(fresh.arrived("Bo"))
    assert "Only one person" in refused(fresh.left())


def test_a_co_facilitator_takes_over():
    day = Day(block("a"))
    taken(day.session.take_over(" Sam\n "))
    assert day.session.facilitator == day.again().facilitator == "Sam"
    assert "who leads now" in refused(day.session.take_over(" "))
    taken(day.session.undo())
    assert day.session.facilitator == ""


def test_names_in_these_events_can_be_put_out():
    day = Day(block("a"))
    taken(day.session.arrived("Ana"))
    taken(day.session.left("Ana"))
    taken(day.session.take_over("Sam"))
    places = spoken(day.session.events)
    assert [places[number] for number in (4, 5, 6)] == [(("data", "name"),), (), (("data", "who"),)]
    assert "Ana" not in str(day.session.events[4].data)


def test_injury_time_is_counted_and_kept():
    day = Day(block("a", 10), block("b", 10))
    taken(day.after(16).answer(""))
    taken(day.after(5).go_to(1))
    taken(day.after(3).pause())
    taken(day.after(30).carry_on())
    rows = {row.id: row for row in day.again().spent}
    assert (rows["a"].planned_start, rows["a"].started, rows["a"].taken, rows["a"].injury, rows["a"].ended) == (
        "10:00", "10:00", 19, 9, "")
    assert (rows["b"].planned_start, rows["b"].started, rows["b"].ended, rows["b"].taken, rows["b"].injury) == (
        "10:10", "10:16", "10:21", 5, 0)


def test_nothing_changes_once_it_is_over():
    day = Day(block("a"))
    [proposal, *_] = day.after(50).proposals
    taken(day.session.answer(""))
    for outcome in (day.session.take(proposal), day.session.slow_down(), day.session.rest()):
        assert "ended" in refused(outcome)


@pytest.mark.parametrize("words", ["[/]", "\x1b[2J", "x" * 500])
def test_hostile_words_are_kept_as_words_or_refused(words):
    day = Day(block("a"))
    for outcome in (day.session.arrived(words), day.session.take_over(words)):
        assert "\x1b" not in str(outcome)


def test_a_plan_from_elsewhere_with_words_we_do_not_know_still_runs():
    day = Day(block("a", load="enormous", priority="perhaps", time="party"), block("b", least=5))
    day.after(50)
    assert day.session.prompt.load == "enormous"
    assert day.session.proposals
