"""Agenda, glossary and feedback card in each language the kit has words in: a slice here, all profiles in `make check-print`."""

import os
from dataclasses import replace

import page
import pytest

from kit.content.library import load, script_of
from kit.content.vocabulary import RATINGS
from kit.paths import builtin_activities
from printables.html import page as html_page
from printables.pack import file_name, pack, print_sheet
from printables.plain_text import plain_text
from printables.pocket import with_pocket_copy
from printables.profile import MM, PAPERS, PROFILES, suits
from printables.sample import with_made_up
from printables.shaping.bidi import base_level
from printables.wording import LANGUAGES, SOURCE, TRANSLATED
from tests.printables import verapdf
from tests.printables.pages import codes, letters, opened, squeezed
from tests.printables.reading import reading, reading_in_blocks
from tests.printables.samples import SOURCE as SAMPLE
from tests.printables.shaping.texts import TEXTS
from tests.printables.tags import TaggedPdf

A4 = PAPERS["A4"]
OTHERS = [language for language in LANGUAGES if language != SOURCE]
ALL = os.environ.get("CHECK_PRINT") == "1"
MANY = [(language, name, profile, paper) for language in OTHERS for name in TRANSLATED for profile in PROFILES for paper in PAPERS
        if suits(PROFILES[profile], PAPERS[paper]) and (ALL or (paper == "A4" and (profile == "clear" or (language, profile) in (
            ("ar", "giant"), ("ur", "easy"), ("hi", "dyslexia"), ("bn", "large"), ("cy", "easy")))))]
LIBRARY = load([builtin_activities()])
SCRIPT, _ = script_of(LIBRARY.plans["first-meeting"], LIBRARY)


def sheets(language, *names):
    """Sheets of a shipped plan, with terms in every language."""
    terms = tuple((text.split()[0], text) for text in TEXTS.values())
    return pack(replace(with_made_up(replace(SAMPLE, script=SCRIPT)), language=language, terms=terms), names)


@pytest.mark.parametrize(("language", "name", "profile", "paper"), MANY, ids=["-".join(one) for one in MANY])
def test_a_sheet_is_right_in_every_language(language, name, profile, paper):
    sheet, = sheets(language, name)
    rendered = print_sheet(sheet, PROFILES[profile], PAPERS[paper])
    assert rendered.missing == ()
    assert page.validate_pdf_bytes(rendered.pdf, profile=page.ValidationProfile.PDF_UA_1).failures == []
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert str(pdf.file.Root.Lang) == language
    ways = [squeezed("".join(text for document in sheet.documents for text in read(document, profile == "easy")))
            for read in (reading, reading_in_blocks)]
    assert squeezed(pdf.root.said()) in ways
    for one in opened(rendered):
        assert codes(one)
        wide, high = one.get_size()
        margin = PAPERS[paper].margin_mm * MM
        for _, size, (left, _, right, top) in letters(one):
            over = MM + size / 8  # the stroke of a kaf reaches beyond its own box
            assert margin - over < left < right < wide - margin + over
            assert top < high - margin + over
    if ALL and verapdf.java():
        assert verapdf.failures(rendered.pdf) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_of_ours_is_left_on_a_translated_sheet(language):
    ours = {squeezed(text) for sheet in sheets(SOURCE, *TRANSLATED) for text in said_by_us(sheet)}
    for sheet in sheets(language, *TRANSLATED):
        assert not [text for text in said_by_us(sheet) if squeezed(text) in ours]


def said_by_us(sheet):
    """What stands on a sheet but for terms, times and numbers."""
    own = " ".join(TEXTS.values())
    document = sheet.documents[0]
    return [text for text in reading(document) if len(text) > 5 and text not in own and any(map(str.isalpha, text))
            and "Steering" not in text and "The people who" not in text and document.code.text not in text]


@pytest.mark.parametrize("language", OTHERS)
def test_boxes_are_known_to_whoever_reads_paper_back_by_their_english_words(language):
    sheet, = sheets(language, "feedback-card")
    asked = {(place.group, place.value) for place in print_sheet(sheet, PROFILES["clear"], A4).places if place.kind == "box"}
    assert {value for _, value in asked} == set(RATINGS)
    assert {group for group, _ in asked} == {"Could you take part in your own way?", "Did you feel heard?",
                                             "Was it clear what we did and why?"}


def test_a_sheet_that_is_not_translated_is_in_english_and_says_so():
    for sheet in sheets("ar", "run-sheet", "support-card"):
        assert all(document.language == SOURCE for document in sheet.documents)
        assert "-ar-" not in file_name(sheet, PROFILES["clear"], A4)
    agenda, = sheets("ar", "agenda")
    assert file_name(agenda, PROFILES["clear"], A4) == "agenda-ar-clear-A4.pdf"


@pytest.mark.parametrize("language", OTHERS)
def test_html_says_its_language_and_its_way(language):
    sheet, = sheets(language, "glossary")
    html = html_page(sheet.documents, PROFILES["easy"], A4)
    way = "rtl" if language in ("ar", "ur") else "ltr"
    assert html.startswith(f'<!doctype html><html lang="{language}" dir="{way}">')
    assert ('lang="hi" dir="ltr"' in html) is (language != "hi") or language == "hi"
    assert 'dir="rtl">' in html.partition("<body>")[2]
    assert html.count("url(data:font/ttf;base64,") == html.count("url(") == 2 * 3


def test_a_page_in_plain_letters_carries_no_typeface():
    assert "@font-face" not in html_page(pack(SAMPLE, ["agenda"])[0].documents, PROFILES["clear"], A4)


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_every_line_of_plain_text_starts_with_a_letter_that_tells_its_way(language):
    text = plain_text(sheets(language, "agenda")[0].documents[0])
    assert all(base_level(line) for line in text.splitlines() if line)


def test_a_pocket_copy_is_in_the_language_of_its_sheet():
    sheet, = sheets("pl", "agenda")
    copy = with_pocket_copy(sheet).documents[-1]
    assert copy.title == "Kopia kieszonkowa: Program: Pierwsze spotkanie: dwie godziny"
    assert copy.language == "pl"
