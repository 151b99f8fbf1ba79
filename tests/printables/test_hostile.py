"""Whatever a person types stands on paper as typed, or as a box that is reported. Nothing is obeyed, lost or crashes."""

from html import escape

import pytest

from printables.html import page
from printables.pack import PRODUCTS, missing_sentence, pack, print_sheet
from printables.pdf import render
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES
from printables.tree import Document, List, Strong, Table, paragraph, words
from tests.printables.pages import codes, opened, squeezed
from tests.printables.pages import words as read
from tests.printables.samples import SOURCE, with_text

CLEAR, LARGE, A4 = PROFILES["clear"], PROFILES["large"], PAPERS["A4"]

MARKUP = ("<b>bold</b>", "&", "&amp; &lt;", "[/]", "x<y", '<img src="/etc/hosts">', "</para><para>", "<a href='x'>", "%s {0}")
STRANGE = "[/] [b] \x1b]0;x\x07 ünïcödé 名前 🙂 \x00 \ud800"
PEOPLE_TYPE = {
    "markup": " ".join(MARKUP), "strange": STRANGE, "5,000 characters": "a caption of many words " * 208,
    "a long word": "x" * 400, "many lines": "one line\n\nand another\r\n" * 9, "nothing": "", "a space": " ", "a line end": "\n",
    "hard spaces": "so\u00a0it\u00a0goes\u00a0" * 60, "marks": "e" + "\u0301" * 40, "right to left": "مرحبا בוא",
}


@pytest.mark.parametrize("name", PRODUCTS)
@pytest.mark.parametrize("kind", PEOPLE_TYPE)
def test_every_sheet_takes_whatever_a_person_types(name, kind):
    for profile in (CLEAR, LARGE) if kind == "a long word" else (CLEAR,):
        for sheet in pack(with_text(PEOPLE_TYPE[kind]), [name]):
            rendered = print_sheet(sheet, profile, A4)
            assert rendered.pages == len(opened(rendered))
            assert all(codes(page) for page in list(opened(rendered))[:1])
            assert all(plain_text(document) for document in sheet.documents)


@pytest.mark.parametrize("typed", [*MARKUP, "ünïcödé", "łódź ŵ ŷ", "ΕΛΛΑΔΑ Привет", "x" * 400, "a caption of words " * 263])
@pytest.mark.parametrize("profile", [CLEAR, LARGE], ids=["clear", "large"])
def test_words_print_as_typed(typed, profile):
    document = Document(typed, (paragraph(typed), paragraph(Strong(typed)),
                                Table(("Typed", "Why"), ((words(typed), words("Because.")),))))
    rendered = render(document, profile, A4)
    text = read(rendered, foot_mm=10 + 15 if profile is CLEAR else 10 + 18)
    assert rendered.missing == ()
    assert text.count(squeezed(typed)) >= 4


def test_characters_without_a_shape_are_boxes_and_are_reported():
    rendered = render(Document("Names", (paragraph(STRANGE), paragraph("名 again"))), CLEAR, A4)
    assert rendered.missing == ("\x1b", "\x07", "名", "前", "🙂", "\x00", "\ud800")
    text = read(rendered)
    assert squeezed("[/] [b] ▯]0;x▯ ünïcödé ▯▯ ▯ ▯ ▯ ▯ again") in text


def test_the_report_names_the_sheet_and_each_character():
    sheet, = pack(with_text(STRANGE), ["agenda"])
    sentence = missing_sentence(sheet, print_sheet(sheet, CLEAR, A4).missing)
    assert sentence.startswith("Agenda: ")
    assert "名 (U+540D)" in sentence
    assert "🙂 (U+1F642)" in sentence
    assert "? (U+0000)" in sentence
    assert "? (U+D800)" in sentence
    sentence.encode()


def test_a_letter_with_its_accent_apart_is_the_same_letter():
    rendered = render(Document("Cafe\u0301", ()), CLEAR, A4)
    assert rendered.missing == ()
    assert "Café" in read(rendered)


def test_joiners_and_direction_marks_leave_no_trace_and_no_report():
    rendered = render(Document("one\u200btwo\u200e\u00adthree\ufe0f", ()), CLEAR, A4)
    assert rendered.missing == ()
    assert "onetwothree" in read(rendered)


@pytest.mark.parametrize("profile", [CLEAR, LARGE], ids=["clear", "large"])
def test_three_hundred_rows_flow_over_pages_under_their_headers(profile):
    rows = tuple((words(f"10:{n:03}"), words(f"Row {n} of a long day"), words("5")) for n in range(300))
    rendered = render(Document("A long day", (Table(("Time", "What", "Minutes"), rows),)), profile, A4)
    pages = [squeezed(page.get_textpage().get_text_bounded()) for page in opened(rendered)]
    assert len(pages) > 5
    assert all("TimeWhatMinutes" in text for text in pages)
    assert all(sum(text.count(f"Row{n}ofalongday") for text in pages) == 1 for n in range(300))


def test_a_row_that_no_page_can_hold_is_set_as_a_block():
    long = "a sentence about the room. " * 370
    rendered = render(Document("Long", (Table(("Time", "What"), ((words("10:00"), words(long)),)),)), LARGE, A4)
    assert squeezed(long) in read(rendered, foot_mm=28)
    assert rendered.pages > 4


def test_ten_thousand_characters_print_in_full_on_every_sheet_for_people():
    long = "so many words about one thing " * 334
    for name in ("drawing-sheet", "feedback-card"):
        for sheet in pack(with_text(long), [name]):
            assert squeezed(long) in read(print_sheet(sheet, CLEAR, A4), foot_mm=41)


@pytest.mark.parametrize("typed", ["so many words about one thing " * 334, "x" * 10_000, "&" * 5_000 + "<" * 5_000],
                         ids=["words", "one word", "signs"])
def test_ten_thousand_characters_are_whole_on_paper_in_html_and_in_plain_text(typed):
    document = Document("Long", (paragraph(typed), List((words(typed),)), Table(("Typed",), ((words(typed),),))))
    assert read(render(document, CLEAR, A4), foot_mm=25).count(squeezed(typed)) == 3
    assert page(document, CLEAR, A4).count(escape(typed.strip())) == 3
    assert plain_text(document).count(typed) == 3


def test_three_hundred_rows_are_all_in_html_and_in_plain_text():
    rows = tuple((words(f"10:{n:03}"), words(f"Row {n} of <b> & \x00 a long day")) for n in range(300))
    document = Document("A long day", (Table(("Time", "What"), rows),))
    assert page(document, CLEAR, A4).count("of &lt;b&gt; &amp;") == 300
    assert plain_text(document).count("a long day") == 300


def test_a_workshop_with_nobody_and_nothing_still_prints():
    from dataclasses import replace

    plan = replace(SOURCE.script.plan, blocks=(), start="soon", question="", approach="")
    empty = replace(SOURCE, people=0, terms=(), records=(), script=replace(SOURCE.script, plan=plan, activities=()))
    assert [sheet.name for sheet in pack(empty)] == [
        "cover-sheet", "run-sheet", "agenda", "glossary", "support-card", "badges", "wall-headings", "venue-checklist"]
    assert all(print_sheet(sheet, CLEAR, A4).pages for sheet in pack(empty))
