"""What a screen reader gets: every word once, in order, with what it is. Rules that no validator knows stand here too."""

import re
from itertools import pairwise

import pikepdf
import pytest

from printables.pdf import render
from printables.profile import PAPERS, PROFILES
from printables.tree import Definition, Definitions, Document, Heading, List, Table, paragraph, words
from tests.printables.pages import squeezed
from tests.printables.reading import reading, reading_in_blocks
from tests.printables.samples import every_sheet, printed
from tests.printables.tags import TaggedPdf, outline
from tests.printables.test_promises import everything

CLEAR, LARGE, A4 = PROFILES["clear"], PROFILES["large"], PAPERS["A4"]


def tagged(document, profile=CLEAR):
    return TaggedPdf(render(document, profile, A4).pdf)


@every_sheet
def test_what_is_read_aloud_is_the_tree_in_its_order(name, profile):
    for sheet, rendered in printed(name, profile, "A4"):
        said = squeezed(TaggedPdf(rendered.pdf).root.said())
        ways = [squeezed("".join(text for document in sheet.documents for text in read(document, profile == "easy")))
                for read in (reading, reading_in_blocks)]
        assert said in ways


@every_sheet
def test_tags_and_pages_agree_and_nothing_is_outside_them(name, profile):
    for _, rendered in printed(name, profile, "A4"):
        pdf = TaggedPdf(rendered.pdf)
        assert pdf.problems == []
        assert pdf.loose == []


@every_sheet
def test_headings_never_skip_a_level_and_are_the_bookmarks(name, profile):
    for _, rendered in printed(name, profile, "A4"):
        pdf = TaggedPdf(rendered.pdf)
        headings = [(int(tag.kind[1]), squeezed(tag.said())) for tag in pdf.of("H1", "H2", "H3", "H4")]
        assert headings[0][0] == 1
        assert all(deeper <= level + 1 for (level, _), (deeper, _) in pairwise(headings))
        marks = [(level, squeezed(text)) for level, text in outline(pdf.file)]
        assert marks == headings


@every_sheet
def test_what_is_passed_over_has_been_read_elsewhere(name, profile):
    for _, rendered in printed(name, profile, "A4"):
        pdf = TaggedPdf(rendered.pdf)
        said = squeezed(pdf.root.said())
        for text in pdf.artifacts:
            assert re.fullmatch(r"Page\d+of\d+", squeezed(text)) or squeezed(text).rstrip("…") in said


@every_sheet
def test_pictures_codes_and_places_for_a_pen_have_words(name, profile):
    for _, rendered in printed(name, profile, "A4"):
        for tag in TaggedPdf(rendered.pdf).of("Figure", "Form"):
            assert len(tag.alt.split()) >= 3


@every_sheet
def test_a_file_says_its_title_its_language_and_that_it_is_tagged(name, profile):
    for sheet, rendered in printed(name, profile, "A4"):
        file = TaggedPdf(rendered.pdf).file
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.MarkInfo.Marked is True
        assert file.Root.ViewerPreferences.DisplayDocTitle is True
        with file.open_metadata(set_pikepdf_as_editor=False) as about:
            assert about["dc:title"] == sheet.title == str(file.docinfo.Title)
            assert about["pdfuaid:part"] == "1"


def test_a_paragraph_over_many_pages_is_one_element():
    pdf = tagged(Document("Long", (paragraph("so many words about one thing " * 400),)))
    assert len(pdf.file.pages) > 3
    assert len(pdf.of("P")) == 1


def test_a_table_over_many_pages_is_one_table_and_its_header_is_read_once():
    rows = tuple((words(f"10:{n:03}"), words(f"Row {n}"), words("5")) for n in range(300))
    pdf = tagged(Document("A long day", (Table(("Time", "What", "Minutes"), rows),)))
    table, = pdf.of("Table")
    assert len(pdf.of("TR")) == 301
    assert [(tag.said().strip(), tag.scope) for tag in pdf.of("TH")][:4] == [
        ("Time", "Column"), ("What", "Column"), ("Minutes", "Column"), ("10:000", "Row")]
    assert table.said().count("Minutes") == 1
    assert "".join(pdf.artifacts).count("Minutes") == len(pdf.file.pages) - 1
    assert pdf.problems == []


def test_items_have_their_label_apart_from_their_words():
    pdf = tagged(Document("Lists", (List((words("One"), words("Two")), numbered=True),)))
    assert [(tag.kind, tag.said().strip()) for tag in pdf.of("Lbl", "LBody")] == [
        ("Lbl", "1."), ("LBody", "One"), ("Lbl", "2."), ("LBody", "Two")]


def test_a_term_with_two_meanings_is_one_item():
    pdf = tagged(Document("Terms", (Definitions((Definition("Term", words("One")), Definition("", words("Two")))),)))
    item, = pdf.of("LI")
    assert [tag.kind for tag in item.kids] == ["Lbl", "LBody", "LBody"]


def test_a_heading_too_deep_for_the_one_before_is_raised():
    pdf = tagged(Document("Deep", (Heading(4, "Far down"), Heading(3, "Further"), Heading(2, "Up"))))
    assert [tag.kind for tag in pdf.of("H1", "H2", "H3", "H4")] == ["H1", "H2", "H3", "H2"]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_every_kind_of_node_is_tagged(profile):
    pdf = tagged(everything(), profile)
    assert pdf.problems == []
    assert {"H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Form"} <= {
        tag.kind for tag in pdf.root.every()}


def test_hostile_titles_stay_words():
    pdf = tagged(Document("<b>&</b> (x) \\ \x00 名", (paragraph("Words"),)))
    with pdf.file.open_metadata(set_pikepdf_as_editor=False) as about:
        assert about["dc:title"] == "<b>&</b> (x) \\ 名"
    assert isinstance(pdf.file, pikepdf.Pdf)
