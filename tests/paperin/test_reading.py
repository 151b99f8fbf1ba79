"""What people marked is what is read, on bad pictures too; and what is not sure is asked, never guessed."""

import json

import numpy as np
import pytest
from PIL import Image, ImageFilter

from benchmarks.piles.make import own_pile, trial_pile
from benchmarks.piles.paper import DOTS, own_pages, trial_page
from benchmarks.piles.score import Score, add
from kit.paperin.codes import Code, _take
from kit.paperin.layouts import layouts_from
from kit.paperin.reading import LOST, NO_CODE, PALE, PART, UNKNOWN, read
from kit.paperin.results import State
from printables.qr import modules
from tests.paperin.piles import OneCard, said_of

WAYS = ["cut"]


def test_a_pile_of_photographs_is_read_with_no_silent_wrong_answer():
    score = Score()
    for pile in (trial_pile(11, "mixed", WAYS), own_pile(12, "mixed", ["phone"], "feedback-card")):
        add(score, pile, said_of(pile))
    assert not score.wrong
    assert not score.lost
    assert not score.taken_for_another
    assert score.read == score.cards == 5
    assert score.asked <= 0.14 * score.clear


@pytest.mark.parametrize(("kind", "pen"), [("tick", "blue"), ("cross", "black"), ("scribble", "ball"), ("slash", "red"),
                                           ("tick", "pencil"), ("circle", "black"), ("dash", "green")])
def test_a_clear_mark_of_any_kind_is_an_answer(kind, pen):
    assert OneCard().mark("q2.3", kind, pen).answers() == {"q1": (), "q2": ("q2.3",), "q3": (), "q4": (), "q5": ()}


def test_a_card_upside_down_reads_the_same():
    card = OneCard().mark("q1.2", "tick").mark("q5.4", "cross")
    upright = card.answers()
    card.picture = card.picture.rotate(180)
    assert card.answers() == upright == {"q1": ("q1.2",), "q2": (), "q3": (), "q4": (), "q5": ("q5.4",)}


@pytest.mark.parametrize("spoil", [
    lambda card: card.mark("q1.2", "tick").mark("q1.4", "tick"),
    lambda card: card.mark("q1.2", "tick", "faint"),
    lambda card: card.mark("q1.2", "stray"),
    lambda card: card.mark("q1.2", "tick").mark("q1.2", "strike").mark("q1.3", "tick").mark("q2.1", "tick").mark("q3.1", "tick"),
    lambda card: card.mark("q1.2", "tick").mark("q1.3", "fill").mark("q2.1", "tick"),
])
def test_what_is_not_sure_is_asked_with_a_reason(spoil):
    card, = spoil(OneCard()).read().cards
    first = card.answers[0]
    assert first.doubt
    assert first.why
    assert len(first.polygon) == 4


def test_where_several_may_be_marked_several_are_an_answer():
    card = OneCard().mark("q1.2", "tick").mark("q1.4", "tick")
    layout = json.loads(json.dumps(card.layout).replace('"single"', '"multi"'))
    answer = card.read(layout).cards[0].answers[0]
    assert (answer.value, answer.doubt) == (("q1.2", "q1.4"), False)


def test_a_place_that_the_picture_does_not_show_is_in_doubt():
    card = OneCard().mark("q1.2", "tick")
    wide, high = card.picture.size
    card.picture = card.picture.crop((0, 0, round(wide * 0.6), high))
    found, = card.read().cards
    assert all(answer.doubt for answer in found.answers)
    assert {box.state for box in found.boxes if box.id.endswith(".5")} == {State.DOUBT}


def test_a_layout_in_places_on_the_page_reads_the_same():
    card, at = OneCard().mark("q3.2", "tick"), (40.0, 70.0)

    def moved(things):
        return [{**one, "rect": [one["rect"][0] + at[0], one["rect"][1] + at[1], *one["rect"][2:]]} for one in things]

    first = card.layout["cards"][0]
    there = {**first, "rect": [*at, *first["rect"][2:]], "boxes": moved(first["boxes"]), "codes": moved(first["codes"])}
    assert card.read({**card.layout, "relative": False, "cards": [there]}).cards[0].answers[2].value == ("q3.2",)


def test_a_layout_that_counts_the_white_around_a_code_reads_the_same():
    card = OneCard().mark("q3.2", "tick")
    white = 18 * 4 / 21
    wide = {"role": "main", "rect": [8 - white, 8 - white, 18 + 2 * white, 18 + 2 * white]}
    layout = {**card.layout, "cards": [{**card.layout["cards"][0], "codes": [wide]}]}
    assert card.read(layout).cards[0].answers[2].value == ("q3.2",)


