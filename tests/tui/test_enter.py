"""One Enter answers one question: the one that was on the screen when it was pressed. The disk is slow in these tests."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from kit.store import StoreProblem
from tests.tui.playing import app_at, asked, choose, do, enter, programme, running, shown, until


class SlowDisk:
    """Holds every save until it is told to go on; counts them. It can be full, too."""

    def __init__(self, store, monkeypatch):
        self.begun, self.full = 0, False
        self._loop, self._gate, self._keep = asyncio.get_running_loop(), asyncio.Semaphore(0), store.keep
        monkeypatch.setattr(store, "keep", self._slow)

    def let_go(self):
        """Let one save come to its end."""
        self._gate.release()

    def _slow(self, session, change):
        self.begun += 1
        asyncio.run_coroutine_threadsafe(self._gate.acquire(), self._loop).result(10)
        if self.full:
            raise StoreProblem("NOT saved: no space left on device.")
        self._keep(session, change)


TO_A_GO = (("answer", 3), ("done",))
TO_A_CHOICE = (*TO_A_GO, ("go_to", 2), ("answer", ""), ("answer", ""), ("answer", "Listen"), ("done",))


@asynccontextmanager
async def after(commands, home, monkeypatch):
    """A workshop after these commands, and the disk, which is slow from now on."""
    async with app_at(home, opens=programme(home)) as (app, pilot):
        run = await running(app)
        for command in commands:
            await do(app, run, command)
        yield app, pilot, run, SlowDisk(run.workshop._store, monkeypatch)


async def settle(pilot, run, disk, begun):
    """One save has begun and nothing more came of the keys; it ends, and the next question is on the screen."""
    await until(lambda: disk.begun == begun)
    disk.let_go()
    await until(lambda: asked(run))
    await pilot.pause()


@pytest.mark.parametrize("enters", [2, 4])
def test_enter_pressed_again_while_a_go_on_is_being_saved_answers_nothing_more(tmp_path, monkeypatch, enters):
    async def script():
        async with after(TO_A_GO, tmp_path, monkeypatch) as (_, pilot, run, disk):
            before = run.workshop.answers
            await pilot.press(*["enter"] * enters)
            await settle(pilot, run, disk, 1)
            assert run.workshop.answers == before + 1
            assert disk.begun == 1
            assert "!" not in str(run.answering.query_one("#notice").content)

    asyncio.run(script())


def test_two_enters_in_one_breath_take_one_choice_and_no_line_of_the_agreement(tmp_path, monkeypatch):
    async def script():
        async with after(TO_A_CHOICE, tmp_path, monkeypatch) as (app, pilot, run, disk):
            before, options = run.workshop.answers, run.workshop.prompt.ask.options
            add = [option.key for option in options].index("add")
            choose(app, add)
            choose(app, add)
            await settle(pilot, run, disk, 1)
            assert run.workshop.answers == before + 1
            assert disk.begun == 1
            assert str(add + 1) not in [r.content.get("text") for r in run.workshop.records]

    asyncio.run(script())


def test_enter_before_the_next_question_is_painted_takes_no_default(tmp_path, monkeypatch):
    async def script():
        async with after(TO_A_GO, tmp_path, monkeypatch) as (_, pilot, run, disk):
            painted, before = run.answering._painted, run.workshop.answers
            held = []
            monkeypatch.setattr(run.answering, "_painted", held.append)
            await pilot.press("enter")
            await until(lambda: disk.begun == 1)
            disk.let_go()
            await until(lambda: held and not run.taking.busy)
            await pilot.press("enter")
            await pilot.pause()
            assert disk.begun == 1
            monkeypatch.setattr(run.answering, "_painted", painted)
            painted(held[-1])
            await pilot.press("enter")
            await settle(pilot, run, disk, 2)
            assert run.workshop.answers == before + 2

    asyncio.run(script())


def test_an_empty_line_entered_for_one_question_is_no_answer_to_the_next(tmp_path, monkeypatch):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            disk = SlowDisk(run.workshop._store, monkeypatch)
            await enter(app, "4")
            await pilot.press("enter", "enter")
            await settle(pilot, run, disk, 1)
            assert run.workshop.answers == 1
            assert disk.begun == 1
            assert "!" not in str(run.answering.query_one("#notice").content)

    asyncio.run(script())


def test_words_for_a_question_that_has_passed_go_back_to_the_line(tmp_path, monkeypatch):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            disk = SlowDisk(run.workshop._store, monkeypatch)
            await enter(app, "4")
            await enter(app, "Ana")
            await settle(pilot, run, disk, 1)
            await until(lambda: "! The question has changed" in shown(app))
            assert run.answering.line.value == "Ana"
            assert run.workshop.answers == 1

    asyncio.run(script())


def test_done_pressed_twice_ends_one_list_and_not_the_next_question(tmp_path, monkeypatch):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            disk, before = SlowDisk(run.workshop._store, monkeypatch), len(run.workshop.events)
            run.action_done()
            run.action_done()
            await settle(pilot, run, disk, 1)
            assert len(run.workshop.events) == before + 1
            assert disk.begun == 1

    asyncio.run(script())


def test_done_after_the_last_name_of_a_list_waits_for_that_name(tmp_path, monkeypatch):
    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path)) as (app, pilot):
            run = await running(app)
            await do(app, run, ("answer", 4))
            disk, question = SlowDisk(run.workshop._store, monkeypatch), run.workshop.prompt.ask.question
            await enter(app, "Ana")
            await enter(app, "done")
            disk.let_go()
            await settle(pilot, run, disk, 2)
            assert [r.content.get("text") for r in run.workshop.records][1:] == ["Ana"]
            assert run.workshop.prompt.ask.question != question

    asyncio.run(script())


def test_after_a_full_disk_the_same_question_can_be_answered(tmp_path, monkeypatch):
    async def script():
        async with after(TO_A_GO, tmp_path, monkeypatch) as (app, pilot, run, disk):
            before, disk.full = run.workshop.answers, True
            await pilot.press("enter", "enter")
            await settle(pilot, run, disk, 1)
            assert "NOT saved" in shown(app)
            assert run.workshop.answers == before
            disk.full = False
            await pilot.press("enter")
            await settle(pilot, run, disk, 2)
            assert run.workshop.answers == before + 1

    asyncio.run(script())
