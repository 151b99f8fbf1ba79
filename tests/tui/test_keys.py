"""Keys: each can be changed, a clash is said in words, and no command is out of reach behind a line to type in."""

import asyncio
import re

import pytest
from textual.widgets import Input

from kit.desk.settings import Settings, read_settings, save_settings
from kit.tui.commands import Command
from kit.tui.keymap import NOT_FREE, every_command, keys_of, sound, with_key, without
from kit.tui.running.commands import COMMANDS
from kit.tui.screens.home import HomeScreen
from kit.tui.screens.keys import KeysScreen
from kit.tui.screens.run import RunScreen
from tests.tui.playing import app_at, choose, listing, programme, running, shown, until


def command(id: str) -> Command:
    return next(each for each in every_command() if each.id == id)


def test_no_key_of_a_running_workshop_is_eaten_by_the_line_that_people_type_in():
    line = {key.strip() for binding in Input.BINDINGS for key in binding.key.split(",")}
    for each in COMMANDS:
        keys = set(each.keys.split(","))
        assert each.priority or not keys <= line, each.id


def test_a_key_that_does_something_there_already_is_refused_in_words():
    said = with_key(command("run.late"), "f3", {})
    assert said == "F3 does “Undo” there already. Take another key, or change that one first."
    assert with_key(command("plan.copy"), "f1", {}).startswith("F1 does “Help” there already.")


@pytest.mark.parametrize("key", ["a", "enter", "tab", "space", "left", "ctrl+a", "ctrl+j", "ctrl+c", "escape", "x,y", "\x1b", ""])
def test_a_key_that_is_needed_for_typing_cannot_be_given_away(key):
    assert with_key(command("run.late"), key, {}) == NOT_FREE


def test_the_same_key_may_do_two_things_on_two_screens():
    assert with_key(command("run.late"), "f11", with_key(command("plan.copy"), "f11", {})) == {
        "plan.copy": "f11", "run.late": "f11"}


def test_pause_and_carry_on_stay_one_switch():
    changed = with_key(command("run.pause"), "f11", {})
    assert changed == {"run.pause": "f11", "run.carry_on": "f11"}
    assert without(command("run.carry_on"), changed) == {}


def test_a_commands_own_key_comes_back_only_where_nothing_else_has_it():
    changed = with_key(command("run.undo"), "f3", with_key(command("run.skip"), "f11", {}))
    assert isinstance(changed, dict)
    taken = with_key(command("run.park"), "f4", with_key(command("run.skip"), "f11", {}))
    assert without(command("run.skip"), taken) == "F4 does “Park” now. Change that one first, or put all keys back."


@pytest.mark.parametrize("changed", [{"run.undo": "f4"}, {"nobody": "f11"}, {"run.undo": ""}, {"run.undo": "a"},
                                     {"run.undo": "f11,f12"}, {"run.undo": "[/]"}, {"app.help": "f3"}])
def test_keys_that_somebody_wrote_by_hand_and_that_cannot_be_are_as_if_they_were_not_there(changed):
    assert sound({**changed, "run.late": "alt+l"}) == {"run.late": "alt+l"}


def test_two_keys_may_change_places_in_the_file():
    swapped = {"run.undo": "f4", "run.skip": "f3"}
    assert sound(swapped) == swapped
    assert keys_of(command("run.undo"), swapped) == ["f4"]


def test_a_key_is_changed_by_pressing_another_and_works_at_once_and_tomorrow(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            app.push_screen(KeysScreen())
            await until(lambda: isinstance(app.screen, KeysScreen) and listing(app))
            choose(app, "run.late")
            await until(lambda: "Press the key that it should have" in shown(app))
            await pilot.press("f3")
            await until(lambda: "! F3 does “Undo” there already." in shown(app))
            choose(app, "run.late")
            await until(lambda: "Press the key that it should have" in shown(app))
            await pilot.press("f11")
            await until(lambda: "✓ Saved." in shown(app) and "changed; its own is Ctrl+L" in shown(app))
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, RunScreen))
            assert app.key_of(command("run.late")) == "F11"
            await pilot.press("f11")
            await until(lambda: "Nothing has to be done" in shown(app) or app.screen is not run)

    asyncio.run(script())
    assert read_settings(tmp_path).keys == {"run.late": "f11"}


def test_all_keys_are_put_back_by_one_line(tmp_path):
    save_settings(tmp_path, Settings(keys={"app.help": "f11"}))

    async def script():
        async with app_at(tmp_path, keys={"app.help": "f11"}) as (app, pilot):
            await until(lambda: isinstance(app.screen, HomeScreen))
            assert "F11 Help" in shown(app)
            app.push_screen(KeysScreen())
            await until(lambda: isinstance(app.screen, KeysScreen) and listing(app))
            choose(app, "all")
            await until(lambda: "✓ Saved." in shown(app))
            await pilot.press("escape")
            await until(lambda: "F1 Help" in shown(app))

    asyncio.run(script())
    assert read_settings(tmp_path) == Settings()


def test_a_letter_at_each_place_takes_the_mark_there(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await pilot.press("ctrl+k")
            await until(lambda: re.search(r"^ \w  Settings", shown(app), re.MULTILINE))
            [letter] = re.findall(r"^ (\w)  Settings", shown(app), re.MULTILINE)
            await pilot.press(letter)
            await until(lambda: isinstance(app.screen, HomeScreen))
            choices = app.screen.query_one("Choices")
            assert choices.options[choices.highlighted].id == "settings"
            await pilot.press("ctrl+k", "escape")
            await until(lambda: isinstance(app.screen, HomeScreen))

    asyncio.run(script())


def test_help_tells_about_what_has_the_focus_also_in_a_small_window(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await pilot.press("f1")
            await until(lambda: "Where you are" in shown(app))
            assert "Asked now: How many people" in " ".join(shown(app).split())
            await pilot.press("escape")
            await until(lambda: app.screen is run)
            await pilot.press("f8")
            await until(lambda: app.screen is not run)
            await pilot.press("f1")
            await until(lambda: "Where you are" in shown(app))
            assert "A line to type in." in shown(app)

    asyncio.run(script())
