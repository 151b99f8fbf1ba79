"""What was kept is there again, whole, and a second window cannot get in the way."""

import os
import subprocess
import sys

import pytest

from kit.model import Change, Event, Origin, Record
from kit.store import Store, StoreProblem, read_history
from kit.store import safefile as disk
from tests.rooms import HOSTILE


def change(number, text="a thought", taken_back=()):
    record = Record(f"r{number}", "thought", "2026-03-02T10:00:00+00:00", Origin(programme="p"), {"text": text})
    return Change(Event(number, "2026-03-02T10:00:00+00:00", "answered", {"value": text}), (record,), taken_back)


def test_changes_come_back_in_order_with_their_records(tmp_path):
    store = Store(tmp_path, "10:00")
    for number in range(1, 4):
        store.keep("s", change(number, f"{HOSTILE} {number}"))
    store.close()
    again = Store(tmp_path, "11:00")
    assert again.sessions() == ("s",)
    assert [e.number for e in again.events("s")] == [1, 2, 3]
    assert [r.content["text"] for r in again.records()] == [f"{HOSTILE} {n}" for n in (1, 2, 3)]
    again.close()


def test_what_was_taken_back_does_not_come_again(tmp_path):
    store = Store(tmp_path, "10:00")
    store.keep("s", change(1))
    store.keep("s", Change(Event(2, "2026-03-02T10:00:01+00:00", "undone", {"of": 1}), (), ("r1",)))
    store.close()
    assert read_history(tmp_path).records() == ()


def test_a_record_from_outside_a_session_is_kept_without_one(tmp_path):
    store = Store(tmp_path, "10:00")
    store.keep_record(change(1).added[0])
    store.close()
    assert read_history(tmp_path).sessions() == ()
    assert len(read_history(tmp_path).records()) == 1


def test_a_second_window_is_told_and_changes_nothing(tmp_path):
    store = Store(tmp_path, "14:02")
    code = f"from pathlib import Path; from kit.store import Store; Store(Path({str(tmp_path)!r}), '15:00')"
    second = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"already open in another window (process {os.getpid()}, since 14:02)" in second.stderr
    store.keep("s", change(1))
    store.close()
    Store(tmp_path, "15:00").close()


def test_a_folder_is_free_again_after_a_kill(tmp_path):
    code = (f"from pathlib import Path; from kit.store import Store; Store(Path({str(tmp_path)!r}), '15:00');"
            "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    subprocess.run([sys.executable, "-c", code], check=False)
    Store(tmp_path, "15:01").close()


def test_a_save_that_fails_says_so_and_changes_nothing(tmp_path, monkeypatch):
    store = Store(tmp_path, "10:00")
    store.keep("s", change(1))

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(disk.os, "fsync", full)
        with pytest.raises(StoreProblem, match="NOT saved: no space left on device"):
            store.keep("s", change(2))
    assert len(store.records()) == 1
    store.keep("s", change(3))
    store.close()
    assert [r.id for r in read_history(tmp_path).records()] == ["r1", "r3"]
