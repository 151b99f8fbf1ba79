"""The frame of every screen: small windows, ways back, the cursor, and colours only where they are wanted."""

import asyncio

import pytest

from kit.tui.choices import MARK
from kit.tui.kitapp import KitApp
from kit.tui.screens.decisions import DecisionsScreen
from kit.tui.screens.help import HelpScreen
from kit.tui.screens.home import HomeScreen
from kit.tui.screens.outputs import OutputsScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.run import RunScreen
from kit.tui.screens.settings import SettingsScreen
from kit.tui.text import Words
from tests.tui.playing import LARGE, app_at, choose, do, listing, programme, running, shown, until


async def _home(app, _):
    await until(lambda: listing(app))


async def _programme(app, ours):
    app.open_programme(ours)
    await until(lambda: listing(app))


def _pushed(make):
    async def push(app, ours):
        screen = make(ours)
        await app.push_screen(screen)
        await until(lambda: len(str(screen.query(Words).last().content)) and screen.is_current)

    return push


SCREENS = {"home": _home, "programme": _programme, "plan": _pushed(PlanScreen), "outputs": _pushed(OutputsScreen),
           "decisions": _pushed(DecisionsScreen),
           "print": _pushed(PrintScreen), "settings": _pushed(lambda _: SettingsScreen()),
           "help": _pushed(lambda _: HelpScreen())}


async def _run(app, ours):
    app.open_programme(ours)
    await running(app)


@pytest.mark.parametrize("size", [(59, 40), (120, 15), (59, 15), (20, 5)])
@pytest.mark.parametrize("screen", [*SCREENS, "run"])
def test_a_window_that_is_too_small_is_one_sentence_with_both_numbers(tmp_path, screen, size):
    ours = programme(tmp_path)
    sentence = f"This window has {size[0]} columns and {size[1]} rows. Please make it at least 60 by 16."

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await (SCREENS | {"run": _run})[screen](app, ours)
            await pilot.resize_terminal(*size)
            await until(lambda: " ".join(shown(app).split()) == sentence)

    asyncio.run(script())


def test_a_window_made_too_small_over_another_screen_is_too_small_for_the_one_below(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            await running(app)
            await pilot.press("f1")
            await pilot.resize_terminal(59, 15)
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, RunScreen))
            await until(lambda: " ".join(shown(app).split()).startswith("This window has 59 columns and 15 rows."))
            assert len(" ".join(shown(app).split())) < 90

    asyncio.run(script())


def test_a_running_workshop_is_usable_at_sixty_by_sixteen(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), size=(60, 16)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            await do(app, run, ("answer", "Ana"))
            await pilot.pause()
            for words in ("Which names do people want", "Ana", "Type the words.", "✓ Saved: Ana", "F10 Quit"):
                assert words in shown(app)
            await do(app, run, ("answer", "Ana"))
            await pilot.pause()
            assert "! That name is already on the list." in shown(app)
            assert "people can tell them apart." in shown(app)

    asyncio.run(script())


def test_making_the_window_large_again_brings_everything_back(tmp_path):
    async def script():
        async with app_at(tmp_path, size=(40, 10)) as (app, pilot):
            await pilot.resize_terminal(*LARGE)
            await pilot.pause()
            assert "Try a workshop now" in shown(app)
            assert "too small" not in shown(app)

    asyncio.run(script())


@pytest.mark.parametrize("key", ["escape", "backspace", "left"])
def test_each_way_back_goes_back(tmp_path, key):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            await pilot.press(key)
            await until(lambda: isinstance(app.screen, HomeScreen))

    asyncio.run(script())


@pytest.mark.parametrize("key", ["f10", "ctrl+c", "ctrl+q"])
def test_each_way_out_ends_well(tmp_path, key):
    async def script():
        app = KitApp(tmp_path)
        async with app.run_test() as pilot:
            await pilot.press(key)
        assert (app.return_code or 0) == 0
        assert not app.is_running

    asyncio.run(script())


@pytest.mark.parametrize("screen", SCREENS)
def test_a_name_typed_on_the_wrong_screen_closes_nothing(tmp_path, screen):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await SCREENS[screen](app, ours)
            for keys in ("Jacqueline", "q", "x", "q"):
                await pilot.press(*keys)
            await pilot.pause()
            assert app.is_running
            assert app._exit is False
            assert "Press q again to quit." in shown(app)
            await pilot.press("x")
            await pilot.pause()
            assert "Press q again" not in shown(app)
            assert "F10 Quit" in shown(app)
            await pilot.press("q", "q")
            await until(lambda: app._exit)

    asyncio.run(script())


def test_the_row_that_enter_takes_has_a_mark_and_the_cursor(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await pilot.press("down")
            await pilot.pause()
            row = next(place for place, text in enumerate(shown(app).splitlines()) if MARK in text)
            assert "New programme" in shown(app).splitlines()[row]
            assert app.cursor_position.y == row

    asyncio.run(script())


def test_the_cursor_is_in_the_line_where_the_next_letter_goes(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await pilot.press("1", "2")
            await pilot.pause()
            x, y = app.cursor_position
            assert shown(app).splitlines()[y][:x].endswith("12")
            assert run.answering.line.has_focus

    asyncio.run(script())


def test_no_colour_leaves_the_terminal_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            assert app.theme == "bare"
            await pilot.pause()
            for strip in app.screen._compositor.render_strips():
                for filter in app.get_line_filters():
                    strip = strip.apply_filter(filter, app.screen.background_colors[1])
                for segment in strip:
                    style = segment.style
                    assert style is None or (style.color is None or style.color.is_default)
                    assert style is None or (style.bgcolor is None or style.bgcolor.is_default)
            app.push_screen(SettingsScreen())
            await until(lambda: isinstance(app.screen, SettingsScreen) and listing(app))
            choose(app, "theme")
            await pilot.pause()
            assert app.theme == "bare"

    asyncio.run(script())


def test_a_setting_is_kept_at_once(tmp_path):
    from kit.desk.settings import read_settings

    async def script():
        async with app_at(tmp_path) as (app, _):
            app.push_screen(SettingsScreen())
            await until(lambda: isinstance(app.screen, SettingsScreen) and listing(app))
            choose(app, "theme")
            await until(lambda: "✓ Saved." in shown(app))
            assert app.theme == "paper"

    asyncio.run(script())
    assert read_settings(tmp_path).theme == "paper"
