"""The plan of the room: tables as shapes with their people, by keyboard and by mouse."""

import asyncio

from kit.tui.running.prompt_pane import PromptPane
from tests.tui.playing import LARGE, SMALL, app_at, asked, do, programme, running, shown, until

TO_THE_TABLES = (("answer", 6), ("answer", "Rosa [b]"), ("answer", "Ben"), ("done",), ("go_to", 4), ("skip",), ("answer", 2))


async def seated(app, run):
    """The seats of the plan, once they are painted."""
    await until(lambda: asked(run) and [bool(seat.region) for seat in app.screen.query("Seat")] == [True] * 6)
    return list(app.screen.query("Seat"))


def at_the_tables(home, play, size=SMALL):
    async def playing():
        async with app_at(home, size=size, opens=programme(home, template="first-meeting")) as (app, pilot):
            run = await running(app)
            for command in TO_THE_TABLES:
                await do(app, run, command)
            await play(app, pilot, run, await seated(app, run))

    asyncio.run(playing())


def test_every_table_is_shown_with_its_people_as_they_wrote_their_names(tmp_path):
    async def play(app, pilot, run, seats):
        screen = shown(app)
        assert "Table 1  3 people" in screen
        assert "Table 2  3 people" in screen
        assert "Rosa [b]" in screen
        assert "card 4" in screen

    at_the_tables(tmp_path, play, LARGE)


def test_two_names_one_after_the_other_change_places_by_keyboard(tmp_path):
    async def play(app, pilot, run, seats):
        one, two = run.workshop.prompt.ask.tables
        seats[0].focus()
        await pilot.press("enter")
        for _ in range(3):
            await pilot.press("down")
        assert app.focused.person == two.people[0]
        await pilot.press("enter")
        await until(lambda: one.people[0] in run.workshop.prompt.ask.tables[1].people)
        assert two.people[0] in run.workshop.prompt.ask.tables[0].people
        await until(lambda: run.query_one(PromptPane).scroll_y == 0)

    at_the_tables(tmp_path, play)


def test_page_keys_move_the_words_beside_a_list_and_the_way_to_the_names_is_said(tmp_path):
    async def play(app, pilot, run, seats):
        assert "Tab goes to the names" in shown(app)
        pane = run.query_one(PromptPane)
        await pilot.press("pagedown")
        await until(lambda: pane.scroll_y > 0)
        await pilot.press("pageup", "pageup")
        await until(lambda: pane.scroll_y == 0)

    at_the_tables(tmp_path, play)


def test_two_names_that_are_clicked_change_places(tmp_path):
    async def play(app, pilot, run, seats):
        one, two = run.workshop.prompt.ask.tables
        await pilot.click(seats[1])
        await pilot.click(seats[4])
        await until(lambda: one.people[1] in run.workshop.prompt.ask.tables[1].people)
        assert two.people[1] in run.workshop.prompt.ask.tables[0].people

    at_the_tables(tmp_path, play, LARGE)


def test_a_name_picked_up_is_marked_and_put_down_by_the_same_key(tmp_path):
    async def play(app, pilot, run, seats):
        seats[2].focus()
        await pilot.press("enter")
        await until(lambda: f"▸ {seats[2].person}" in shown(app))
        await pilot.press("enter")
        await until(lambda: f"▸ {seats[2].person}" not in shown(app))
        assert "swap" not in str(run.workshop.events[-1].data)

    at_the_tables(tmp_path, play)
