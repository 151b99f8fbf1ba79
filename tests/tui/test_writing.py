"""Writing an activity in the app, by keyboard alone."""

import asyncio

from kit.content.check import check
from kit.desk.writing import WHOLE, begin
from kit.tui.choices import Choices
from kit.tui.screens.writing import WritingScreen
from tests.tui.playing import app_at, listing, shown, until


def test_an_activity_is_written_tried_and_kept_by_keyboard(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await until(lambda: app.screen.query(Choices))
            await pilot.press("down", "down", "enter")
            await until(lambda: "Begin a new one" in shown(app))
            await pilot.press("enter")
            await until(lambda: "What is it called?" in shown(app))
            await pilot.press(*"Hopes [b]", "enter")
            await until(lambda: isinstance(app.screen, WritingScreen))
            screen = app.screen
            await until(lambda: "Still to write: summary, purpose" in shown(app))
            await pilot.press("down", "enter")
            await until(lambda: app.screen is not screen)
            await pilot.press(*"All say one.", "enter")
            await until(lambda: app.screen is screen and screen.writing.rows[1].words == "All say one.")
            others = {"purpose": "To hear.", "minutes": "9", "least_minutes": "5", "power": "All.", "access": "Pass."}
            for name, typed in others.items():
                assert screen.writing.put(WHOLE, name, typed) is None
            await pilot.press("f6")
            await until(lambda: app.screen is not screen)
            await pilot.press("enter")
            await until(lambda: app.screen is screen and "All is well" in shown(app))
            await pilot.press("f5")
            await until(lambda: "With 35 people it went to its end." in shown(app))
            return screen.writing

    writing = asyncio.run(script())
    assert writing.title == "Hopes [b]"
    assert check(writing.path) == ()


def test_long_words_keep_their_lines_and_escape_changes_nothing(tmp_path):
    writing = begin(tmp_path, "Hopes")

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            app.push_screen(WritingScreen(writing))
            await until(lambda: isinstance(app.screen, WritingScreen) and listing(app))
            screen = app.screen
            for keys in (["down"] * 2 + ["enter"], ["enter"]):
                await pilot.press(*keys)
                await until(lambda: app.screen is not screen)
                await pilot.press(*"one", "enter", *"two", "ctrl+s" if len(keys) > 1 else "escape")
                await until(lambda: app.screen is screen)

    asyncio.run(script())
    assert next(row.words for row in writing.rows if row.field.name == "purpose") == "one\ntwo"
