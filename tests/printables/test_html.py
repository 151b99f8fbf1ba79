"""The HTML of every sheet: one file, nothing from outside, every word in its order, and nothing a person types is obeyed."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from printables.html import page
from printables.pack import PRODUCTS, pack
from printables.profile import MM, PAPERS, PROFILES
from tests.printables.pages import letters, squeezed
from tests.printables.samples import SAMPLE, every_sheet, with_text
from tests.printables.test_hostile import PEOPLE_TYPE
from tests.printables.test_promises import everything

A4 = PAPERS["A4"]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
BROWSER = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


class Reader(HTMLParser):
    """Collects the words, the tags and the attributes of a page, and whether every tag is closed in its place."""

    VOID = ("meta", "br", "input")

    def __init__(self, text):
        super().__init__()
        self.words, self.tags, self.attributes, self.open = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


@every_sheet
def test_nothing_comes_from_outside(name, profile):
    for sheet in pack(SAMPLE, [name]):
        reader = Reader(page(sheet.documents, PROFILES[profile], A4))
        assert not {"script", "img", "link", "iframe", "object", "form"} & set(reader.tags)
        assert not {"src", "action", "onclick", "srcset"} & {key for key, _ in reader.attributes}
        assert "url(" not in page(sheet.documents, PROFILES[profile], A4)


@every_sheet
def test_headings_never_skip_and_ids_differ(name, profile):
    for sheet in pack(SAMPLE, [name]):
        reader = Reader(page(sheet.documents, PROFILES[profile], A4))
        levels = [int(tag[1]) for tag in reader.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
        ids = [value for key, value in reader.attributes if key == "id"]
        assert len(ids) == len(set(ids)) == len(sheet.documents)


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_profile_says_the_same_words(name):
    for sheet in pack(SAMPLE, [name]):
        said = {squeezed("".join(Reader(page(sheet.documents, profile, A4)).words)) for profile in PROFILES.values()}
        assert len(said) == 1


@pytest.mark.parametrize("kind", PEOPLE_TYPE)
def test_whatever_a_person_types_is_words(kind):
    for sheet in pack(with_text(PEOPLE_TYPE[kind])):
        text = page(sheet.documents, PROFILES["clear"], A4)
        reader = Reader(text)
        assert not {"b", "img", "para", "script"} & set(reader.tags)
        assert {value for key, value in reader.attributes if key == "href"} <= {"mailto:jo@samaritans.org"}
        assert "\0" not in text
        text.encode()


def test_markup_is_shown_as_typed():
    text = "".join(Reader(page(pack(with_text("<b>a</b> & [/]"), ["agenda"])[0].documents, PROFILES["clear"], A4)).words)
    assert "<b>a</b> & [/]" in text


def test_every_node_has_its_own_element():
    reader = Reader(page(everything(), PROFILES["easy"], A4))
    assert {"h1", "h2", "p", "ol", "dl", "dt", "dd", "table", "th", "fieldset", "textarea", "figure", "svg"} <= set(reader.tags)


RUN_AXE = """<script>{axe}</script><script>axe.run().then(found => {{
const out = document.createElement("pre"); out.id = "found"; out.textContent = JSON.stringify(found.violations.map(
one => one.id + ": " + one.nodes[0].html.slice(0, 200))); document.body.append(out)}})</script>"""


@pytest.mark.skipif(not (BROWSER and AXE.exists()), reason="Chromium or axe-core is not here. make check-print brings axe-core.")
@pytest.mark.parametrize("profile", PROFILES)
def test_axe_finds_nothing_in_a_browser(profile, tmp_path):
    documents = [document for name in PRODUCTS for sheet in pack(SAMPLE, [name]) for document in sheet.documents[:2]]
    file = tmp_path / "sheets.html"
    html = re.sub(r"<meta http-equiv[^>]*>", "", page(documents, PROFILES[profile], A4))
    file.write_text(html.replace("</body>", RUN_AXE.format(axe=AXE.read_text("utf-8")) + "</body>"), "utf-8")
    dom = subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=240, check=True).stdout
    found = re.search(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    assert json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")) == []


@pytest.mark.skipif(not BROWSER, reason="Chromium is not here.")
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_browser_prints_it_as_large_as_the_paper_with_every_word_on_it(paper, tmp_path):
    documents = [document for name in ("agenda", "feedback-card", "glossary", "badges") for sheet in pack(SAMPLE, [name])
                 for document in sheet.documents]
    file, printed = tmp_path / "sheets.html", tmp_path / "sheets.pdf"
    file.write_text(page(documents, PROFILES["clear"], PAPERS[paper]), "utf-8")
    subprocess.run([BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--print-to-pdf={printed}", file.as_uri()], capture_output=True, timeout=240, check=True)
    pages = list(pypdfium2.PdfDocument(printed))
    sides = PAPERS[paper].width_mm * MM, PAPERS[paper].height_mm * MM
    assert all(one.get_size() == pytest.approx(sides, abs=1.5) for one in pages)
    assert len(pages) >= len(documents)
    said = squeezed(" ".join(one.get_textpage().get_text_bounded() for one in pages))
    for document in documents:
        assert squeezed(document.title) in said
        assert document.code.text in said
    boxes = [box for one in pages for _, _, box in letters(one)]
    assert min(box[0] for box in boxes) > 0
    assert max(box[2] for box in boxes) < sides[0]
