"""The page in a real browser: hostile words are text, every request stays on this laptop, it follows, and axe finds nothing."""

import re

import pytest

from tests.room.rooms import AGREED, BEGUN, THE_DAY, Hall
from tests.room.test_secondscreen import with_picture
from tests.tui.test_room import picture
from tests.web.chromium import AXE, BROWSER, WITHOUT, chromium
from tests.web.test_server import serving

pytestmark = [pytest.mark.skipif(not BROWSER, reason=WITHOUT), pytest.mark.xdist_group("chromium")]

HOSTILE = ("<img src=x onerror=\"document.title='pwned'\">", "<script>document.title='pwned'</script>", "&lt;b&gt; & </p></body>",
           "javascript:alert(1)", "http://evil.example/x.png", "שלום \u202eabc", "x" * 400, "[/] 名前 🙂")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture
def page(browser):
    browser.open("about:blank")
    browser.requests.clear()
    browser.complaints.clear()
    return browser


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path / "home")


def text(page):
    return page.run("document.body.innerText")


def outside(page):
    """What the page asked for that is not on this laptop, and what its policy had to forbid."""
    forbidden = [complaint for complaint in page.complaints if "Failed to load resource" not in complaint]
    return [request for request in page.requests if not request.startswith("http://127.0.0.1:")] + forbidden


def axe(page):
    page.run(AXE.read_text("utf-8") + ";0")
    return page.run("axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html.slice(0, 200)))")


def test_it_follows_blanks_and_survives_a_new_start_of_the_server(page, hall):
    hall.begins()
    hall.answers(*BEGUN)
    with serving(hall) as server:
        page.open(server.address)
        page.until("document.body.innerText.includes('You can pass on anything')")
        hall.answers("")
        page.until("document.body.innerText.includes('What do we need?')")
        page.key("b")
        page.until("document.body.innerText.trim() === ''")
        page.key("b")
        page.until("document.body.innerText.includes('What do we need?')")
        port = server.server_port
    page.until("document.body.innerText.includes('does not answer')")
    hall.answers("One at a time")
    with serving(hall, port=port):
        page.until("document.body.innerText.includes('One at a time')")


def test_hostile_words_are_text_and_every_request_stays_on_this_laptop(page, hall):
    hall.begins()
    hall.answers(*BEGUN, "", *HOSTILE)
    with serving(hall) as server:
        page.open(server.address)
        page.until("document.querySelectorAll('#lines li').length >= 8")
        said = page.run("[...document.querySelectorAll('#lines li')].map(line => line.textContent)")
        assert said == [line.replace("\u202e", "") for line in HOSTILE]
        assert page.run("document.title") == "The second screen"
        assert page.run("document.querySelectorAll('img, script').length") == 2
        assert server.address + "now.json" in page.requests
        assert outside(page) == []


def test_a_drawing_is_shown_with_its_picture_and_its_captions(page, hall):
    hall.begins()
    hall.answers(*THE_DAY)
    hall.closes()
    with_picture(hall, "A1", picture())
    hall.watched().show("A1")
    with serving(hall) as server:
        page.open(server.address)
        page.until("document.getElementById('picture').naturalWidth === 400")
        assert "[/] <b>Who</b> has the key?" in text(page)
        assert page.run("document.getElementById('picture').alt") == "The picture of drawing A1"
        assert outside(page) == []


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (3840, 2160)], ids=str)
def test_the_words_are_as_large_as_the_window_has_room_for(page, hall, size):
    hall.begins()
    hall.answers(*BEGUN)
    page.size(*size)
    with serving(hall) as server:
        page.open(server.address)
        page.until("document.body.innerText.includes('You can pass on anything')")
        assert page.run("fits()")
        large = page.run("parseFloat(getComputedStyle(document.getElementById('words')).fontSize)")
        assert large > size[1] / 14
    page.size(1280, 720)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not here, so this is skipped.")
@pytest.mark.parametrize("theme", ["ink", "paper"])
def test_axe_finds_nothing(page, hall, theme):
    hall.begins()
    hall.answers(*BEGUN, *AGREED[:2])
    with serving(hall, theme=theme, look="shape") as server:
        page.open(server.address)
        page.until("document.body.innerText.includes('One at a time')")
        page.run("0")
        assert page.run("document.documentElement.dataset.theme") == theme
        page.call("Page.setBypassCSP", {"enabled": True})
        assert axe(page) == []
        page.call("Page.setBypassCSP", {"enabled": False})


def test_the_page_itself_names_nothing_outside():
    from importlib.resources import files

    for file in files("kit.web").joinpath("page").iterdir():
        assert not re.search(r"https?://|//[a-z]|url\(|@import|innerHTML|insertAdjacent|document\.write|eval\(",
                             re.sub(r"^\s*//.*$|\s// .*$", "", file.read_text("utf-8"), flags=re.MULTILINE)), file.name
