"""The plan in plain mode: every change is one line, said back with the new end of the day, and undone by one word."""

import pytest

from kit.desk.drafting import Draft
from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.searching import search
from kit.desk.world import made_up_world
from kit.line.planner import Planner
from kit.line.voice import Voice
from tests.rooms import HOSTILE


@pytest.fixture
def plan(tmp_path):
    """Types lines into the planner of one plan; gives what was said."""
    world, shelf = made_up_world(1), load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)

    def say(*lines):
        said, waiting = [], list(lines)
        draft = Draft(programme, shelf, world)
        try:
            Planner(draft, Voice(said.append, lambda: waiting.pop(0) if waiting else None), world).run()
        finally:
            draft.close()
        return "".join(said)

    return say


def test_each_change_says_when_the_day_ends_now(plan):
    said = plan("longer 2", "shorter 3 by 15", "set break pin 12:00", "add Talk at 2", "add gallery", "move 1 to 3", "copy 2",
                "split 5: Red, Blue", "park 6", "remove 1", "set day start 9:00", "stop", "never read")
    for words in ("Kept: Arriving: 5 minutes more.", "10:00 to 12:05", "Kept: Names, interests and skills: 15 minutes less.",
                  "Kept: added Talk.", "Kept: added The gallery.", "Kept: moved Welcome to place 3.",
                  "Kept: split ", "Kept: parked ", "Kept: took out ",
                  "9:00 to"):
        assert words in said, words
    assert said.endswith("All changes are kept.\n")
    assert "no change that I know" not in said


def test_undo_goes_back_to_where_it_began_in_another_sitting(plan):
    before = plan("show")
    plan("longer 2", "add Talk", "park 3")
    said = plan("undo", "undo", "undo", "undo", "show")
    assert "Undone: parked" in said
    assert "There is nothing to undo" in said
    assert before.splitlines()[-12:-1] == said.splitlines()[-12:-1]


def test_activities_are_found_by_words_and_filters(plan, tmp_path):
    said = plan("find draw", "find min:5 load:low", "find zzz", "?")
    assert "draw-involvement: " in said
    assert "No activity fits" in said
    said = plan("about token-talk", "about [/]", "?")
    assert "By post: Each person may send up to three notes" in said
    assert "There is no activity '[/]'" in said
    assert "set day start 9:30. Any part of the whole plan." in said
    every = load_shelf(tmp_path).activities.values()
    assert search(every, "") == tuple(sorted(every, key=lambda activity: activity.title))
    assert all(activity.least_minutes <= 5 and activity.load == "low" for activity in search(every, "min:5 load:low"))
    assert {activity.id for activity in search(every, "practice:34")} == {a.id for a in every if 34 in a.practices}
    assert search(every, "people:500 power:x min:x") == ()


def test_what_makes_no_sense_is_a_sentence(plan):
    said = plan("dance", "set 99 minutes 5", "longer 1 by soon", HOSTILE, "add " + HOSTILE, "")
    assert "no change that I know" in said
    assert "There is no block '99'" in said
    assert "is no duration" in said
    assert "\x1b" not in said


def test_a_plan_goes_to_a_file_and_another_comes_in(plan, tmp_path):
    out, theirs = tmp_path / "day.csv", tmp_path / "theirs.csv"
    theirs.write_text("Session,Length\nTalk,20\n")
    said = plan(f"export {out}", "export day.exe", f"import {theirs}: title=Session, minutes=Length", "import nowhere.csv",
                "look 2", "look 99")
    assert f"Written: {out}." in said
    assert "A plan can go out as" in said
    assert "Taken in as another plan: theirs, 1 block." in said
    assert "nowhere.csv" in said
    assert "What happens: " in said
    assert "There is no block '99'" in said


def test_a_break_that_somebody_types_is_a_break_of_the_day(plan):
    said = plan("add lunch at 3", "show", "stop")
    assert "Kept: added Lunch." in said
    assert "30 min of breaks" in said
