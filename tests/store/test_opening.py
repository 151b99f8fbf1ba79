"""STORE.md, section 5, rules 5 to 9: a folder is opened as it is found, says what is missing, and is never shown as empty."""

import errno
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kit.store import disk, engine
from kit.store.lines import Header, PlainLines
from kit.store.problem import NotSaved, StoreProblem
from kit.store.tables import Database
from tests.store.trouble import contents, crash, cut_last_line, failing, filled, numbers, reread, watched

TORN = "The computer stopped while an entry was being saved."


def _forget_last_number(folder: Path) -> None:
    """LOCK as it is before the number of the very last save is noted."""
    (folder / "LOCK").write_bytes(b"")


def _damage(path: Path, text: bytes) -> None:
    data = path.read_bytes()
    at = data.index(text)
    path.write_bytes(data[:at] + b"#" * len(text) + data[at + len(text):])


def test_a_quiet_opening_has_nothing_to_say(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    assert reread(tmp_path).engine.report.sentences() == ()
    crash(filled(tmp_path / "crashed", 3))
    assert reread(tmp_path / "crashed").engine.report.sentences() == ()


def test_a_half_written_entry_is_told_and_everything_before_it_is_here(tmp_path: Path) -> None:
    crash(filled(tmp_path, 3))
    cut_last_line(tmp_path / "wal-000001-01.jsonl")
    _forget_last_number(tmp_path)
    database = reread(tmp_path)
    assert numbers(database) == [1, 2]
    assert database.engine.report.sentences("2 entries, the last at 14:31") == (
        f"{TORN} That one entry was only half written and is not here. "
        "Everything that was shown as saved before it is here (2 entries, the last at 14:31).",)


def test_a_half_written_entry_is_not_told_twice(tmp_path: Path) -> None:
    crash(filled(tmp_path, 3))
    cut_last_line(tmp_path / "wal-000001-01.jsonl")
    _forget_last_number(tmp_path)
    Database(tmp_path).close()
    assert reread(tmp_path).engine.report.whole


def test_saves_after_a_half_written_entry_are_kept(tmp_path: Path) -> None:
    crash(filled(tmp_path, 3))
    cut_last_line(tmp_path / "wal-000001-01.jsonl")
    _forget_last_number(tmp_path)
    again = Database(tmp_path)
    again.table("t").insert({"n": 9})
    crash(again)
    assert numbers(reread(tmp_path)) == [1, 2, 9]
    assert reread(tmp_path).engine.report.whole


def test_the_last_number_notices_a_journal_that_was_cut_short(tmp_path: Path) -> None:
    crash(filled(tmp_path, 9))
    cut_last_line(tmp_path / "wal-000001-01.jsonl", keep=0)
    report = reread(tmp_path).engine.report
    assert report.lost == [[9, 9]]
    assert "number 9" in " ".join(report.sentences())


def test_the_last_number_notices_a_journal_that_has_gone(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    database = Database(tmp_path)
    database.table("t").insert({"n": 4})
    crash(database)
    (tmp_path / "wal-000002-01.jsonl").unlink()
    report = reread(tmp_path).engine.report
    assert report.lost == [[4, 4]]


def test_a_damaged_line_is_told_by_number_and_the_others_are_here(tmp_path: Path) -> None:
    crash(filled(tmp_path, 9))
    _damage(tmp_path / "wal-000001-01.jsonl", b'{"n":4}')
    database = reread(tmp_path)
    assert numbers(database) == [1, 2, 3, 5, 6, 7, 8, 9]
    assert database.engine.report.damaged == ("wal-000001-01.jsonl",)
    assert "(number 4)" in " ".join(database.engine.report.sentences())


def test_two_lines_that_a_damaged_newline_has_joined_are_both_read(tmp_path: Path) -> None:
    crash(filled(tmp_path, 9))
    path = tmp_path / "wal-000001-01.jsonl"
    path.write_bytes(path.read_bytes().replace(b'{"n":4}]]}\n', b'{"n":4}]]}#'))
    database = reread(tmp_path)
    assert numbers(database) == list(range(1, 10))
    assert not database.engine.report.lost
    assert not database.engine.report.whole


def test_an_editor_that_changed_the_line_ends_has_damaged_nothing(tmp_path: Path) -> None:
    filled(tmp_path, 9).close()
    for path in tmp_path.glob("*.jsonl"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert numbers(reread(tmp_path)) == list(range(1, 10))
    assert reread(tmp_path).engine.report.whole


def test_a_damaged_first_block_costs_no_more_than_its_own_lines(tmp_path: Path) -> None:
    crash(filled(tmp_path, 100))
    path = tmp_path / "wal-000001-01.jsonl"
    path.write_bytes(bytes(512) + path.read_bytes()[512:])
    database = reread(tmp_path)
    assert database.engine.report.lost
    assert numbers(database)[-1] == 100
    assert len(numbers(database)) + database.engine.report.lost[-1][1] == 100


def test_a_block_that_the_disk_cannot_read_costs_no_more_than_its_own_lines(tmp_path: Path) -> None:
    crash(filled(tmp_path, 400))

    def bad_block(call: str, path: Path, offset: int = 0, length: int = 0, *rest: object) -> None:
        if call == "read" and path.name.startswith("wal") and (length < 0 or offset == disk.BLOCK):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with watched(bad_block):
        database = reread(tmp_path)
    lost = database.engine.report.lost
    assert len(lost) == 1
    assert len(numbers(database)) == 400 - (lost[0][1] - lost[0][0] + 1) > 250
    assert "wal-000001-01.jsonl" in database.engine.report.damaged


def test_a_damaged_newest_snapshot_loses_nothing(tmp_path: Path) -> None:
    filled(tmp_path, 5).close()
    _damage(tmp_path / "snap-000002.jsonl", b'{"n":4}')
    database = reread(tmp_path)
    assert numbers(database) == [1, 2, 3, 4, 5]
    assert "Nothing is missing" in " ".join(database.engine.report.sentences())


@pytest.mark.parametrize("gone", ["snap-000002.jsonl", "snap-000001.jsonl", "wal-000001-01.jsonl", "LOCK"])
def test_any_one_file_can_go_after_a_clean_close(tmp_path: Path, gone: str) -> None:
    filled(tmp_path, 5).close()
    (tmp_path / gone).unlink()
    assert numbers(reread(tmp_path)) == [1, 2, 3, 4, 5]


def test_saves_after_a_damaged_snapshot_are_read_with_it(tmp_path: Path) -> None:
    filled(tmp_path, 5).close()
    database = Database(tmp_path)
    database.table("t").insert({"n": 6})
    crash(database)
    _damage(tmp_path / "snap-000002.jsonl", b'{"n":4}')
    again = Database(tmp_path)
    again.table("t").insert({"n": 7})
    crash(again)
    assert numbers(reread(tmp_path)) == [1, 2, 3, 4, 5, 6, 7]


def test_where_no_snapshot_is_whole_it_is_read_line_by_line(tmp_path: Path) -> None:
    database = filled(tmp_path, 5)
    database.engine.purge_history()
    database.table("t").insert({"n": 6})
    crash(database)
    for snapshot in tmp_path.glob("snap-*"):
        _damage(snapshot, b'{"n":4}')
    database = reread(tmp_path)
    assert numbers(database) == [1, 2, 3, 5, 6]
    assert database.engine.report.lost_documents == {"t": [[4, 4]]}
    assert "from the table t, number 4" in " ".join(database.engine.report.sentences())


def test_a_document_missing_from_a_snapshot_is_found_in_an_older_one(tmp_path: Path) -> None:
    database = filled(tmp_path, 5)
    database.engine.purge_history()
    crash(database)
    first, second = sorted(tmp_path.glob("snap-*"))
    _damage(first, b'{"n":4}')
    _damage(second, b'{"n":2}')
    database = reread(tmp_path)
    assert sorted(numbers(database)) == [1, 2, 3, 4, 5]
    assert not database.engine.report.lost_documents


def test_what_was_deleted_does_not_come_back_from_an_older_snapshot(tmp_path: Path) -> None:
    database = filled(tmp_path, 5)
    database.engine.checkpoint()
    database.table("t").remove(doc_ids=[2])
    database.close()
    _damage(tmp_path / "snap-000002.jsonl", b'{"n":1}')
    _damage(tmp_path / "snap-000003.jsonl", b'{"n":5}')
    assert numbers(reread(tmp_path)) == [1, 3, 4, 5]


def test_a_folder_where_nothing_can_be_read_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    crash(filled(tmp_path, 5))
    for path in tmp_path.glob("*.jsonl"):
        path.write_bytes(b"#" * 3000)
    before = contents(tmp_path)
    for writable in (True, False):
        with pytest.raises(StoreProblem, match="Nothing can be read"):
            Database(tmp_path, writable=writable)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("left", [b"", b"\0" * 5000, b"#" * 5000])
def test_a_journal_that_lost_everything_is_not_shown_as_an_empty_workshop(tmp_path: Path, left: bytes) -> None:
    crash(filled(tmp_path, 5))
    (tmp_path / "wal-000001-01.jsonl").write_bytes(left)
    with pytest.raises(StoreProblem, match="Nothing can be read"):
        Database(tmp_path)


def test_a_folder_whose_files_have_all_gone_is_not_shown_as_an_empty_workshop(tmp_path: Path) -> None:
    filled(tmp_path, 5).close()
    for path in tmp_path.glob("*.jsonl"):
        path.unlink()
    with pytest.raises(StoreProblem, match="Nothing can be read"):
        Database(tmp_path)


def test_after_damage_every_older_file_stays_until_a_person_lets_go(tmp_path: Path) -> None:
    crash(filled(tmp_path, 9))
    _damage(tmp_path / "wal-000001-01.jsonl", b'{"n":4}')
    damaged = (tmp_path / "wal-000001-01.jsonl").read_bytes()
    for number in range(10, 16):
        database = Database(tmp_path)
        database.table("t").insert({"n": number})
        database.close()
    assert (tmp_path / "wal-000001-01.jsonl").read_bytes() == damaged
    assert (tmp_path / "snap-000001.jsonl").exists()
    assert "Since an earlier day" in " ".join(reread(tmp_path).engine.report.sentences())
    database = Database(tmp_path)
    database.engine.accept_losses()
    database.close()
    assert not (tmp_path / "wal-000001-01.jsonl").exists()
    assert reread(tmp_path).engine.report.whole


def test_ids_that_were_lost_are_not_given_to_others(tmp_path: Path) -> None:
    crash(filled(tmp_path, 9))
    cut_last_line(tmp_path / "wal-000001-01.jsonl", keep=0)
    assert Database(tmp_path).table("t").insert({"n": 10}) >= 10


def test_a_close_writes_a_snapshot_that_was_read_back_and_keeps_three(tmp_path: Path) -> None:
    for number in range(1, 7):
        database = Database(tmp_path)
        database.table("t").insert({"n": number})
        database.close()
    assert sorted(p.name for p in tmp_path.glob("*.jsonl")) == [
        "snap-000005.jsonl", "snap-000006.jsonl", "snap-000007.jsonl", "wal-000005-01.jsonl", "wal-000006-01.jsonl"]
    assert numbers(reread(tmp_path)) == [1, 2, 3, 4, 5, 6]


def test_a_snapshot_is_flushed_before_it_has_its_name_and_its_name_before_anything_older_goes(tmp_path: Path) -> None:
    for number in range(3):
        database = Database(tmp_path)
        database.table("t").insert({"n": number})
        with watched() as calls:
            database.close()
    made = [call for call, _ in calls]
    assert made[:5] == ["create", "write", "flush", "replace", "flush_folder"]
    assert "remove" in made[5:]


def test_a_refused_change_does_not_come_back_through_a_damaged_snapshot(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)
    with failing("flush", name="wal"), pytest.raises(NotSaved):
        database.table("t").update({"n": 99}, doc_ids=[2])
    database.close()
    _damage(tmp_path / "snap-000002.jsonl", b'{"n":2}')
    assert numbers(reread(tmp_path)) == [1, 2, 3]


def test_a_snapshot_that_reads_back_otherwise_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = filled(tmp_path, 3)
    honest = disk.read_from_disk
    monkeypatch.setattr(disk, "read_from_disk", lambda path: honest(path)[:-1])
    with pytest.raises(StoreProblem, match="did not read back"):
        database.engine.checkpoint()
    database.table("t").insert({"n": 4})
    crash(database)
    assert numbers(reread(tmp_path)) == [1, 2, 3, 4]


@pytest.mark.parametrize("call", ["create", "write", "flush", "replace", "flush_folder", "remove"])
def test_a_snapshot_that_fails_loses_nothing_before_or_after(tmp_path: Path, call: str) -> None:
    database = filled(tmp_path, 3)
    with failing(call), suppress(StoreProblem):
        database.engine.checkpoint()
    database.table("t").insert({"n": 4})
    crash(database)
    assert numbers(reread(tmp_path)) == [1, 2, 3, 4]
    assert reread(tmp_path).engine.report.whole


def test_a_close_on_a_full_disk_is_quiet_and_loses_nothing(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)
    with failing("create", errno.ENOSPC):
        database.close()
    assert numbers(reread(tmp_path)) == [1, 2, 3]


def test_an_untouched_folder_gets_no_new_snapshot(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    before = contents(tmp_path)
    Database(tmp_path).close()
    assert contents(tmp_path) == before


def test_a_long_journal_becomes_a_snapshot_at_the_next_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash(filled(tmp_path, 9))
    monkeypatch.setattr(engine, "LONG_JOURNAL", 100)
    crash(Database(tmp_path))
    assert (tmp_path / "snap-000002.jsonl").exists()
    assert numbers(reread(tmp_path)) == list(range(1, 10))


def test_reading_changes_no_file_and_needs_no_room(tmp_path: Path) -> None:
    crash(filled(tmp_path, 3))
    before = contents(tmp_path), (tmp_path / "LOCK").read_bytes()
    with watched() as calls:
        assert numbers(reread(tmp_path)) == [1, 2, 3]
    assert not calls
    assert (contents(tmp_path), (tmp_path / "LOCK").read_bytes()) == before


@pytest.mark.parametrize("call", ["write", "create", "flush", "replace", "make_folder"])
def test_a_full_disk_does_not_keep_a_folder_shut(tmp_path: Path, call: str) -> None:
    crash(filled(tmp_path, 3))
    with failing(call, errno.ENOSPC):
        database = Database(tmp_path)
        assert numbers(database) == [1, 2, 3]
        with pytest.raises(NotSaved) if call in ("write", "create", "flush") else watched():
            database.table("t").insert({"n": 4})
    crash(database)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_folder_that_cannot_be_written_to_opens_for_reading(tmp_path: Path, number: int) -> None:
    filled(tmp_path, 3).close()
    with failing("open", number, name="LOCK"):
        database = Database(tmp_path)
    assert numbers(database) == [1, 2, 3]
    assert not database.engine.writable
    with pytest.raises(NotSaved, match="can only be read"):
        database.table("t").insert({"n": 4})


def test_a_second_window_is_refused_with_the_name_of_the_first(tmp_path: Path) -> None:
    database = Database(tmp_path, "14:02")
    with pytest.raises(StoreProblem, match=rf"already open in another window \(process {os.getpid()}, since 14:02\)"):
        Database(tmp_path)
    database.close()
    Database(tmp_path).close()


def test_the_lock_is_free_after_a_kill(tmp_path: Path) -> None:
    program = f"""
import os, signal, pathlib
from kit.store.tables import Database
database = Database(pathlib.Path({str(tmp_path)!r}))
database.table("t").insert({{"n": 1}})
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode < 0
    assert numbers(Database(tmp_path)) == [1]


def test_a_lock_that_the_system_cannot_give_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(handle: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("kit.store.lock._hold", no_locks)
    with pytest.raises(StoreProblem, match="cannot be locked"):
        Database(tmp_path)


def test_a_reader_beside_a_writer_sees_whole_saves_and_is_told_of_no_crash(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)
    seen = []

    def half(call: str, path: Path, data: bytes = b"", offset: int = 0) -> None:
        if call == "flush" and path.name.startswith("wal"):
            whole = path.read_bytes()
            cut_last_line(path)
            seen.append((numbers(reread(tmp_path)), reread(tmp_path).engine.report.sentences()))
            path.write_bytes(whole)

    with watched(half):
        database.table("t").insert({"n": 4})
    assert seen == [([1, 2, 3], ())]


def test_a_reader_whose_file_a_writer_takes_away_reads_again(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)
    pulled = []

    def pull(call: str, path: Path, *what: object) -> None:
        if call == "read" and path.name.startswith("wal") and not pulled:
            pulled.append(path)
            database.engine.purge_history()

    with watched(pull):
        assert numbers(reread(tmp_path)) == [1, 2, 3]


def test_half_made_files_are_swept_away(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    left = tmp_path / ".snap-000009.jsonl.77.new"
    left.write_bytes(b"half")
    Database(tmp_path).close()
    assert not left.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="There is no folder"):
        reread(tmp_path / "nowhere")


def test_lines_that_are_whole_but_make_no_sense_are_refused(tmp_path: Path) -> None:
    header = Header("wal", 2, "plain", bytes(16))
    Database(tmp_path).close()
    for payload in (b"[]", b'{"s":1}', b'{"s":1,"o":[["q","t"]]}', b'{"s":1,"o":[["p","t","x",{}]]}',
                    b'{"s":1,"o":[["p","t","1",[]]]}', b'{"s":1,"o":[["p",1,"1",{}]]}', b'{"s":1,"o":[["p","t","01",{}]]}',
                    b'{"s":1,"o":[["d",[],"1"]]}', b"[" * 100_000):
        (tmp_path / "wal-000001-01.jsonl").write_bytes(header.packed() + PlainLines(bytes(16)).pack(1, payload))
        with pytest.raises(StoreProblem, match="no version of the kit can have written"):
            reread(tmp_path)
