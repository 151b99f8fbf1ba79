"""A line of linked workshops: what is done follows from what was run, and the team can change all of it."""

import asyncio

import pytest

from kit.content.check import check
from kit.content.library import load
from kit.content.line_files import line_text
from kit.content.reader import read_either
from kit.desk import stage_acts
from kit.desk.another import add_workshop, source
from kit.desk.library import load_shelf, plans_of
from kit.desk.next_workshop import next_plan, run_before
from kit.desk.programmes import new_programme
from kit.desk.stage_words import line_lines
from kit.desk.stages import change_line, line_of, standings
from kit.desk.starting import starts
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.line.menu import Menu
from kit.line.stages import Stages
from kit.line.voice import Voice
from kit.model import Line, Refusal
from kit.paths import builtin_activities
from kit.store import read_history
from kit.tui.answer_line import AnswerLine
from kit.tui.screens.ask import AskWords
from kit.tui.screens.choose import Choose
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.stages import StagesScreen
from kit.tui.screens.talk import TalkScreen
from kit.tui.screens.tell import Tell
from tests.programmes.lines import LINE, our_year, run
from tests.rooms import HOSTILE
from tests.tui.playing import app_at, choose, enter, listing, shown, until


def said(programme, shelf):
    return [str(one.state) for one in standings(programme, shelf)]


