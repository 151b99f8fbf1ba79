"""The same input gives the same bytes; nothing heavy is loaded early; codes and sizes keep to what was measured."""

import subprocess
import sys
from dataclasses import replace

import pytest

from printables.pack import pack, print_sheet
from printables.pdf import render
from printables.pdf.code import side
from printables.plain_text import plain_text
from printables.profile import MM, PAPERS, PROFILES
from printables.qr import QUIET, modules
from printables.tree import (
    Card,
    Code,
    CutGrid,
    Definition,
    Definitions,
    Document,
    DrawingFrame,
    Heading,
    List,
    Note,
    Table,
    Ticks,
    WritingSpace,
    paragraph,
    words,
)
from tests.printables.pages import codes, letters, opened, squeezed
from tests.printables.samples import SOURCE
from tests.printables.tags import TaggedPdf

PRINT_ALL = """
import hashlib
from printables.pack import pack, print_sheet
from printables.profile import PAPERS, PROFILES
from tests.printables.samples import SOURCE
print(*(hashlib.sha256(print_sheet(s, PROFILES["clear"], PAPERS["A4"]).pdf).hexdigest() for s in pack(SOURCE)))
"""


def run(code, seed="0"):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}).stdout


def test_the_same_sheets_are_the_same_bytes_in_another_process_on_another_day():
    first = run(PRINT_ALL, seed="1")
    assert first.split() == run(PRINT_ALL, seed="2").split()
    assert len(set(first.split())) == len(pack(SOURCE))


def test_printing_twice_gives_the_same_bytes():
    for sheet in pack(SOURCE, ["agenda", "feedback-card"]):
        one, two = (print_sheet(sheet, PROFILES["large"], PAPERS["Letter"]) for _ in range(2))
        assert one == two


@pytest.mark.parametrize("statement", ["import printables.pack, printables.plain_text", "import printables.products"])
def test_choosing_sheets_loads_no_paper_library(statement):
    loaded = run(f"import sys; {statement}; print(*sorted(sys.modules))").split()
    assert not {"reportlab", "qrcode", "PIL", "fontpkg_fira_sans", "textual", "tinydb"} & set(loaded)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_profiles_keep_to_the_rules_of_clear_print(profile):
    assert profile.body >= 14
    assert profile.code_mm >= 25
    assert profile.box_mm >= 8
    assert 60 <= profile.measure <= 70
    assert min(profile.headings) >= 1.2 * profile.body
    assert 1.3 <= profile.leading / profile.body <= 1.6


def test_a_code_is_never_smaller_than_a_phone_can_read():
    assert len(modules("KMR-24D2-B3X")) == 21
    assert side("KMR-24D2-B3X", 5) == 25 * MM
    long = "https://example.org/" + "a" * 200
    assert side(long, 30) >= (len(modules(long)) + 2 * QUIET) * 0.6 * MM


def test_a_line_of_running_text_is_no_longer_than_an_eye_can_follow():
    text = "We look at how people meet, what they say to each other, and what comes of it in the end. " * 8
    for paper in PAPERS.values():
        rendered = render(Document("Long", (paragraph(text),), wide=True), PROFILES["clear"], paper)
        page, = opened(rendered)
        lines = page.get_textpage().get_text_bounded().splitlines()
        assert max(len(line) for line in lines) <= 76


def everything():
    code = Code("KMR-24D2-B3X", "It says which sheet this is.")
    return Document("Everything", (
        Heading(2, "A heading"), paragraph("Some words."), Note(words("A note.")), List((words("One"), words("Two")), True),
        Definitions((Definition("Term", words("Meaning")), Definition("", words("More")))),
        Table(("Word", "Meaning"), ((words("A"), words("B")),), blank_rows=2), Ticks("Well?", ("Yes", "No", "Not today")),
        WritingSpace(1, "Label"), WritingSpace(40, "Many lines"), CutGrid((Card(code, (paragraph("On a card"),)),)),
        DrawingFrame("Space to draw")), code)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_every_node_of_the_tree_can_be_printed(profile):
    rendered = render(everything(), profile, PAPERS["A4"])
    pages = list(opened(rendered))
    assert all("KMR-24D2-B3X" in codes(page) for page in pages)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    for said in ("A heading", "A note.", "1.", "Term", "More", "Not today", "Label", "Many lines", "On a card"):
        assert said in text


def test_every_node_of_the_tree_can_be_read_as_plain_text():
    text = plain_text(everything())
    for said in ("1. One", "2. Two", "Term: Meaning\nMore", "Word: A\nMeaning: B", "Word: ____", "[ ] Not today", "Label\n____",
                 "[Space to draw]", "On a card\n\nCode KMR-24D2-B3X. It says which sheet this is."):
        assert said in text
    assert "\n\n\n" not in text


def test_answers_that_fit_no_row_stand_under_each_other():
    long = tuple(f"An answer that takes most of the line, and this is number {n}" for n in range(4))
    page, = opened(render(Document("Long answers", (Ticks("Which?", long),)), PROFILES["large"], PAPERS["A4"]))
    wide, _ = page.get_size()
    assert all(right < wide - 17 * MM for _, _, (_, _, right, _) in letters(page))
    assert all(f"number {n}" in " ".join(page.get_textpage().get_text_bounded().split()) for n in range(4))


def test_copies_share_what_is_drawn_and_each_has_its_own_code_and_tags():
    card, = pack(replace(SOURCE, people=40), ["feedback-card"])
    rendered = print_sheet(card, PROFILES["clear"], PAPERS["A4"])
    assert [codes(one)[0] for one in opened(rendered)] == [document.code.text for document in card.documents]
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert len(pdf.of("H1")) == 40
    assert len({one.obj.Contents[0].objgen for one in pdf.file.pages}) == 1
    alone = print_sheet(replace(card, documents=card.documents[7:8]), PROFILES["clear"], PAPERS["A4"])
    assert squeezed(TaggedPdf(alone.pdf).root.said()) in squeezed(pdf.root.said())
    assert [place.rect for place in rendered.places if place.sheet == card.documents[7].code.text] == [
        place.rect for place in alone.places]
