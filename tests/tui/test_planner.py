"""The planner by keyboard: each key is one change, kept at once and shown with the new times; letters change nothing."""

import asyncio
from datetime import timedelta

from kit.desk.library import plans_of
from kit.desk.world import World
from kit.store import write_safely
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.find_activity import FindActivity
from kit.tui.screens.plan import PlanScreen
from tests.rooms import HOSTILE
from tests.tui.playing import LARGE, NOW, app_at, choose, do, listing, programme, running, shown, still_world, until


async def planner(app, ours):
    """The planner of a programme, ready for keys."""
    app.push_screen(PlanScreen(ours))
    await until(lambda: isinstance(app.screen, PlanScreen) and listing(app) and app.screen.draft)
    return app.screen


async def press(pilot, screen, *keys):
    """Press keys, each of which is one change, and wait for what comes of it."""
    for key in keys:
        before = screen.heard
        await pilot.press(key)
        await until(lambda before=before: screen.heard > before)


def kept(app, ours):
    """The plan as its file has it."""
    [plan] = plans_of(ours, app.shelf)
    return plan


def test_each_key_is_one_change_with_live_times_and_undo(tmp_path):
    async def script():
        ours = programme(tmp_path, template="first-meeting")
        async with app_at(tmp_path, size=LARGE) as (app, pilot):
            screen = await planner(app, ours)
            before = kept(app, ours)
            await pilot.press("down")
            await press(pilot, screen, "right", "shift+right", "left")
            await pilot.pause()
            assert "10:00   23 min  Welcome" in shown(app)
            assert "10:23    7 min  Arriving" in shown(app)
            assert "10:00 to 12:15" in shown(app)
            await press(pilot, screen, "f8")
            assert [block.activity for block in kept(app, ours).blocks][:2] == ["arriving", "welcome"]
            await press(pilot, screen, "f9")
            assert kept(app, ours).parked[0].activity == "welcome"
            await press(pilot, screen, "f3")
            await until(lambda: "Undone: parked" in shown(app))
            await press(pilot, screen, "f4")
            await until(lambda: "Done again: parked" in shown(app))
            await press(pilot, screen, *["f3"] * 5)
            assert kept(app, ours) == before
            await pilot.pause()
            assert "F3 Undo" not in shown(app)

    asyncio.run(script())


def test_an_activity_is_found_while_typing_and_added_after_the_mark(tmp_path):
    async def script():
        ours = programme(tmp_path)
        async with app_at(tmp_path, size=LARGE) as (app, pilot):
            screen = await planner(app, ours)
            await pilot.press("down", "f6")
            await until(lambda: isinstance(app.screen, FindActivity) and listing(app) > 5)
            app.screen.query_one(AnswerLine).value = "jargon we heard"
            await until(lambda: 1 < listing(app) < 10)
            await pilot.press("enter")
            await until(lambda: screen.heard == 1)
            assert [block.activity for block in kept(app, ours).blocks][:2] == ["arriving", "jargon-we-heard"]
            await pilot.press("f6")
            await until(lambda: isinstance(app.screen, FindActivity) and listing(app) > 5)
            app.screen.query_one(AnswerLine).value = HOSTILE
            await until(lambda: listing(app) == 1)
            await pilot.press("enter")
            await until(lambda: screen.heard == 2)
            assert kept(app, ours).blocks[2].title == "[/] [b] ]0;x ünïcödé 名前 🙂"

    asyncio.run(script())


def test_a_part_is_typed_and_what_cannot_be_read_says_so(tmp_path):
    async def script():
        ours = programme(tmp_path)
        async with app_at(tmp_path, size=LARGE) as (app, pilot):
            screen = await planner(app, ours)
            for number, (typed, said) in enumerate((("1h30", "10:00   90 min  Arriving"), ("soon", "is no duration")), 1):
                screen.query_one(Choices).highlighted = 1
                await pilot.press("enter")
                await until(lambda: isinstance(app.screen, Choose) and listing(app) > 5)
                choose(app, 0)
                await until(lambda: isinstance(app.screen, AskLine) and app.screen.query(AnswerLine)
                            and app.screen.query_one(AnswerLine).value)
                app.screen.query_one(AnswerLine).value = typed
                await pilot.press("enter")
                await until(lambda number=number: screen.heard == number and app.screen is screen)
                await pilot.pause()
                assert said in shown(app)
            assert kept(app, ours).blocks[0].minutes == 90

    asyncio.run(script())


def test_letters_change_nothing_and_another_window_can_only_look(tmp_path):
    async def script():
        ours = programme(tmp_path)
        async with app_at(tmp_path, size=LARGE) as (app, pilot):
            await planner(app, ours)
            before = kept(app, ours)
            await pilot.press("a", "u", "d", "c", "s", "p", "x")
            assert kept(app, ours) == before
            async with app_at(tmp_path, size=LARGE) as (other, _):
                other.push_screen(PlanScreen(ours))
                await until(lambda: "can only be read here" in shown(other))
                assert "+5 min" not in shown(other)

    asyncio.run(script())


def test_strands_and_buffers_are_rows_of_the_day(tmp_path):
    async def script():
        ours = programme(tmp_path)
        [file] = ours.plans_folder.glob("*.toml")
        text = file.read_text("utf-8") + ('\n[[blocks]]\ntitle = "Two tables"\npin = "12:00"\n'
                                          '[[blocks.strands]]\ntitle = "Red [/]"\n'
                                          '[[blocks.strands.blocks]]\ntitle = "Draw"\nminutes = 20\ntime = "work"\n')
        write_safely(file, text.encode())
        async with app_at(tmp_path, size=LARGE) as (app, pilot):
            screen = await planner(app, ours)
            for words in ("11:00   60 min  nothing planned", "12:00   20 min  Two tables (pinned)", "a: Red [/]",
                          "12:00   20 min    Draw", "12:20           the end"):
                assert words in shown(app), words
            place = next(n for n, row in enumerate(screen._rows) if row.number == "11.a.1")
            screen.query_one(Choices).highlighted = place
            await press(pilot, screen, "right")
            await pilot.pause()
            assert "12:00   25 min    Draw" in shown(app)

    asyncio.run(script())


def test_late_is_one_key_and_each_way_says_what_it_costs(tmp_path):
    async def script():
        ours = programme(tmp_path)
        async with app_at(tmp_path, opens=ours, size=LARGE) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            await do(app, run, ("done",))
            late = World(lambda: NOW + timedelta(minutes=12), still_world().draw)
            run.workshop._world = late
            run.workshop._session._clock = late.clock
            run.show_clock()
            await pilot.pause()
            assert "About 7 minutes behind the plan. Likely end: 11:07. Ctrl+L: what now?" in shown(app)
            run.action_late()
            await until(lambda: isinstance(app.screen, Choose) and listing(app) > 2)
            await pilot.pause()
            words = " ".join(shown(app).replace("│", " ").split())
            assert "2 Park Caption round. Caption round is not done today." in words
            assert "It ends at 10:59, 1 minute before the plan." in words
            choose(app, 2)
            await until(lambda: run.workshop.events[-1].kind == "replanned")
            assert run.workshop.timing.ends == "10:59"
            await do(app, run, ("undo",))
            assert run.workshop.timing.ends == "11:07"
            await do(app, run, ("rest",))
            assert run.workshop.resting == 10
            await do(app, run, ("carry_on",))
            await do(app, run, ("slow_down",))
            assert (run.workshop.timing.block_planned, run.workshop.timing.behind) == (10, 2)

    asyncio.run(script())