def test_a_stage_is_done_when_its_workshop_has_been_at_every_site(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    assert said(programme, shelf) == ["now", "next", "later", "later"]
    run(programme, shelf, world)
    assert said(programme, shelf) == ["done", "now", "next", "later"]
    run(programme, shelf, world)
    assert standings(programme, shelf)[1].left == ("Devon",)
    run(programme, shelf, world)
    assert said(programme, shelf) == ["done", "done", "done", "now"]


def test_records_say_at_which_site_they_were_made(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    run(programme, shelf, world)
    assert {r.origin.site for r in run(programme, shelf, world)} == {"Leeds"}
    assert {r.origin.site for r in run(programme, shelf, world, site=f" {HOSTILE} ")} == {"[/] [b] ]0;x ünïcödé 名前 🙂"}


def test_a_workshop_that_was_begun_goes_on_for_its_own_stage(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    open_workshop(programme, shelf, world).close()
    assert said(programme, shelf)[0] == "now"
    assert standings(programme, shelf)[0].runs[0].over is False


def test_what_the_team_says_of_a_stage_wins_over_what_was_run(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    assert isinstance(change_line(programme, shelf, world, lambda line: stage_acts.done(line, "home")), Line)
    assert said(programme, shelf)[3] == "done"
    run(programme, shelf, world)
    change_line(programme, shelf, world, lambda line: stage_acts.open_again(line, "1"))
    assert said(programme, shelf)[0] == "now"


def test_a_change_stands_in_the_text_file_and_notes_at_its_top_stay(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    parts = ["date=2027-03-31", f"due=A cup; {HOSTILE}"]
    change_line(programme, shelf, world, lambda line: stage_acts.set_parts(line, "home", parts))
    text = (programme.plans_folder / "stages.toml").read_text("utf-8")
    assert text.startswith("# Our own year.\n")
    stage = line_of(programme, shelf).stages[3]
    assert (stage.date, stage.due[0]) == ("2027-03-31", "A cup")
    assert "\x1b" not in "".join(stage.due)


@pytest.mark.parametrize(("act", "sentence"), [
    (lambda line: stage_acts.done(line, "hom"), "There is no stage 'hom' here; did you mean \"home\"?"),
    (lambda line: stage_acts.move(line, "1", "9"), "There is no place '9'. The line has places 1 to 4."),
    (lambda line: stage_acts.set_parts(line, "1", ["date=soon"]), "Write it as year, month and day, such as 2027-03-31."),
    (lambda line: stage_acts.set_parts(line, "1", ["state=maybe"]), "state cannot be 'maybe'"),
    (lambda line: stage_acts.set_parts(line, "1", ["nonsense"]), "'nonsense' sets nothing."),
    (lambda line: stage_acts.add(line, " "), "Say what the stage is called."),
])
def test_what_cannot_be_done_is_a_sentence_and_changes_nothing(tmp_path, act, sentence):
    programme, shelf, world = our_year(tmp_path)
    before = (programme.plans_folder / "stages.toml").read_bytes()
    outcome = change_line(programme, shelf, world, act)
    assert isinstance(outcome, Refusal)
    assert sentence in str(outcome)
    assert (programme.plans_folder / "stages.toml").read_bytes() == before


def test_a_programme_with_one_plan_has_a_line_of_one_stage_that_can_grow(tmp_path):
    _, shelf, world = our_year(tmp_path)
    programme = new_programme(tmp_path, "Small", "first-meeting", shelf, world)
    assert [one.stage.plan for one in standings(programme, shelf)] == ["first-meeting"]
    change_line(programme, shelf, world, lambda line: stage_acts.add(line, "A day out", "1"))
    assert standings(programme, shelf)[0].stage.title == "A day out"
    assert [r.kind for r in run(programme, shelf, world)]


def test_plain_mode_hears_and_changes_the_stages(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    told = []
    lines = ["done 4", "add A day out at 1", "move 5 to 2", "set 1 date 2027-01-02", "remove 3", "nonsense", "?", "show", "stop"]
    Stages(programme, shelf, world, Voice(told.append, lambda: lines.pop(0) if lines else None)).run()
    text = "".join(told)
    assert text.count("Saved.") == 5
    assert "That is no change that I know." in text
    assert "1. [now] A day out (2027-01-02)." in text
    assert [one.stage.id for one in standings(programme, shelf)] == ["a-day-out", "home", "look", "share"]


def test_a_line_reads_back_as_the_very_same_line(tmp_path):
    (tmp_path / "line.toml").write_text(LINE, encoding="utf-8")
    line = read_either(tmp_path / "line.toml").value
    (tmp_path / "again.toml").write_text(line_text(line), encoding="utf-8")
    assert read_either(tmp_path / "again.toml").value.stages == line.stages


@pytest.mark.parametrize(("old", "new", "sentence"), [
    ('id = "look"', 'id = "meet"', 'stage 2 has the id "meet", which another stage has too. Change one of them.'),
    ('within = "look"', 'within = "lok"', 'stage 3 is within "lok", and no stage before it has that id; did you mean "look"?'),
    ('due = ["A pen"]', 'date = "1 May"', 'stage 2 has the date "1 May". Write it as year, month and day'),
    ('plan = "our-year-meet"', 'plan = "first-metting"', 'stage 1 runs the plan "first-metting", which is in no folder'),
    ('approach =', 'approach-2 =', 'the file has "approach-2", which means nothing here; did you mean "approach"?'),
    ('phase = "Spring"', 'approach = "x"', 'which belongs to the whole programme'),
])
def test_what_is_wrong_in_a_programme_file_is_told_with_its_line(tmp_path, old, new, sentence):
    (tmp_path / "line.toml").write_text(LINE.replace(old, new, 1), encoding="utf-8")
    shelf = load([builtin_activities()])
    assert any(sentence in str(problem) for problem in check(tmp_path / "line.toml", shelf))


def test_stages_are_said_under_their_phases_with_what_is_due(tmp_path):
    programme, shelf, _ = our_year(tmp_path)
    lines = list(line_lines(standings(programme, shelf)))
    assert lines[0] == "Spring:"
    assert lines[2] == "2. [next] We look back. At Leeds and Devon. Due before: A pen."


def test_a_first_workshop_is_not_run_twice_and_the_next_one_is_planned_in_the_same_list(tmp_path):
    _, shelf, world = our_year(tmp_path)
    small = new_programme(tmp_path, "Small", "first-meeting", shelf, world)
    assert run_before(small, shelf, None) is None
    run(small, shelf, world)
    assert run_before(small, shelf, None).id == "first-meeting"
    told, lines = [], ["1", "0", "1", "1", "1", "Our second [/] meeting", "0", "0"]
    menu = Menu(tmp_path, shelf, world, Voice(told.append, lambda: lines.pop(0) if lines else None))
    menu._programme(small)
    text = "".join(told)
    assert "was run to its end already.\n1. Plan the next workshop." in text
    assert "A copy of your last plan:" in text
    assert [one.stage.title for one in standings(small, shelf)][1:] == ["Our second [/] meeting"]
    assert next_plan(small, shelf, plans_of(small, shelf), read_history(small.folder, None)).id == "first-meeting-2"
    assert run_before(small, shelf, None) is None
    assert run_before(small, shelf, "first-meeting", fresh=True).id == "first-meeting"


def test_a_stage_without_a_plan_is_given_one_and_a_new_workshop_is_a_stage_of_its_own(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    change_line(programme, shelf, world, lambda line: stage_acts.add(line, "A day out"))
    add_workshop(programme, shelf, world, source(programme, shelf, "first-meeting"), "The day", "a-day-out")
    add_workshop(programme, shelf, world, source(programme, shelf, "first-meeting"), "")
    assert [one.stage.plan for one in standings(programme, shelf)][-2:] == ["first-meeting", "first-meeting-2"]
    assert plans_of(programme, shelf)[-2].title == "The day"


def test_the_templates_begin_with_the_shortest_way_in_and_say_what_is_one_workshop(tmp_path):
    offered = starts(load_shelf(tmp_path))
    assert [start.id for start in offered[:2]] == ["sixty-minute-drawing", "first-meeting"]
    kinds = ["A programme of" in start.words for start in offered]
    assert kinds == sorted(kinds)
    assert all("One workshop, " in start.words for start, whole in zip(offered, kinds, strict=True) if not whole)


def test_the_app_asks_before_a_plan_is_run_a_second_time_and_plans_the_next_one(tmp_path):
    shelf, world = load_shelf(tmp_path), made_up_world(1)
    small = new_programme(tmp_path, "Small", "first-meeting", shelf, world)
    run(small, shelf, world)

    async def through():
        async with app_at(tmp_path, opens=small) as (app, _):
            await until(lambda: listing(app))
            choose(app, "on")
            await until(lambda: isinstance(app.screen, Choose) and listing(app))
            assert "was run to its end already" in shown(app)
            choose(app, 0)
            await until(lambda: isinstance(app.screen, TalkScreen) and listing(app))
            choose(app, 0)
            await until(lambda: isinstance(app.screen, AskWords) and app.screen.query(AnswerLine)
                        and app.screen.query_one(AnswerLine).value)
            await enter(app, "Our second")
            await until(lambda: isinstance(app.screen, Tell) and "It is the next workshop" in shown(app))
            assert plans_of(small, shelf)[1].title == "Our second"
            app.screen.dismiss()
            await until(lambda: isinstance(app.screen, ProgrammeScreen))
            await app.push_screen(StagesScreen(small))
            await until(lambda: "2. Our second" in shown(app) and "Plan the next workshop" in shown(app))

    asyncio.run(through())
