"""`kit check` on a file or a folder: all that is wrong, and nothing where all is well."""

from pathlib import Path

import pytest

from kit.content.check import check
from kit.content.library import load
from tests.content.files import ACTIVITY, PLAN, changed, written


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    assert check(written(tmp_path, ACTIVITY)) == ()
    assert check(written(tmp_path, PLAN)) == ()


def test_a_plan_is_held_against_the_library(tmp_path: Path) -> None:
    library = load([written(tmp_path / "ours", ACTIVITY).parent])
    plan = written(tmp_path, changed(PLAN, "caption-round", "caption-rond"), "plan.toml")
    assert [str(p) for p in check(plan, library)] == [
        'plan.toml, line 11: block 1 has the activity "caption-rond", which is in no folder; did you mean "caption-round"?']
    assert check(written(tmp_path, PLAN), library) == ()


def test_a_folder_is_checked_whole_and_its_plans_know_its_activities(tmp_path: Path) -> None:
    written(tmp_path, ACTIVITY, "a.toml")
    written(tmp_path, PLAN, "plans/good.toml")
    written(tmp_path, changed(PLAN, "first-day", "second").replace("caption-round", "zzz"), "plans/lost.toml")
    written(tmp_path, changed(ACTIVITY, "each = 2", "each = 99"), "b.toml")
    assert [str(p) for p in check(tmp_path)] == [
        "b.toml, line 30: step 2 has each 99; it should be from 1 to 10.",
        'lost.toml, line 11: block 1 has the activity "zzz", which is in no folder.',
        'lost.toml, line 21: block 3 has the activity "zzz", which is in no folder.',
    ]


def test_a_folder_with_nothing_to_check_says_so(tmp_path: Path) -> None:
    problem, = check(tmp_path)
    assert problem.sentence == "there is no file here whose name ends in .toml, so there is nothing to check."


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert str(*check(tmp_path / "gone.toml")) == "gone.toml: there is no such file. Check its name and its folder."


@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("practices.toml", '[[practice]]\nnumber = 0\nwords = "W"\nsource = "S"\npart = "P"\n',
     "practices.toml, line 2: practice 1 has number 0; it should be from 1 to 999."),
    ("glossary.toml", '[[term]]\nterm = "PPI"\n',
     'glossary.toml, line 1: term 1 has no meaning. Add a line such as meaning = "A few words"'),
    ("glossary.toml", '[[term]]\nterm = "A"\nmeaning = "B"\nmeanig = "C"\n',
     'glossary.toml, line 4: term 1 has "meanig", which means nothing here; did you mean "meaning"?'),
    ("made-up.toml", 'rule = ["One"]\ncaption = "Two"\n', 'made-up.toml, line 2: "caption" should be a list in square brackets.'),
    ("made-up.toml", "", "made-up.toml: the file is empty. Start from TEMPLATE.toml."),
])
def test_the_lists_are_checked_too(tmp_path: Path, name: str, content: str, sentence: str) -> None:
    assert str(check(written(tmp_path, content, name))[0]) == sentence
