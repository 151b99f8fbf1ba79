"""What people wrote: a diary stays its writer's, and what quotes an account goes no further, and goes when it goes."""

from dataclasses import replace

import pytest

from kit.content.library import read_made_up
from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.joining import bundle
from kit.desk.library import load_shelf
from kit.desk.outputs import by_kind, credited, outputs
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.model import Origin, Record, Visible
from kit.model.gate import Way, let_out
from kit.paths import builtin_activities
from kit.store import read_history
from kit.store.archive import unpack
from tests.keep.programme import every_byte

TODAY = "2026-06-01"
ACTIVITY = '''
id = "look-back"
title = "Look back"
summary = "We write."
purpose = "To learn."
source = "For tests."
minutes = 30
least_minutes = 20
power = "People choose."
load = "some"
access = ["Anyone can pass."]
[[steps]]
kind = "write"
headings = ["What happened?"]
[[steps]]
kind = "write"
makes = "diary"
[[steps]]
kind = "code"
frameworks = ["scie-4"]
[[steps]]
kind = "sort"
cards = ["account"]
'''
PLAN = '''
id = "back"
title = "Back"
summary = "We look back."
[[blocks]]
activity = "look-back"
minutes = 30
'''
ANSWERS = (4, None, "1", "zorqtitle day", "1", "zorqrole", "Zorqaccount of a cold hall.", "2", None,  # an account, for the report
           "Zorqdiary at night.", "zorqpassage chosen", "2", None,
           "1", "1", "", "A1", "A2", "", "", "", "A1 zorqnote beside it", None, "zorqnone of these", None, "zorqcode", None, None,
           "1", "1", "zorqtheme", None, "everybody here", "2", "2")
LATER = (4, None, None, None, "1", "2", "9", "", "", "", "", "", None, None, None, None, "", "2", "1")
"""A later workshop, in which somebody else reads the account, and the theme stays a draft."""
WORDS = ("zorqtitle", "zorqrole", "Zorqaccount", "zorqpassage", "zorqnote", "zorqnone", "zorqcode", "zorqtheme")
QUOTING = ("zorqtitle", "zorqrole", "Zorqaccount", "zorqnote", "zorqnone", "zorqcode")
"""What goes where the account goes."""


@pytest.fixture
def programme(tmp_path):
    home = tmp_path / "home"
    programme = new_programme(home, "Ours", "first-meeting", load_shelf(home), made_up_world(1))
    [file] = programme.plans_folder.glob("*.toml")
    file.write_text(PLAN)
    (programme.plans_folder / "look-back.toml").write_text(ACTIVITY)
    run(programme, ANSWERS)
    return programme


def run(programme, answers, seed=2):
    workshop = open_workshop(programme, load_shelf(programme.folder.parent), made_up_world(seed), fresh=True)
    for answer in answers:
        change = workshop.done() if answer is None else workshop.answer(answer)
        assert hasattr(change, "event"), (answer, change, workshop.prompt.ask.question)
    assert workshop.over
    workshop.close()


def out(programme, folder, ways=(Way.ROOM, Way.PAPER, Way.REPORT, Way.EXPORT, Way.PUBLIC)):
    """All that goes out, as records and sentences; and the bundle."""
    told = [f"{record} {credited(record)}" for way in ways for _, group in by_kind(outputs(programme, way, TODAY))
            for record in group]
    bundle(programme, folder / "ours.kit", made_up_world(3))
    return "\n".join([*told, *(data.decode() for data in unpack((folder / "ours.kit").read_bytes()).values())])


def record(programme, kind):
    return next(r for r in read_history(programme.folder).records() if r.kind == kind)


def test_a_diary_goes_out_nowhere_but_for_the_passage_its_writer_chose(programme, tmp_path):
    told = out(programme, tmp_path, tuple(Way))
    assert "Zorqdiary" not in told
    assert [word for word in WORDS if word not in told] == []


@pytest.mark.parametrize("choice", [Choice(visible=Visible.ME), Choice(withdraw=True), Choice(keep_until="2026-01-01")],
                         ids=["visible", "withdrawn", "kept until"])
def test_an_account_that_is_kept_back_takes_what_was_said_of_it_along(programme, tmp_path, choice):
    run(programme, LATER, 8)
    choose(programme, record(programme, "account").id, choice, made_up_world(4))
    told = out(programme, tmp_path)
    assert [word for word in QUOTING if word in told] == []
    assert "zorqtheme" in told


def test_an_account_for_this_group_is_in_no_report(programme, tmp_path):
    choose(programme, record(programme, "account").id, Choice(visible=Visible.GROUP), made_up_world(4))
    report = str(outputs(programme, Way.REPORT, TODAY))
    assert [word for word in QUOTING if word in report] == []


@pytest.mark.parametrize("kind", ["account", "diary"])
def test_what_is_forgotten_is_in_no_file_and_nothing_that_quotes_it_is(programme, kind):
    words = QUOTING if kind == "account" else ("Zorqdiary", "zorqpassage")
    run(programme, LATER, 8)
    assert forget(programme, record(programme, kind).id, made_up_world(5)).still == ()
    raw = every_byte(programme.folder).decode(errors="replace")
    assert [word for word in words if word in raw] == []
    open_workshop(programme, load_shelf(programme.folder.parent), made_up_world(6), fresh=True).close()


def test_a_coding_whose_account_has_gone_goes_out_nowhere():
    coding = Record("c", "coding", "2026-01-01T10:00:00+00:00", Origin(), {"of": "gone", "note": "zorq"}, Visible.PUBLIC)
    for way in Way:
        assert "zorq" not in str(let_out([coding], way, TODAY))
    account = replace(coding, id="new", kind="account", content={"key": "gone"})
    assert "zorq" in str(let_out([coding, account], Way.PUBLIC, TODAY))


def test_made_up_people_write_read_and_sort(programme):
    workshop = open_workshop(programme, load_shelf(programme.folder.parent), made_up_world(7), fresh=True)
    words = read_made_up(builtin_activities() / "made-up.toml")
    room = MadeUpPeople(9, words, 1)
    while not workshop.over:
        command, value = room.answer(workshop.prompt)
        assert hasattr(workshop.answer(value) if command == "answer" else workshop.done(), "event")
    made = {r.kind for r in workshop.records}
    titles = {r.content["title"] for r in workshop.records if r.kind == "account" and r.id.startswith(workshop.id)}
    workshop.close()
    assert titles <= set(words["title"])
    assert {"account", "diary", "coding", "theme"} <= made
