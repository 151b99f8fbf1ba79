"""What comes of a deciding day: the register, promises and their numbers, the same by command, in the app and in plain mode."""

import asyncio
import json

import pytest

from kit.cli import main
from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.register import as_data, promise_lines, read_register, register_lines, settle
from kit.line.deciding import hear_register
from kit.line.voice import Voice
from kit.model import Visible
from kit.model.gate import Way
from kit.store import StoreProblem, read_history
from kit.tui.screens.decisions import DecisionsScreen
from kit.tui.text import Words
from tests.deciding import decided
from tests.rooms import HOSTILE
from tests.tui.playing import app_at, until


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    return decided(tmp_path_factory.mktemp("home"))


@pytest.fixture
def fresh(tmp_path):
    return decided(tmp_path)


def test_a_deciding_day_leaves_every_kind_of_result(day):
    kinds = {record.kind for record in read_history(day[0].folder).records()}
    assert {"vote", "rating-rule", "rating", "ranking", "decision", "dissent", "promise", "lesson", "proposal"} <= kinds


def test_the_register_says_who_decides_the_counts_and_the_other_views(day):
    register = read_register(day[0])
    words = "\n".join(line for heading, lines in register_lines(register) for line in (heading, *lines))
    for part in ("Who has the final say: ", "What cannot change: ", "ballots in all", "Seen another way: ", "Brought back: ",
                 "Promises", "What went wrong, what we changed"):
        assert part in words
    assert all(entry.dissent for entry in register.decisions)


def test_a_promise_keeps_its_number_whatever_comes_of_it(fresh):
    programme, _, world = fresh
    before = promise_lines(read_register(programme))
    assert settle(programme, 2, "could not", HOSTILE, "the group", world).count("could not") == 1
    after = read_register(programme)
    assert [line.split(" (")[0] for line in promise_lines(after)] == [line.split(" (")[0] for line in before]
    assert (after.promises[1].content["state"], after.promises[1].content["told"]) == ("could not", "the group")
    settle(programme, 2, "done", "", "", world)
    assert read_register(programme).promises[1].content["why"] == ""


@pytest.mark.parametrize(("number", "state", "words", "sentence"), [
    (99, "done", "", "There are promises 1 to"), (0, "done", "", "no promise 0"), (1, "perhaps", "", "open, done or could not"),
    (1, "done", "x" * 20_001, "in fewer")])
def test_news_that_makes_no_sense_is_refused_with_a_sentence(day, number, state, words, sentence):
    with pytest.raises(StoreProblem, match=sentence):
        settle(day[0], number, state, words, "", day[2])


def test_a_view_that_its_maker_takes_back_leaves_the_register_and_no_other_way_does(fresh):
    programme, _, world = fresh
    entry = read_register(programme).decisions[0]
    choose(programme, entry.record.id, Choice(visible=Visible.PUBLIC), world)
    assert read_register(programme, Way.PUBLIC).decisions[0].dissent == entry.dissent
    views = [r for r in read_history(programme.folder).records() if r.kind == "dissent"]
    for view in [r for r in views if r.content["text"] in entry.dissent]:
        choose(programme, view.id, Choice(withdraw=True), world)
    assert read_register(programme, Way.PUBLIC).decisions[0].dissent == ()


def test_the_command_says_it_in_words_and_as_data(day, capsys):
    assert main(["decisions", str(day[0].folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == json.loads(json.dumps(as_data(read_register(day[0]))))
    assert main(["decisions", str(day[0].folder)]) == 0
    assert "Seen another way" in capsys.readouterr().out
    assert main(["promises", str(day[0].folder), "1"]) == 2
    assert "open, done or could-not" in capsys.readouterr().err


def test_a_promise_can_be_settled_by_a_command(fresh, capsys):
    words = ["could-not", "--why", "The hall was shut", "--told", "all", "--json"]
    assert main(["promises", str(fresh[0].folder), "1", *words]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["state"], first["why"], first["told"]) == ("could not", "The hall was shut", "all")


def test_plain_mode_hears_the_register_and_settles_a_promise(fresh):
    said, lines = [], ["7000", "1", "2", "", "everybody", "0"]
    hear_register(fresh[0], fresh[2], Voice(said.append, lambda: lines.pop(0) if lines else None))
    assert "That is none of the numbers.\n" in said
    assert any(line.startswith("Saved. ") and "(done)" in line and "Told back to everybody." in line for line in said)


def test_the_app_shows_the_register_and_settles_a_promise(fresh):
    programme, *_ = fresh

    async def script():
        async with app_at(programme.folder.parent) as (app, pilot):
            app.push_screen(DecisionsScreen(programme))
            await until(lambda: isinstance(app.screen, DecisionsScreen)
                        and any("Seen another way" in str(words.content) for words in app.screen.query(Words)))
            await pilot.press("f9")
            for keys in (["enter"], ["down", "enter"], ["enter"], ["enter"]):
                before = app.screen
                await until(lambda: app.screen.is_modal and app.screen.focused)
                before = app.screen
                await pilot.press(*keys)
                await until(lambda before=before: app.screen is not before)
            await until(lambda: "Saved. " in str(app.screen.query_one(".told", Words).content))

    asyncio.run(script())
    assert read_register(programme).promises[0].content["state"] == "done"


def test_an_option_that_is_forgotten_is_in_no_count_any_more(tmp_path):
    programme, _, world = decided(tmp_path, steps=({"kind": "vote", "question": "What next?"},))
    [first, *_] = [r for r in read_history(programme.folder).records() if r.kind == "proposal"]
    assert forget(programme, first.id, world).still == ()
    [vote] = [r for r in read_history(programme.folder).records() if r.kind == "vote"]
    assert first.content["text"] not in vote.content["options"].values()
    assert sum(vote.content["counts"].values()) + vote.content["empty"] == vote.content["people"]
