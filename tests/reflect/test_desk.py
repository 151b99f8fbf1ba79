"""Reflection on a real programme folder: every view, what can be added, and the gate in front of all of it."""

import json

import pytest

from kit.cli import main
from kit.desk.consent import Choice, choose
from kit.desk.makers import MAKERS
from kit.desk.outputs import outputs
from kit.desk.reflecting import holdings
from kit.desk.reflection_data import view_data
from kit.desk.reflection_words import VIEWS, view_lines
from kit.desk.world import made_up_world
from kit.model import Visible
from kit.model.data import to_data
from kit.model.gate import Way
from kit.store.keeping import read_rows
from tests.keep.test_written import QUOTING, TODAY, programme, record

__all__ = ["programme"]


@pytest.fixture
def kit(programme, capsys):
    """Calls `kit reflect` on the programme; gives its exit code, what it says, and what it tells beside that."""
    def call(*words):
        code = main(["reflect", "Ours", *words, "--home", str(programme.folder.parent)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def everything(held):
    return "\n".join(f"{view_lines(held, name)} {json.dumps(to_data(view_data(held, name)), default=str)}" for name in VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_answers_in_words_and_in_json(kit, view):
    code, words, _ = kit(view)
    assert code == 0
    assert words.strip()
    code, data, _ = kit(view, "--json")
    assert code == 0
    json.loads(data)


@pytest.mark.parametrize("choice", [Choice(visible=Visible.ME), Choice(withdraw=True), Choice(keep_until="2020-01-01")],
                         ids=["visible", "withdrawn", "kept until"])
def test_with_a_flag_off_the_words_are_in_no_view_on_any_way_out(programme, choice):
    before = everything(holdings(programme, Way.REPORT, TODAY))
    assert [word for word in QUOTING if word not in before] == []
    choose(programme, record(programme, "account").id, choice, made_up_world(4))
    for way in Way:
        assert [word for word in QUOTING if word in everything(holdings(programme, way, TODAY))] == [], way


def test_an_earlier_draft_goes_out_only_where_it_too_may(programme):
    account = record(programme, "account")
    choose(programme, account.id, Choice(visible=Visible.GROUP), made_up_world(4))
    choose(programme, account.id, Choice(visible=Visible.REPORT), made_up_world(5))
    held = holdings(programme, Way.REPORT, TODAY)
    [now] = held.of_kind("account")
    assert [form.visible for form in held.forms(now)] == [Visible.REPORT, Visible.REPORT]
    assert {form.visible for form in holdings(programme, Way.PAPER, TODAY).forms(now)} == {Visible.GROUP, Visible.REPORT}


def test_a_passage_is_coded_by_its_letter_and_a_second_word_stands_for_the_first(kit, programme):
    assert kit("code", "A", "--code", "equality", "--framework", "scie-4", "--level", "not yet", "--passage", "a cold hall",
               "--coder", "2")[0] == 0
    kit("code", "A", "--code", "equality", "--level", "partly", "--passage", "a cold hall", "--coder", "2")
    found = [one for one in json.loads(kit("coding", "--json")[1]) if one["coder"] == "2"]
    assert [(one["level"], one["passage"]["start"], one["passage"]["quote"]) for one in found] == [("partly", 15, "a cold hall")]


def test_a_paper_sheet_is_typed_in_by_the_number_of_each_principle(kit):
    assert kit("code", "a", "--ticks", "ukspi-2019=1e, 4n", "--ticks", "scie-4=2x", "--coder", "7")[0] == 0
    found = {(one["code"], one["level"]) for one in json.loads(kit("coding", "--json")[1]) if one["coder"] == "7"}
    assert found == {("inclusive-opportunities", "evident"), ("governance", "not yet"), ("diversity", "not applicable")}


def test_what_fits_no_principle_and_codes_of_ones_own_can_always_be_added(kit):
    kit("code", "A", "--code", "fits-no-principle", "--note", "The heating", "--coder", "3")
    kit("code", "A", "--own", "cold rooms", "--chars", "0-10", "--coder", "3")
    thin = kit("thin")[1]
    assert "No framework caught: A (zorqrole), zorqtitle day: Fits no principle, evident, read by somebody else (3)." in thin
    assert "Cold rooms" in thin


@pytest.mark.parametrize(("words", "sentence"), [
    (["code", "Z", "--own", "x"], "is no sheet code and no record"), (["code", "A"], "Say which code"),
    (["code", "A", "--code", "kindness"], "has the code 'kindness'"),
    (["code", "A", "--own", "x", "--passage", "nowhere"], "not in the text"),
    (["code", "A", "--code", "impact"], "More than one framework has that code"),
    (["code", "A", "--own", "x", "--level", "great"], "A level is one of"),
    (["code", "A", "--ticks", "scie-4=9e"], "is no tick"), (["code", "A", "--ticks", "[/]=1e"], "no framework '[/]'"),
    (["code", "A", "--own", "x", "--chars", "9-3"], "is no passage"),
    (["code", "A", "--own", "x", "--chars", "9000-9001"], "nothing from character"),
    (["theme", ""], "needs a name"), (["theme", "New", "--under", "Nothing"], "no theme 'Nothing'"),
    (["theme", "New", "--status", "winner"], "can be one of"), (["theme", "New", "--card", "../x"], "no record '../x'"),
    (["\x1b]0;x"], "to reflect with"), (["about", "nothing"], "no record 'nothing'"), (["author", "A"], "Say which letter"),
])
def test_words_that_make_no_sense_get_a_sentence(kit, words, sentence):
    code, out, err = kit(*words)
    assert code in (2, 3)
    assert sentence in err
    assert out == ""


def test_a_private_text_cannot_be_coded_by_others(kit, programme):
    choose(programme, record(programme, "account").id, Choice(visible=Visible.ME), made_up_world(4))
    code, _, err = kit("code", "A", "--own", "x")
    assert (code, "Only its writer may see" in err or "no record" in err) == (3, True)


def test_themes_are_made_filled_put_under_another_and_confirmed(kit):
    kit("theme", "Warmth", "--card", "A", "--visible", "report")
    kit("theme", "Heating", "--under", "warmth")
    kit("theme", "warmth", "--status", "confirmed", "--by", "all of us", "--cross")
    kit("theme", "Draughts", "--into", "Warmth")
    told = kit("themes")[1]
    assert "Warmth: confirmed by all of us on" in told
    assert "cuts across the others, 1 card. It took in Draughts." in told
    assert "- Heating: draft, 0 cards." in told


def test_who_is_behind_a_letter_lies_apart_and_can_be_destroyed_alone(kit, programme):
    assert kit("author", "A", "Rosa Zorqson", "Ben Zorqsen")[0] == 0
    rows = {row["real"] for row in read_rows(programme.folder, MAKERS)}
    assert rows == {"Rosa Zorqson", "Ben Zorqsen"}
    assert "Zorqs" not in everything(holdings(programme)) + str(outputs(programme))
    home = ["--home", str(programme.folder.parent)]
    assert main(["forget", "Ours", "Ben Zorqsen", *home]) == 0
    assert {row["real"] for row in read_rows(programme.folder, MAKERS)} == {"Rosa Zorqson"}
    assert main(["forget", "Ours", "--names", *home]) == 0
    assert read_rows(programme.folder, MAKERS) == []
    assert record(programme, "account").content["letter"] == "A"


def test_from_an_account_to_what_came_of_it(kit):
    told = kit("about", "A")[1]
    assert "What came of it: How accounts were read" in told
    assert "What came of it: Themes: zorqtheme" in told
    data = json.loads(kit("about", "A", "--json")[1])
    assert {one["kind"] for one in data["came_of"]} == {"coding", "theme"}


def test_search_with_one_hit_shows_it_whole(kit):
    assert "Passages that diary writers chose" in kit("search", "zorqpassage")[1]
    assert "Zorqdiary" not in kit("search", "kind:diary")[1]
