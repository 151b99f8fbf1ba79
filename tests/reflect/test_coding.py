"""Coding: passages that survive a new draft or are told as lost, the matrix, what is rich, what is thin, what nothing caught."""

import pytest

from kit.model.framework import NO_PRINCIPLE
from kit.reflect.coding import FITS_NONE, codes, codings
from kit.reflect.matrix import matrix
from kit.reflect.passages import found, passage
from tests.reflect.made import Made

TEXT = "We met in a hall. It was cold. We met again in May."


def test_a_passage_is_the_words_between_two_places_without_the_space_around_them():
    assert passage(TEXT, 17, 30).quote == "It was cold."
    assert TEXT[passage(TEXT, 17, 30).start:passage(TEXT, 17, 30).end] == "It was cold."
    assert passage(TEXT, 17, 18) is None
    assert passage(TEXT, 40, 9_999).end == len(TEXT)


@pytest.mark.parametrize(("near", "start"), [(0, 0), (40, 31), (16, 31), (15, 0)])
def test_of_two_places_with_the_same_words_the_nearer_one_is_meant(near, start):
    assert found(TEXT, "We met", near).start == start


def test_a_line_broken_elsewhere_is_still_found_and_other_words_are_not():
    assert found("It\n  was cold.", "It was cold.").start == 0
    assert found(TEXT, "it was cold") is None
    assert found(TEXT, " ") is None
    assert found("a(b)*c", "(b)*").start == 1


def test_a_passage_survives_a_new_draft_or_is_told_as_lost():
    made = Made()
    first = made.account("A", TEXT)
    made.coding(first, "kind", quote="It was cold.", start=18)
    made.coding(first, "slow", quote="We met in a hall.", start=0)
    made.account("A", "Before all else. It was cold. Nothing more.", replaces=first.id, key=first.id)
    stays, lost = codings(made.held)
    assert (stays.passage.start, stays.passage.quote, stays.lost) == (17, "It was cold.", "")
    assert (lost.passage, lost.lost) == (None, "We met in a hall.")


def test_one_passage_can_have_several_codes_and_one_code_several_passages():
    made = Made()
    account = made.account("A", TEXT)
    for code, quote in (("kind", "It was cold."), ("slow", "It was cold."), ("kind", "We met again in May.")):
        made.coding(account, code, quote=quote)
    assert [(one.code.id, one.passage.start) for one in codings(made.held)] == [("kind", 18), ("slow", 18), ("kind", 31)]


def three_accounts():
    made = Made()
    a, b, c, d = (made.account(letter, TEXT) for letter in ("A", "B", "C", "D"))
    for of, code, level in ((a, "kind", "evident"), (b, "kind", "partly"), (c, "kind", "not yet"), (a, "slow", "partly"),
                            (d, "open", "worked against"), (a, NO_PRINCIPLE, "evident"), (b, "", "evident")):
        made.coding(of, code, level, own="heating" if not code else "")
    return made


def test_the_matrix_says_what_is_rich_what_is_thin_and_what_no_framework_caught():
    table = matrix(three_accounts().held)
    assert [text.content["letter"] for text in table.texts] == ["A", "B", "C", "D"]
    assert {row.code.id: (row.shown, row.looked) for row in table.rows if row.code.framework} == {
        "kind": (2, 3), "slow": (1, 1), "open": (0, 1), "fair": (0, 0)}
    assert [row.code.id for row in table.rich] == ["kind"]
    assert [row.code.id for row in table.thin] == ["slow", "open", "fair"]
    assert [one.code.name for one in table.uncaught] == ["Fits no principle", "Heating"]


def test_rich_and_thin_look_at_the_texts_that_were_read_against_their_framework_alone():
    made = Made()
    accounts = [made.account(letter, TEXT) for letter in "ABCDE"]
    made.coding(accounts[0], "kind")
    made.coding(accounts[1], "slow", "not yet")
    for account in accounts[2:]:
        made.coding(account, "", own="heating")
    table = matrix(made.held)
    assert {row.code.id: (row.shown, row.read) for row in table.rows if row.code.framework} == {
        "kind": (1, 2), "slow": (0, 2), "open": (0, 2), "fair": (0, 2)}
    assert [row.code.id for row in table.rich] == ["kind"]
    made = Made()
    made.coding(made.account("A", TEXT), "", own="heating")
    assert (matrix(made.held, ["ours"]).rich, matrix(made.held, ["ours"]).thin) == ((), ())


def test_a_cell_has_the_strongest_level_of_all_its_readings():
    made = Made()
    account = made.account("A", TEXT)
    made.coding(account, "kind", "not yet", coder="1")
    made.coding(account, "kind", "partly", coder="2")
    table = matrix(made.held)
    [code] = [code for code in table.codes if code.id == "kind"]
    assert table.level(table.texts[0], code) == "partly"
    assert [row.levels["not yet"] for row in table.rows if row.code.id == "kind"] == [1]


def test_the_codebook_has_whole_frameworks_then_what_fits_none_then_own_codes():
    assert [code.name for code in codes(three_accounts().held)] == [
        "Kindness", "Slowness", "Openness", "Fairness", "Fits no principle", "Heating"]
    assert codes(Made().held) == (FITS_NONE,)


def test_a_code_whose_framework_has_gone_keeps_its_name():
    made = Made()
    coding = made.coding(made.account("A", TEXT), "kind")
    coding.content["framework"] = "gone"
    assert [(code.framework, code.name) for code in codes(made.held)][:1] == [("gone", "kind")]


def test_a_coding_of_a_text_that_is_not_there_counts_nowhere():
    made = Made()
    account = made.account("A", TEXT)
    made.coding(account, "kind")
    made.all.remove(account)
    assert codings(made.held) == ()
    assert matrix(made.held).texts == ()
