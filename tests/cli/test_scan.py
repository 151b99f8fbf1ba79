"""`kit scan --dry-run`: pictures and layouts in, JSON or words out, and nothing is stored."""

import json

import pytest

from kit.cli import main
from tests.paperin.piles import OneCard


@pytest.fixture
def pile(tmp_path):
    card = OneCard().mark("q1.2", "tick").mark("q2.1", "tick").mark("q2.4", "tick")
    (tmp_path / "layout.json").write_text(json.dumps(card.layout))
    card.picture.save(tmp_path / "one.png")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff no picture")
    return tmp_path


def test_the_answer_is_the_json_that_was_promised(pile, capsys):
    before = sorted(pile.iterdir())
    files = [str(pile / name) for name in ("layout.json", "one.png", "broken.jpg")]
    code = main(["scan", "--dry-run", "--layout", *files, "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(answer) == ["images"]
    assert list(answer["images"]) == ["one.png", "broken.jpg"]
    card, = answer["images"]["one.png"]["cards"]
    assert list(card) == ["id", "seconds", "answers", "boxes"]
    assert card["answers"]["q1"] == {"value": ["q1.2"], "doubt": False, "why": ""}
    assert card["answers"]["q2"]["doubt"] is True
    assert card["boxes"]["q1.2"] == "marked"
    assert card["boxes"]["q1.1"] == "blank"
    assert not answer["images"]["broken.jpg"]["cards"]
    assert answer["images"]["broken.jpg"]["unread"][0]["why"]
    assert sorted(pile.iterdir()) == before


def test_in_words_it_says_what_was_read_and_what_was_not(pile, capsys):
    files = [str(pile / name) for name in ("one.png", "broken.jpg")]
    assert main(["scan", *files, "--dry-run", "--layout", str(pile / "layout.json")]) == 0
    out = capsys.readouterr().out
    assert "1 card read." in out
    assert "broken.jpg: This is no picture" in out
    assert "1 answer needs you." in out


@pytest.mark.parametrize(("words", "says"), [
    ([], "--dry-run"), (["--layout", "a.json"], "--dry-run"),
    (["--dry-run", "--layout", "nothing.json", "a.jpg"], "nothing.json cannot be opened"),
    (["--dry-run", "--layout", "nothing.json"], "no picture"), (["Ours", ""], "empty name"),
    (["Ours", "a.jpg", " "], "empty name"), (["--dry-run", "--layout", ""], "empty name")])
def test_what_is_missing_is_said(words, says, capsys):
    assert main(["scan", *words]) in (2, 3)
    assert says in capsys.readouterr().err


def test_a_folder_of_many_files_says_at_once_how_many_there_are_and_then_how_far_it_is(pile, capsys):
    many = pile / "many"
    many.mkdir()
    for number in range(2_300):
        (many / f"{number:04}.jpg").touch()
    main(["scan", "--dry-run", "--layout", str(pile / "layout.json"), str(many)])
    first, second, third, *_ = capsys.readouterr().err.splitlines()
    assert first.startswith("Looking for pictures")
    assert (second, third) == ("0 of 2300", "100 of 2300 0099.jpg")


def test_files_may_stand_after_the_options_and_a_wrong_option_is_still_refused(capsys):
    assert main(["scan", "nothing-of-that-name", "--json", "a.png", "b.png"]) == 3
    assert "nothing-of-that-name" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["scan", "nothing-of-that-name", "--jsn", "a.png"])
    assert "--jsn" in capsys.readouterr().err
