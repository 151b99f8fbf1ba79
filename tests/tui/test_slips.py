"""Typing up slips at speaking pace: nobody waits for the disk, nothing is lost, and one key takes the last line back."""

import asyncio

from kit.desk.world import made_up_world
from kit.store import read_history
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.slips import SlipsScreen
from tests.rooms import HOSTILE
from tests.tui.playing import app_at, choose, listing, programme, running, shown, until

LINES = [*(f"Slip {number}" for number in range(30)), HOSTILE]


async def on_the_stack(app):
    """Choose the first kind of slips."""
    await until(lambda: app.screen.query(Choices) and "What is on the slips?" in shown(app))
    choose(app, 0)
    await until(lambda: isinstance(app.screen, SlipsScreen) and app.screen.query(AnswerLine))
    return app.screen


async def type_fast(app, lines):
    """Enter lines without waiting for any of them."""
    line = app.screen.query_one(AnswerLine)
    for words in lines:
        line.value = words
        await line.action_submit()


def thoughts(ours):
    return [record.content["text"] for record in read_history(ours.folder).records() if record.kind == "thought"]


def test_thirty_lines_typed_without_waiting_are_all_kept_in_their_order_and_f3_takes_back_the_last(tmp_path):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            app.world = made_up_world(1)
            await until(lambda: listing(app))
            choose(app, "slips")
            await on_the_stack(app)
            await type_fast(app, LINES)
            await until(lambda: "✓ 31 slips kept." in shown(app))
            assert thoughts(ours)[:30] == LINES[:30]
            await pilot.press("f3", "f3")
            await until(lambda: "Taken back: Slip 29. 29 slips kept." in shown(app))
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            await running(app)

    asyncio.run(script())
    assert thoughts(ours) == LINES[:29]


def test_slips_are_typed_up_while_a_workshop_runs_and_it_goes_on_where_it_was(tmp_path):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            run = await running(app)
            run.answering.line.value = "half a"
            await pilot.press("alt+s")
            await on_the_stack(app)
            await type_fast(app, ["One", "   ", "Two"])
            await until(lambda: "✓ 2 slips kept." in shown(app))
            await pilot.press("escape")
            await until(lambda: app.screen is run)
            assert run.answering.line.value == "half a"
            assert len(run.workshop.events) == 1
            assert [record.origin.workshop for record in run.workshop.records] == [run.workshop.id] * 2

    asyncio.run(script())
    assert thoughts(ours) == ["One", "Two"]
