"""The facilitator's side of the second screen: one key says how to open it and points it, one key blanks it."""

import asyncio

from kit.desk.secondscreen import SecondScreen
from kit.tui.screens.choose import Choose
from kit.tui.text import Words
from tests.room.rooms import AGREED, BEGUN, Hall
from tests.tui.playing import LARGE, app_at, choose, listing, programme, running, shown, still_world, until


def test_one_key_says_how_to_open_it_and_what_is_chosen_is_on_show(tmp_path):
    home = tmp_path / "home"
    hall = Hall(home)
    hall.begins()
    hall.answers(*BEGUN, *AGREED)
    hall.closes()

    async def script():
        async with app_at(home, opens=hall.programme, size=LARGE) as (app, pilot):
            run = await running(app)
            await pilot.press("ctrl+o")
            await until(lambda: isinstance(app.screen, Choose) and listing(app) == 2)
            await pilot.pause()
            assert "Put another terminal window on the projector." in shown(app)
            assert " room " in shown(app)
            choose(app, 1)
            await until(lambda: "The second screen shows: Our agreement." in str(run.query_one("#notice", Words).content))

    asyncio.run(script())
    assert hall.watched().wall.page.heading == "Our agreement"


def test_one_key_blanks_it_and_the_same_key_shows_it_again(tmp_path):
    ours = programme(tmp_path)
    second = SecondScreen(ours, still_world())

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            run = await running(app)
            for words, blank in (("is blank. Ctrl+B shows it again.", True), ("is on show.", False)):
                await pilot.press("ctrl+b")
                await until(lambda words=words: words in str(run.query_one("#notice", Words).content))
                second.look()
                assert second.wall.blank is blank
            assert run.answering.asked.events == len(run.workshop.events) == 1

    asyncio.run(script())
