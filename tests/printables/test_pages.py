"""Every sheet, in every profile, on every paper: what a phone, an eye and a reader of small print find on the page."""

import re

import pytest

from printables.pack import PRODUCTS, file_name
from printables.profile import MM, PAPERS, PROFILES
from printables.tree import CutGrid
from tests.printables.pages import codes, crossed, letters, opened, squeezed, words
from tests.printables.samples import every_page, printed


def cards(document):
    return [card.code.text for node in document.children if isinstance(node, CutGrid) for card in node.cards if card.code]


@every_page
def test_every_page_gives_its_codes_to_a_phone(name, profile, paper):
    for sheet, rendered in printed(name, profile, paper):
        pages = list(opened(rendered))
        found = [codes(page) for page in pages]
        assert found == [codes(page, dpi=100) for page in pages]
        assert len(found) == rendered.pages
        if slips := [code for document in sheet.documents for code in cards(document)]:
            assert list(dict.fromkeys(code for page in found for code in page)) == slips
        else:
            assert all(len(page) == 1 for page in found) or sheet.documents[0].leafed
            assert found[0]
            found = [page for page in found if page]
            assert list(dict.fromkeys(page[0].partition(":")[0] for page in found)) == list(
                dict.fromkeys(document.code.text for document in sheet.documents))
            if sheet.documents[0].read_back:
                assert len({page[0] for page in found}) == len(found)


@every_page
def test_every_page_prints_its_title_its_codes_and_its_number(name, profile, paper):
    for sheet, rendered in printed(name, profile, paper):
        pages = [squeezed(page.get_textpage().get_text_bounded()) for page in opened(rendered)]
        last = sheet.documents[-1]
        assert squeezed(sheet.documents[0].title) in pages[0]
        assert squeezed(f"Sheet {last.code.text}" if last.code else last.title) in pages[-1]
        assert last.poster or all(re.search(r"Page\d+of\d", text) for text in pages)
        for document in sheet.documents:
            for code in cards(document) or [document.code.text]:
                assert any(code in text for text in pages)


@every_page
def test_every_letter_has_its_size_and_a_place_of_its_own_within_the_margins(name, profile, paper):
    for _, rendered in printed(name, profile, paper):
        margin = (PAPERS[paper].margin_mm - 1) * MM
        for page in opened(rendered):
            wide, high = page.get_size()
            drawn = list(letters(page))
            assert min(size for _, size, _ in drawn) >= PROFILES[profile].body
            boxes = [box for _, _, box in drawn]
            assert min(box[0] for box in boxes) > margin
            assert min(box[1] for box in boxes) > 8 * MM
            assert max(box[2] for box in boxes) < wide - margin
            assert max(box[3] for box in boxes) < high - margin
            middles = {(round(box[0] + box[2]) // 4, round(box[1] + box[3]) // 4) for box in boxes}
            assert len(middles) == len(boxes)
            assert crossed(page) == []


@every_page
def test_paper_is_as_large_as_asked(name, profile, paper):
    for sheet, rendered in printed(name, profile, paper):
        sides = sorted((PAPERS[paper].width_mm * MM, PAPERS[paper].height_mm * MM))
        assert all(sorted(page.get_size()) == pytest.approx(sides, abs=0.1) for page in opened(rendered))
        assert file_name(sheet, PROFILES[profile], PAPERS[paper]).endswith(f"{profile}-{paper}.pdf")


@pytest.mark.parametrize("profile", PROFILES)
def test_small_letters_are_two_millimetres_high_or_more(profile):
    (_, rendered), = printed("agenda", profile, "A4")
    heights = [top - bottom for page in opened(rendered) for char, _, (_, bottom, _, top) in letters(page) if char == "x"]
    assert heights
    assert min(heights) >= 2 * MM


@pytest.mark.parametrize("name", ["drawing-sheet", "feedback-card", "what-we-made"])
def test_a_profile_changes_no_word(name):
    def said(profile):
        return tuple(words(rendered, foot_mm=PROFILES[profile].code_mm + 11) for _, rendered in printed(name, profile, "A4"))

    assert len({said(profile) for profile in PROFILES}) == 1


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_pdf_says_its_title_and_language_and_embeds_its_letters(name):
    for sheet, rendered in printed(name, "clear", "A4"):
        assert opened(rendered).get_metadata_dict()["Title"] == sheet.title
        assert b"/Lang (en-GB)" in rendered.pdf
        assert b"/DisplayDocTitle true" in rendered.pdf
        assert b"Helvetica" not in rendered.pdf
        assert rendered.pdf.count(b"/FontFile2") == rendered.pdf.count(b"/Subtype /TrueType") in (1, 2)
        assert rendered.missing == ()
