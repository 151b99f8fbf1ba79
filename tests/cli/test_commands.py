"""The commands: a stable contract of words, JSON, exit codes and sentences."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.cli import main
from tests.rooms import HOSTILE


class Kit:
    """Calls of `kit` as a whole process, with a home folder of their own."""

    def __init__(self, home):
        self.home = home

    def __call__(self, *words, typed=""):
        env = {**os.environ, "KIT_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run([sys.executable, "-m", "kit", *words], input=typed, capture_output=True, text=True, env=env,
                              encoding="utf-8", check=False)

    def json(self, *words):
        return json.loads(self(*words, "--json").stdout)


@pytest.fixture
def kit(tmp_path):
    return Kit(tmp_path / "home")


def test_the_lists_answer_in_words_and_in_json(kit):
    there = kit.json("templates")
    assert {"first-meeting", "sixty-minute-drawing"} <= {t["id"] for t in there if t["kind"] == "plan"}
    assert "partners2" in {t["id"] for t in there if t["kind"] == "programme"}
    assert "sixty-minute-drawing: Sixty-minute drawing workshop, 60 minutes." in kit("templates").stdout
    assert {"arriving", "caption-round", "one-decision"} <= {a["id"] for a in kit.json("activities")}
    assert "By post: " in kit("activities", "token-talk").stdout
    assert "Caring:\nquiet-space: " in kit("activities", "family:caring", "quiet space").stdout
    assert kit("activities", "zzz").returncode == 1
    rows = kit.json("practices")
    assert [row["number"] for row in rows] == list(range(1, 107))
    assert next(row for row in rows if row["number"] == 11)["activities"] == ["caption-round"]
    assert all(bool(row["test"]) is row["served"] is not bool(row["missing"]) for row in rows)
    assert "of 106 practices are served." in kit("practices").stdout


def test_a_programme_is_made_listed_and_found_by_name_code_and_folder(kit):
    made = kit.json("new", HOSTILE)
    assert made["name"] == "[/] [b] ]0;x ünïcödé 名前 🙂"
    assert [p["id"] for p in kit.json("programmes")] == [made["id"]]
    for words in (made["name"], made["code"], made["folder"], "[/]"):
        assert kit("outputs", words).returncode == 0, words


@pytest.mark.parametrize("words", ["x" * 10_000, "x y " * 3_000, "é/" * 4_000], ids=["one word", "many words", "a path"])
@pytest.mark.parametrize("call", ["capture Ours --kind X", "rehearse X", "bundle Ours X", "people Ours X", "check X"])
def test_no_refusal_says_ten_thousand_characters_back(tmp_path, monkeypatch, capsys, call, words):
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    assert main(["new", "Ours"]) == 0
    capsys.readouterr()
    assert main([words if word == "X" else word for word in call.split()]) != 0
    said = capsys.readouterr()
    assert words[0] in said.err
    assert len(said.err + said.out) < 1_500


def test_capture_prints_an_id_for_each_line_that_is_safe(kit):
    kit("new", "Ours")
    done = kit("capture", "Ours", "--kind", "parked", typed="the budget\n\n" + "x" * 30_000 + f"\n{HOSTILE}\n")
    ids = done.stdout.split()
    assert (len(ids), done.returncode) == (2, 3)
    assert "the most is 20,000" in done.stderr
    records = kit.json("outputs", "Ours")
    assert [r["id"] for r in records] == ids
    assert records[1]["content"]["text"] == "[/] [b] ]0;x ünïcödé 名前 🙂"


def test_capture_refuses_what_has_no_words_and_goes_on(kit):
    kit("new", "Ours")
    env = {**os.environ, "KIT_HOME": str(kit.home), "LC_ALL": "C"}
    typed = b"\x1b\x07\n\xff\xfe broken\n: only a meaning\nREC: a check\n"
    done = subprocess.run([sys.executable, "-m", "kit", "capture", "Ours", "--kind", "term", "--json"], input=typed,
                          capture_output=True, env=env, check=False)
    assert [list(json.loads(line)) for line in done.stdout.splitlines()] == [["id"]]
    assert done.returncode == 3
    said = done.stderr.decode()
    assert "Line 1: A line has no words" in said
    assert "Line 2 is not in UTF-8" in said
    assert said.endswith("1 record kept. 3 lines not kept.\n")
    assert [r["content"] for r in kit.json("outputs", "Ours")] == [{"term": "REC", "meaning": "a check"}]


def test_words_come_through_a_console_of_another_alphabet(kit):
    kit("new", "名前")
    env = {**os.environ, "KIT_HOME": str(kit.home), "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run([sys.executable, "-m", "kit", "programmes"], capture_output=True, env=env, check=True)
    assert "名前" in done.stdout.decode("utf-8")


def test_long_work_says_how_far_it_is_where_there_is_no_terminal(kit):
    done = kit("rehearse", "first-meeting", "--people", "4")
    assert "9 of 9 The end" in done.stderr
    assert "\r" not in done.stderr


def test_a_rehearsal_leaves_records_of_every_activity_and_its_sheets(kit):
    done = kit.json("rehearse", "sixty-minute-drawing", "--people", "5", "--seed", "4")
    from kit.desk.library import load_shelf

    plan = load_shelf(kit.home).plans["sixty-minute-drawing"]
    assert {b.activity for b in plan.blocks if b.activity} <= {r["origin"]["activity"] for r in done["records"]}
    assert len(done["printed"]) >= 6
    assert all(os.path.getsize(p["path"]) > 2000 for p in done["printed"])


@pytest.mark.parametrize(("words", "code", "sentence"), [
    (("fly",), 2, "fly"),
    (("rehearse", "--people", "0"), 2, "not a number from 1 to 500"),
    (("run",), 3, "There is no programme to run yet."),
    (("outputs", "Nobody"), 3, "There is no programme 'Nobody'."),
    (("new", " "), 3, "needs a name"),
    (("new", "Ours", "--from", "nothing"), 2, "There is no template 'nothing'."),
    (("rehearse", "nothing"), 2, "There is no template 'nothing'."),
    (("outputs", "x" * 3000), 3, "There is no programme"),
    (("check", "x" * 3000), 3, "There is no file"),
    (("check", "no-such-file.toml"), 3, "There is no file"),
    (("capture", "Nobody", "--kind", "thought"), 3, "There is no programme"),
    (("outputs", "\x1b]0;x\x07"), 3, "There is no programme"),
])
def test_what_cannot_be_done_is_one_or_two_sentences(kit, words, code, sentence):
    done = kit(*words)
    assert done.returncode == code
    assert sentence in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_a_bad_file_is_the_answer_no(kit, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text('id = "bad"\n[[steps]]\nkind = "catpion"\n')
    done = kit("check", str(bad))
    assert done.returncode == 1
    assert 'bad.toml, line 3: step 1 has kind "catpion"; did you mean "caption"?' in done.stdout
    assert kit("check", str(tmp_path / "bad.toml"), "--json").returncode == 1


def test_a_persons_own_activity_joins_the_shelf_and_a_bad_one_hides_nothing(kit):
    own = kit.home / "activities"
    own.mkdir(parents=True)
    (own / "broken.toml").write_text("steps = nonsense")
    done = kit("activities")
    assert "arriving" in done.stdout
    assert "broken.toml" in done.stderr


def test_a_sheet_with_private_notes_says_so_in_its_name(kit, tmp_path):
    kit("new", "Ours")
    names = [os.path.basename(p["path"]) for words in ((), ("--notes",))
             for p in kit.json("print", "Ours", "run-sheet", *words, "--format", "text", "--out", str(tmp_path))]
    assert names == ["run-sheet-clear-A4.txt", "run-sheet-PRIVATE-clear-A4.txt"]


def test_printing_takes_only_what_is_asked_for(kit, tmp_path):
    kit("new", "Ours", "--from", "sixty-minute-drawing")
    printed = kit.json("print", "Ours", "agenda", "--profile", "clear", "large", "--paper", "Letter", "--out",
                       str(tmp_path / "out"))
    assert sorted(os.path.basename(p["path"]) for p in printed) == ["agenda-clear-Letter.pdf", "agenda-large-Letter.pdf"]
    text = kit.json("print", "Ours", "agenda", "--format", "text", "--out", str(tmp_path / "out"))
    assert "agenda-clear-A4.txt" in text[0]["path"]
    assert "There is no sheet called" in kit("print", "Ours", "poster").stderr


def test_the_same_seed_gives_the_same_records_and_the_same_bytes(kit):
    first, second = (kit.json("rehearse", "first-meeting", "--people", "4", "--seed", "9") for _ in range(2))
    assert first["records"] == second["records"]
    for one, two in zip(first["printed"], second["printed"], strict=True):
        assert Path(one["path"]).read_bytes() == Path(two["path"]).read_bytes()


def test_people_are_written_down_changed_removed_and_brought_back_by_commands(kit):
    kit("new", "Ours", "--from", "first-meeting")
    assert kit("people", "Ours", "add", "Zoë", "needs=ramp", "pronouns=they").stdout.startswith("Saved: Zoë. Pronouns: they.")
    assert kit.json("people", "Ours", "set", "zoë", "print=large print", "needs=")["needs"] == ""
    assert kit("people", "Ours", "remove", "Zoë").stdout == "Zoë is on the list no more.\n"
    assert kit.json("people", "Ours") == []
    assert kit("people", "Ours", "undo").stdout == "Zoë is on the list again.\n"
    assert [person["print"] for person in kit.json("people", "Ours", "list")] == ["large"]
    for words, code in ((("add",), 2), (("set", "Zoë"), 2), (("set", "Zoë", "shoe=9"), 2), (("set", "Bo", "print=large"), 2),
                        (("add", "ZOË"), 3)):
        assert kit("people", "Ours", *words).returncode == code
    [hit] = kit.json("find", "Ours", "zoe")
    assert (hit["kind"], hit["line"]) == ("person", "Zoë")
    assert kit("find", "Ours", "[/]", "\x1b]nothing").returncode == 1
