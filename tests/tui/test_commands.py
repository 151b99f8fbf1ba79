"""A command is said once: its key, its word in the footer, its entry in the palette and its line in the help agree."""

import asyncio

import pytest

from kit.tui.commands import EVERYWHERE
from kit.tui.screens.decisions import DecisionsScreen
from kit.tui.screens.help import SENTENCES, HelpScreen
from kit.tui.screens.home import HomeScreen
from kit.tui.screens.outputs import OutputsScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.run import RunScreen
from kit.tui.screens.settings import SettingsScreen
from kit.tui.text import Words
from tests.tui.playing import LARGE, SMALL, app_at, asked, do, programme, running, shown, until

SCREENS = [HomeScreen, ProgrammeScreen, PlanScreen, OutputsScreen, DecisionsScreen, PrintScreen, SettingsScreen, HelpScreen,
           RunScreen]


def foot(app):
    return str(app.screen.query_one("#foot", Words).content)


def palette(app):
    return {entry.title for entry in app.get_system_commands(app.screen)}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_of_a_screen_has_a_key_an_action_and_a_plain_sentence(screen):
    bound = {binding.id: binding for binding in screen.BINDINGS if hasattr(binding, "id")}
    for command in screen.COMMANDS_HERE:
        assert bound[command.id].key == command.keys
        assert hasattr(screen, f"action_{command.action}")
        assert command.help.endswith(".")
        assert len(command.help.split()) <= 20


def test_no_two_commands_share_an_id():
    ids = [command.id for screen in SCREENS for command in screen.COMMANDS_HERE if not command.id.startswith("kit.")]
    ids += [command.id for command in EVERYWHERE]
    assert len(ids) == len(set(ids))


def test_footer_palette_and_help_list_the_same_commands(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), size=(200, 40)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            await pilot.pause()
            now = run.commands_now
            assert palette(app) == {c.label for c in now} - {"More"}
            for command in now:
                if command.in_footer:
                    assert f"{app.key_of(command)} {command.label}" in foot(app)
            await pilot.press("f1")
            await pilot.pause()
            words = str(app.screen.query_one(".page > Words", Words).content)
            for command in now:
                assert f"{command.label}: {command.help}" in words

    asyncio.run(script())


def test_the_footer_says_only_what_can_be_done_now(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), size=LARGE) as (app, pilot):
            run = await running(app)
            await pilot.pause()
            assert "Done" not in foot(app)
            await do(app, run, ("answer", 4))
            assert "F6 Done" in foot(app)
            await do(app, run, ("pause",))
            assert "F5 Carry on" in foot(app)
            assert "F5 Pause" not in foot(app)

    asyncio.run(script())


def test_the_commands_of_every_screen_are_in_the_footer_of_a_narrow_window(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), size=SMALL) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            await pilot.pause()
            for words in ("Undo", "Skip", "Pause", "Done", "Esc Leave", "F1 Help", "F2 More", "F10 Quit"):
                assert words in foot(app)
            assert len(foot(app)) <= 76

    asyncio.run(script())


def test_practice_takes_no_command_out_of_the_footer_and_has_its_key_on_the_screen(tmp_path):
    async def script():
        async with app_at(tmp_path, size=SMALL) as (app, pilot):
            await pilot.press("enter")
            await until(lambda: isinstance(app.screen, RunScreen) and asked(app.screen))
            await do(app, app.screen, ("answer", 4))
            await pilot.pause()
            for words in ("Undo", "Skip", "Pause", "Done", "Esc Leave", "F1 Help", "F2 More", "F10 Quit"):
                assert words in foot(app)
            assert "Ctrl+G Answer for me" in shown(app)

    asyncio.run(script())


def test_a_key_can_be_changed_by_its_id_and_the_footer_follows(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            app.set_keymap({"run.undo": "ctrl+z"})
            run.show_frame()
            assert "Ctrl+Z Undo" in foot(app)
            await pilot.press("ctrl+z")
            await until(lambda: run.workshop.records == ())

    asyncio.run(script())


def test_the_palette_finds_a_command_and_does_it(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            next(entry for entry in app.get_system_commands(run) if entry.title == "Pause").callback()
            await until(lambda: run.workshop.paused)
            await pilot.press("f2")
            await until(lambda: "Search" in shown(app))

    asyncio.run(script())


def test_the_help_is_ten_plain_sentences_and_the_keys():
    assert len(SENTENCES) == 10
    assert all(len(sentence.split()) <= 20 for sentence in SENTENCES)
