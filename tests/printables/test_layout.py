"""What is read back stands where the layout says, on the page as printed; and pocket copies hold the words."""

import pytest
import zxingcpp

from printables.layout import SCHEMA, layout
from printables.pack import pack
from printables.plain_text import plain_text
from printables.pocket import MOST, parts, with_pocket_copy
from printables.profile import PROFILES
from tests.printables.pages import opened
from tests.printables.samples import SAMPLE, SOURCE, printed

DPI = 200
READ_BACK = ("feedback-card", "ballot", "rating-sheet", "drawing-sheet", "survey", "ranking-sheet", "sign-up-slip",
             "coding-sheet")


def pages(name, profile="clear"):
    """Every page of a product as its layout and as grey pixels."""
    for _, rendered in printed(name, profile, "A4"):
        yield from zip(layout(rendered.places, rendered.sizes),
                       (page.render(scale=DPI / 72).to_pil().convert("L") for page in opened(rendered)), strict=True)


def ink(picture, x, y, reach=0.35):
    """The darkest pixel near a point, in millimetres from the top left."""
    to = DPI / 25.4
    return picture.crop(tuple(round(edge * to) for edge in (x - reach, y - reach, x + reach, y + reach))).getextrema()[0]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", READ_BACK)
def test_boxes_are_frames_with_nothing_in_them(name, profile):
    for page, picture in pages(name, profile):
        card, = page["cards"]
        for box in card["boxes"]:
            x, y, wide, high = box["rect"]
            assert all(ink(picture, *edge) < 90 for edge in (
                (x, y + high / 2), (x + wide, y + high / 2), (x + wide / 2, y), (x + wide / 2, y + high)))
            assert ink(picture, x + wide / 2, y + high / 2, wide / 2 - 1) > 200
            assert box["value"]
            assert box["question"]


@pytest.mark.parametrize("name", READ_BACK)
def test_boxes_are_far_enough_apart_for_a_pen(name):
    for page, _ in pages(name):
        boxes = [box["rect"] for box in page["cards"][0]["boxes"]]
        for n, (x, y, wide, _) in enumerate(boxes):
            for other_x, other_y, _, _ in boxes[n + 1:]:
                assert abs(other_x - x) >= 14 or abs(other_y - y) >= 11.9
            assert wide >= 5


@pytest.mark.parametrize("name", READ_BACK)
def test_corner_marks_and_the_code_stand_where_the_layout_says(name):
    for page, picture in pages(name):
        card, = page["cards"]
        assert [code["role"] for code in card["codes"]] == ["main", "corner", "corner", "corner"]
        for mark in card["codes"][1:]:
            x, y, wide, high = mark["rect"]
            assert (wide, high) == (4, 4)
            assert ink(picture, x + 2, y + 2, 1.5) < 60
            assert ink(picture, x - 1.5, y + 2, 1) > 200
        code, = zxingcpp.read_barcodes(picture)
        assert code.text == card["id"]
        x, y, _, _ = card["codes"][0]["rect"]
        assert code.position.top_left.x * 25.4 / DPI == pytest.approx(x, abs=0.6)
        assert code.position.top_left.y * 25.4 / DPI == pytest.approx(y, abs=0.6)


def test_a_layout_says_its_schema_its_questions_and_their_answers():
    page = next(layout for layout, _ in pages("feedback-card"))
    assert page["schema"] == SCHEMA
    assert page["page_mm"] == [210, 297]
    boxes = page["cards"][0]["boxes"]
    assert [(box["id"], box["group"], box["mode"], box["value"]) for box in boxes[:5]] == [
        ("q1.1", "q1", "single", "Good"), ("q1.2", "q1", "single", "OK"), ("q1.3", "q1", "single", "Not good"),
        ("q1.4", "q1", "single", "Rather not say"), ("q2.1", "q2", "single", "Good")]
    assert [text["question"] for text in page["cards"][0]["text"]] == ["What was best?", "What should we change?"]


@pytest.mark.parametrize("name", ["agenda", "glossary", "support-card"])
def test_a_pocket_copy_holds_the_words_of_the_sheet(name):
    from printables.pack import print_sheet
    from printables.profile import PAPERS

    sheet, = pack(SAMPLE, [name])
    rendered = print_sheet(with_pocket_copy(sheet), PROFILES["clear"], PAPERS["A4"])
    found = [code.text for page in opened(rendered) for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())]
    codes = sorted((text for text in dict.fromkeys(found) if "/" in text[:4]), key=lambda text: int(text.split("/")[0]))
    held = "".join(text.split(" ", 1)[1] for text in codes)
    wanted = plain_text(sheet.documents[0]).split("Code KMR")[0]
    assert "".join(held.split()) == "".join(wanted.split())


def test_a_text_of_any_kind_is_parted_without_losing_a_letter():
    for text in ("short", "ł" * 999, "many words " * 90, "line\n" * 200):
        found = parts(text)
        assert all(len(part.encode()) <= MOST for part in found)
        held = "".join(part.split(" ", 1)[1] for part in found) if len(found) > 1 else found[0]
        assert "".join(held.split()) == "".join(text.split())
    assert parts("") == []


def test_other_sheets_have_no_pocket_copy():
    sheet, = pack(SOURCE, ["caption-slips"])
    assert with_pocket_copy(sheet) == sheet


def test_lines_of_print_near_a_box_are_told_so_that_nobody_takes_them_for_ink():
    page, picture = next(iter(pages("coding-sheet")))
    card, = page["cards"]
    headings = [line["rect"] for line in card["print"]]
    assert headings
    for x, y, wide, high in headings:
        assert ink(picture, x + wide / 2, y + high / 2, min(wide, high) / 2) < 90
        assert any(abs(y + high / 2 - box["rect"][1]) < 2 * box["rect"][3] for box in card["boxes"])


def test_a_slip_whose_lower_part_has_the_same_code_is_one_card_with_two_codes():
    page, _ = next(iter(pages("consent-slip")))
    card, = page["cards"]
    assert sorted(code["role"] for code in card["codes"] if code["role"] != "corner") == ["main", "second"]
