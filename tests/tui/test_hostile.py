"""Whatever people are called and whatever they say goes through every screen as it is, and acts on nothing."""

import asyncio

import pytest

from kit.desk.library import load_shelf
from kit.desk.workshop import open_workshop
from kit.model import Refusal
from kit.model.text import clean, clean_line
from kit.tui.choices import Choices
from kit.tui.kitapp import KitApp
from kit.tui.screens.help import HelpScreen
from kit.tui.screens.outputs import LONGEST, OutputsScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.text import Words, plain
from tests.rooms import HOSTILE
from tests.tui.playing import LARGE, SMALL, app_at, do, listing, programme, running, shown, still_world, until

LONG = "It says: wait… [/] 名前 " * 230
MARKUP = ("[/]", "[/b]", "[b]bold[/b]", "[@click=app.pwn('x')]y[/]", "[$error]x[/]", r"\[x", "[type=x, v={'a[0]'}]", "a\\",
          "[link=file:///etc]x[/link]", "\u202eabc", "\x1b]52;c;eA==\x07", "\x9b31m", "e" + "\u0301" * 60, "🙂" * 300, "")
"""Texts that crash a widget, change their meaning or act on a terminal, where a widget lets them."""

ANSWERS = [
    ("answer", 4), ("answer", HOSTILE), ("answer", "[/b]"), ("done",), ("answer", ""), ("answer", ""),
    ("answer", {"sunny": 1, "mixed": 2, "cloudy": 0, "foggy": 0, "rainy": 0, "stormy": 1}), ("answer", ""), ("answer", ""),
    ("answer", HOSTILE), ("answer", LONG), ("done",), ("answer", "yes"), ("answer", ""), ("answer", ""), ("answer", 2),
    ("answer", []), ("answer", {"label": "A1", "text": HOSTILE}), ("answer", {"label": "A2", "text": LONG}),
    ("note", "parked", {"text": HOSTILE}), ("note", "term", {"term": HOSTILE, "meaning": LONG}), ("note", "note", {"text": LONG}),
]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_a_name_with_markup_and_a_caption_of_five_thousand_characters_pass_through_the_run(tmp_path, size):
    assert len(LONG) >= 5000

    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path, HOSTILE), size=size) as (app, pilot):
            run = await running(app)
            seen = []
            for command in ANSWERS:
                await do(app, run, command)
                await pilot.pause()
                seen.append(shown(app))
            kept = [r.content.get("text") or r.content.get("term") for r in run.workshop.records]
            assert kept.count(clean(HOSTILE)) == 5
            assert kept.count(clean(LONG)) == 3
            assert any(f"✓ Saved: {clean_line(HOSTILE)}" in screen for screen in seen)
            assert any("✓ Saved: It says: wait… [/] 名前 It says" in screen for screen in seen)

    asyncio.run(script())


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", [ProgrammeScreen, PlanScreen, OutputsScreen, PrintScreen])
def test_every_screen_of_a_programme_shows_hostile_words_as_they_are(tmp_path, screen, size):
    ours = _with_words(tmp_path)

    async def script():
        async with app_at(tmp_path, size=size) as (app, pilot):
            assert clean_line(HOSTILE) in shown(app)
            app.push_screen(screen(ours))
            await until(lambda: isinstance(app.screen, screen) and _filled(app))
            await pilot.pause()
            assert clean_line(HOSTILE)[:20] in shown(app)
            for text in (page.content for page in app.screen.query(Words)):
                assert "\x1b" not in str(text)

    asyncio.run(script())


def test_the_outputs_hold_every_word_of_every_text(tmp_path):
    ours = _with_words(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, _):
            app.push_screen(OutputsScreen(ours))
            await until(lambda: isinstance(app.screen, OutputsScreen) and _filled(app))
            rows = [str(option.prompt) for option in app.screen.query_one(Choices).options]
            assert max(map(len, rows)) <= LONGEST
            words = " ".join(" ".join(rows).split())
            for text in (HOSTILE, LONG, *(m for m in MARKUP if clean(m))):
                assert " ".join(clean(text).split()) in words

    asyncio.run(script())


@pytest.mark.parametrize("text", MARKUP)
def test_a_text_is_shown_as_typed_with_only_its_controls_gone(text):
    assert str(plain(text)) == clean(text)


def test_help_opens_from_every_screen(tmp_path):
    ours = _with_words(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            for screen in (ProgrammeScreen, PlanScreen, OutputsScreen, PrintScreen):
                app.push_screen(screen(ours))
                await until(lambda screen=screen: isinstance(app.screen, screen))
                await pilot.press("f1")
                await until(lambda: isinstance(app.screen, HelpScreen))
                app.pop_screen()
                await pilot.pause()
                app.pop_screen()
                await pilot.pause()

    asyncio.run(script())


def _with_words(home):
    """A programme whose name, plan and records are all hostile."""
    ours = programme(home, HOSTILE)
    plan = ours.plans_folder / "1-sixty-minute-drawing.toml"
    text = plan.read_text(encoding="utf-8").replace('title = "A breath"', 'title = "[/] [b] ünïcödé 名前 🙂"')
    plan.write_text(text, encoding="utf-8")
    workshop = open_workshop(ours, load_shelf(home), still_world())
    workshop.answer("4")
    for text in (HOSTILE, LONG, *MARKUP):
        if clean(text):
            assert not isinstance(workshop.note("parked", {"text": clean(text)}), Refusal)
    workshop.close()
    return ours


def _filled(app: KitApp) -> bool:
    pages = [str(words.content) for words in app.screen.query(Words) if words.id not in ("foot", "where", "clock")]
    return any(len(page) > 40 for page in pages) or (isinstance(app.screen, OutputsScreen) and listing(app) > 0)
