"""`kit seat`: a plan on standard output, words on standard error, sentences for bad files."""

import json

import pytest

from benchmarks.seating.referee import judge
from kit.cli import main

HALL = {"people": [{"id": f"p{n}", "roles": ["carer"] if n < 3 else []} for n in range(9)],
        "tables": [{"id": f"t{n}", "min": 3, "max": 3} for n in range(3)], "rounds": 4,
        "constraints": {"seats": [{"person": "p0", "tables": ["t1"]}]}}


def seat(tmp_path, capsys, data, *words):
    file = tmp_path / "hall.json"
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    code = main(["seat", str(file), "--seconds", "0.1", *words])
    return code, *capsys.readouterr()


def test_a_plan_is_written_as_json_with_its_figures(tmp_path, capsys):
    code, out, err = seat(tmp_path, capsys, HALL)
    answer = json.loads(out)
    verdict = judge(HALL, answer["rounds"])
    assert code == 0
    assert not verdict.broken
    assert answer["figures"]["repeats"] == verdict.repeats
    assert answer["report"][-1] in err


def test_with_json_nothing_else_is_said_and_a_seed_gives_the_same_plan(tmp_path, capsys):
    first = seat(tmp_path, capsys, HALL, "--json", "--seed", "5")
    assert first == seat(tmp_path, capsys, HALL, "--json", "--seed", "5")
    assert first[2] == ""


def test_where_wishes_collide_the_answer_is_no_and_the_nearest_plan_is_given(tmp_path, capsys):
    data = {**HALL, "constraints": {"together": [["p1", "p2"]], "apart": [["p1", "p2"]]}}
    code, out, err = seat(tmp_path, capsys, data)
    answer = json.loads(out)
    assert code == 1
    assert "p1 and p2 stay together; p1 and p2 stay apart" in err
    assert answer["collisions"]
    assert sorted(i for table in answer["rounds"][0] for i in table) == sorted(p["id"] for p in HALL["people"])


@pytest.mark.parametrize(("data", "sentence"), [
    (b"", "line 1: this is not JSON"),
    (b"\xff\xfe\x00", "could not be read as text"),
    (b"[" * 100_000, "has too many brackets"),
    (b"[]", "does not hold a room"),
    (b'{"people": [{"id": "a"}], "tables": [], "rounds": 1}', "no table to seat them at"),
    ({**HALL, "people": [{"id": "\x1b[31m"}] * 2}, "has the id"),
])
def test_a_bad_file_gets_a_sentence(tmp_path, capsys, data, sentence):
    code, out, err = seat(tmp_path, capsys, data)
    assert (code, out) == (3, "")
    assert sentence in err
    assert "\x1b" not in err
    assert "Traceback" not in err


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path, capsys):
    assert main(["seat", str(tmp_path / "no.json")]) == 3
    assert "There is no file" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "soon", "1e9"])
def test_seconds_that_are_none_are_told(tmp_path, capsys, seconds):
    with pytest.raises(SystemExit) as left:
        main(["seat", "hall.json", f"--seconds={seconds}"])
    assert left.value.code == 2


def test_the_people_of_a_programme_are_seated_and_the_plan_is_kept_for_the_cards(tmp_path, capsys, monkeypatch):
    home = tmp_path
    monkeypatch.setenv("KIT_HOME", str(home / "kit"))
    main(["new", "Our group", "--from", "first-meeting"])
    (home / "people.csv").write_text("Name,Access needs\nRosa,wheelchair\nBen,\nAmira,\nTom,\n")
    main(["people", "Our group", str(home / "people.csv")])
    capsys.readouterr()
    code = main(["seat", "Our group", "--table", "", "--table", "step-free", "--rounds", "2", "--seconds", "0.1"])
    out, err = capsys.readouterr()
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("Table 2") and "Rosa" in line] != []
    assert "kit print" in err
    capsys.readouterr()
    main(["print", "Our group", "path-cards", "--format", "text", "--out", str(home / "out")])
    [card] = [file.read_text() for file in (home / "out").glob("path-cards*")]
    assert "Rosa\n\n- Round 1: Table 2\n- Round 2: Table 2" in card
