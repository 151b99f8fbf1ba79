"""Cells that stand over several columns or rows keep their place for an eye, a screen reader, a browser and plain text."""

import pikepdf
import pytest

from printables.html import page
from printables.pdf import render
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES
from printables.tree import Document, Span, Table, words
from tests.printables.pages import letters, opened
from tests.printables.tags import TaggedPdf
from tests.printables.test_validators import broken_rules

CLEAR, A4 = PROFILES["clear"], PAPERS["A4"]
DAY = Table(("When", "Where", "What"), (
    (Span(words("Morning"), rows=2), words("Hall"), words("Talk")), (words("Garden"), words("Walk")),
    (words("Noon"), Span(words("Lunch for all"), columns=2)), (words("Later"), words("Hall"), words("Close"))))


def printed(table, profile=CLEAR):
    return render(Document("A day", (table,)), profile, A4)


def spans(pdf, name):
    """The words of cells with this attribute, and its number."""
    found = {}

    def walk(element, tag):
        for kid, inner in zip(element.K if isinstance(element.K, pikepdf.Array) else [element.K], tag.kids, strict=False):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found.update({inner.said().strip(): int(one[name]) for one in kid.get("/A", []) if name in one})
                walk(kid, inner)

    walk(pdf.file.Root.StructTreeRoot.K[0], pdf.root)
    return found


def test_a_screen_reader_is_told_what_a_cell_stands_over():
    rendered = printed(DAY)
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert spans(pdf, "/RowSpan") == {"Morning": 2}
    assert spans(pdf, "/ColSpan") == {"Lunch for all": 2}
    assert [len(tag.kids) for tag in pdf.of("TR")] == [3, 3, 2, 2, 3]
    assert [tag.said().strip() for tag in pdf.of("TH")] == ["When", "Where", "What", "Morning", "Noon", "Later"]
    assert broken_rules(rendered.pdf) == []


def test_a_browser_is_told_too():
    html = page(Document("A day", (DAY,)), CLEAR, A4)
    assert '<tr><th scope="row" rowspan="2">Morning</th><td>Hall</td><td>Talk</td></tr><tr><td>Garden</td>' in html
    assert '<td colspan="2">Lunch for all</td></tr>' in html


def test_plain_text_says_a_cell_in_each_row_it_stands_over_and_both_its_headers():
    text = plain_text(Document("A day", (DAY,)))
    assert "When: Morning\nWhere: Garden\nWhat: Walk" in text
    assert "When: Noon\nWhere, What: Lunch for all\n" in text


def test_where_a_row_is_a_block_it_says_the_same():
    pdf = TaggedPdf(printed(DAY, PROFILES["giant"]).pdf)
    assert pdf.of("Table") == []
    assert pdf.root.said().count("Morning") == 2
    assert "Where, What" in " ".join(pdf.root.said().split())


def test_a_span_stays_whole_on_a_page_and_a_long_table_still_parts():
    rows = tuple(row for n in range(60) for row in (
        (Span(words(f"Part {n}"), rows=3), words("a")), (words("b"),), (words("c"),)))
    rendered = printed(Table(("Part", "What"), rows))
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert len(pdf.of("Table")) == 1
    assert len(spans(pdf, "/RowSpan")) == 60
    for sheet in opened(rendered):
        letters_here = "".join(char for char, _, _ in letters(sheet)).split("Sheet")[0]
        assert letters_here.count("abc") == letters_here.count("Part") - 1


def test_a_span_taller_than_the_page_is_set_as_blocks():
    rows = ((Span(words("All of it"), rows=80), words("a")), *(((words(f"row {n}"),)) for n in range(79)))
    pdf = TaggedPdf(printed(Table(("Part", "What"), rows)).pdf)
    assert pdf.problems == []
    assert "row 78" in " ".join(pdf.root.said().split())


@pytest.mark.parametrize(("row", "what"), [((words("a"),), "fewer"), ((words("a"),) * 3, "more"),
                                           ((words("a"), Span(words("b"), columns=2)), "more")])
def test_rows_that_do_not_fit_their_header_are_refused_with_a_sentence(row, what):
    with pytest.raises(ValueError, match=f"Row 1 of a table has {what} cells than there are columns."):
        printed(Table(("One", "Two"), (row,)))
