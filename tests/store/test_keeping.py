"""What the kit keeps: sessions, events and records, each entry one save, there again after any end."""

import os
import subprocess
import sys
from datetime import UTC
from pathlib import Path

import pytest

from kit.model import Change, Event, Origin, Record
from kit.store import NotSaved, Programme, Store, StoreProblem, make_folder, read_history
from tests.rooms import HOSTILE
from tests.store.trouble import crash, cut_last_line, failing

TEA = Programme("abcdefgh", "BCD", "Tea", "2026-01-05T10:00:00+00:00", "first")


def _change(number: int, text: str = "a thought", taken_back: tuple[str, ...] = ()) -> Change:
    record = Record(f"r{number}", "thought", "2026-03-02T10:00:00+00:00", Origin(programme="p"), {"text": text})
    return Change(Event(number, "2026-03-02T10:00:00+00:00", "answered", {"value": text}), (record,), taken_back)


def test_changes_come_back_in_order_with_their_records(tmp_path: Path) -> None:
    store = Store(tmp_path, "10:00")
    for number in range(1, 4):
        store.keep("s", _change(number, f"{HOSTILE} {number}"))
    store.close()
    again = Store(tmp_path, "11:00")
    assert again.sessions() == ("s",)
    assert [e.number for e in again.events("s")] == [1, 2, 3]
    assert [r.content["text"] for r in again.records()] == [f"{HOSTILE} {n}" for n in (1, 2, 3)]
    again.close()


def test_what_was_taken_back_does_not_come_again(tmp_path: Path) -> None:
    store = Store(tmp_path, "10:00")
    store.keep("s", _change(1))
    store.keep("s", Change(Event(2, "2026-03-02T10:00:01+00:00", "undone", {"of": 1}), (), ("r1",)))
    store.close()
    assert read_history(tmp_path).records() == ()


def test_a_record_from_outside_a_session_is_kept_without_one(tmp_path: Path) -> None:
    store = Store(tmp_path, "10:00")
    store.keep_record(_change(1).added[0])
    store.close()
    assert read_history(tmp_path).sessions() == ()
    assert len(read_history(tmp_path).records()) == 1


def test_a_second_window_is_told_and_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "14:02")
    code = f"from pathlib import Path; from kit.store import Store; Store(Path({str(tmp_path)!r}), '15:00')"
    second = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"already open in another window (process {os.getpid()}, since 14:02)" in second.stderr
    store.keep("s", _change(1))
    store.close()
    Store(tmp_path, "15:00").close()


def test_a_folder_is_free_again_after_a_kill(tmp_path: Path) -> None:
    code = (f"from pathlib import Path; from kit.store import Store; Store(Path({str(tmp_path)!r}), '15:00');"
            "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    subprocess.run([sys.executable, "-c", code], check=False)
    Store(tmp_path, "15:01").close()


def _record(number: int) -> Record:
    return Record(f"r{number}", "thought", f"2026-01-05T14:{number:02}:00+00:00", Origin(), {"text": str(number)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new programme."""
    return make_folder(tmp_path, TEA).folder


def test_what_is_kept_is_there_after_any_end(folder: Path) -> None:
    store = Store(folder, "10:00")
    store.keep("s1", Change(Event(1, "2026-01-05T14:00:00+00:00", "begin", {"a": [1]}), (_record(1), _record(2))))
    store.keep("s1", Change(Event(2, "2026-01-05T14:01:00+00:00", "undone"), (), ("r2",)))
    store.keep_record(_record(3))
    crash(store.database)
    again = Store(folder, "10:00")
    assert again.records() == read_history(folder).records() == store.records() == (_record(1), _record(3))
    assert again.events("s1") == store.events("s1")
    assert again.sessions() == ("s1",)
    again.close()
    assert read_history(folder).records() == (_record(1), _record(3))


def test_a_refused_entry_is_not_in_memory_either(folder: Path) -> None:
    store = Store(folder, "10:00")
    store.keep_record(_record(1))
    with failing("flush", 28), pytest.raises(NotSaved, match="NOT saved: no space left on the disk"):
        store.keep_record(_record(2))
    assert store.records() == (_record(1),)
    store.keep_record(_record(3))
    crash(store.database)
    assert read_history(folder).records() == (_record(1), _record(3))


def test_after_a_crash_it_says_how_much_is_here_and_from_when(folder: Path) -> None:
    store = Store(folder, "10:00")
    for number in (1, 2, 3):
        store.keep_record(_record(number))
    crash(store.database)
    cut_last_line(folder / "wal-000001-01.jsonl")
    (folder / "LOCK").write_bytes(b"")
    [told] = Store(folder, "10:00").told(UTC)
    assert told.endswith("Everything that was shown as saved before it is here (2 entries, the last at 14:02).")


def test_a_folder_that_has_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="any more"):
        Store(tmp_path / "gone", "10:00")
    with pytest.raises(StoreProblem, match="any more"):
        read_history(tmp_path / "gone")
    assert list(tmp_path.iterdir()) == []


def test_an_ordinary_day_has_nothing_to_say(folder: Path) -> None:
    store = Store(folder, "10:00")
    store.keep_record(_record(1))
    store.close()
    assert Store(folder, "10:00").told() == ()


def test_a_programme_whose_records_have_gone_is_not_an_empty_one(folder: Path) -> None:
    for path in [*folder.glob("*.jsonl"), folder / "LOCK"]:
        path.unlink()
    with pytest.raises(StoreProblem, match="have gone"):
        Store(folder, "10:00")
    with pytest.raises(StoreProblem, match="have gone"):
        read_history(folder).records()


def test_a_damaged_header_is_healed_from_its_copy(folder: Path) -> None:
    before = (folder / "programme.json").read_bytes()
    (folder / "programme.json").write_bytes(before[:20])
    store = Store(folder, "10:00")
    assert store.programme().name == "Tea"
    store.close()
    assert (folder / "programme.json").read_bytes() == before


def test_entries_that_are_none_of_ours_are_refused(folder: Path) -> None:
    store = Store(folder, "10:00")
    store.database.table("entries").insert({"something": "else"})
    store.close()
    with pytest.raises(StoreProblem, match="not one this version of the kit can read"):
        Store(folder, "10:00")
    with pytest.raises(StoreProblem):
        read_history(folder).records()


def test_a_second_window_is_refused_and_the_first_goes_on(folder: Path) -> None:
    store = Store(folder, "10:00")
    with pytest.raises(StoreProblem, match="another window"):
        Store(folder, "10:01")
    store.keep_record(_record(1))
    assert read_history(folder).records() == (_record(1),)
    store.close()


def test_a_folder_that_can_only_be_read_opens_and_refuses_to_save(folder: Path) -> None:
    store = Store(folder, "10:00")
    store.keep_record(_record(1))
    store.close()
    with failing("open", 30, name="LOCK"):
        store = Store(folder, "10:00")
    assert store.records() == (_record(1),)
    assert not store.writable
    with pytest.raises(NotSaved, match="can only be read"):
        store.keep_record(_record(2))
    store.close()
