"""Each mistake a person is likely to make gets its own sentence, with the file, the line and the word that was meant."""

import os
from pathlib import Path

import pytest

from kit.content.problems import Problem, file_name, nearest, shown
from kit.content.reader import read_activity, read_either, read_plan
from tests.content.files import ACTIVITY, PLAN, changed, problems, written

IN_ACTIVITIES = [
    ('kind = "caption"', 'kind = "catpion"', 'line 29: step 2 has kind "catpion"; did you mean "caption"?'),
    ('kind = "say"\n', "", 'line 23: step 1 has no kind. Add a line such as kind = "say"'),
    ("each = 2", 'each = "2"', 'line 30: step 2 has each "2"; it should be a whole number without quote marks, such as each = 2'),
    ("each = 2", "each = 99", "line 30: step 2 has each 99; it should be from 1 to 10."),
    ("each = 2", "eech = 2", 'line 30: step 2 has "eech", which means nothing here; did you mean "each"?'),
    ("each = 2", "table_size = 3", 'line 30: step 2 has "table_size", which belongs to a seat step.'),
    ("each = 2", 'question = "?"',
     'line 30: step 2 has "question", which belongs to a collect, agree, term, decide, vote, rate, rank, consent, promise, '
     'lesson or scale step.'),
    ("each = 2", "practices = [1]",
     'line 30: step 2 has "practices", which belongs to the whole activity; move it above the first [[steps]] line.'),
    ("power =", 'room = "Hello"\npower =',
     'line 12: the file has "room", which belongs in a step; move it under a [[steps]] line.'),
    ('id = "caption-round"', 'id = "Caption Round"',
     'line 1: id is "Caption Round"; use small letters, digits and single dashes, 60 at most, such as "caption-round".'),
    ('title = "Caption round"\n', "", 'title is missing. Add a line such as title = "A round of hopes"'),
    ('title = "Caption round"', 'title = " "',
     'line 2: title is ""; it should be a few words, such as title = "A round of hopes"'),
    ('load = "some"', 'load = "medium"', 'line 13: load is "medium"; it can be low, some or high.'),
    ('load = "some"', 'load = "hihg"', 'line 13: load is "hihg"; did you mean "high"?'),
    ('"A scribe can write."', "7", "line 16: access has 7 in its list; it should be words in quote marks, such as "
     'access = ["People can write or draw.", "Anyone can pass."]'),
    ('"A scribe can write."', '"Spelling does not matter."',
     'line 16: access has "Spelling does not matter." in its list twice. Keep one of them.'),
    ("practices = [11]", "practices = [\n  11,\n  0,\n]", "line 20: practices has 0 in its list; it should be from 1 to 999."),
    ("practices = [11]", "practices = 11",
     "line 18: practices is 11; it should be a list in square brackets, such as practices = [35, 36]"),
    ('["caption-slips"]', '["caption-slip"]', 'line 19: prints has "caption-slip" in its list; did you mean "caption-slips"?'),
    ("calm = false", 'calm = "no"', 'line 21: calm is "no"; it should be true or false, without quote marks.'),
    ("least_minutes = 7", "least_minutes = 20", "line 9: least_minutes is 20, which is above minutes, 12."),
    ("least_people = 3", "least_people = 90", "line 10: least_people is 90, which is above most_people, 40."),
    ("minutes = 12", "minutes = 12.5",
     "line 8: minutes is 12.5; it should be a whole number without quote marks, such as minutes = 15"),
    ("minutes = 12", "minutes = 2024-05-01",
     "line 8: minutes is 2024-05-01; it should be a whole number without quote marks, such as minutes = 15"),
    ("minutes = 12", "minutes = 0x" + "f" * 5000,
     "line 8: minutes is a number that is far too large; it should be from 1 to 600."),
    ('["sunny", "cloudy"]', '["sunny"]', "line 35: step 3 has options […]; it should have from 2 to 100 lines, and it has 1."),
    ('"Our own"', f'"{"x" * 20_001}"',
     f'line 7: source is "{"x" * 40}…"; it is 20,001 characters long, and the most is 20,000.'),
    ('title = "Caption round"', "title = “Caption round”",
     'line 2: there are curly quote marks on this line. Type straight ones: ".'),
    ('title = "Caption round"', "title = Caption round",
     'line 2: the value after the = cannot be read. Words and times need quote marks at both ends, such as title = "Our day".'),
    ('title = "Caption round"', 'title = "Caption round',
     'line 2: a text has no quote mark at its end. Put " there, or """ at both ends of a long text.'),
    ('be true."""', "be true.", 'line 4: a text has no quote mark at its end. Put " there, or """ at both ends of a long text.'),
    ('matter.",', 'matter."', "line 16: a list has no ] at its end, or there is no comma between two of its lines."),
    ('title = "Caption round"', 'title "Caption round"', 'line 2: this line has no name with an = after it. '
     'Write it as title = "Our day". Text over several lines needs """ at both ends.'),
    ('title = "Caption round"', 'title = "Caption \\ round"', r"line 2: a backslash in a text needs a second one beside it: \\."),
    ('title = "Caption round"', 'title = "One"\ntitle = "Two"', "line 3: this stands in the file twice. Keep one of them."),
    ("[[steps]]", "[steps]",
     "line 28: this clashes with something above it. Each step stands under its own [[steps]], with two brackets."),
    ("minutes = 12", "minutes = " + "9" * 5000, "a number in this file is far too long."),
    ("calm = false", "calm = \x1b[31mfalse", "line 21: there is a hidden control character on this line. "
     "Delete the line and type it again."),
]

