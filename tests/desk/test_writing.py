"""Writing an activity of one's own: every change on the disk, checked at once, tried with made-up people."""

import pytest

from kit.content.check import check
from kit.content.vocabulary import KINDS
from kit.desk.library import load_shelf
from kit.desk.trying import try_out
from kit.desk.writing import WHOLE, begin, copy_of, open_own, own_activities
from kit.model import Refusal
from kit.store import StoreProblem
from tests.rooms import HOSTILE

FILLED = {"summary": "Each says one hope.", "purpose": "To hear hopes.", "minutes": "15", "least_minutes": "8",
          "power": "Facilitators speak last.", "access": "People can pass.\nPeople can write."}


def whole(home, title="A round of hopes"):
    writing = begin(home, title)
    for name, typed in FILLED.items():
        assert writing.put(WHOLE, name, typed) is None
    assert writing.add_step("collect") is None
    assert writing.put(0, "question", "Which hopes?") is None
    return writing


def test_a_half_written_activity_is_kept_as_a_draft_that_no_list_offers(tmp_path):
    writing = begin(tmp_path, "A round of hopes")
    assert writing.path.name == "a-round-of-hopes.draft"
    assert writing.path.read_text(encoding="utf-8") == writing.text
    assert any("has no steps" in str(problem) or "[[steps]]" in str(problem) for problem in writing.problems)
    assert "a-round-of-hopes" not in load_shelf(tmp_path).activities
    assert load_shelf(tmp_path).problems == ()
    assert own_activities(tmp_path) == (("a-round-of-hopes", "a draft"),)


def test_what_is_saved_is_the_file_a_person_would_have_written(tmp_path):
    writing = whole(tmp_path)
    assert writing.problems == ()
    assert [path.name for path in (tmp_path / "activities").iterdir()] == ["a-round-of-hopes.toml"]
    assert check(writing.path) == ()
    assert writing.path.read_text(encoding="utf-8") == """\
id = "a-round-of-hopes"
title = "A round of hopes"
summary = "Each says one hope."
purpose = "To hear hopes."
source = "Our own"
minutes = 15
least_minutes = 8
power = "Facilitators speak last."
load = "low"
access = ["People can pass.", "People can write."]

[[steps]]
kind = "collect"
question = "Which hopes?"
"""
    assert load_shelf(tmp_path).activities["a-round-of-hopes"].minutes == 15


def test_it_goes_on_another_day_where_it_stopped_and_can_be_undone(tmp_path):
    whole(tmp_path)
    again = open_own(tmp_path, "a-round-of-hopes")
    assert again.put(WHOLE, "minutes", "20") is None
    assert again.add_step("say") is None
    assert again.move_step(1, 0) is None
    assert again.steps == ("say", "collect")
    for _ in range(3):
        assert again.undo() is None
    assert again.text == whole(tmp_path / "other").text
    assert isinstance(again.undo(), Refusal)


def test_a_change_for_the_worse_makes_it_a_draft_again_and_loses_nothing(tmp_path):
    writing = whole(tmp_path)
    assert writing.put(WHOLE, "least_minutes", "90") is None
    assert writing.path.suffix == ".draft"
    assert not (tmp_path / "activities" / "a-round-of-hopes.toml").exists()
    assert "least_minutes is 90, which is above minutes, 15." in str(writing.problems[0])


def test_what_is_no_number_is_refused_in_words_and_changes_nothing(tmp_path):
    writing = whole(tmp_path)
    before = writing.text
    assert str(writing.put(WHOLE, "minutes", "many")) == "Type whole numbers there, such as 10."
    assert str(writing.put(WHOLE, "nothing", "x")) == "There is no such field here."
    assert writing.text == before


@pytest.mark.parametrize("typed", [HOSTILE, '"""', 'a "b" \\ c\nd', "x" * 10_000, "= 5\n[[steps]]", "‮gnorw"])
def test_hostile_words_come_back_as_they_were_typed(tmp_path, typed):
    writing = whole(tmp_path)
    assert writing.put(WHOLE, "purpose", typed) is None
    purpose = next(row.words for row in open_own(tmp_path, "a-round-of-hopes").rows if row.field.name == "purpose")
    assert purpose == next(row.words for row in writing.rows if row.field.name == "purpose")
    assert len(writing.steps) == 1


def test_a_copy_of_a_shipped_activity_says_where_it_comes_from_and_works(tmp_path):
    shelf = load_shelf(tmp_path)
    for activity in list(shelf.activities.values())[:5]:
        copy = copy_of(tmp_path, activity, f"Our own {activity.title}")
        assert copy.activity, copy.problems
        assert copy.activity.steps == activity.steps
        assert copy.activity.source.startswith(f"After “{activity.title}”.")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_step_can_be_written(tmp_path, kind):
    writing = whole(tmp_path)
    assert writing.add_step(kind) is None
    for row in writing.rows:
        if row.place == 1 and row.field.required and not row.words:
            assert writing.put(1, row.field.name, "Draw a place.") is None
    assert writing.problems == ()


def test_it_is_tried_with_small_and_large_rooms(tmp_path):
    activity = whole(tmp_path).activity
    assert activity
    assert try_out(activity) == (
        "With 4 people it went to its end. It left thoughts 2.",
        "With 11 people it went to its end. It left thoughts 5.",
        "With 35 people it went to its end. It left thoughts 5.")


def test_a_title_that_is_taken_is_said_and_the_file_stays(tmp_path):
    text = whole(tmp_path).text
    with pytest.raises(StoreProblem, match="You have an activity 'a-round-of-hopes' already"):
        begin(tmp_path, "A round of hopes!")
    assert (tmp_path / "activities" / "a-round-of-hopes.toml").read_text(encoding="utf-8") == text


def test_notes_that_would_be_lost_are_told_before_the_first_change(tmp_path):
    path = whole(tmp_path).path
    path.write_text("# Mine.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "Lines that start with # are lost" in open_own(tmp_path, "a-round-of-hopes").told
    assert path.read_text(encoding="utf-8").startswith("# Mine.")
