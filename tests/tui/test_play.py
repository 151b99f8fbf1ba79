"""A workshop through the app: every answer is kept as it was given, nothing typed is lost, and "Saved" means saved."""

import asyncio

import pytest

from kit.content.library import read_made_up
from kit.desk.library import load_shelf
from kit.desk.workshop import open_workshop
from kit.engine.made_up import MadeUpPeople
from kit.model import Block, Plan, Refusal
from kit.paths import builtin_activities
from kit.store import StoreProblem
from kit.tui.running.prompt_pane import PromptPane
from kit.tui.running.run_sheet import sheet_rows
from kit.tui.text import Words
from tests.tui.playing import (
    LARGE,
    app_at,
    choose,
    do,
    enter,
    listing,
    play,
    programme,
    running,
    shown,
    still_world,
    until,
)


def made_up_commands(home, people):
    """What made-up people do from the first prompt to the last, and the records that the desk itself keeps of it."""
    workshop = open_workshop(programme(home / "desk"), load_shelf(home), still_world())
    room = MadeUpPeople(people, read_made_up(builtin_activities() / "made-up.toml"), 1)
    commands = []
    while not workshop.over:
        command, value = room.answer(workshop.prompt)
        commands.append((command, value))
        assert not isinstance(workshop.answer(value) if command == "answer" else workshop.done(), Refusal)
    workshop.close()
    return commands, workshop.records


def told(records):
    return [(r.kind, dict(r.content), r.visible, r.naming) for r in records]


def test_the_sixty_minute_template_plays_to_its_end_and_keeps_what_the_desk_keeps(tmp_path):
    commands, expected = made_up_commands(tmp_path, 4)
    records = play(tmp_path / "app", programme(tmp_path / "app"), commands)
    assert told(records) == told(expected)


def test_every_kind_of_command_reaches_the_workshop(tmp_path):
    records = play(tmp_path, programme(tmp_path), [
        ("answer", 4), ("answer", "Ana"), ("undo",), ("answer", "Bo"), ("done",), ("pause",), ("carry_on",),
        ("note", "parked", {"text": "the budget"}), ("note", "term", {"term": "REC", "meaning": "a check"}),
        ("note", "note", {"text": "be brief"}), ("note", "attendance", {"people": 5}), ("go_to", 9), ("answer", ""), ("skip",),
    ])
    kept = {r.kind: dict(r.content) for r in records}
    assert kept == {"name": {"text": "Bo"}, "parked": {"text": "the budget"}, "term": {"term": "REC", "meaning": "a check"},
                    "note": {"text": "be brief"}, "attendance": {"people": 5}}


def test_a_refusal_stands_beside_the_line_and_the_words_stay_in_it(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", "many"))
            await pilot.pause()
            assert "! That is not a number from 1 to 500." in shown(app)
            assert run.answering.line.value == "many"
            assert run.workshop.records == ()

    asyncio.run(script())


def test_where_the_disk_refuses_nothing_is_called_saved_and_the_words_come_back(tmp_path, monkeypatch):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))

            def full(session, change):
                raise StoreProblem("NOT saved: no space left on device.")

            monkeypatch.setattr(run.workshop._store, "keep", full)
            await do(app, run, ("answer", "Ana"))
            await pilot.pause()
            assert "NOT saved: no space left" in shown(app)
            assert "✓" not in shown(app)
            assert run.answering.line.value == "Ana"

    asyncio.run(script())