IN_PLANS = [
    ('"09:30"', '"half past nine"', 'line 4: start is "half past nine"; it should be a time of day, such as start = "10:00"'),
    ('"09:30"', '"25:00"', 'line 4: start is "25:00"; it should be a time of day, such as start = "10:00"'),
    ('"09:30"', "09:30:00", 'line 4: start is 09:30:00; it should be words in quote marks, such as start = "10:00"'),
    ('"09:30"', "09:30", "line 4: the value after the = cannot be read. "
     'Words and times need quote marks at both ends, such as title = "Our day".'),
    ('title = "Break"\n', "", 'line 15: block 2, with no activity, has no title. Add a line such as title = "A breath"'),
    ("minutes = 15\n", "", "line 15: block 2, with no activity, has no minutes. Add a line such as minutes = 15"),
    ("minutes = 15", "minutes = -5", "line 18: block 2, with no activity, has minutes -5; it should be from 1 to 1440."),
    ('id = "break"', 'id = "A Break"',
     'line 16: block 2, with no activity, has id "A Break"; use small letters, digits and single dashes, 60 at most, '
     'such as "a-break".'),
    ("minutes = 20", 'question = "Why?"',
     'line 12: block 1 has "question", which belongs to the whole plan; move it above the first [[blocks]] line.'),
    ("start =", 'lead = "Sam"\nstart =',
     'line 4: the file has "lead", which belongs in a block; move it under a [[blocks]] line.'),
    ("private =", "privat =", 'line 13: block 1 has "privat", which means nothing here; did you mean "private"?'),
    ("minutes = 20", 'id = "break"', 'line 16: block 2 has the id "break", which block 1 has too. Change one of them.'),
]

OF_WHOLE_FILES: list[tuple[str | bytes, str]] = [
    ("", "the file is empty. Start from TEMPLATE.toml."),
    ("\ufeff \n\n", "the file is empty. Start from TEMPLATE.toml."),
    ("# Only a note.\n", "the file has no [[steps]], no [[blocks]] and no [[stages]], "
     "so it is no activity, no plan and no programme."),
    ("[[step]]\n", "line 1: write [[steps]] with two brackets on each side; it is spelt another way here."),
    ("steps = 3\n" + ACTIVITY.split("[[steps]]")[0],
     "line 1: each step stands under its own line [[steps]], with two brackets on each side."),
    ("steps = []\n" + ACTIVITY.split("[[steps]]")[0], "line 1: there are 0 lines [[steps]]; there should be from 1 to 100."),
    (ACTIVITY + '[[steps]]\nkind = "say"\n' * 200, "line 23: there are 203 lines [[steps]]; there should be from 1 to 100."),
    (PLAN + '[[blocks]]\nactivity = "x"\n' * 300, "line 10: there are 303 lines [[blocks]]; there should be from 1 to 300."),
    (PLAN + '[[steps]]\nkind = "say"\n',
     "line 10: the file has both [[steps]] and [[blocks]]. An activity has steps, a plan has blocks, a programme has stages."),
    (changed(ACTIVITY, "People write", "\u00c9").encode("latin-1"),
     "line 3: this is not plain text in UTF-8. Save the file again as UTF-8."),
    (ACTIVITY.encode("utf-16"), "line 1: this is not plain text in UTF-8. Save the file again as UTF-8."),
    (changed(ACTIVITY, "Welcome", "Welcome\0"), "line 26: this is not plain text. Save the file again as plain text in UTF-8."),
    ("# " + "x" * 1_000_000, "the file is larger than 1 MB. Ours are a few pages of text. Split it, or shorten it."),
    ("id = 1\nsteps = " + "[" * 50_000, "line 2: there are too many brackets or dots inside one another here."),
    ("id = 1\n" + "a." * 100_000 + "a = 1", "line 2: there are too many brackets or dots inside one another here."),
    (ACTIVITY.rstrip()[:-1] + '"open', "line 35: a list has no ] at its end, or there is no comma between two of its lines."),
    (ACTIVITY + 'room = "open', 'line 36: a text has no quote mark at its end. Put " there, or """ at both ends of a long text.'),
]


