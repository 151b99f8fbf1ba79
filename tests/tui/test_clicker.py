"""A presentation clicker: its few keys do what a person with a clicker expects, and never answer a question by mistake."""

import asyncio

from kit.desk.secondscreen import SecondScreen
from kit.model import Form
from kit.tui.running.prompt_pane import PromptPane
from tests.tui.playing import SMALL, app_at, asked, do, programme, running, still_world, until

TO_A_GO = (("answer", 3), ("done",))


def test_page_down_reads_the_words_to_their_end_and_only_then_goes_on(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), size=SMALL) as (app, pilot):
            run = await running(app)
            for command in TO_A_GO:
                await do(app, run, command)
            await pilot.resize_terminal(80, 17)
            pane = run.query_one(PromptPane)
            await until(lambda: pane.max_scroll_y > 0)
            before, pages = len(run.workshop.events), 0
            while pane.scroll_y < pane.max_scroll_y:
                await pilot.press("pagedown")
                pages += 1
                assert len(run.workshop.events) == before
            assert pages
            await pilot.press("pagedown")
            await until(lambda: len(run.workshop.events) == before + 1 and asked(run))
            await pilot.press("pageup")
            assert len(run.workshop.events) == before + 1

    asyncio.run(script())


def test_page_down_answers_no_question(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            assert run.workshop.prompt.ask.form is not Form.GO
            await pilot.press("pagedown", "pagedown", "pagedown")
            await do(app, run, ("answer", 3))
            await pilot.press("pagedown", "pagedown")
            await pilot.pause()
            assert [event.kind for event in run.workshop.events] == ["begun", "answered"]

    asyncio.run(script())


def test_the_black_screen_button_blanks_the_room_and_words_that_are_typed_stay_words(tmp_path):
    ours = programme(tmp_path)
    second = SecondScreen(ours, still_world())

    def blank():
        second.look()
        return second.wall.blank

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            run = await running(app)
            await pilot.press("full_stop")
            await until(blank)
            await pilot.press("full_stop")
            await until(lambda: not blank())
            await pilot.press("b", "full_stop", "b")
            assert run.answering.line.value == "b.b"
            run.answering.line.value = ""
            for command in TO_A_GO:
                await do(app, run, command)
            await pilot.press("b")
            await until(blank)

    asyncio.run(script())


def test_the_start_button_pauses_and_carries_on_and_the_stop_button_never_leaves_by_mistake(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            for key, paused in (("f5", True), ("escape", True), ("f5", False), ("escape", False), ("shift+f5", True)):
                await pilot.press(key)
                await until(lambda paused=paused: not run.taking.busy and run.workshop.paused is paused)
            assert run.is_current

    asyncio.run(script())
