"""The print screen: read and open a sheet before the rest, stop at any time, and hear where the files lie."""

import asyncio

import pytest

from kit.desk.paper import Order, print_pack
from kit.store import StoreProblem
from kit.tui.choices import Choices
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.tell import Tell
from tests.tui.playing import app_at, programme, shown, until


async def on_sheet(app, ours, name):
    """The print screen with the mark on one sheet."""
    app.push_screen(PrintScreen(ours))
    await until(lambda: isinstance(app.screen, PrintScreen) and app.screen.sheets)
    place = next(place for place, sheet in enumerate(app.screen.sheets) if sheet.name == name)
    choices = app.screen.query_one(Choices)
    choices.highlighted = choices.get_option_index(f"sheet-{place}")
    return app.screen


def test_one_sheet_is_made_and_opened_in_the_persons_viewer(tmp_path):
    ours, opened = programme(tmp_path), []

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            app._view = opened.append
            await on_sheet(app, ours, "agenda")
            await pilot.press("f8")
            await until(lambda: "Opened in your viewer" in " ".join(shown(app).split()))

    asyncio.run(script())
    [file] = opened
    assert file.name.startswith("agenda-clear")
    assert [path.name for path in ours.prints_folder.glob("*.pdf")] == [file.name]


def test_a_viewer_that_is_not_there_is_said_in_words(tmp_path):
    ours = programme(tmp_path)

    def none(path):
        raise StoreProblem(f"No program to open it was found. The file is {path}.")

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            app._view = none
            await on_sheet(app, ours, "agenda")
            await pilot.press("f8")
            await until(lambda: "! No program to open it was found." in " ".join(shown(app).split()))

    asyncio.run(script())


def test_a_sheet_can_be_read_before_anything_is_made(tmp_path):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await on_sheet(app, ours, "agenda")
            await pilot.press("f7")
            await until(lambda: isinstance(app.screen, Tell) and "We start at 10:00" in shown(app))

    asyncio.run(script())
    assert not list(ours.prints_folder.glob("*.pdf"))


@pytest.mark.parametrize("after", [0, 2])
def test_what_was_made_before_it_was_stopped_stays_and_is_noted(tmp_path, after):
    from kit.desk.library import load_shelf

    ours, seen = programme(tmp_path), []
    made = print_pack(ours, load_shelf(tmp_path), Order(), progress=lambda *step: seen.append(step),
                      stopped=lambda: len(seen) >= after)
    assert len(made) == after
    assert sorted(path.name for path in ours.prints_folder.glob("*.pdf")) == sorted(file.path.name for file in made)


def test_leaving_the_screen_at_once_leaves_nothing_behind(tmp_path, recwarn):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, _):
            screen = PrintScreen(ours)
            app.push_screen(screen)
            await app.pop_screen()

    asyncio.run(script())
    assert not [warning for warning in recwarn if "never awaited" in str(warning.message)]
