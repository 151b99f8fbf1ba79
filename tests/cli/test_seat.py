"""`kit seat`: for a file of people and tables, and for the people a programme knows."""

import json

import pytest

from kit.cli import main

ROOM = {"name": "hall", "people": [{"id": name, "roles": []} for name in "abcdefgh"],
        "tables": [{"id": "1", "min": 4, "max": 4, "features": []}, {"id": "2", "min": 4, "max": 4, "features": []}],
        "rounds": 2, "constraints": {"together": [], "apart": [], "seats": [], "absent": []}, "mix": []}


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))
    return tmp_path


def seat(capsys, *words):
    code = main(["seat", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_file_becomes_a_schedule_with_its_figures(home, capsys):
    (home / "hall.json").write_text(json.dumps(ROOM))
    code, out, _ = seat(capsys, home / "hall.json", "--seconds", "0.1", "--json")
    answer = json.loads(out)
    assert code == 0
    assert [sorted(name for table in tables for name in table) for tables in answer["rounds"]] == [list("abcdefgh")] * 2
    assert answer["figures"]["repeats"] == answer["figures"]["at_least"] == 4


@pytest.mark.parametrize(("words", "sentence"), [
    ("{", "this is not JSON"), ("[1]", "does not hold a room"), (json.dumps({**ROOM, "rounds": "many"}), "rounds"),
    (json.dumps({**ROOM, "people": [{"id": "a"}, {"id": "a"}]}), "a")])
def test_a_file_that_is_off_gets_a_sentence(home, capsys, words, sentence):
    (home / "hall.json").write_text(words)
    code, out, err = seat(capsys, home / "hall.json")
    assert code == 3
    assert not out
    assert sentence in err
    assert "Traceback" not in err


def test_wishes_that_collide_are_a_no_with_the_nearest_plan(home, capsys):
    room = {**ROOM, "constraints": {**ROOM["constraints"], "together": [["a", "b"]], "apart": [["a", "b"]]}}
    (home / "hall.json").write_text(json.dumps(room))
    code, out, _ = seat(capsys, home / "hall.json", "--seconds", "0.1", "--json")
    assert code == 1
    assert "a and b stay together; a and b stay apart" in json.loads(out)["collisions"][0]


def test_the_people_of_a_programme_are_seated_and_the_plan_is_kept_for_the_cards(home, capsys):
    main(["new", "Our group", "--from", "first-meeting"])
    (home / "people.csv").write_text("Name,Access needs\nRosa,wheelchair\nBen,\nAmira,\nTom,\n")
    main(["people", "Our group", str(home / "people.csv")])
    code, out, err = seat(capsys, "Our group", "--table", "", "--table", "step-free", "--rounds", "2", "--seconds", "0.1")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("Table 2") and "Rosa" in line] != []
    assert "kit print" in err
    capsys.readouterr()
    main(["print", "Our group", "path-cards", "--format", "text", "--out", str(home / "out")])
    [card] = [file.read_text() for file in (home / "out").glob("path-cards*")]
    assert "Rosa\n\n- Round 1: Table 2\n- Round 2: Table 2" in card
