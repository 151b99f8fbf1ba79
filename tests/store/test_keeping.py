"""What the kit keeps: sessions, events and records, each entry one save."""

from datetime import UTC
from pathlib import Path

import pytest

from kit.model import Change, Event, Origin, Record
from kit.store import NotSaved, Programme, Store, StoreProblem, make_folder, read_history
from tests.store.trouble import crash, cut_last_line, failing

TEA = Programme("abcdefgh", "BCD", "Tea", "2026-01-05T10:00:00+00:00", "first")


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
    with failing("flush", 28), pytest.raises(NotSaved, match="NOT saved: no space is left on the disk"):
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
