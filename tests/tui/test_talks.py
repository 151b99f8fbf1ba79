"""Lists and questions on a screen: people, looking after a programme, and finding anything from everywhere."""

import asyncio

from kit.desk.flows.people import people
from kit.desk.people_list import read_people_list, write_down
from kit.desk.person_parts import PARTS
from kit.desk.world import made_up_world
from kit.line.talk import talk_through
from kit.line.voice import Voice
from kit.model.text import clean_line
from kit.store import list_programmes
from kit.tui.answer_line import AnswerLine
from kit.tui.screens.ask import AskWords
from kit.tui.screens.find import FindScreen
from kit.tui.screens.passphrase import Passphrase
from kit.tui.screens.plan_at import PlanAt
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.run import RunScreen
from kit.tui.screens.talk import TalkScreen
from kit.tui.screens.tell import Tell
from tests.rooms import HOSTILE
from tests.store.programmes import CHEAP
from tests.tui.playing import app_at, choose, enter, listing, programme, running, shown, still_world, until


async def typed(app, *answers):
    """Answer small windows that ask for a line, one after another."""
    for words in answers:
        await until(lambda: isinstance(app.screen, AskWords) and isinstance(app.focused, AnswerLine))
        window = app.screen
        await enter(app, words)
        await until(lambda window=window: app.screen is not window)


def asks(app):
    """Whether a list waits for somebody to take a row."""
    return isinstance(app.screen, TalkScreen) and app.screen._picked is not None and not app.screen._picked.done()


async def at_the_list(app, title):
    await until(lambda: asks(app) and app.screen.title_now == title)


def words_told(app):
    """What a window with lines to read says, once it is there."""
    return " ".join(str(words.content) for words in app.screen.query(".told-lines > Words")) if app.screen.is_mounted else ""


async def opened(app, ours, what):
    app.open_programme(ours)
    await until(lambda: listing(app))
    choose(app, what)
    await until(lambda: asks(app))


def test_a_person_written_down_in_the_app_and_in_plain_mode_is_the_same(tmp_path):
    async def script():
        ours = programme(tmp_path / "app")
        async with app_at(tmp_path / "app") as (app, _):
            await opened(app, ours, "people")
            choose(app, 0)
            await typed(app, HOSTILE)
            await at_the_list(app, clean_line(HOSTILE))
            for place, words in ((1, "they"), (4, "ramp")):
                choose(app, place)
                await typed(app, words)
                await until(lambda place=place: asks(app) and f"Saved: {PARTS[place].label}" in shown(app))
            choose(app, 9)
            await at_the_list(app, "Which print do they like?")
            choose(app, 1)
            await until(lambda: asks(app) and "Saved: Print" in shown(app))
            app.screen.action_back()
            await at_the_list(app, "People")
            app.screen.action_back()
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
        return [dict(person.content) for person in read_people_list(ours)]

    in_the_app = asyncio.run(script())
    plain = programme(tmp_path / "plain")
    lines = ["1", HOSTILE, "2", "they", "5", "ramp", "10", "2", "0", "0"]
    talk_through(people(plain, still_world()), Voice(lambda text: None, lambda: lines.pop(0) if lines else None))
    by_command = programme(tmp_path / "command")
    write_down(by_command, {"name": HOSTILE, "pronouns": "they", "needs": "ramp", "print": "large"}, still_world())
    assert [dict(person.content) for person in read_people_list(plain)] == in_the_app
    assert [dict(person.content) for person in read_people_list(by_command)] == in_the_app


def test_a_programme_is_locked_in_the_app_and_opened_again_with_its_new_passphrase(tmp_path, monkeypatch):
    monkeypatch.setattr("kit.desk.locking.tuned_cost", lambda clock: CHEAP)

    async def script():
        ours = programme(tmp_path, "Ours")
        async with app_at(tmp_path) as (app, _):
            await opened(app, ours, "care")
            choose(app, 2)
            await at_the_list(app, "Passphrase")
            choose(app, 0)
            await typed(app, "a kettle in the hall", "a kettle in the hall")
            await until(lambda: isinstance(app.screen, Tell) and "It is shown only now." in words_told(app))
            app.screen.action_cancel()
            await typed(app, "")
            await until(lambda: isinstance(app.screen, Tell) and "Locked." in words_told(app))
            app.screen.action_cancel()
            await until(lambda: isinstance(app.screen, Passphrase) and app.screen.query(AnswerLine))
            await enter(app, "a kettle in the hall")
            await until(lambda: isinstance(app.screen, ProgrammeScreen) and listing(app))
            assert app.screen.programme.name == "Ours"
            assert len([screen for screen in app.screen_stack if isinstance(screen, ProgrammeScreen)]) == 1

    asyncio.run(script())
    assert [made.sealed for made in list_programmes(tmp_path)] == [True]


def test_one_key_finds_from_the_run_screen_while_somebody_types_and_what_was_typed_stays(tmp_path):
    async def script():
        ours = programme(tmp_path)
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            run = await running(app)
            run.answering.line.fill("half a wo")
            await pilot.press("ctrl+f")
            await until(lambda: isinstance(app.screen, FindScreen) and app.screen.holding)
            app.screen.query_one(AnswerLine).value = "caption"
            await until(lambda: listing(app) > 1)
            hit = next(hit for hit in app.screen.hits if hit.number)
            choose(app, app.screen.hits.index(hit))
            await until(lambda: isinstance(app.screen, PlanAt) and listing(app) and app.screen.number == hit.number)
            app.pop_screen()
            await until(lambda: isinstance(app.screen, FindScreen))
            assert app.screen.query_one(AnswerLine).value == "caption"
            app.screen.action_back()
            await until(lambda: isinstance(app.screen, RunScreen))
            assert app.screen.answering.line.value == "half a wo"

    asyncio.run(script())


def test_a_person_that_was_found_is_changed_where_they_stand_and_found_by_the_new_name(tmp_path):
    async def script():
        ours = programme(tmp_path)
        write_down(ours, {"name": "Zoë"}, made_up_world(1))
        async with app_at(tmp_path) as (app, _):
            app.action_find()
            await until(lambda: isinstance(app.screen, FindScreen) and app.screen.holding)
            await enter(app, "zoe")
            await at_the_list(app, "Zoë")
            choose(app, 0)
            await typed(app, "Zora")
            await at_the_list(app, "Zora")
            app.screen.action_back()
            await until(lambda: isinstance(app.screen, FindScreen) and "Person: Zo" not in shown(app))
            app.screen.query_one(AnswerLine).value = "zora"
            await until(lambda: "Person: Zora" in shown(app))

    asyncio.run(script())
