"""`kit plan …`: each change is one call, says what came of it, and is undone by another call."""

import json

import pytest

from kit.cli import main


@pytest.fixture
def call(tmp_path, capsys, monkeypatch):
    """Runs a call of `kit plan` for one programme; gives its exit code, its output and what it said."""
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    main(["new", "Ours"])
    capsys.readouterr()

    def run(action, *words):
        code = main(["plan", action, "Ours", *words])
        out, said = capsys.readouterr()
        return code, out, said

    return run


def test_a_plan_is_shown_with_its_times(call):
    code, out, _ = call("show")
    assert code == 0
    assert "6: 11:05, 15 min, Break. Never cut." in out
    assert out.startswith("A two-hour first meeting. 10:00 to 12:00, 2 h.")


def test_each_change_shows_the_day_and_undo_takes_it_back(call):
    before = call("show")[1]
    for words in (("add", "gallery", "minutes=20", "--at", "3"), ("add", "Talk", "minutes=1h30", "time=work"), ("move", "1", "4"),
                  ("set", "2", "minutes=+10", "lead=Sam", "pin=11:30"), ("park", "jargon-we-heard"), ("copy", "2"),
                  ("split", "3", "Red", "Blue"), ("remove", "1"), ("set", "day", "start=9:30")):
        code, out, said = call(*words)
        assert (code, said.startswith("Done: ")) == (0, True), (words, said)
        assert out != before
    for _ in range(9):
        assert call("undo")[0] == 0
    assert call("show")[1] == before
    assert call("undo")[0] == 2
    assert "Done again" in call("redo")[2]


def test_activities_are_found_and_a_block_is_told(call):
    code, out, _ = call("find", "draw", "load:some")
    assert (code, "draw-involvement: " in out) == (0, True)
    assert call("find", "zzzz")[0] == 1
    assert all(found["load"] == "low" for found in json.loads(call("find", "load:low", "--json")[1]))
    assert "What happens: " in call("look", "2")[1]
    assert call("look", "99")[0] == 2


def test_json_says_everything(call):
    data = json.loads(call("set", "2", "priority=must", "--json")[1])
    assert (data["blocks"][1]["start"], data["blocks"][1]["priority"], data["end"]) == ("10:08", "must", "12:00")
    assert data["totals"] == {"content": 105, "breaks": 15, "gaps": 0, "overlaps": 0}
    assert data["undo"] == "Arriving: priority must"


def test_warnings_are_an_answer(call):
    assert call("warnings") == (0, "", "Nothing to look at again.\n")
    call("remove", "break")
    code, out, said = call("warnings")
    assert (code, said) == (1, "1 thing to look at again.\n")
    assert "There is no break from 10:00" in out


@pytest.mark.parametrize(("words", "why"), [
    (("set", "99", "minutes=5"), "There is no block '99'"), (("set", "1", "minutes=soon"), "no duration"),
    (("set", "1", "minutes"), "NAME=VALUE"), (("set", "1", "colour=red"), "no part that can be set"),
    (("move", "1", "x"), "no block"),
    (("add", "[/]\x1b[2J", "--at", "77"), "no place"), (("show", "--plan", "none"), "There is no plan"),
    (("import", "nowhere.csv"), "cannot be read"), (("export", "/no/such/folder/x.csv"), "cannot be written"),
    (("export", "x.exe"), "can go out as"), (("export", "x.ics", "--date", "soon"), "is no date"),
])
def test_what_makes_no_sense_is_a_sentence(call, words, why):
    code, out, said = call(*words)
    assert code in (2, 3)
    assert why in said
    assert "\x1b" not in said + out
    assert len(said.strip().splitlines()) == 1


def test_a_plan_goes_through_every_kind_of_file(call, tmp_path):
    call("set", "1", "private=SECRET")
    for ending in ("toml", "csv", "xlsx", "md", "ics"):
        file = tmp_path / f"out.{ending}"
        code, _, said = call("export", str(file), "--date", "2026-03-02")
        assert (code, "Private notes were left out" in said) == (0, True)
        assert b"SECRET" not in file.read_bytes()
        if ending in ("toml", "csv", "xlsx"):
            assert json.loads(call("import", str(file), "--json")[1])["blocks"] == 9
    call("export", str(tmp_path / "with.csv"), "--notes")
    assert b"SECRET" in (tmp_path / "with.csv").read_bytes()


def test_a_group_is_renamed_and_its_place_is_said(call):
    call("split", "3", "Red", "Blue")
    assert call("set", "3", "group.b=Green", "place.a=By the window")[0] == 0
    out = call("show")[1]
    assert "Green" in out
    assert "By the window" in out
    assert "Blue" not in out
    assert "no group 'z'" in call("set", "3", "group.z=X")[2]
    assert call("set", "3", "group.a=")[0] != 0
    call("undo")
    assert "Blue" in call("show")[1]