@pytest.mark.parametrize(("old", "new", "sentence"), IN_ACTIVITIES)
def test_a_mistake_in_an_activity_gets_its_own_sentence(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert [str(p) for p in problems(tmp_path, changed(ACTIVITY, old, new))] == [_in("caption-round.toml", sentence)]


@pytest.mark.parametrize(("old", "new", "sentence"), IN_PLANS)
def test_a_mistake_in_a_plan_gets_its_own_sentence(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert [str(p) for p in problems(tmp_path, changed(PLAN, old, new))] == [_in("caption-round.toml", sentence)]


@pytest.mark.parametrize(("content", "sentence"), OF_WHOLE_FILES)
def test_a_file_that_is_wrong_as_a_whole_gets_its_own_sentence(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    assert [str(p) for p in problems(tmp_path, content)] == [_in("caption-round.toml", sentence)]


def test_all_problems_are_named_at_once_from_the_top_down(tmp_path: Path) -> None:
    text = changed(ACTIVITY, 'kind = "caption"', 'kind = "catpion"')
    text = changed(text, "minutes = 12", 'minutes = "12"')
    text = changed(text, 'load = "some"', 'lode = "some"')
    assert [p.line for p in problems(tmp_path, text)] == [0, 8, 13, 29]


def test_a_hostile_file_with_ten_thousand_problems_names_the_first_fifty(tmp_path: Path) -> None:
    found = problems(tmp_path, "".join(f"k{n} = 1\n" for n in range(10_000)) + ACTIVITY)
    assert [p.line for p in found[:50]] == list(range(1, 51))
    assert [p.sentence for p in found[50:]] == ["there are more problems. Put these right first."]


def test_a_file_of_the_wrong_sort_says_which_sort_it_is(tmp_path: Path) -> None:
    activity, plan = written(tmp_path, ACTIVITY, "a.toml"), written(tmp_path, PLAN, "p.toml")
    assert str(*read_activity(plan).problems) == "p.toml, line 10: this is a plan, not an activity: it has [[blocks]]."
    assert str(*read_plan(activity).problems) == "a.toml, line 23: this is an activity, not a plan: it has [[steps]]."


def test_what_is_no_ordinary_file_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    said = {name: str(*read_either(tmp_path / name).problems) for name in ("folder.toml", "gone.toml", "a\0b.toml", "loop.toml")}
    assert said == {
        "folder.toml": "folder.toml: this is a folder, not a file.",
        "gone.toml": "gone.toml: there is no such file. Check its name and its folder.",
        "a\0b.toml": "ab.toml: there is no such file. Check its name and its folder.",
        "loop.toml": "loop.toml: it cannot be opened. Check that you are allowed to read it.",
    }


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.toml")
    assert str(*read_either(tmp_path / "pipe.toml").problems) == "pipe.toml: this is not an ordinary file, so it cannot be read."


def test_a_hostile_file_name_reaches_nobody_raw(tmp_path: Path) -> None:
    problem, = read_either(written(tmp_path, "", "\x1b]0;owned\x07 \u202ebad.toml")).problems
    assert str(problem) == "]0;owned bad.toml: the file is empty. Start from TEMPLATE.toml."
    assert file_name(Path("/")) == "this file"


def test_a_hostile_value_or_key_reaches_nobody_raw(tmp_path: Path) -> None:
    text = changed(ACTIVITY, 'load = "some"', 'load = "\\u001b]0;x\\u0007 [/] \\u202e"\n"\\u001b[2J" = 1')
    said = [p.sentence for p in problems(tmp_path, text)]
    assert said == ['load is "]0;x [/]"; it can be low, some or high.', 'the file has "[2J", which means nothing here.']


def test_the_nearest_word_is_found_whatever_its_case_and_never_for_a_novel() -> None:
    assert nearest("TITLES", ["title", "source"]) == "title"
    assert nearest("xyz", ["title", "source"]) == ""
    assert nearest("title" * 100_000, ["title"]) == ""


def test_values_of_every_type_are_shown_short() -> None:
    assert [shown(value) for value in ("x" * 99, True, 5, 10**5000, float("nan"), [1], {"a": 1})] == [
        f'"{"x" * 40}…"', "true", "5", "a number that is far too large", "nan", "[…]", "{…}"]


def test_a_problem_without_a_line_names_the_file_alone() -> None:
    assert str(Problem("a.toml", 0, "it is empty.")) == "a.toml: it is empty."


def _in(file: str, sentence: str) -> str:
    return f"{file}, {sentence}" if sentence.startswith("line ") else f"{file}: {sentence}"