def test_a_layout_for_many_copies_says_so_with_a_star():
    card = OneCard().mark("q3.2", "tick")
    layout = {**card.layout, "cards": [{**card.layout["cards"][0], "id": "F:K4B:C1:*:L7"}]}
    found, = card.read(layout).cards
    assert found.id == "F:K4B:C1:0001:L7"
    assert found.answers[2].value == ("q3.2",)


def test_a_code_of_another_pile_is_said_and_not_read():
    card = OneCard().mark("q3.2", "tick")
    layout = {**card.layout, "cards": card.layout["cards"][1:]}
    page = card.read(layout)
    assert not page.cards
    assert [one.why for one in page.unread] == [UNKNOWN + "F:K4B:C1:0001:L7"]


def test_two_codes_of_one_card_are_one_card():
    card = OneCard(second=10.0).mark("q3.2", "tick")
    found, = card.read().cards
    assert found.answers[2].value == ("q3.2",)
    card.picture.paste("white", (0, 0, 330, 330))
    found, = card.read().cards
    assert found.answers[2].value == ("q3.2",)


def test_a_card_whose_code_is_covered_is_told_beside_its_neighbours():
    page = trial_page(np.random.default_rng(1))
    small = page.picture.copy()
    small.paste("grey", tuple(round(edge * DOTS) for edge in (105 + 8, 8, 105 + 26, 26)))
    small = small.reduce(2).filter(ImageFilter.GaussianBlur(0.5))
    found = read(small, layouts_from([page.layout]), lambda: 0.0)
    assert len(found.cards) == 3
    assert [one.why for one in found.unread] == [LOST]


def test_codes_that_cannot_be_read_never_stop_one_that_can():
    modules_, nothing = np.ones((21, 21)), np.zeros((0, 0))
    corners = np.array([(0.0, 0), (21, 0), (21, 21), (0, 21)])
    found = [Code("", nothing, corners + 90), Code("", nothing, corners + 2), Code("", nothing, corners)]
    _take(found, [Code("A", modules_, corners + 1)])
    assert [code.text for code in found] == ["", "A"]


def test_a_code_that_is_half_hidden_is_told():
    page = trial_page(np.random.default_rng(1), grid=(2, 1))
    small = page.picture.copy()
    for left, top in ((15, 7), (7, 15)):
        small.paste("grey", tuple(round(edge * DOTS) for edge in (105 + left, top, 105 + 27, 27)))
    layout = {**page.layout, "cards": page.layout["cards"][:1]}
    found = read(small.reduce(2).rotate(20, expand=True, fillcolor="grey"), layouts_from([layout]), lambda: 0.0)
    assert len(found.cards) == 1
    assert {one.why for one in found.unread} == {PART}


def test_a_card_with_nothing_on_it_is_asked_about_in_black_and_white():
    card = OneCard()
    card.picture = card.picture.convert("L").point(lambda value: 255 * (value > 150))
    assert {answer.why for answer in card.read().cards[0].answers} == {PALE}
    assert not any(answer.doubt for answer in OneCard().read().cards[0].answers)


def test_a_ring_around_a_mark_is_asked_about():
    card = OneCard().mark("q1.2", "circle").mark("q1.2", "scribble").mark("q2.1", "scribble").mark("q3.1", "scribble")
    assert card.read().cards[0].answers[0].doubt


@pytest.mark.parametrize("text", ["\x1b[2J\x1b[31mred", "../../etc/passwd", "=cmd()|'x'", "x" * 1200, "[/]<b>&"])
def test_a_hostile_code_is_told_harmlessly(text):
    rows = np.array([[module == "0" for module in row] for row in modules(text)], np.uint8) * 255
    picture = np.kron(np.pad(rows, 4, constant_values=255), np.ones((4, 4), np.uint8))
    page = read(Image.fromarray(picture), layouts_from([OneCard().layout]), lambda: 0.0)
    told, = page.unread
    assert told.why.startswith(UNKNOWN)
    assert "\x1b" not in told.why
    assert len(told.why) < 100


def test_a_picture_without_a_code_says_so():
    page = read(Image.new("L", (300, 400), 240), layouts_from([OneCard().layout]), lambda: 0.0)
    assert [one.why for one in page.unread] == [NO_CODE]


@pytest.mark.parametrize("name", ["consent-slip", "coding-sheet"])
def test_an_empty_sheet_asks_nothing_back_and_is_one_card(name):
    page = own_pages(name)[0]
    card, = read(page.picture, layouts_from([page.layout]), lambda: 0.0).cards
    assert card.id == page.layout["cards"][0]["id"]
    assert [answer.why for answer in card.answers if answer.doubt] == []
