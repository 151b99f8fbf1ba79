"""A person's own words in any of the kit's languages, on a sheet in any of them: joined, in order, tagged, copied out again."""

import subprocess
import sys

import page
import pytest

from printables.fonts import typeface, typeface_of
from printables.pdf import render
from printables.profile import MM, PAPERS, PROFILES
from printables.shaping.faces import face_of
from printables.shaping.scripts import SCRIPTS
from printables.tree import (
    Code,
    Definition,
    Definitions,
    Document,
    Heading,
    List,
    Note,
    Strong,
    Table,
    Ticks,
    WritingSpace,
    words,
)
from printables.tree import paragraph as a_paragraph
from tests.printables.pages import letters, opened, squeezed
from tests.printables.pages import words as read
from tests.printables.reading import reading
from tests.printables.shaping.texts import ARABIC, BENGALI, HINDI, TEXTS, URDU
from tests.printables.tags import TaggedPdf

CLEAR, A4 = PROFILES["clear"], PAPERS["A4"]
LANGUAGES = ("en-GB", *TEXTS)
MIXED = "ar مرحبا + <b> & 123 कार्य। m\u0302 (co-production)"


def sheet(text, language):
    """Every kind of node, with a person's text in it."""
    return Document(text, (
        Heading(2, text), a_paragraph(text, Strong(f" {text}")), Note(words(text)), List((words(text), words("Plain words"))),
        Definitions((Definition("PPI", words(text)), Definition(text[:7], words("Plain words")))),
        Table(("Time", text[:9]), ((words("10:00"), words(text)), (words("11:00"), words(f"{text} {text}"))), blank_rows=1),
        Ticks(text, ("OK", text[:5])), WritingSpace(1, text[:9])), Code("KMR-24D2-B3X", "It says which sheet this is."), language)


def tagged(document, profile=CLEAR):
    rendered = render(document, profile, A4)
    assert rendered.missing == ()
    return TaggedPdf(rendered.pdf)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("written", TEXTS)
def test_words_are_read_as_typed_in_their_order(written, language):
    document = sheet(TEXTS[written], language)
    pdf = tagged(document)
    assert pdf.problems == []
    assert squeezed(pdf.root.said()) == squeezed("".join(reading(document)))
    assert page.validate_pdf_bytes(render(document, CLEAR, A4).pdf, profile=page.ValidationProfile.PDF_UA_1).failures == []


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("language", ["ar", "bn"])
def test_every_profile_sets_mixed_words_within_the_margins(profile, language):
    rendered = render(sheet(MIXED, language), PROFILES[profile], A4)
    assert rendered.missing == ()
    for one in opened(rendered):
        wide, _ = one.get_size()
        boxes = [box for _, _, box in letters(one)]
        assert min(box[0] for box in boxes) > 17 * MM
        assert max(box[2] for box in boxes) < wide - 17 * MM


@pytest.mark.parametrize(("text", "language"), [(URDU, "ur"), (HINDI, "hi"), (BENGALI, "bn")])
def test_words_can_be_copied_out_of_a_viewer(text, language):
    copied = read(render(Document("Title", (a_paragraph(text),), language=language), CLEAR, A4))
    assert squeezed(text) in copied


def test_arabic_words_can_be_copied_out_of_a_viewer():
    """Without brackets and lam with alef, which pdfium turns round."""
    text = "نبدأ في الساعة 10:30 وننتهي عند الظهر"
    assert squeezed(text) in read(render(Document("Title", (a_paragraph(text),), language="ar"), CLEAR, A4))


def test_a_sheet_that_runs_right_to_left_is_mirrored():
    rendered = render(sheet(ARABIC, "ar"), CLEAR, A4)
    first = opened(rendered)[0]
    wide, _ = first.get_size()
    drawn = list(letters(first))
    assert max(right for _, _, (_, _, right, _) in drawn) == pytest.approx(wide - 18 * MM, abs=2)
    times = [box for char, _, box in drawn if char == "1"]
    assert any(box[0] > wide * 0.75 for box in times)  # the first column of the table is at the right
    boxes = [place for place in rendered.places if place.kind == "box"]
    assert boxes[0].rect[0] > boxes[1].rect[0] > wide / 2


def test_the_code_stays_where_whoever_reads_paper_back_looks_for_it():
    both = [render(sheet(ARABIC, language), CLEAR, A4).places for language in ("ar", "en")]
    assert len({place.rect for places in both for place in places if place.kind == "code" and not place.page}) == 1


def test_each_part_says_its_language():
    pdf = tagged(Document("Hello", (a_paragraph("Say مرحبا or नमस्ते"), a_paragraph(URDU), a_paragraph("Plain"))))
    spans = pdf.of("Span")
    assert [(span.language, squeezed(span.said())) for span in spans] == [("ar", "مرحبا"), ("hi", "नमस्ते")]
    assert [paragraph.language for paragraph in pdf.of("P")[:3]] == ["", "ur", ""]


def test_english_words_on_a_sheet_in_another_script_are_marked_as_english():
    pdf = tagged(Document("مرحبا", (a_paragraph("Tea and cake"),), language="ar"))
    assert pdf.file.Root.Lang == "ar"
    assert pdf.of("P")[0].language == "en-GB"


def test_long_text_goes_over_pages_as_one_element():
    pdf = tagged(Document("مرحبا", (a_paragraph(f"{ARABIC} " * 120),), language="ar"))
    assert len(pdf.file.pages) > 2
    whole, = (tag for tag in pdf.of("P") if len(tag.said()) > 1000)
    assert squeezed(whole.said()) == squeezed(ARABIC * 120)


def test_a_character_that_no_typeface_has_is_a_box_and_is_reported():
    rendered = render(Document("مرحبا 🙂", (a_paragraph("कार्य 名"),), language="ar"), CLEAR, A4)
    assert rendered.missing == ("🙂", "名")
    assert TaggedPdf(rendered.pdf).root.said().count("▯") == 2


def test_the_same_sheet_is_the_same_bytes():
    document = sheet(f"{ARABIC} {HINDI}", "ur")
    assert render(document, CLEAR, A4).pdf == render(document, CLEAR, A4).pdf


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_small_letters_of_every_script_are_two_millimetres_high_or_more(script, profile):
    face = typeface_of(script)
    for bold in (False, True):
        assert face_of(face, bold).ink(face.small) * face.size * profile.body >= 2 * MM


def test_plain_words_load_no_shaping_and_no_other_typeface():
    done = subprocess.run([sys.executable, "-c", (
        "import sys; from printables.pdf import render; from printables.profile import *; from printables.tree import *;"
        "render(Document('Tŷ', (paragraph('Zażółć'),), language='cy'), PROFILES['clear'], PAPERS['A4']);"
        "print(*sorted(m for m in sys.modules if m.startswith(('printables.shaping', 'fontpkg'))))")],
        capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["fontpkg_fira_sans", "printables.shaping", "printables.shaping.scripts"]


def test_the_kits_first_typeface_has_every_letter_of_welsh_and_polish():
    face = face_of(typeface("cy"), bold=True)
    assert all(face.has(char) for char in "ŵŷâêîôûÿäëïöüáéíóúýẃẁỳàèìòùĄĆĘŁŃÓŚŹŻąćęłńóśźż".upper() + "ŵŷąćęłńóśźż")
