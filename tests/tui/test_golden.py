"""Screens as text, at 80x24 and 120x40. After a change that is meant, write them anew with KIT_GOLDEN=1 and look at them."""

import asyncio
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kit.tui.screens.outputs import OutputsScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.run import RunScreen
from tests.tui.playing import LARGE, SMALL, app_at, do, listing, programme, running, shown, until

GOLDEN = Path(__file__).parent / "golden"
SIZES = {"80x24": SMALL, "120x40": LARGE}

ACTIVITY = """
id = "first-words"
title = "First words"
summary = "People say what they hope for."
purpose = "It brings hopes into the room."
source = "Made for this test."
minutes = 12
least_minutes = 5
power = "Public contributors are asked first."
load = "some"
access = ["Nobody has to speak.", "A scribe can write."]
practices = [54]

[[steps]]
kind = "say"
minutes = 2
room = "Welcome. You can pass on anything today."
say = "Hello, and thank you for being here."
do = "Show where the quiet room is."
watch = "Look for anybody near the door."

[[steps]]
kind = "collect"
minutes = 10
room = "What do you hope for?"
say = "One word is enough."
question = "What do people hope for?"
"""
PLAN = """
id = "small"
title = "A small workshop"
summary = "A few hopes and a break."
question = "What do we hope for?"
approach = "We can change what we talk about. We cannot change the budget."

[[blocks]]
activity = "first-words"
aim = "Hear every hope."
lead = "Ana"
private = "Ask Bo about the lift."

[[blocks]]
id = "break"
title = "Break"
minutes = 15
aim = "Rest."
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home folder with one small plan, and days that are told in one time zone."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    own = tmp_path / "activities"
    own.mkdir()
    (own / "first-words.toml").write_text(ACTIVITY, encoding="utf-8")
    (own / "small.toml").write_text(PLAN, encoding="utf-8")
    yield tmp_path
    monkeypatch.undo()
    time.tzset()


async def _home(app, _):
    await until(lambda: listing(app))


async def _programme(app, ours):
    app.open_programme(ours)
    await until(lambda: "Run" in shown(app))


async def _start(app, ours):
    app.open_programme(ours)
    await running(app)


async def _run(app, ours):
    await _start(app, ours)
    assert isinstance(app.screen, RunScreen)
    for command in (("answer", 3), ("answer", "Ana"), ("done",), ("answer", ""), ("answer", "Time to think"),
                    ("answer", "A chair by the window [b] 名前")):
        await do(app, app.screen, command)


async def _refused(app, ours):
    await _start(app, ours)
    await do(app, app.screen, ("answer", "many"))


async def _paused(app, ours):
    await _run(app, ours)
    await do(app, app.screen, ("pause",))


async def _over(app, ours):
    await _run(app, ours)
    for command in (("done",), ("answer", "")):
        await do(app, app.screen, command)


async def _plan(app, ours):
    app.push_screen(PlanScreen(ours))
    await until(lambda: listing(app))
    app.screen.query_one("Choices").highlighted = 1
    await until(lambda: "12 minutes, 5 at the least" in shown(app) and "Park" in shown(app))


async def _outputs(app, ours):
    await _run(app, ours)
    app.push_screen(OutputsScreen(ours))
    await until(lambda: "Ana" in shown(app))


SCREENS = {"home": _home, "programme": _programme, "run-start": _start, "run": _run, "run-refused": _refused,
           "run-paused": _paused, "run-over": _over, "plan": _plan, "outputs": _outputs}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_screen_looks_as_it_did(home, screen, size):
    golden = GOLDEN / f"{screen}-{size}.txt"

    async def script():
        ours = programme(home, "Garden group", "small")
        async with app_at(home, size=SIZES[size]) as (app, pilot):
            await SCREENS[screen](app, ours)
            if os.environ.get("KIT_GOLDEN"):
                await pilot.pause(1)
                golden.write_text(shown(app) + "\n", encoding="utf-8")
            wanted = golden.read_text(encoding="utf-8").removesuffix("\n")
            with suppress(TimeoutError):
                await until(lambda: shown(app) == wanted)
            return shown(app), wanted

    text, wanted = asyncio.run(script())
    assert text == wanted
