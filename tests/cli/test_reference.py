"""`kit decks`, `kit glossary`, `kit resources`, and the sheets that come of them."""

import json

import pytest

from kit.cli import main


@pytest.fixture
def call(tmp_path, capsys, monkeypatch):
    """Runs a call of `kit`; gives its exit code, its output and what it said."""
    monkeypatch.setenv("KIT_HOME", str(tmp_path))

    def run(*words):
        code = main(list(words))
        return code, *capsys.readouterr()

    return run


def test_a_word_somebody_just_used_is_looked_up(call):
    assert call("glossary", "rct") == (0, "RCT: A trial in which chance decides who gets which treatment.\n", "")
    assert call("glossary", "delfi")[1].startswith("Delphi: Asking a group the same questions")
    code, out, said = call("glossary", "\x1b[2Jzzzzzz")
    assert (code, out) == (1, "")
    assert "not in the list yet" in said
    assert "\x1b" not in said


def test_a_deck_is_listed_read_and_printed_alone(call, tmp_path):
    assert "four-values: Cards on four values" in call("decks")[1]
    assert "Multi-directional learning: What did I offer that was useful to others?" in call("decks", "four-values")[1]
    assert [deck["id"] for deck in json.loads(call("decks", "four-pi", "--json")[1])] == ["four-pi"]
    call("new", "Ours")
    code, _, said = call("print", "Ours", "question-cards", "--deck", "four-pi", "--format", "text",
                         "--out", str(tmp_path / "out"))
    assert code == 0, said
    [sheet] = (tmp_path / "out").glob("question-cards*")
    assert "Why are we asking people to be involved? Say it plainly." in sheet.read_text(encoding="utf-8")


def test_a_deck_that_is_not_there_is_said_in_a_sentence(call):
    call("new", "Ours")
    for words in (["decks", "nope"], ["print", "Ours", "question-cards", "--deck", "nope"]):
        code, _, said = call(*words)
        assert code == 2
        assert said == "There is no deck 'nope'. To see them all: kit decks\n"


def test_resources_print_as_a_map_with_whole_addresses(call, tmp_path):
    assert "https://doi.org/10.1057/s41599-021-00782-1" in call("resources")[1]
    call("new", "Ours")
    call("print", "Ours", "resource-map", "jargon-buster", "--format", "text", "--out", str(tmp_path / "out"))
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted((tmp_path / "out").iterdir()))
    for words in ("https://doi.org/10.1057/s41599-021-00782-1", "Standards and frameworks", "Delphi"):
        assert words in sheets


def test_one_activity_is_rehearsed_alone(call):
    code, out, _ = call("rehearse", "one-decision", "--people", "5")
    assert code == 0
    assert out.startswith("With 5 people it went to its end. It left decisions 1")
