"""Screens as text, at 80x24 and 120x40. After a change that is meant, write them anew with KIT_GOLDEN=1 and look at them."""

import asyncio
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kit.desk.people_list import write_down
from kit.tui.answer_line import AnswerLine
from kit.tui.screens.find import FindScreen
from kit.tui.screens.outputs import OutputsScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.run import RunScreen
from kit.tui.screens.talk import TalkScreen
from tests.tui.playing import LARGE, SMALL, app_at, choose, do, listing, programme, running, shown, still_world, until

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


async def _tour(app, _):
    await _home(app, _)
    app.show_tour()
    await until(lambda: "Welcome" in shown(app))


LONG = "Maximiliana Featherstonehaugh-Okonkwo of the garden group [/]"


def _known(ours):
    """Two people on the list, one with the longest of everything, and a thing that was found."""
    world = still_world()
    write_down(ours, {"name": LONG, "pronouns": "she or they, as the day goes", "role": "carer, peer researcher, poet, neighbour",
                      "part": "speak, write, draw, listen", "needs": "a ramp, a sign language interpreter who knows the group",
                      "met": "a ramp: seat", "apart": "Bo"}, world)
    write_down(ours, {"name": "Bo", "present": "no"}, world)


async def _talk(app, ours, what, *rows):
    _known(ours)
    app.open_programme(ours)
    await until(lambda: "Look after it" in shown(app))
    choose(app, what)
    await until(lambda: isinstance(app.screen, TalkScreen) and listing(app))
    for row in rows:
        before = app.screen.title_now
        app.screen.query_one("Choices").highlighted = row
        app.screen.query_one("Choices").action_select()
        await until(lambda before=before: app.screen.title_now != before)


async def _people(app, ours):
    await _talk(app, ours, "people")


async def _person(app, ours):
    await _talk(app, ours, "people", 2)


async def _forget(app, ours):
    await _talk(app, ours, "care", 1)


async def _find(app, ours):
    _known(ours)
    app.push_screen(FindScreen(ours))
    await until(lambda: isinstance(app.screen, FindScreen) and app.screen.holding)
    app.screen.query_one(AnswerLine).value = "o"
    await until(lambda: listing(app))


SCREENS = {"home": _home, "tour": _tour, "programme": _programme, "run-start": _start, "run": _run, "run-refused": _refused,
           "run-paused": _paused, "run-over": _over, "plan": _plan, "outputs": _outputs,
           "people": _people, "person": _person, "forget": _forget, "find": _find}


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
