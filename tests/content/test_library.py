"""Folders of files as one library: a person's own files add to ours and win, and nothing hides anything."""

from pathlib import Path

import pytest

from kit.content.library import Library, load, read_glossary, read_made_up, read_practices, script_of
from kit.content.reader import read_plan
from kit.model import Plan
from tests.content.files import ACTIVITY, PLAN, changed, written


def _plan(folder: Path, text: str) -> Plan:
    plan = read_plan(written(folder, text, "plan.toml")).value
    assert plan
    return plan


def test_a_persons_own_folder_adds_and_wins_on_equal_id(tmp_path: Path) -> None:
    ours, own = tmp_path / "ours", tmp_path / "own"
    written(ours, ACTIVITY, "making/caption.toml")
    written(ours, PLAN, "plan.toml")
    written(own, changed(ACTIVITY, "Caption round", "Our own way"), "mine.toml")
    written(own, changed(ACTIVITY, "caption-round", "another"), "deep/er/another.toml")
    library = load([ours, own])
    assert library.problems == ()
    titles = {name: activity.title for name, activity in library.activities.items()}
    assert titles == {"caption-round": "Our own way", "another": "Caption round"}
    assert list(library.plans) == ["first-day"]
    assert load([own, ours]).activities["caption-round"].title == "Caption round"


def test_a_bad_file_of_ones_own_leaves_the_shipped_one_in_place(tmp_path: Path) -> None:
    written(tmp_path / "ours", ACTIVITY)
    written(tmp_path / "own", changed(ACTIVITY, "each = 2", "each = 99"), "mine.toml")
    library = load([tmp_path / "ours", tmp_path / "own"])
    assert list(library.activities) == ["caption-round"]
    assert [str(p) for p in library.problems] == ["mine.toml, line 30: step 2 has each 99; it should be from 1 to 10."]


def test_two_files_with_one_id_in_a_folder_are_both_named_and_the_first_is_used(tmp_path: Path) -> None:
    written(tmp_path, changed(ACTIVITY, "Caption round", "First"), "a/one.toml")
    written(tmp_path, "# A note\n" + changed(ACTIVITY, "Caption round", "Second"), "b/two.toml")
    library = load([tmp_path])
    assert library.activities["caption-round"].title == "First"
    assert [str(p) for p in library.problems] == [
        'two.toml, line 2: the id "caption-round" is taken by a/one.toml, which is used. Give one of them another id.']


def test_an_activity_and_a_plan_may_share_an_id(tmp_path: Path) -> None:
    written(tmp_path, ACTIVITY, "a.toml")
    written(tmp_path, changed(PLAN, "first-day", "caption-round"), "p.toml")
    library = load([tmp_path])
    assert (list(library.activities), list(library.plans), library.problems) == (["caption-round"], ["caption-round"], ())


def test_a_folder_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    assert load([tmp_path / "nowhere"]) == Library()


@pytest.mark.parametrize("name", [
    "TEMPLATE.toml", "practices.toml", "made-up.toml", "deep/glossary.toml", "notes.txt", "._caption.toml", ".git/a.toml"])
def test_what_holds_no_method_is_passed_over(tmp_path: Path, name: str) -> None:
    written(tmp_path, "not for us", name)
    assert load([tmp_path]) == Library()


def test_a_link_back_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path, ACTIVITY, "a.toml")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere.toml")
    library = load([tmp_path])
    assert list(library.activities) == ["caption-round"]
    assert [str(p) for p in library.problems] == ["gone.toml: there is no such file. Check its name and its folder."]


def test_files_are_read_in_the_same_order_everywhere(tmp_path: Path) -> None:
    for name in ("z", "b/x", "a-1/x", "a/x"):
        written(tmp_path, changed(ACTIVITY, "caption-round", name.replace("/", "-")), f"{name}.toml")
    assert list(load([tmp_path]).activities) == ["a-x", "a-1-x", "b-x", "z"]


def test_a_script_has_every_gap_of_the_plan_filled(tmp_path: Path) -> None:
    written(tmp_path, ACTIVITY, "a.toml")
    script, problems = script_of(_plan(tmp_path, PLAN), load([tmp_path]))
    assert script
    assert not problems
    assert [(b.id, b.title, b.minutes, b.private) for b in script.plan.blocks] == [
        ("caption-round", "Caption round", 20, "Ask Sam first."), ("break", "Break", 15, ""),
        ("caption-round-2", "Caption round", 12, "")]
    assert [a.id for a in script.activities] == ["caption-round"]
    assert script.activity(script.plan.blocks[2]) is script.activities[0]
    assert script.activity(script.plan.blocks[1]) is None


def test_no_two_blocks_of_a_script_share_an_id(tmp_path: Path) -> None:
    written(tmp_path, ACTIVITY, "a.toml")
    text = changed(PLAN, 'id = "break"', 'id = "caption-round"') + '[[blocks]]\ntitle = "休憩"\nminutes = 5\n' * 2
    script, _ = script_of(_plan(tmp_path, text + '[[blocks]]\ntitle = "A long lunch!"\nminutes = 5\n'), load([tmp_path]))
    assert script
    assert [b.id for b in script.plan.blocks] == [
        "caption-round-2", "caption-round", "caption-round-3", "block-4", "block-5", "a-long-lunch"]


def test_a_plan_with_an_activity_that_nobody_has_gives_no_script_but_sentences(tmp_path: Path) -> None:
    written(tmp_path, ACTIVITY, "a.toml")
    text = PLAN.replace('activity = "caption-round"', 'activity = "caption-ruond"')
    script, problems = script_of(_plan(tmp_path, text), load([tmp_path]))
    assert script is None
    end = 'has the activity "caption-ruond", which is in no folder; did you mean "caption-round"?'
    assert [str(p) for p in problems] == [f"plan.toml: block {number} {end}" for number in (1, 3)]


def test_the_lists_are_read_clean(tmp_path: Path) -> None:
    practices = written(tmp_path, '[[practice]]\nnumber = 7\nwords = "\\u001bDraw"\nsource = "S"\npart = "P"\n')
    assert [(p.number, p.words, p.source, p.part) for p in read_practices(practices)] == [(7, "Draw", "S", "P")]
    glossary = written(tmp_path, '[[term]]\nterm = "PPI"\nmeaning = "Taking part\\u0007"\n')
    assert [(t.term, t.meaning) for t in read_glossary(glossary)] == [("PPI", "Taking part")]
    made_up = written(tmp_path, 'rule = ["\\u001bOne"]\nterm = [{ term = "A\\u0000", more = ["\\u0007b"] }]\n')
    assert read_made_up(made_up) == {"rule": ("One",), "term": ({"term": "A", "more": ["b"]},)}


@pytest.mark.parametrize("content", ["", "[", "practice = 1\nterm = 2\n", "[[practice]]\n[[term]]\n", b"\xff"])
def test_a_broken_list_is_an_empty_one(tmp_path: Path, content: str | bytes) -> None:
    path = written(tmp_path, content)
    assert read_practices(path) == ()
    assert read_glossary(path) == ()
