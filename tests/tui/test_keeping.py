"""Keeping, in the app: a locked programme asks for its passphrase, a copy is one key away, and what may go wrong is told."""

import asyncio

from kit.desk.locking import lock
from kit.desk.workshop import open_workshop
from kit.store import read_programme
from kit.tui.answer_line import AnswerLine
from kit.tui.screens.passphrase import Passphrase
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.text import Words
from tests.tui.playing import app_at, programme, still_world, until


def told(app):
    return str(app.screen.query_one(".told", Words).render())


def test_a_locked_programme_opens_with_its_passphrase_alone(tmp_path):
    ours = programme(tmp_path)
    lock(ours, "a kettle in the hall")
    locked = read_programme(ours.folder)

    async def script():
        async with app_at(tmp_path, opens=locked) as (app, pilot):
            await until(lambda: isinstance(app.screen, Passphrase))
            app.screen.query_one(AnswerLine).value = "some other words"
            await pilot.press("enter")
            await until(lambda: "does not open" in str(app.screen.query_one(".notice", Words).render()))
            app.screen.query_one(AnswerLine).value = "a kettle in the hall"
            assert "kettle" not in str(app.screen.query_one(AnswerLine).render())
            await pilot.press("enter")
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            assert app.screen.where == ("Our programme",)

    asyncio.run(script())


def test_a_second_copy_is_one_key_away_and_then_nobody_is_reminded(tmp_path):
    from kit.desk.library import load_shelf

    ours = programme(tmp_path)
    open_workshop(ours, load_shelf(tmp_path), still_world()).close()
    (tmp_path / "stick").mkdir()

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            await until(lambda: isinstance(app.screen, ProgrammeScreen) and "no second copy" in told(app))
            await pilot.press("f9")
            await until(lambda: app.screen.query(AnswerLine))
            app.screen.query_one(AnswerLine).value = str(tmp_path / "stick")
            await pilot.press("enter")
            await until(lambda: isinstance(app.screen, ProgrammeScreen) and "no second copy" not in told(app))
            await until(lambda: (tmp_path / "stick" / "Our programme" / "programme.json").exists())

    asyncio.run(script())
