"""The reference shelf: decks, jargon and resources that come with the kit, and a home's own beside them."""

import pytest

from kit.content.check import check
from kit.content.lists import read_glossary
from kit.content.plain_words import HIGHEST_GRADE, flags, grade
from kit.content.reference_shelf import decks, jargon, read_deck, resources
from kit.paths import builtin_activities
from printables.drawings import DRAWINGS

SHIPPED = builtin_activities()
DECK_FILES = sorted((SHIPPED / "decks").glob("*.toml"))
FRAMEWORKS = {
    "ukspi-2019", "involve-coprod-2018", "nsun-4pi", "soklaridis-2024", "partners2-2020", "scie-4", "scie-jigsaw",
    "copro-collective", "roper-grey", "building-bridges-2023", "gibson-cube", "gripp2-sf", "samhsa-6", "talk-change", "nef-6",
    "tlap-ladder", "arnstein-8"}
"""The frameworks of FIELD.md, section 1."""


@pytest.mark.parametrize("path", DECK_FILES, ids=lambda path: path.stem)
def test_a_shipped_deck_reads_and_asks_in_plain_words(path):
    assert check(path) == ()
    deck = read_deck(path).value
    assert deck
    assert deck.id == path.stem
    assert all(card.picture in DRAWINGS for card in deck.cards)
    assert len({card.question for card in deck.cards}) == len(deck.cards)
    named = ("co-production", "identity", "sexuality", "equality", "diversity", "organisation's")
    for words in (deck.title, deck.summary, *(card.question for card in deck.cards)):
        assert [flag for flag in flags(words, named) if flag.kind != "passive"] == []
    assert grade(" ".join(card.question for card in deck.cards)) <= HIGHEST_GRADE


def test_every_framework_has_a_deck():
    assert {deck.framework for deck in decks([SHIPPED])} >= FRAMEWORKS


def test_the_jargon_buster_has_150_terms_in_words_of_grade_7_or_lower_and_none_twice():
    shipped = [term for name in ("glossary.toml", "jargon.toml") for term in read_glossary(SHIPPED / name)]
    assert len(jargon([SHIPPED])) == len(shipped) >= 150
    assert grade(" ".join(term.meaning for term in shipped)) <= HIGHEST_GRADE
    names = [term.term for term in shipped]
    long = {term.term: [flag.seen for flag in flags(term.meaning, names) if flag.kind == "sentence"] for term in shipped}
    assert {term: seen for term, seen in long.items() if seen} == {}


def test_the_resources_have_whole_addresses_and_say_what_they_cost():
    shipped = resources([SHIPPED])
    assert len(shipped) >= 10
    assert all(one.cost and one.where for one in shipped)
    assert check(SHIPPED / "resources.toml") == ()


def test_a_groups_own_words_cards_and_resources_win_over_what_is_shipped(tmp_path):
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "ours.toml").write_text(
        'id = "four-values"\ntitle = "Our values"\nsummary = "Ours."\nsource = "Us."\n[[cards]]\nquestion = "Why?"\n')
    (tmp_path / "jargon.toml").write_text('[[term]]\nterm = "AUDIT"\nmeaning = "Our own words."\n')
    (tmp_path / "resources.toml").write_text(
        '[[resource]]\ntitle = "A hall"\npart = "Near"\nwhat_for = "Us."\nwhere = "High Street"\n')
    folders = [SHIPPED, tmp_path]
    assert {deck.id: deck.title for deck in decks(folders)}["four-values"] == "Our values"
    assert {term.term: term.meaning for term in jargon(folders)}["AUDIT"] == "Our own words."
    assert "Audit" not in {term.term for term in jargon(folders)}
    assert "High Street" in {one.where for one in resources(folders)}


def test_what_is_wrong_with_a_deck_is_told_with_its_line_and_hides_no_other(tmp_path):
    (tmp_path / "decks").mkdir()
    bad = tmp_path / "decks" / "bad.toml"
    bad.write_text('id = "bad"\ntitle = "Bad"\nsummary = "No."\nsource = "Us."\n[[cards]]\nqestion = "Why?"\n')
    assert 'bad.toml, line 6: card 1 has "qestion", which means nothing here; did you mean "question"?' in map(str, check(bad))
    assert len(decks([SHIPPED, tmp_path])) == len(DECK_FILES)
    (tmp_path / "decks" / "cut.toml").write_bytes(b"\xff\xfe[[cards")
    assert len(decks([SHIPPED, tmp_path])) == len(DECK_FILES)
