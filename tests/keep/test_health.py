"""What may go wrong is told early and plainly: a full disk, a folder that is sent away, a clock set back, a day past."""

import asyncio
from collections import namedtuple
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kit.cli import main
from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.health import due_at_home, look, second_copy, warnings
from kit.desk.settings import Settings
from kit.line.conversation import Conversation
from kit.line.menu import Menu
from kit.line.voice import Voice
from kit.store import surroundings
from kit.tui.kitapp import KitApp
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.text import Words
from tests.keep.programme import WORDS, marked
from tests.keep.test_gate import record_with
from tests.tui.playing import until

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path / "home")


def told(marked_day, **now):
    world = replace(marked_day.world, clock=lambda: datetime(2026, 1, 5, 12, tzinfo=UTC).replace(**now))
    return " ".join(warnings(marked_day.programme, world))


def test_all_is_quiet_with_a_fresh_second_copy(day, tmp_path):
    (tmp_path / "stick").mkdir()
    assert "no second copy" in told(day)
    second_copy(day.programme, tmp_path / "stick", day.world, lambda *_: None)
    assert told(day) == ""


def test_work_since_the_last_copy_is_told_on_the_same_day_too(day, tmp_path):
    (tmp_path / "stick").mkdir()
    second_copy(day.programme, tmp_path / "stick", day.world, lambda *_: None)
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.close()
    assert "The second copy is of 2026-01-05; there is newer work here." in told(day)


TROUBLES = {"a disk nearly full": "The disk is nearly full: 31 MB are left.", "a service": "This folder is in Dropbox",
            "a clock set back": "The laptop's clock may be wrong"}


@pytest.fixture(params=TROUBLES)
def trouble(request, tmp_path, monkeypatch):
    """A programme in trouble, with its home, a world, and what is to be told."""
    home = tmp_path / ("Dropbox" if request.param == "a service" else "home")
    ours = marked(home)
    if request.param == "a disk nearly full":
        monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda _: Usage(10, 10, 31_000_000))
    if request.param == "a clock set back":
        clock = datetime(2025, 1, 5, 12, tzinfo=UTC)
        ours.world = replace(ours.world, clock=lambda: clock)
        monkeypatch.setattr("kit.commands.keeping.real_world", lambda: ours.world)
    return ours, TROUBLES[request.param]


def test_the_doctor_tells_of_trouble_around_the_folder(trouble, capsys):
    day, sentence = trouble
    main(["doctor", str(day.programme.folder), "--home", str(day.home)])
    assert sentence in capsys.readouterr().out


def test_plain_mode_tells_of_trouble_around_the_folder(trouble):
    day, sentence = trouble
    said, lines = [], iter(["4", "0", "0"])
    Menu(day.home, day.shelf, day.world, Voice(said.append, lambda: next(lines))).run()
    assert sentence in "".join(said)


def test_the_app_tells_of_trouble_around_the_folder(trouble):
    day, sentence = trouble

    async def script():
        app = KitApp(day.home, programme=day.programme, world=day.world, settings=Settings())
        async with app.run_test(size=(80, 24)):
            await until(lambda: isinstance(app.screen, ProgrammeScreen) and sentence in shown_words(app, ".told"))

    asyncio.run(script())


@pytest.fixture
def past(day):
    """A caption whose day is past tomorrow, and the day after."""
    caption = record_with(day, "caption")
    [now] = choose(day.programme, caption.id, Choice(keep_until="2026-01-06"), day.world)
    after = datetime(2026, 1, 7, 12, tzinfo=UTC)
    assert "should have been erased" not in told(day, day=6)
    day.world = replace(day.world, clock=lambda: after)
    return now


def test_records_past_their_day_are_told_one_by_one_without_their_words(day, past, monkeypatch, capsys):
    monkeypatch.setattr("kit.commands.keeping.real_world", lambda: day.world)
    line = f"Captions, A1, to be kept until 2026-01-06. To erase it: kit forget {day.programme.code} {past.id}"
    main(["doctor", str(day.programme.folder), "--home", str(day.home)])
    out = capsys.readouterr().out
    assert "1 record should have been erased by now.\n" in out
    assert f"{line}\n" in out
    assert WORDS["caption"] not in out
    said = []
    Menu(day.home, day.shelf, day.world, Voice(said.append, lambda: None)).run()
    assert f"Ours. 1 record should have been erased by now.\n{line}\n" in "".join(said)
    forget(day.programme, past.id, day.world)
    assert list(due_at_home(day.home, day.world)) == []


def test_the_apps_first_screen_has_the_records_past_their_day(day, past):
    async def script():
        app = KitApp(day.home, world=day.world, settings=Settings())
        async with app.run_test(size=(80, 24)):
            await until(lambda: past.id in shown_words(app, "#due"))
            assert "Captions, A1" in shown_words(app, "#due")

    asyncio.run(script())


def shown_words(app, which):
    return str(app.screen.query_one(which, Words).render())


def test_the_doctor_says_how_far_it_has_come(day):
    steps = []
    look(day.programme, day.world, lambda *step: steps.append(step))
    assert [done for done, _, _ in steps] == list(range(len(steps)))
    assert steps[-1][0] == steps[-1][1] == len(list(day.programme.folder.glob("*.jsonl")))


def test_the_plain_front_end_says_after_a_crash_what_is_not_here(day):
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.answer("Ana")
    workshop._store.engine._let_go()
    journal = max(day.programme.folder.glob("wal-*"))
    journal.write_bytes(journal.read_bytes().rstrip(b"\0\n") + b'\nJ1 0f3a9be1c2d45678 9 {"s":99,"o":[["p","ent')
    said = []
    workshop = day.open()
    Conversation(workshop, Voice(said.append, lambda: None)).run()
    workshop.close()
    assert "The computer stopped while an entry was being saved." in said[0]
    assert "the last at 10:" in said[0]


def test_the_plain_front_end_makes_a_second_copy_while_the_workshop_runs(day, tmp_path):
    (tmp_path / "stick").mkdir()
    said, lines = [], iter([f"copy: {tmp_path / 'stick'}", "copy: /no/such/folder", "stop"])
    workshop = day.open(fresh=True)
    Conversation(workshop, Voice(said.append, lambda: next(lines))).run()
    workshop.close()
    assert f"A second copy was made and verified: {tmp_path / 'stick' / 'Ours'}.\n" in said
    assert any("There is no folder" in line for line in said)
