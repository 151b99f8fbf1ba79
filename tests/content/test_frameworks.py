"""Framework files: what ships is by short name with its source, and a local one is as good."""

import pytest

from kit.cli import main
from kit.content.check import check
from kit.content.frameworks import load_frameworks, read_framework
from kit.desk.frameworks import frameworks_at
from kit.paths import builtin_activities

SHIPPED = load_frameworks([builtin_activities() / "frameworks"])
HEAD = 'id = "ours"\ntitle = "Ours"\nowner = "Us"\nlicence = "Ours"\nsource = "A meeting"\n'


def item(id, parent=""):
    return f'[[items]]\nid = "{id}"\nname = "{id.capitalize()}"\n' + (f'parent = "{parent}"\n' if parent else "")


def written(folder, text, name="ours.toml"):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_every_shipped_framework_reads_and_says_where_its_names_come_from():
    assert SHIPPED.problems == ()
    assert len(SHIPPED.by_id) == 18
    for one in SHIPPED.by_id.values():
        assert all((one.owner, one.source, one.licence))
        assert one.id == one.file.removesuffix(".toml")


@pytest.mark.parametrize(("id", "count"), [
    ("ukspi-2019", 6), ("ukspi-2018", 6), ("involve-coprod-2018", 13), ("nsun-4pi", 5), ("soklaridis-2024", 4), ("scie-4", 4),
    ("scie-jigsaw", 4), ("copro-collective", 4), ("roper-grey", 3), ("building-bridges-2023", 5), ("gibson-cube", 4),
    ("gripp2-sf", 5), ("samhsa-6", 6), ("talk-change", 2), ("nef-6", 6), ("tlap-ladder", 7), ("arnstein-8", 8)])
def test_a_shipped_framework_has_as_many_items_as_its_source(id, count):
    assert len(SHIPPED.by_id[id].items) == count


def test_what_was_only_recalled_says_so():
    assert {id for id, one in SHIPPED.by_id.items() if not one.all_checked} == {
        "involve-coprod-2018", "nef-6", "tlap-ladder", "arnstein-8"}
    checked = {one.name for one in SHIPPED.by_id["involve-coprod-2018"].items if one.kind == "key feature" and one.checked}
    assert checked == {"Establishing ground rules"}


def test_what_partners2_learned_is_a_code_set_with_its_sub_themes():
    learned = SHIPPED.by_id["partners2-2020"]
    below = {item.name for item in learned.items if item.parent == "emotional-work"}
    assert below == {"Acknowledging emotions", "Emotional challenges", "Compromises and emotional journeys"}
    assert sum(item.kind == "cross-cutting theme" for item in learned.items) == 3
    assert "CC BY" in learned.licence


def test_a_programmes_own_framework_wins_over_a_shipped_one(tmp_path):
    home = tmp_path / "home"
    written(home / "Ours" / "frameworks", HEAD.replace('"ours"', '"scie-4"') + item("tea"))
    written(home / "activities" / "frameworks", HEAD + item("kindness") + item("small", "kindness"))
    known = frameworks_at(home / "Ours").by_id
    assert [one.name for one in known["scie-4"].items] == ["Tea"]
    assert known["ours"].level(known["ours"].by_id["small"]) == 2


@pytest.mark.parametrize(("items", "sentence"), [
    (item("a") + item("a"), 'has the id "a", which is taken'),
    (item("a", "b") + item("b"), 'has the parent "b", and no item above it'),
    (item("a") + item("b", "a") + item("c", "b") + item("d", "c"), "is on level 4"),
    (item("fits-no-principle"), "which is taken"),
    ('[[items]]\nid = "a"\nname = ""\n', "name"),
    ("", "items"),
])
def test_a_framework_that_makes_no_sense_says_what_and_where(tmp_path, items, sentence):
    path = written(tmp_path, HEAD + items)
    found = [str(problem) for problem in read_framework(path).problems]
    assert any(sentence in one and one.startswith("ours.toml") for one in found), found
    assert read_framework(path).value is None
    assert [str(problem) for problem in check(path)] == found or not items


def test_a_bad_framework_hides_no_other(tmp_path):
    written(tmp_path, HEAD + item("a"))
    written(tmp_path, "[[/]", "bad.toml")
    known = load_frameworks([tmp_path])
    assert (list(known.by_id), len(known.problems)) == (["ours"], 1)


def test_hostile_names_come_out_clean(tmp_path):
    path = written(tmp_path, HEAD + '[[items]]\nid = "a"\nname = "[/] \\u001b]0;x <b>"\n')
    assert read_framework(path).value.items[0].name == "[/] ]0;x <b>"


def test_the_command_lists_shows_and_refuses(tmp_path, capsys):
    assert main(["frameworks", "--home", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "arnstein-8: Ladder of citizen participation, 1969, 8 items. Not all of its names are checked." in told
    assert main(["frameworks", "soklaridis-2024", "--home", str(tmp_path)]) == 0
    assert "- slow-and-steady-wins-the-race: Slow and steady wins the race (value)" in capsys.readouterr().out
    assert main(["frameworks", "[/]", "--home", str(tmp_path)]) == 2
    assert "There is no framework '[/]'" in capsys.readouterr().err
