"""What comes with the kit: every file reads, the pages say what the table says, and reading is cheap."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kit.content.check import check
from kit.content.library import Library, load, read_glossary, read_made_up, read_practices, script_of, text_files
from kit.content.reader import read_activity, read_plan
from kit.content.reference import reference, write_pages
from kit.content.template import template
from kit.content.vocabulary import ACTIVITY, BLOCK, COMMON, KINDS, PLAN
from kit.paths import builtin_activities

_SHARED = {"diary": ("passage",)}
"""What a step can leave besides the kind that it says it makes."""

SHIPPED = builtin_activities()
WRITE_AGAIN = "python -m kit.content.reference"


@pytest.fixture(scope="module")
def library() -> Library:
    began = time.perf_counter()
    loaded = load([SHIPPED])
    print(f"{len(text_files(SHIPPED))} files read in {1000 * (time.perf_counter() - began):.1f} ms")
    return loaded


def test_every_shipped_file_reads_with_no_problem(library: Library) -> None:
    assert [str(problem) for problem in library.problems] == []
    assert len(library.activities) + len(library.plans) + len(library.lines) == len(text_files(SHIPPED))


@pytest.mark.parametrize("path", [*text_files(SHIPPED), *sorted(SHIPPED.glob("*.toml"))], ids=lambda path: path.name)
def test_a_shipped_file_passes_the_check(library: Library, path: Path) -> None:
    assert [str(problem) for problem in check(path, library)] == []


def test_the_shipped_folder_passes_the_check_as_a_whole() -> None:
    assert check(SHIPPED) == ()


def test_every_shipped_plan_finds_its_activities(library: Library) -> None:
    assert library.plans
    for plan in library.plans.values():
        script, problems = script_of(plan, library)
        assert script, problems
        assert all(block.minutes and block.title for block in script.plan.blocks)


def test_every_practice_that_is_served_is_in_the_list(library: Library) -> None:
    numbers = [practice.number for practice in read_practices(SHIPPED / "practices.toml")]
    assert numbers == sorted(set(numbers))
    every = (*library.activities.values(), *library.plans.values(), *library.lines.values())
    served = {n for one in every for n in one.practices}
    assert served <= set(numbers)


def test_what_an_activity_says_it_makes_is_what_its_steps_make(library: Library) -> None:
    for activity in library.activities.values():
        made = {kind for step in activity.steps
                for kind in ([step["makes"], *_SHARED.get(step["makes"], ())] if "makes" in step.settings
                             else KINDS[step.kind].makes)}
        assert set(activity.makes) == made, activity.id


def test_the_other_lists_are_not_empty() -> None:
    assert read_glossary(SHIPPED / "glossary.toml")
    assert all(read_made_up(SHIPPED / "made-up.toml").values())


def test_the_shipped_pages_are_what_the_table_says(tmp_path: Path) -> None:
    write_pages(tmp_path)
    for name in ("TEMPLATE.toml", "REFERENCE.md"):
        assert (SHIPPED / name).read_bytes() == (tmp_path / name).read_bytes(), f"Write it again with: {WRITE_AGAIN}"


def test_the_template_is_an_activity_that_works_and_shows_every_key(tmp_path: Path) -> None:
    path = tmp_path / "my-own.toml"
    path.write_text(template(), encoding="utf-8")
    activity = read_activity(path).value
    assert activity
    assert sum(step.minutes for step in activity.steps) == activity.minutes
    text = template()
    for field in (*ACTIVITY[:-1], *COMMON, *(field for kind in KINDS.values() for field in kind.fields)):
        assert f"{field.name} = " in text
        assert " ".join(field.help.split()) in " ".join(text.replace("#", " ").split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_step_can_be_copied_from_the_template(tmp_path: Path, kind: str) -> None:
    head, more = template().split("# More kinds of step.")
    path = tmp_path / "my-own.toml"
    path.write_text(head + "\n".join(line.removeprefix("# ") for line in more.split("\n")[1:]), encoding="utf-8")
    activity = read_activity(path).value
    assert activity
    assert kind in [step.kind for step in activity.steps]


def test_the_reference_names_every_kind_and_every_key() -> None:
    text = reference()
    assert all(f"### {kind}\n" in text for kind in KINDS)
    for field in (*ACTIVITY, *COMMON, *PLAN, *BLOCK, *(field for kind in KINDS.values() for field in kind.fields)):
        assert f"| `{field.name}` | {field.help} |" in text


def test_the_plan_in_the_readme_is_a_plan_that_works(tmp_path: Path, library: Library) -> None:
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    example = readme.split("This one is complete:")[1].split("Start times")[0]
    path = tmp_path / "our-first-day.toml"
    path.write_text("\n".join(line.removeprefix("    ") for line in example.split("\n")), encoding="utf-8")
    plan = read_plan(path).value
    assert plan
    assert script_of(plan, library)[0]


def test_the_error_in_the_readme_is_what_the_check_says(tmp_path: Path) -> None:
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    path = tmp_path / "a-round-of-hopes.toml"
    path.write_text(template().replace('kind = "round"', 'kind = "catpion"'), encoding="utf-8")
    assert str(check(path)[0]) in readme


def test_the_files_are_found_from_any_folder(tmp_path: Path) -> None:
    code = "from kit.paths import builtin_activities as b; print((b() / 'practices.toml').is_file(), b().is_absolute())"
    root = str(Path(__file__).parents[2])
    run = subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r}); {code}"], cwd=tmp_path,
                         capture_output=True, text=True, check=True)
    assert run.stdout == "True True\n"


def test_reading_loads_no_screen_no_paper_and_no_store() -> None:
    code = ("import sys, kit.content.reference; from kit.content.check import check; from kit.paths import builtin_activities; "
            "check(builtin_activities()); heavy = {'textual', 'rich', 'reportlab', 'PIL', 'tinydb', 'qrcode'}; "
            "print(sorted((heavy | {'importlib.resources', 'difflib'}) & set(sys.modules)))")
    run = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
