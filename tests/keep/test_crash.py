"""When the kit itself fails, in a command, in plain mode or in the app: one sentence, and not a word of anybody's."""

import asyncio
import io
import sys
from contextlib import suppress

import pytest
from textual.worker import WorkerFailed

from kit.cli import main
from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.settings import Settings
from kit.desk.workshop import Workshop
from kit.desk.world import made_up_world
from kit.tui.kitapp import KitApp
from tests.tui.playing import SMALL, enter, running

SECRET = "what zorqana said"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A programme whose every answer fails, with somebody's words in the message, the locals and the cause."""

    def fail(self, given):
        words = f"{SECRET}: {given}"
        try:
            raise KeyError(words)
        except KeyError as cause:
            raise RuntimeError(words) from cause

    monkeypatch.setattr(Workshop, "answer", fail)
    new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), made_up_world(1))
    return tmp_path


def says_nothing(words):
    assert "Something went wrong in the kit itself (RuntimeError in " in words
    assert "Everything that was shown as saved is safe." in words
    for private in (SECRET, "zorqana", "Traceback", "given"):
        assert private not in words


def test_in_plain_mode(home, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("4 zorqana\n"))
    assert main(["run", "Ours", "--plain", "--home", str(home)]) == 3
    done = capsys.readouterr()
    says_nothing(done.err)
    assert SECRET not in done.out


def test_in_a_command(home, monkeypatch, capsys):
    monkeypatch.setattr("kit.desk.outputs.outputs", lambda *_: Workshop.answer(None, "zorqana"))
    assert main(["outputs", "Ours", "--home", str(home)]) == 3
    done = capsys.readouterr()
    assert "Something went wrong in the kit itself (RuntimeError in kit." in done.err
    assert SECRET not in done.out + done.err


def test_in_a_thread_of_the_app(home, capsys):
    from kit.store import list_programmes

    async def script():
        app = KitApp(home, programme=list_programmes(home)[0], world=made_up_world(2), settings=Settings())
        with suppress(WorkerFailed):
            async with app.run_test(size=SMALL) as pilot:
                await running(app)
                await enter(app, "zorqana")
                while app.is_running and not app._exception:
                    await pilot.pause()

    asyncio.run(script())
    done = capsys.readouterr()
    says_nothing(" ".join((done.out + done.err).split()))
