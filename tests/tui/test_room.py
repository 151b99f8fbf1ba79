"""The second screen in a terminal: as large as there is room for, calm, safe with any words, and nothing is cut without a sign.

Golden screens: after a change that is meant, write them anew with KIT_GOLDEN=1 and look at them.
"""

import asyncio
import io
import os
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from kit.desk.pointing import blank_or_show
from kit.model.text import clean
from kit.model.wall import Page, RoomTime
from kit.tui.half_blocks import in_colour, without_colour
from kit.tui.room.app import RoomApp
from kit.tui.room.letters import half_blocks, set_digits, set_lines
from kit.tui.room.painting import Face, paint
from kit.tui.text import Words
from tests.room.rooms import AGREED, BEGUN, THE_DAY, Hall
from tests.room.test_secondscreen import with_picture
from tests.rooms import HOSTILE
from tests.tui.playing import LARGE, SMALL, shown
from tests.tui.test_hostile import MARKUP

GOLDEN = Path(__file__).parent / "golden"
SIZES = {"80x24": SMALL, "120x40": LARGE, "40x12": (40, 12)}


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path / "home")


@asynccontextmanager
async def wall(hall, size=SMALL, **given):
    """The second screen in a window."""
    app = RoomApp(hall.watched(), **given)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def picture():
    """A drawing in pencil on white paper: a door with a handle, and a red sun."""
    image = Image.new("RGB", (400, 300), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((60, 40, 200, 290), outline="black", width=12)
    pen.ellipse((160, 160, 184, 184), fill="black")
    pen.ellipse((280, 30, 370, 120), fill="red")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _welcome(hall):
    return {}


def _now(hall):
    hall.begins()
    hall.answers(*THE_DAY)


def _agreement(hall):
    _now(hall)
    hall.watched().show("agreement")


def _words(hall):
    hall.begins()
    hall.answers(*BEGUN)
    return {"look": "words"}


def _shape(hall):
    _words(hall)
    hall.clock.goes_on(minutes=4)
    return {"look": "shape"}


def _seats(hall):
    _now(hall)
    hall.watched().show("seats")


def _drawing(hall):
    _now(hall)
    hall.closes()
    with_picture(hall, "A1", picture())
    hall.watched().show("A1")


def _paused(hall):
    _now(hall)
    hall.workshop.pause()


FACES = {"welcome": _welcome, "now": _now, "agreement": _agreement, "words": _words, "shape": _shape, "seats": _seats,
         "drawing": _drawing, "paused": _paused}


@pytest.mark.parametrize("size", ["80x24", "120x40"])
@pytest.mark.parametrize("face", FACES)
def test_the_second_screen_looks_as_it_did(hall, face, size, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")  # a picture without colour is text
    given = FACES[face](hall)

    async def script():
        async with wall(hall, SIZES[size], **(given or {})) as (app, _):
            return shown(app) + "\n"

    text, golden = asyncio.run(script()), GOLDEN / f"room-{face}-{size}.txt"
    if os.environ.get("KIT_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["ink", "paper"])
def test_a_drawing_has_its_colours_in_both_themes(hall, theme):
    _drawing(hall)

    async def script():
        async with wall(hall, theme=theme) as (app, _):
            colours = {str(segment.style.color.triplet) for strip in app.screen._compositor.render_strips() for segment in strip
                       if segment.text.startswith("▀") and segment.style and segment.style.color}
            assert len(colours) > 2
            assert "Drawing A1" in shown(app)

    asyncio.run(script())


def test_it_follows_by_itself_and_each_look_shows_what_was_saved(hall):
    hall.begins()
    hall.answers(*BEGUN)

    async def script():
        async with wall(hall, SIZES["40x12"]) as (app, pilot):
            assert "You can pass on" in shown(app)
            hall.answers("")
            await app.follow()
            await pilot.pause()
            assert "What do we need?" in shown(app)
            hall.answers("One at a time")
            await app.follow()
            await pilot.pause()
            assert "One at a time" in shown(app)

    asyncio.run(script())


def test_b_blanks_it_here_and_the_key_in_the_app_blanks_it_from_there(hall):
    hall.begins()
    hall.answers(*BEGUN)

    async def script():
        async with wall(hall) as (app, pilot):
            for _ in range(2):
                blank_or_show(hall.programme.folder, hall.workshop.id, hall.workshop.prompt)
                await app.follow()
                await pilot.pause()
                assert (shown(app).strip() == "") == app.second.wall.blank
            await pilot.press("b")
            await pilot.pause()
            assert shown(app).strip() == ""
            blank_or_show(hall.programme.folder, hall.workshop.id, hall.workshop.prompt)
            await app.follow()
            await pilot.pause()
            assert "minutes left" in shown(app)
            blank_or_show(hall.programme.folder, hall.workshop.id, hall.workshop.prompt)
            await app.follow()
            await pilot.pause()
            assert shown(app).strip() == ""

    asyncio.run(script())


def test_a_clicker_turns_the_pages_and_a_long_page_part_by_part(hall):
    hall.begins()
    hall.answers(*BEGUN, *AGREED[:1], *(f"Line {number}" for number in range(30)), None, "yes")

    async def script():
        async with wall(hall) as (app, pilot):
            await pilot.press("right")
            await pilot.pause()
            assert "Line 0" in shown(app)
            assert "1 of 2. Space shows more." in shown(app)
            await pilot.press("pagedown")
            await pilot.pause()
            assert "Line 29" in shown(app)
            await pilot.press("pagedown")
            await pilot.pause()
            assert "Line 29" not in shown(app)

    asyncio.run(script())


def test_the_time_is_told_another_way_at_a_key_and_digits_can_be_hidden(hall):
    hall.begins()
    hall.answers(*BEGUN)

    async def script():
        async with wall(hall) as (app, pilot):
            seen = []
            for _ in range(5):
                seen.append(shown(app))
                await pilot.press("t")
                await pilot.pause()
            assert "minutes left" in seen[0]
            assert "of about 10 minutes" in seen[1]
            assert "░" in seen[3]
            assert "About ten minutes left." in seen[2]
            assert not any("minutes" in screen for screen in seen[3:])

    asyncio.run(script())


def test_closing_takes_two_presses(hall):
    async def script():
        async with wall(hall) as (app, pilot):
            await pilot.press("q")
            await pilot.pause()
            assert "Press Q again" in shown(app)
            assert app.is_running
            await pilot.press("x", "q")
            await pilot.pause()
            assert app.return_code is None
            await pilot.press("q")
            await pilot.pause()
            assert app.return_code == 0

    asyncio.run(script())


def test_hostile_words_are_shown_as_they_are(hall):
    hall.begins()
    hall.answers(*BEGUN, "", HOSTILE, *(text for text in MARKUP if clean(text)), None, "yes")

    async def script():
        async with wall(hall, (300, 80)) as (app, pilot):
            await app.action_after()
            await pilot.pause()
            screen = shown(app)
            assert clean(HOSTILE) in screen
            assert "[@click=app.pwn('x')]y[/]" in screen
            assert "\x1b" not in str(app.query_one("#wall", Words).content)

    asyncio.run(script())


def test_a_screen_that_is_blank_from_its_start_says_so_until_a_key(hall):
    hall.begins()
    hall.watched().blank()

    async def script():
        async with wall(hall) as (app, pilot):
            assert shown(app).strip() == "This screen is blank. B shows it again."
            await pilot.press("x")
            await pilot.pause()
            assert shown(app).strip() == ""

    asyncio.run(script())


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Cf", "Mn", "Me"))
TEXTS = st.text(LETTERS, max_size=60) | st.sampled_from(MARKUP)


@settings(max_examples=60)
@given(st.builds(Page, st.just("now"), TEXTS, TEXTS, st.lists(TEXTS, max_size=12).map(tuple), TEXTS),
       st.none() | st.builds(RoomTime, st.integers(1, 90), st.integers(0, 9000)),
       st.sampled_from(["left", "used", "words", "shape", "off"]), st.integers(40, 300), st.integers(12, 80))
def test_every_page_fills_every_window_exactly_and_no_line_is_too_long(page, time, look, wide, high):
    painted = paint(Face(page, time, look, "B blanks it."), wide, high)
    assert len(painted.rows) == high
    assert all(row.cell_length <= wide for row in painted.rows)


@settings(max_examples=40)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=200), st.integers(40, 130), st.integers(12, 50))
def test_every_word_of_a_page_is_in_one_of_its_parts_and_a_sign_says_that_there_are_more(numbers, wide, high):
    words = [f"zq{number}名" for number in numbers]  # no big letters have these, so that they can be read back
    page = Page("now", "名", " ".join(words))
    time = RoomTime(10, 60)
    parts = [paint(Face(page, time, part=part), wide, high) for part in range(paint(Face(page, time), wide, high).parts)]
    said = " ".join(row.plain for painted in parts for row in painted.rows).split()
    assert [word for word in said if word.startswith("zq")] == words
    assert all(("Space shows more." in " ".join(row.plain for row in painted.rows)) == (len(parts) > 1) for painted in parts)


def test_the_clock_is_as_large_as_the_window_allows():
    face = Face(Page("now", "", "Tea."), RoomTime(10, 0))
    rows = {size: sum("█" in row.plain for row in paint(face, *size).rows[-size[1] // 2:]) for size in ((80, 24), (200, 60))}
    assert rows[200, 60] > 2 * rows[80, 24] > 8


@pytest.mark.parametrize("letters", ["ABCXYZ", "abcxyz", "0123456789", "Ŵyneb ŷ ôl", "zażółć gęślą jaźń", "Ein süßes Öl", "¿?"])
def test_letters_are_set_large_or_refused_as_a_whole(letters):
    grid = set_lines(letters, 500)
    if "¿" in letters:
        assert grid is None
    else:
        assert len({len(row) for row in grid}) == 1
        assert any("#" in row for row in grid)


def test_each_letter_has_a_shape_of_its_own():
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?'\"()[]/+-=&%£éèêëēăąńňőůŵŷ"
    shapes = ["\n".join(set_lines(sign, 50)) for sign in signs]
    assert len(set(shapes)) == len(signs)


def test_letters_of_other_scripts_are_not_cut_but_left_to_the_terminal():
    assert set_lines("名前", 200) is None
    assert set_lines("A word that is far too long for a line", 5) is None


def test_digits_keep_their_form_at_every_scale():
    small, large = set_digits("10", 1), set_digits("10", 3)
    assert [row[::3] for row in large[::3]] == small
    assert half_blocks(["#.", "##", ".#"]) == ["█▄", " ▀"]


def test_a_picture_without_colour_draws_what_is_dark():
    rows = [[(0, 0, 0), (255, 255, 255)], [(255, 255, 255), (90, 90, 90)], [(0, 0, 0), (0, 0, 0)]]
    assert [line.plain for line in without_colour(rows)] == ["▀▄", "▀▀"]
    assert [str(span.style) for span in in_colour(rows)[0].spans] == ["#000000 on #ffffff", "#ffffff on #5a5a5a"]


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 20_000, "a b\n" * 240, "名前 " * 3000])
def test_the_longest_texts_are_set_small_before_much_work_is_done(text, monkeypatch):
    worked = []
    monkeypatch.setattr("kit.tui.room.letters._scaled", lambda grid, scale: worked.append(len(grid)) or grid)
    assert paint(Face(Page("now", "名", text), None), 80, 24).parts > 5
    assert worked == []


def test_a_clickers_start_and_stop_buttons_show_and_blank_the_second_screen(hall):
    async def script():
        async with wall(hall) as (app, pilot):
            await pilot.press("escape")
            await pilot.pause()
            assert app.second.wall.blank
            await pilot.press("f5")
            await pilot.pause()
            assert not app.second.wall.blank
            assert app.second.wall.page.name == "now"
            assert app._exit is False

    asyncio.run(script())
