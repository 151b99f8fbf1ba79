"""What each profile promises, measured on the page and not in its numbers."""

from itertools import pairwise
from statistics import mean

import pytest

from kit.desk.settings import CHOICES
from printables.drawings import DRAWINGS, LINE, SIZE, strokes
from printables.pdf import render
from printables.products.pictured import BY_RATING, BY_STEP
from printables.profile import PAPERS, PROFILES, suits
from printables.tree import Document, Note, Strong, paragraph, words
from tests.printables.pages import char_box, opened
from tests.printables.tags import TaggedPdf

TEXT = "We look at how people meet, what they say to each other, and what comes of it in the end. "


def page_of_text(profile):
    page, = opened(render(Document("Gaps", (paragraph(TEXT * 5),)), PROFILES[profile], PAPERS["A4"]))
    return page


def gaps(profile):
    """Mean width of a letter, and of the white between two letters and between two words, on paper."""
    text = page_of_text(profile).get_textpage()
    said = text.get_text_range()
    start = said.index("We look")
    boxes = [(char, char_box(text, n)) for n, char in enumerate(said[start:start + 250], start)]
    between = mean(right[0] - left[2] for (one, left), (two, right) in pairwise(boxes) if one.isalpha() and two.isalpha())
    apart = [right[0] - left[2] for (one, left), (space, _), (two, right) in zip(boxes, boxes[1:], boxes[2:], strict=False)
             if one.isalpha() and space == " " and two.isalpha()]
    return mean(box[2] - box[0] for char, box in boxes if char.isalpha()), between, mean(gap for gap in apart if gap > 0)


def test_print_for_dyslexia_has_wider_letters_and_words():
    width, between, words_apart = gaps("dyslexia")
    assert between >= 0.35 * width
    assert words_apart >= 3.5 * between
    assert gaps("clear")[1] < 0.3 * width


def test_print_for_dyslexia_has_half_a_line_more_between_lines():
    assert PROFILES["dyslexia"].leading == 1.5 * PROFILES["dyslexia"].body
    assert "Cream" in PROFILES["dyslexia"].load


def test_wider_letters_change_no_word_that_is_copied_out():
    page = page_of_text("dyslexia")
    assert TEXT.strip() in " ".join(page.get_textpage().get_text_bounded().split())


def test_giant_print_is_twenty_four_points_or_more():
    assert PROFILES["giant"].body >= 24
    assert not suits(PROFILES["giant"], PAPERS["A5"])
    assert suits(PROFILES["clear"], PAPERS["A5"])


def test_settings_offer_every_profile_and_paper_there_is():
    assert set(CHOICES["profile"]) == set(PROFILES)
    assert set(CHOICES["paper"]) == set(PAPERS)


def test_easy_print_has_a_picture_at_the_left_and_one_sentence_a_line():
    tea, stop = paragraph("Sit down. Have tea.", picture="break"), Note(words(Strong("Stop."), " Go on."), "stop")
    document = Document("Easy", (tea, stop))
    easy, clear = (TaggedPdf(render(document, PROFILES[name], PAPERS["A4"]).pdf) for name in ("easy", "clear"))
    assert [tag.alt for tag in easy.of("Figure")] == ["Picture: a cup of tea", "Picture: a stop sign"]
    assert clear.of("Figure") == []
    page, = opened(render(document, PROFILES["easy"], PAPERS["A4"]))
    text = page.get_textpage().get_text_bounded()
    assert "Sit down.\r\nHave tea." in text


def test_words_too_long_for_a_place_beside_their_picture_stand_below_it():
    rendered = render(Document("Long", (paragraph(TEXT * 90, picture="talk"),)), PROFILES["easy"], PAPERS["A4"])
    assert rendered.pages > 2


def test_there_are_forty_drawings_and_more_each_with_its_own_words():
    assert len(DRAWINGS) >= 40
    assert len({drawing.alt for drawing in DRAWINGS.values()}) == len(DRAWINGS)
    assert {*BY_STEP.values(), *BY_RATING} <= set(DRAWINGS)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_stays_in_its_square(name):
    for stroke in strokes(DRAWINGS[name]):
        if stroke.kind in "od":
            x, y, r = stroke.numbers
            corners = [(x - r, y - r), (x + r, y + r)]
        elif stroke.kind == "r":
            x, y, wide, high, _ = stroke.numbers
            corners = [(x, y), (x + wide, y + high)]
        else:
            corners = stroke.points
            assert len(stroke.numbers) % 2 == 0
            assert stroke.kind != "c" or len(corners) % 3 == 1
        room = LINE / 2 if stroke.kind != "c" else -LINE
        assert all(room <= number <= SIZE - room for corner in corners for number in corner), stroke
