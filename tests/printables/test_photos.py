"""Pictures that people bring: whole ones are printed with their words, broken ones are said to be broken, none crashes."""

from io import BytesIO

import pytest
from PIL import Image

from printables.html import page
from printables.pdf import render
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES
from printables.tree import Document, Photo, paragraph
from tests.printables.pages import opened, words
from tests.printables.tags import TaggedPdf
from tests.printables.test_validators import broken_rules

CLEAR, A4 = PROFILES["clear"], PAPERS["A4"]


def picture(kind="PNG", mode="RGB", size=(300, 200), **more):
    out = BytesIO()
    Image.new(mode, size, 90 if mode == "L" else None).save(out, kind, **more)
    return out.getvalue()


WHOLE = {"PNG": picture(), "JPEG": picture("JPEG"), "grey": picture(mode="L"), "see-through": picture(mode="RGBA"),
         "one dot": picture(size=(1, 1)), "very wide": picture(size=(4000, 3)), "CMYK": picture("JPEG", "CMYK")}
BROKEN = {"nothing": b"", "words": b"not a picture", "cut short": picture(size=(900, 900))[:80], "a GIF": picture("GIF", "P"),
          "NUL": b"\0" * 500, "a bomb": picture(size=(20_000, 2_100), mode="1"), "markup": b"<svg onload='x'/>"}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_picture_is_printed_with_its_words(name):
    document = Document("Pictures", (paragraph("Before"), Photo(WHOLE[name], "A boat <b> & a ship"), paragraph("After")))
    rendered = render(document, CLEAR, A4)
    pdf = TaggedPdf(rendered.pdf)
    assert pdf.problems == []
    assert [tag.alt for tag in pdf.of("Figure")] == ["A boat <b> & a ship"]
    assert pdf.root.said().split() == ["Pictures", "Before", "A", "boat", "<b>", "&", "a", "ship", "After"]
    assert broken_rules(rendered.pdf) == []
    assert len(list(opened(rendered)[0].get_objects(filter=[3]))) == 1
    assert 'alt="A boat &lt;b&gt; &amp; a ship" src="data:image/png;base64,' in page(document, CLEAR, A4)
    assert "[Picture: A boat <b> & a ship]" in plain_text(document)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_picture_is_a_sentence_and_its_words(name):
    document = Document("Pictures", (Photo(BROKEN[name], "A boat"),))
    rendered = render(document, CLEAR, A4)
    assert "Apicturethatcannotberead:Aboat" in words(rendered)
    assert broken_rules(rendered.pdf) == []
    html = page(document, CLEAR, A4)
    assert "A picture that cannot be read: A boat" in html
    assert "<img" not in html
    assert "[Picture: A boat]" in plain_text(document)


@pytest.mark.parametrize("alt", ["", " ", "\n\t"])
def test_a_picture_without_words_is_refused_with_a_sentence(alt):
    with pytest.raises(ValueError, match="A picture has no words for it"):
        Photo(WHOLE["PNG"], alt)


def test_a_picture_with_a_thousand_words_prints():
    rendered = render(Document("Pictures", (Photo(WHOLE["PNG"], "word " * 1000),)), CLEAR, A4)
    assert broken_rules(rendered.pdf) == []