def test_a_question_about_drawings_says_their_labels_and_what_was_understood(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            for command in [("answer", 3), ("done",), ("go_to", 3), ("answer", ""), ("answer", 3)]:
                await do(app, run, command)
            run.answering.line.value = "3 a1"
            await pilot.pause()
            assert "They are A1, A2 and A3." in shown(app)
            assert "2 chosen: A1 and A3." in shown(app)

    asyncio.run(script())


def test_a_slow_disk_holds_up_no_key_and_answers_are_kept_in_their_order(tmp_path, monkeypatch):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            gate, keep = asyncio.Event(), run.workshop._store.keep
            loop = asyncio.get_running_loop()

            def slow(session, change):
                asyncio.run_coroutine_threadsafe(gate.wait(), loop).result(5)
                keep(session, change)

            monkeypatch.setattr(run.workshop._store, "keep", slow)
            await enter(app, "Ana")
            await until(lambda: run.taking.busy)
            await enter(app, "Bo")
            await pilot.press("C")
            assert run.answering.line.value == "C"
            assert "✓ Saved: Ana" not in shown(app)
            gate.set()
            await until(lambda: run.heard == 3)
            assert [r.content.get("text") for r in run.workshop.records][1:] == ["Ana", "Bo"]
            assert run.answering.line.value == "C"

    asyncio.run(script())


def test_an_answer_typed_for_one_question_is_never_given_to_the_next(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, _):
            run = await running(app)
            await enter(app, "4")
            await enter(app, "5")
            await until(lambda: "The question has changed" in shown(app))
            assert [r.kind for r in run.workshop.records] == ["attendance"]
            assert run.answering.line.value == "5"

    asyncio.run(script())


def test_a_workshop_left_half_way_goes_on_where_it_was(tmp_path):
    ours = programme(tmp_path)
    play(tmp_path, ours, [("answer", 4), ("answer", "Ana")])

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            await until(lambda: "Go on with the workshop           begun today at 10:00" in shown(app))
            run = await running(app)
            await pilot.pause()
            assert "Going on from before. 2 answers kept." in shown(app)
            await do(app, run, ("answer", "Bo"))
            assert [r.content.get("text") for r in run.workshop.records][1:] == ["Ana", "Bo"]

    asyncio.run(script())


def test_a_second_window_is_told_and_nothing_breaks(tmp_path):
    ours = programme(tmp_path)
    other = open_workshop(ours, load_shelf(tmp_path), still_world())

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            await until(lambda: "Run" in shown(app))
            await pilot.press("enter")
            await until(lambda: "already open in another window" in shown(app))

    asyncio.run(script())
    other.close()


def test_a_newcomer_is_in_a_workshop_after_one_key(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await pilot.press("enter")
            await until(lambda: "How many people are here" in shown(app))

    asyncio.run(script())


def test_a_new_programme_needs_a_name_and_a_template_and_no_more(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await pilot.press("down", "enter")
            await until(lambda: "What is it called?" in shown(app))
            await enter(app, "Garden group")
            await until(lambda: "What should it start from?" in shown(app))
            await pilot.press("enter")
            await until(lambda: "Run the workshop" in shown(app))
            assert "Garden group" in shown(app)

    asyncio.run(script())


@pytest.mark.parametrize("key", ["f10", "escape"])
def test_one_wrong_key_does_not_stop_a_workshop(tmp_path, key):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path), size=LARGE) as (app, pilot):
            run = await running(app)
            run.answering.line.value = "half a sen"
            await pilot.press(key)
            assert app.screen is run
            assert "The words in the line are not entered yet." in shown(app)
            assert f"Press {'F10' if key == 'f10' else 'Esc'} again to leave." in shown(app)
            await pilot.press("x", key)
            assert app.screen is run, "a key between them takes the question back"
            await pilot.press(key)
            assert app.screen is not run or not app.is_running

    asyncio.run(script())


def test_what_is_pasted_is_kept_whole(tmp_path):
    from textual.events import Paste

    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, _):
            run = await running(app)
            await do(app, run, ("answer", 4))
            run.answering.line.post_message(Paste("one line\r\nand another"))
            await until(lambda: run.answering.line.value)
            assert run.answering.line.value == "one line and another"

    asyncio.run(script())


def test_made_up_people_play_the_practice_workshop_to_its_end(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await pilot.press("enter")
            await until(lambda: "Ctrl+G lets made-up people answer" in shown(app))
            run = app.screen
            while not run.workshop.over:
                await do(app, run, ("made_up",))
            assert len({r.kind for r in run.workshop.records}) > 8
            assert not run.check_action("made_up", ())

    asyncio.run(script())


def test_a_real_group_has_no_made_up_people_whatever_its_name(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path, "Try-out")) as (app, _):
            run = await running(app)
            assert not run.check_action("made_up", ())

    asyncio.run(script())


def test_a_key_pressed_twice_opens_one_workshop_and_leaving_frees_it_at_once(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, _):
            await until(lambda: listing(app))
            choose(app, "on")
            choose(app, "on")
            await until(lambda: "How many people are here" in shown(app))
            app.screen.action_back()
            app.screen.action_back()
            await running(app)

    asyncio.run(script())


def test_done_typed_where_one_answer_is_asked_for_gets_a_sentence(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, _):
            await running(app)
            await enter(app, "done")
            await until(lambda: "This question takes one answer." in shown(app))

    asyncio.run(script())


def test_the_clock_is_in_words_and_goes_away_when_asked(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            await do(app, run, ("done",))
            await pilot.pause()
            assert "0 minutes of 5 used here. On time. Likely end: 11:00." in shown(app)
            run.action_clock()
            await pilot.pause()
            assert "Likely end" not in shown(app)

    asyncio.run(script())


def test_no_words_are_read_as_markup_by_the_one_widget_that_shows_words():
    assert str(Words("[b]x[/b] [/]").content) == "[b]x[/b] [/]"


def test_the_run_sheet_says_the_times_at_which_the_day_goes_where_it_began_hours_later():
    plan = Plan("p", "P", "S", "10:00", (Block("a", "Arrive", "", 10), Block("b", "Talk", "", 20)))
    rows = [str(row) for row in sheet_rows(plan, 1, 245)]
    assert [row.split()[-2:] for row in rows] == [["14:05", "Arrive"], ["14:15", "Talk"], ["the", "end"]]
    assert rows[-1].split()[0] == "14:35"


def test_a_long_step_names_the_key_for_what_is_below_and_no_more_at_its_end(tmp_path):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path, template="first-meeting")) as (app, _):
            run = await running(app)
            await do(app, run, ("answer", 8))
            await do(app, run, ("skip",))
            await until(lambda: "More below: PgDn" in shown(app))
            run.query_one(PromptPane).scroll_end(animate=False)
            await until(lambda: "Only you" in shown(app) and "More below" not in shown(app))

    asyncio.run(script())
