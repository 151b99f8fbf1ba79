"""What a good file becomes: every word clean, every setting filled in."""

from dataclasses import fields
from pathlib import Path

import pytest

from kit.content.reader import read_activity, read_plan
from kit.content.vocabulary import ACTIVITY as ACTIVITY_FIELDS
from kit.content.vocabulary import BLOCK, COMMON, KINDS
from kit.content.vocabulary import PLAN as PLAN_FIELDS
from kit.engine.steps import SCRIPTS
from kit.model import Activity, Block, Plan, Step
from kit.model.data import from_data, to_data
from tests.content.files import ACTIVITY, PLAN, changed, written


def _activity(folder: Path, text: str) -> Activity:
    reading = read_activity(written(folder, text))
    assert reading.value, reading.problems
    return reading.value


def _plan(folder: Path, text: str) -> Plan:
    reading = read_plan(written(folder, text))
    assert reading.value, reading.problems
    return reading.value


def test_an_activity_is_read_as_it_is_written(tmp_path: Path) -> None:
    activity = _activity(tmp_path, ACTIVITY)
    assert activity.purpose == "To give something back.\nMany captions can be true."
    assert activity.access == ("Spelling does not matter.", "A scribe can write.")
    assert (activity.least_people, activity.most_people, activity.practices, activity.calm) == (3, 40, (11,), False)
    assert [step.kind for step in activity.steps] == ["say", "caption", "scale"]
    assert activity.steps[0] == Step("say", room="Welcome.", minutes=2)
    assert activity.file == "caption-round.toml"


def test_every_setting_that_is_left_out_has_its_default(tmp_path: Path) -> None:
    text = "".join(f'[[steps]]\nkind = "{kind}"\n' + ('prompt = "A day"\n' if kind == "draw" else "") for kind in KINDS)
    for step in _activity(tmp_path, ACTIVITY + text).steps[3:]:
        needed = {"prompt": "A day"} if step.kind == "draw" else {}
        assert step.settings == {field.name: field.default for field in KINDS[step.kind].fields} | needed


def test_what_may_be_left_out_of_an_activity_has_its_default(tmp_path: Path) -> None:
    optional = [f for f in ACTIVITY_FIELDS if not f.required]
    text = "\n".join(line for line in ACTIVITY.split("\n") if line.partition(" = ")[0] not in {f.name for f in optional})
    activity = _activity(tmp_path, text)
    assert {f.name: getattr(activity, f.name) for f in optional} == {f.name: f.default for f in optional}


def test_lists_in_settings_are_tuples(tmp_path: Path) -> None:
    assert _activity(tmp_path, ACTIVITY).steps[2]["options"] == ("sunny", "cloudy")


def test_an_empty_text_counts_as_left_out(tmp_path: Path) -> None:
    activity = _activity(tmp_path, ACTIVITY + '[[steps]]\nkind = "round"\nfirst = "  "\n')
    assert activity.steps[3]["first"] == "Anyone who would like to"


def test_every_text_is_clean_and_one_line_is_one_line(tmp_path: Path) -> None:
    text = changed(ACTIVITY, '"Caption round"', '"Caption\\n\\u001b]0;x\\u0007 \\u202eround [/]"')
    text = changed(text, '"Welcome."', '"\\u001b[2JWelcome.\\r\\nAll of you. 🙂 <b>"')
    text = changed(text, '"A scribe can write."', '"A scribe\\u0000 can\\u009b write."')
    activity = _activity(tmp_path, changed(text, '"sunny"', '"\\u001bsunny"'))
    assert activity.title == "Caption ]0;x round [/]"
    assert activity.steps[0].room == "[2JWelcome.\nAll of you. 🙂 <b>"
    assert activity.access[1] == "A scribe can write."
    assert activity.steps[2]["options"] == ("sunny", "cloudy")


def test_a_plan_is_read_as_it_is_written_and_its_gaps_stay_gaps(tmp_path: Path) -> None:
    plan = _plan(tmp_path, PLAN)
    assert (plan.id, plan.start, plan.question, plan.practices) == ("first-day", "09:30", "What matters here?", (35, 36))
    assert plan.blocks == (Block("", "", "caption-round", 20, private="Ask Sam first."), Block("break", "Break", "", 15),
                           Block("", "", "caption-round", 0))


def test_a_time_may_be_written_without_its_first_nought(tmp_path: Path) -> None:
    assert _plan(tmp_path, changed(PLAN, "09:30", "9:30")).start == "09:30"


@pytest.mark.parametrize("how", ["\ufeff{}", "{}\n\n# the end", "\n\n{}"])
def test_a_mark_at_the_start_and_notes_do_no_harm(tmp_path: Path, how: str) -> None:
    assert _plan(tmp_path, how.format(PLAN)).id == "first-day"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_and_counted(tmp_path: Path, end: str) -> None:
    assert _activity(tmp_path, ACTIVITY.replace("\n", end)).purpose.count("\n") == 1
    bad = changed(ACTIVITY, "each = 2", "each = 99").replace("\n", end)
    assert [p.line for p in read_activity(written(tmp_path, bad)).problems] == [30]


def test_what_is_read_can_be_kept_and_read_back(tmp_path: Path) -> None:
    plan = _plan(tmp_path, PLAN)
    assert from_data(Plan, to_data(plan)) == plan


def test_the_vocabulary_and_the_nouns_have_the_same_fields() -> None:
    for noun, names in ((Activity, ACTIVITY_FIELDS), (Plan, PLAN_FIELDS), (Block, BLOCK)):
        assert {f.name for f in fields(noun)} - {"file", "family"} == {f.name for f in names}  # type: ignore[arg-type]
    assert {f.name for f in fields(Step)} == {"kind", "settings", *(f.name for f in COMMON)}


def test_every_step_kind_has_a_script_and_every_script_a_kind() -> None:
    assert KINDS.keys() == SCRIPTS.keys()
