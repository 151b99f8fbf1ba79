"""kit check PROGRAMME reads the sheets as a person would, and offers to explain what is not in the glossary."""

import io
from argparse import Namespace

import pytest

from kit.commands.reading import check_sheets
from kit.desk.library import load_shelf
from kit.desk.paper import Order, print_pack
from kit.desk.plainness import explain, read_sheets, words_to_explain
from kit.desk.programmes import new_programme
from kit.desk.world import real_world


@pytest.fixture
def ours(tmp_path):
    programme = new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), real_world())
    plan, = programme.plans_folder.glob("*.toml")
    text = plan.read_text()
    plan.write_text(text.replace('question = "', 'question = "What does the LEAP say about a psychoeducational offer? ', 1))
    return programme


def test_letters_and_long_words_on_a_sheet_are_named_with_their_sheet(ours, tmp_path):
    found = read_sheets(ours, load_shelf(tmp_path))
    assert {"LEAP", "psychoeducational"} <= set(words_to_explain(found))
    assert {one.sheet for one in found if one.flag.seen == "LEAP"} == {"Run sheet: A two-hour first meeting"}


def test_a_word_that_is_explained_is_flagged_no_more_and_stands_in_the_glossary(ours, tmp_path):
    shelf = load_shelf(tmp_path)
    explain(ours, "LEAP", "Our panel of people with lived experience.", real_world())
    assert "LEAP" not in words_to_explain(read_sheets(ours, shelf))
    glossary, = print_pack(ours, shelf, Order(what=("glossary",), form="text"))
    assert "LEAP: Our panel of people with lived experience." in glossary.path.read_text()


def test_words_are_asked_for_one_by_one_and_an_empty_line_leaves_one_out(ours, tmp_path, monkeypatch, capsys):
    words = words_to_explain(read_sheets(ours, load_shelf(tmp_path)))
    answers = ["Our panel." if word == "LEAP" else "" for word in words]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))
    call = Namespace(home=str(tmp_path), json=False, strict=None, add_terms=True)
    assert check_sheets(call, ours) == 0
    assert "1 word put into the glossary." in capsys.readouterr().err
    assert set(words_to_explain(read_sheets(ours, load_shelf(tmp_path)))) == set(words) - {"LEAP"}


def test_without_the_option_the_words_to_type_are_said(ours, tmp_path, capsys):
    assert check_sheets(Namespace(home=str(tmp_path), json=False, strict=None, add_terms=False), ours) == 0
    assert f"kit check {ours.code} --add-terms" in capsys.readouterr().err
    assert check_sheets(Namespace(home=str(tmp_path), json=True, strict="words", add_terms=False), ours) == 1


def test_easy_print_has_shorter_sentences_than_the_rest(ours, tmp_path):
    shelf = load_shelf(tmp_path)
    assert len(read_sheets(ours, shelf, "easy")) >= len(read_sheets(ours, shelf))
