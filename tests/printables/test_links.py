"""A link leads there on a screen, says where it leads, and keeps its whole address on paper."""

import pytest

from printables.html import page
from printables.pdf import render
from printables.plain_text import plain_text
from printables.products.saying import with_links
from printables.profile import PAPERS, PROFILES
from printables.tree import Definition, Definitions, Document, Link, List, Table, paragraph, plain, words
from tests.printables.pages import opened, squeezed
from tests.printables.tags import TaggedPdf
from tests.printables.test_validators import broken_rules

CLEAR, A4 = PROFILES["clear"], PAPERS["A4"]
HELP = Link("our help page", "https://example.org/help?a=1&b=2")
EVERYWHERE = Document("Links", (
    paragraph("See ", HELP, ", or ask us."), paragraph(HELP), List((words(HELP, " first"), words("then ", HELP))),
    Definitions((Definition("Where", words(HELP)),)),
    Table(("What", "Where"), ((words("Help"), words("look at ", HELP)), (words(HELP), words("again")))),
    paragraph("A long walk to the next line and on. " * 8, HELP, " and on. " * 30)))


def test_a_link_says_where_it_leads_in_its_element_and_on_its_place():
    rendered = render(EVERYWHERE, CLEAR, A4)
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert len(pdf.of("Link")) == 8
    assert all(squeezed(tag.said()) == squeezed(HELP.shown) for tag in pdf.of("Link"))
    assert set(pdf.links) == {("Link", "our help page (https://example.org/help?a=1&b=2)", HELP.address)}
    assert broken_rules(rendered.pdf) == []


def test_words_around_a_link_are_read_in_their_order():
    pdf = TaggedPdf(render(EVERYWHERE, CLEAR, A4).pdf)
    assert squeezed(pdf.of("P")[0].said()) == squeezed(f"See {HELP.shown}, or ask us.")


def test_paper_and_text_keep_the_whole_address():
    rendered = render(EVERYWHERE, CLEAR, A4)
    text = squeezed(" ".join(one.get_textpage().get_text_bounded() for one in opened(rendered)))
    assert text.count(squeezed(HELP.shown)) == plain_text(EVERYWHERE).count(HELP.shown) == 8


def test_a_link_over_many_pages_is_one_element_with_a_place_on_each():
    long = Link("so many words " * 400, "https://example.org/long")
    rendered = render(Document("Long", (paragraph("Here: ", long, " end"),)), CLEAR, A4)
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert len(pdf.of("Link")) == 1
    assert len(pdf.links) > len(pdf.file.pages) > 2
    assert broken_rules(rendered.pdf) == []


def test_a_header_that_is_repeated_leads_nowhere_twice():
    rows = tuple((words(HELP), words(f"Row {n}")) for n in range(60))
    pdf = TaggedPdf(render(Document("Rows", (Table(("What", "Where"), rows),)), CLEAR, A4).pdf)
    assert pdf.problems == []
    assert len(pdf.of("Link")) == 60


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/hosts", "#top", "pdf:other", "", "data:text/html,x"])
def test_an_address_of_another_kind_is_printed_and_leads_nowhere(address):
    document = Document("Odd", (paragraph("See ", Link("this", address)),))
    pdf = TaggedPdf(render(document, CLEAR, A4).pdf)
    assert pdf.links == []
    assert squeezed(f"See this ({address})") in squeezed(pdf.root.said())
    assert "<a " not in page(document, CLEAR, A4)


def test_a_link_in_html_is_a_link():
    html = page(EVERYWHERE, CLEAR, A4)
    assert html.count('<a href="https://example.org/help?a=1&amp;b=2">our help page (https://') == 8


def test_addresses_in_a_text_become_links():
    text = "Ring us. www.example.org (or https://example.org/a_b), or jo@example.org."
    found = with_links(text)
    assert [run.address for run in found if isinstance(run, Link)] == [
        "https://www.example.org", "https://example.org/a_b", "mailto:jo@example.org"]
    assert plain(with_links("No address here. Not even e.g. this")) == "No address here. Not even e.g. this"
