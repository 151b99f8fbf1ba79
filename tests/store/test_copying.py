"""A second copy is one only when it was read back where it lies."""

import errno
import shutil
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from kit.model import Origin, Record
from kit.store import Programme, Store, StoreProblem, make_folder, read_history
from kit.store import disk as disk_calls
from kit.store.copying import make_copy
from kit.store.privacy import seal, unlock
from kit.store.vault import Cost
from tests.store.trouble import contents, failing, watched


@pytest.fixture
def store(tmp_path: Path) -> Any:
    """An open programme with three records and a plan."""
    programme = make_folder(tmp_path / "home", Programme("abcdefgh", "BCD", "Tea", "2026-01-05T10:00:00+00:00", "first"))
    (tmp_path / "stick").mkdir()
    store = Store(programme.folder, "10:00")
    store.papers.write("plans/1.toml", b"title = 'Tea'")
    for number in range(3):
        _keep(store, number)
    yield store
    store.close()


def _keep(store: Store, number: int) -> None:
    store.keep_record(Record(f"r{number}", "thought", "2026-01-05T10:00:00+00:00", Origin(), {"text": str(number)}))


def test_a_copy_opens_as_the_programme_does(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    copy = make_copy(store.engine.folder, tmp_path / "stick", store.engine, lambda *what: told.append(what))
    assert read_history(copy.folder).records() == store.records()
    assert copy.last == store.engine.last
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] == copy.size
    assert (copy.folder / "plans" / "1.toml").exists()


def test_a_copy_is_brought_up_to_date_and_loses_what_was_erased(store: Store, tmp_path: Path) -> None:
    make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    (tmp_path / "stick" / "Tea" / "my own note.txt").write_text("bring cups")
    _keep(store, 3)
    store.engine.purge_history()
    copy = make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    assert read_history(copy.folder).records() == store.records()
    ours = {name: data for name, data in contents(copy.folder).items() if name != "my own note.txt"}
    assert ours == contents(store.engine.folder)
    assert (copy.folder / "my own note.txt").exists()


def test_a_closed_folder_can_be_copied_too(store: Store, tmp_path: Path) -> None:
    store.close()
    copy = make_copy(store.engine.folder, tmp_path / "stick")
    assert len(read_history(copy.folder).records()) == 3


def test_a_locked_folder_is_copied_byte_for_byte(store: Store, tmp_path: Path) -> None:
    store.close()
    seal(store.engine.folder, "a passphrase", cost=Cost(64, 1))
    copy = make_copy(store.engine.folder, tmp_path / "stick")
    assert copy.last is None
    assert contents(copy.folder) == contents(store.engine.folder)
    assert len(read_history(copy.folder, unlock(copy.folder, "a passphrase")).records()) == 3


def test_a_plain_copy_becomes_a_sealed_one_when_the_programme_does(store: Store, tmp_path: Path) -> None:
    make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    store.close()
    seal(store.engine.folder, "a passphrase", cost=Cost(64, 1))
    copy = make_copy(store.engine.folder, tmp_path / "stick")
    assert b"title" not in b"".join(contents(copy.folder).values())


def test_a_damaged_folder_can_be_copied_as_it_is(store: Store, tmp_path: Path) -> None:
    store.close()
    for path in store.engine.folder.glob("*.jsonl"):
        path.write_bytes(b"#" * 99)
    copy = make_copy(store.engine.folder, tmp_path / "stick")
    assert contents(copy.folder) == contents(store.engine.folder)


def test_a_stick_that_gives_back_something_else_is_told(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = disk_calls.read_from_disk
    monkeypatch.setattr(disk_calls, "read_from_disk",
                        lambda path: honest(path)[:-1] if "stick" in path.parts else honest(path))
    with pytest.raises(StoreProblem, match="NOT good"):
        make_copy(store.engine.folder, tmp_path / "stick", store.engine)


def test_a_stick_without_room_is_told_before_anything_is_written(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("Usage", "total used free")(10, 10, 0))
    with pytest.raises(StoreProblem, match="no room"):
        make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    assert not list((tmp_path / "stick").iterdir())


def test_a_copy_that_stops_half_way_can_be_made_again(store: Store, tmp_path: Path) -> None:
    store.close()
    for call in ("replace", "flush", "create"):
        with failing(call, errno.EIO, name=".snap"), pytest.raises(StoreProblem, match="NOT made"):
            make_copy(store.engine.folder, tmp_path / "stick")
    assert len(read_history(make_copy(store.engine.folder, tmp_path / "stick").folder).records()) == 3


def test_another_folder_on_the_stick_is_never_written_over(store: Store, tmp_path: Path) -> None:
    other = make_folder(tmp_path / "stick", Programme("other", "XYZ", "Tea", "2026-01-05T10:00:00+00:00", "first"))
    before = contents(other.folder)
    with pytest.raises(StoreProblem, match="not a copy of this programme"):
        make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    assert contents(other.folder) == before


def test_a_copy_that_is_ahead_is_never_written_over(store: Store, tmp_path: Path) -> None:
    copy = make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    ahead = Store(copy.folder, "10:00")
    _keep(ahead, 9)
    _keep(ahead, 10)
    ahead.close()
    with pytest.raises(StoreProblem, match="has entries that this programme does not have"):
        make_copy(store.engine.folder, tmp_path / "stick", store.engine)
    assert len(read_history(copy.folder).records()) == 5


@pytest.mark.parametrize("where", ["home", "home/Tea", "nowhere/at/all"])
def test_a_place_that_is_none_is_refused(store: Store, tmp_path: Path, where: str) -> None:
    with watched() as calls, pytest.raises(StoreProblem):
        make_copy(store.engine.folder, tmp_path / where, store.engine)
    assert not calls
