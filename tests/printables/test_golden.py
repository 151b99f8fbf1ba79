"""A dozen pages look as they did when somebody looked at them. `KIT_GOLDEN=1 make test` keeps new pictures; look at them first.

Pages are compared in squares of a few millimetres, so that another version of the drawing library changes nothing.
"""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.printables.pages import opened
from tests.printables.samples import printed

GOLDEN = Path(__file__).parent / "golden"
DPI, SQUARE = 40, 6
PAGES = (("agenda", "clear"), ("agenda", "easy"), ("run-sheet", "clear"), ("glossary", "large"), ("feedback-card", "clear"),
         ("feedback-card", "easy"), ("drawing-sheet", "clear"), ("caption-slips", "clear"), ("consent-slip", "clear"),
         ("badges", "clear"), ("support-card", "dyslexia"), ("rating-sheet", "giant"), ("wall-headings", "clear"),
         ("cover-sheet", "clear"))


def seen(name, profile):
    _, rendered = printed(name, profile, "A4")[0]
    return opened(rendered)[0].render(scale=DPI / 72).to_pil().convert("L")


def squares(picture):
    return picture.resize((picture.width // SQUARE, picture.height // SQUARE), Image.Resampling.BOX)


def differ(one, other):
    """Largest difference of a square, of 255, and the mean."""
    between = ImageChops.difference(squares(one), squares(other))
    return between.getextrema()[1], ImageStat.Stat(between).mean[0]


@pytest.mark.parametrize(("name", "profile"), PAGES, ids=["-".join(page) for page in PAGES])
def test_a_page_looks_as_it_did(name, profile):
    file, now = GOLDEN / f"{name}-{profile}.png", seen(name, profile)
    if os.environ.get("KIT_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        now.quantize(8).save(file, optimize=True)
    then = Image.open(file).convert("L")
    assert then.size == now.size
    most, mean = differ(then, now)
    assert (most <= 60, mean <= 2) == (True, True), f"{most} and {mean:.1f} of 255: look at it, then KIT_GOLDEN=1"


def test_a_page_with_one_line_more_does_not_look_as_it_did():
    page = seen("glossary", "clear")
    changed = page.copy()
    changed.paste(0, (40, 200, 160, 208))
    assert differ(page, changed)[0] > 60
