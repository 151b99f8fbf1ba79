"""Keeping, in the app: a locked programme asks for its passphrase, a copy is one key away, and what may go wrong is told."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from kit.desk.locking import lock, unlocked
from kit.desk.settings import CHOICES, Settings
from kit.desk.workshop import open_workshop
from kit.tui.answer_line import AnswerLine
from kit.tui.kitapp import KitApp
from kit.tui.screens.ask import AskLine
from kit.tui.screens.passphrase import Passphrase
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.run import RunScreen
from kit.tui.text import Words
from tests.store.programmes import CHEAP
from tests.tui.playing import NOW, SMALL, app_at, asked, choose, do, programme, running, shown, still_world, until


def told(app):
    return str(app.screen.query_one(".told", Words).render())


def test_a_locked_programme_opens_with_its_passphrase_alone(tmp_path):
    ours = programme(tmp_path)
    locked, _ = lock(ours, "a kettle in the hall", CHEAP)

    async def script():
        async with app_at(tmp_path, opens=locked) as (app, pilot):
            await until(lambda: isinstance(app.screen, Passphrase) and app.screen.query(AnswerLine))
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
            await until(lambda: "was made and verified" in told(app))
            app.screen.tell("")
            await pilot.press("f9")
            await until(lambda: "was made and verified" in told(app))
            assert isinstance(app.screen, ProgrammeScreen)

    asyncio.run(script())


class Hours:
    """A clock that a test puts on."""

    def __init__(self):
        self.now = NOW

    def world(self):
        return replace(still_world(), clock=lambda: self.now)


def test_a_locked_programme_asks_again_when_nobody_has_typed_for_a_while_and_keeps_the_words_in_the_line(tmp_path):
    locked, _ = lock(programme(tmp_path), "a kettle in the hall", CHEAP)
    hours = Hours()

    async def script():
        app = KitApp(tmp_path, programme=unlocked(locked, "a kettle in the hall"), world=hours.world(),
                     settings=Settings(lock_after=5))
        async with app.run_test(size=SMALL) as pilot:
            run = await running(app)
            await do(app, run, ("answer", 4))
            await pilot.press("A", "n")
            hours.now += timedelta(minutes=4)
            await app.idle.look()
            assert app.screen is run
            hours.now += timedelta(minutes=2)
            await app.idle.look()
            await until(lambda: isinstance(app.screen, Passphrase) and app.screen.query(AnswerLine))
            assert [type(screen).__name__ for screen in app.screen_stack] == ["HomeScreen", "Passphrase"]
            assert "Our programme" not in shown(app)
            app.screen.query_one(AnswerLine).value = "a kettle in the hall"
            await pilot.press("enter")
            await until(lambda: isinstance(app.screen, RunScreen) and app.screen.is_mounted and asked(app.screen))
            assert app.screen.answering.typed == "An"
            assert [r.kind for r in app.screen.workshop.records] == ["attendance"]

    asyncio.run(script())


def test_an_open_programme_and_a_kit_that_is_not_asked_to_lock_stay_as_they_are(tmp_path):
    hours = Hours()

    async def script(opens, **settings):
        app = KitApp(tmp_path, programme=opens, world=hours.world(), settings=Settings(**settings))
        async with app.run_test(size=SMALL):
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            hours.now += timedelta(hours=9)
            if app.idle:
                await app.idle.look()
            assert isinstance(app.screen, ProgrammeScreen)

    ours = programme(tmp_path)
    asyncio.run(script(ours, lock_after=5))
    asyncio.run(script(unlocked(lock(ours, "a kettle in the hall", CHEAP)[0], "a kettle in the hall")))


def test_the_sheets_of_a_locked_programme_go_where_somebody_says_and_it_asks_once(tmp_path):
    ours = unlocked(lock(programme(tmp_path), "a kettle in the hall", CHEAP)[0], "a kettle in the hall")

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            app.push_screen(PrintScreen(ours))
            await until(lambda: isinstance(app.screen, PrintScreen) and app.screen.sheets)
            printing = app.screen
            printing.left_out = {sheet.key for sheet in printing.sheets if sheet.name != "agenda"}
            choose(app, "make")
            await until(lambda: isinstance(app.screen, AskLine))
            await until(lambda: "Sheets are not locked" in shown(app))
            await pilot.press("enter")
            await until(lambda: app.screen is printing and "Made 1 PDF" in told(app))
            choose(app, "make")
            await until(lambda: "Making" in told(app) or "Made 1 PDF" in told(app))
            assert app.screen is printing

    asyncio.run(script())
    assert [path.name for path in (tmp_path / f"Sheets {ours.code}").iterdir()] == ["agenda-clear-A4.pdf"]
    assert not (ours.folder / "prints").exists() or list((ours.folder / "prints").iterdir()) == []


def test_every_profile_paper_and_language_can_be_chosen_where_sheets_are_printed(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), profile="giant") as (app, _):
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            app.push_screen(PrintScreen(app.screen.programme))
            await until(lambda: isinstance(app.screen, PrintScreen) and app.screen.sheets)
            printing, seen = app.screen, {"profile": [], "paper": [], "language": []}
            for what, values in seen.items():
                for _ in CHOICES[what]:
                    printing._turn(what)
                    values.append(getattr(printing.order, what))
                assert sorted(values) == sorted(CHOICES[what])
            await until(lambda: "giant, 24 point" in shown(app))

    asyncio.run(script())
