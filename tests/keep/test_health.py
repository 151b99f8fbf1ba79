"""What may go wrong is told early and plainly: a full disk, a folder that is sent away, a clock set back, a day past."""

from collections import namedtuple
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.desk import health
from kit.desk.consent import Choice, choose
from kit.desk.health import second_copy, synced_by, warnings
from kit.line.conversation import Conversation
from kit.line.voice import Voice
from tests.keep.programme import WORDS, marked
from tests.keep.test_gate import record_with

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


def test_a_nearly_full_disk_is_told(day, monkeypatch):
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: Usage(10, 10, 31_000_000))
    assert "The disk is nearly full: 31 MB are left." in told(day)


@pytest.mark.parametrize(("path", "service"), [
    ("/home/a/OneDrive - Uni/Workshop Kit/x", "OneDrive - Uni"), ("/Users/a/Library/Mobile Documents/x", "Mobile Documents"),
    ("/home/a/Dropbox/x", "Dropbox"), ("G:/My Drive/x", "My Drive"), ("/home/a/GoogleDrive/x", "GoogleDrive"),
    ("/home/a/Documents/Workshop Kit/x", ""), ("/home/a/drop boxes/x", ""),
])
def test_a_folder_that_is_sent_away_is_told_by_its_path(path, service):
    assert synced_by(Path(path)) == service


def test_a_clock_that_was_set_back_is_told(day):
    assert "Set the clock" in told(day, year=2025)


def test_records_past_their_day_are_told(day):
    choose(day.programme, record_with(day, "caption").id, Choice(keep_until="2026-01-06"), day.world)
    assert "should have been erased" not in told(day, day=6)
    assert "1 record should have been erased by now." in told(day, day=7)
    assert WORDS["caption"] not in told(day, day=7)


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
