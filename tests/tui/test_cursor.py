"""The terminal's own cursor stands where the focus is, on every screen: braille displays and magnifiers follow it."""

import asyncio

import pytest

from kit.model import Ask, Form
from kit.tui.choices import MARK, Choices
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.help import HelpScreen
from kit.tui.screens.home import HomeScreen
from kit.tui.screens.keys import KeysScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.settings import SettingsScreen
from kit.tui.screens.tell import Tell
from tests.tui.playing import app_at, programme, running, shown, until

LISTS = {"programme": ProgrammeScreen, "plan": PlanScreen, "print": PrintScreen, "settings": lambda _: SettingsScreen(),
         "keys": lambda _: KeysScreen(), "choose": lambda _: Choose("Which?", ("One", "Two", "Three"))}
WORDS = {"help": lambda _: HelpScreen(), "tell": lambda _: Tell("Title", ("One", "Two"))}


def on_the_mark(app):
    """Whether the cursor is in the row of the mark."""
    rows = dict(enumerate(shown(app).splitlines()))
    return MARK in rows.get(app.cursor_position.y, "")


@pytest.mark.parametrize("screen", LISTS)
def test_on_a_list_the_cursor_is_in_the_row_of_the_mark_and_moves_with_it(tmp_path, screen):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            app.push_screen(LISTS[screen](ours))
            await until(lambda: not isinstance(app.screen, HomeScreen) and app.screen.query(Choices)
                        and app.screen.query_one(Choices).option_count)
            await until(lambda: on_the_mark(app))
            before = app.cursor_position
            await pilot.press("down")
            await until(lambda: on_the_mark(app) and app.cursor_position != before)

    asyncio.run(script())


@pytest.mark.parametrize("screen", WORDS)
def test_on_words_to_read_the_cursor_is_at_their_first_line_in_sight(tmp_path, screen):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, _):
            app.push_screen(WORDS[screen](ours))
            await until(lambda: not isinstance(app.screen, HomeScreen) and app.screen.focused)
            await until(lambda: app.cursor_position == app.screen.focused.content_region.offset)

    asyncio.run(script())


def test_after_a_screen_is_left_the_cursor_is_back_where_the_focus_is(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await pilot.press("down", "down")
            await until(lambda: on_the_mark(app))
            before = app.cursor_position
            await pilot.press("f1")
            await until(lambda: isinstance(app.screen, HelpScreen) and app.cursor_position != before)
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, HomeScreen) and app.cursor_position == before)

    asyncio.run(script())


def test_after_a_small_window_the_cursor_is_back_in_the_line(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await pilot.press("1", "2")
            await pilot.pause()
            before = app.cursor_position
            app.push_screen(AskLine("Title", Ask(Form.WORDS, "What?")))
            await until(lambda: isinstance(app.screen, AskLine) and app.cursor_position != before)
            await pilot.press("escape")
            await until(lambda: app.screen is run and app.cursor_position == before)

    asyncio.run(script())
