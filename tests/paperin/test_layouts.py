"""A layout file is read as a stranger's."""

import pytest

from kit.paperin.layouts import BadLayout, layouts_from

BOX = {"id": "q1.1", "group": "q1", "mode": "single", "rect": [1, 2, 5, 5]}
CARD = {"id": "A", "rect": [10, 20, 105, 148], "boxes": [BOX], "codes": [{"role": "main", "rect": [8, 8, 18, 18]}]}
PAGE = {"schema": "omr-boxes/1", "page_mm": [210, 297], "relative": True, "cards": [CARD]}


@pytest.mark.parametrize("value", [PAGE, [PAGE], {"pages": [PAGE]}])
def test_one_page_or_many_are_read(value):
    card, = layouts_from([value]).of("A")
    assert card.boxes[0].rect == (1, 2, 5, 5)
    assert card.corner == (10, 20)


def test_places_on_the_page_become_places_on_the_card():
    card, = layouts_from([{**PAGE, "relative": False}]).of("A")
    assert card.boxes[0].rect == (-9, -18, 5, 5)


def test_pages_of_one_sheet_share_a_code_and_the_same_page_counts_once():
    other = {**PAGE, "cards": [{**CARD, "boxes": []}]}
    assert len(layouts_from([[PAGE, other, PAGE]]).of("A")) == 2


def test_an_id_with_no_star_stands_for_itself_alone():
    known = layouts_from([PAGE, {**PAGE, "cards": [{**CARD, "id": "F?[a]:*"}]}])
    assert not known.of("B")
    assert known.of("F?[a]:77")
    assert not known.of("Fxa:77")


@pytest.mark.parametrize("value", [
    {}, [], 7, None, "x", {"pages": []}, {**PAGE, "schema": "omr/2"}, {**PAGE, "cards": {}}, {**PAGE, "cards": [7]},
    {**PAGE, "cards": [{**CARD, "id": 7}]}, {**PAGE, "cards": [{**CARD, "rect": [1, 2]}]},
    {**PAGE, "cards": [{**CARD, "boxes": [BOX, BOX]}]}, {**PAGE, "cards": [{**CARD, "boxes": [{**BOX, "rect": [0, 0, 0, 5]}]}]},
    {**PAGE, "cards": [{**CARD, "boxes": [{**BOX, "rect": [0, 0, 1e9, 5]}]}]},
    {**PAGE, "cards": [{**CARD, "boxes": [{**BOX, "rect": [0, 0, float("nan"), 5]}]}]}])
def test_a_bad_layout_gets_a_sentence(value):
    with pytest.raises(BadLayout, match=r"\.$"):
        layouts_from([value])
