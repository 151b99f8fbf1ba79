"""STORE.md, section 5, rules 1 to 4: what happens from the moment something is to be saved until it is."""

import errno
import json
import math
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tinydb import where

from kit.store import segment
from kit.store.problem import NotSaved, StoreProblem
from kit.store.tables import Database
from tests.store.trouble import contents, crash, failing, filled, numbers, reread, watched


def test_a_save_is_one_write_and_one_flush_then_the_hint(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)
    with watched() as calls:
        database.table("t").insert({"n": 2})
    journal, lock = tmp_path / "wal-000001-01.jsonl", tmp_path / "LOCK"
    assert calls == [("write", journal), ("flush", journal), ("write", lock)]


def test_memory_changes_only_after_the_flush(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)
    seen: list[list[int]] = []

    def look(call: str, path: Path, *what: Any) -> None:
        if call in ("write", "flush") and path.name.startswith("wal"):
            seen.append(numbers(database))

    with watched(look):
        database.table("t").insert({"n": 2})
    assert seen == [[1], [1]]
    assert numbers(database) == [1, 2]


def test_a_new_segment_is_flushed_and_so_is_its_name_before_the_save_counts(tmp_path: Path) -> None:
    database = Database(tmp_path)
    with watched() as calls:
        database.table("t").insert({"n": 1})
    assert [call for call, _ in calls] == ["create", "write", "flush", "flush_folder", "write"]


@pytest.mark.parametrize("value", [
    math.nan, math.inf, {1: "a"}, {"a": {2: "b"}}, b"bytes", {1, 2}, object(), "half \ud800 a letter", 10 ** 5000, 1j],
    ids=lambda value: type(value).__name__)
def test_what_a_file_cannot_hold_is_refused_before_anything_is_touched(tmp_path: Path, value: Any) -> None:
    database = filled(tmp_path, 2)
    before = contents(tmp_path)
    with pytest.raises(NotSaved, match="NOT saved: "):
        database.table("t").insert_multiple([{"n": 3}, {"n": value}])
    assert contents(tmp_path) == before
    assert numbers(database) == [1, 2]
    assert database.table("t").insert({"n": 3}) == 3


def test_a_document_that_is_too_deep_to_be_read_back_is_refused(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)
    deep: Any = "bottom"
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(NotSaved, match="levels"):
        database.table("t").insert({"n": deep})


def test_what_is_in_memory_is_what_was_written(tmp_path: Path) -> None:
    database = Database(tmp_path)
    database.table("t").insert({"pair": (1, 2), "n": 1})
    assert database.table("t").all() == reread(tmp_path).table("t").all() == [{"pair": [1, 2], "n": 1}]


def test_an_answer_belongs_to_whoever_asked(tmp_path: Path) -> None:
    table = Database(tmp_path).table("t")
    table.insert({"tags": ["a"], "deep": {"er": [1]}})
    asked = [table.all()[0], table.get(doc_id=1), table.search(where("tags").exists())[0], next(iter(table)),
             table.get(where("tags").exists()), table.get(doc_ids=[1])[0]]
    for answer in asked:
        answer["tags"].append("b")
        answer["deep"]["er"].append(2)
        answer["more"] = True
    assert table.all() == [{"tags": ["a"], "deep": {"er": [1]}}]


def test_what_was_given_belongs_to_the_giver(tmp_path: Path) -> None:
    table = Database(tmp_path).table("t")
    given = {"tags": ["a"]}
    table.insert(given)
    given["tags"].append("b")
    assert table.all() == [{"tags": ["a"]}]


def test_an_update_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)

    def change(document: Any) -> None:
        document["n"] += 10
        if document["n"] == 13:
            raise RuntimeError("the caller's own mistake")

    with pytest.raises(RuntimeError):
        database.table("t").update(change)
    assert numbers(database) == numbers(reread(tmp_path)) == [1, 2, 3]


@pytest.mark.parametrize("call", ["write", "flush"])
@pytest.mark.parametrize(("number", "words"), [
    (errno.ENOSPC, "no space left on the disk"), (errno.EIO, "the disk reports an error"),
    (errno.EROFS, "the disk can only be read")])
def test_a_refused_save_changes_nothing_and_says_why(tmp_path: Path, call: str, number: int, words: str) -> None:
    database = filled(tmp_path, 2)
    with failing(call, number, name="wal"), pytest.raises(NotSaved) as refused:
        database.table("t").insert({"n": 3})
    assert str(refused.value).startswith(f"NOT saved: {words}. Everything saved before is safe.")
    assert numbers(database) == [1, 2]
    assert database.table("t").insert({"n": 4}) == 3
    assert numbers(database) == [1, 2, 4]


@pytest.mark.parametrize("call", ["write", "flush"])
def test_after_an_error_the_segment_is_never_touched_again(tmp_path: Path, call: str) -> None:
    database = filled(tmp_path, 2)
    with failing(call, name="wal"), pytest.raises(NotSaved):
        database.table("t").insert({"n": 3})
    with watched() as calls:
        database.table("t").insert({"n": 4})
        database.close()
    assert tmp_path / "wal-000001-01.jsonl" not in {path for _, path in calls}
    assert numbers(reread(tmp_path)) == [1, 2, 4]


@pytest.mark.parametrize("call", ["create", "write", "flush", "flush_folder"])
def test_a_segment_that_could_not_be_begun_is_taken_away_again(tmp_path: Path, call: str) -> None:
    database = Database(tmp_path)
    with failing(call, errno.EIO, times=1), pytest.raises(NotSaved):
        database.table("t").insert({"n": 1})
    assert not list(tmp_path.glob("wal-*"))
    database.table("t").insert({"n": 2})
    assert numbers(reread(tmp_path)) == [2]


def test_a_refused_save_that_reached_the_disk_gives_way_to_the_one_with_its_number(tmp_path: Path) -> None:
    database = filled(tmp_path, 2)
    with failing("flush", name="wal"), pytest.raises(NotSaved):
        database.table("t").insert({"n": 3})
    database.table("t").insert({"n": 4})
    crash(database)
    again = Database(tmp_path)
    assert numbers(again) == [1, 2, 4]
    assert again.engine.report.whole


def test_an_interrupted_save_retires_the_segment_too(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)

    def interrupt(call: str, path: Path, *what: Any) -> None:
        if call == "flush":
            raise KeyboardInterrupt

    with watched(interrupt), pytest.raises(KeyboardInterrupt):
        database.table("t").insert({"n": 2})
    with watched() as calls:
        database.table("t").insert({"n": 3})
    assert calls[0] == ("create", tmp_path / "wal-000001-02.jsonl")
    crash(database)
    assert numbers(Database(tmp_path)) == [1, 3]


def test_each_process_begins_a_segment_of_its_own_and_only_when_it_saves(tmp_path: Path) -> None:
    crash(filled(tmp_path, 1))
    crash(Database(tmp_path))
    again = Database(tmp_path)
    with watched() as calls:
        again.table("t").insert({"n": 2})
    assert ("create", tmp_path / "wal-000001-02.jsonl") in calls
    assert tmp_path / "wal-000001-01.jsonl" not in {path for _, path in calls}
    assert len(list(tmp_path.glob("wal-*"))) == 2


def test_room_is_made_ahead_so_that_a_save_does_not_make_the_file_grow(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)
    size = (tmp_path / "wal-000001-01.jsonl").stat().st_size
    assert size >= segment.AHEAD
    for number in range(2, 100):
        database.table("t").insert({"n": number})
    assert (tmp_path / "wal-000001-01.jsonl").stat().st_size == size


def test_more_room_is_made_when_it_is_used_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "AHEAD", 1000)
    database = filled(tmp_path, 200)
    crash(database)
    again = Database(tmp_path)
    assert numbers(again) == list(range(1, 201))
    assert again.engine.report.whole


def test_without_room_ahead_saves_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "AHEAD", 1000)

    def nearly_full(call: str, path: Path, *what: Any) -> None:
        if call == "write" and path.name.startswith("wal") and len(what[0]) > 1000:
            raise OSError(errno.ENOSPC, "full")

    with watched(nearly_full):
        database = filled(tmp_path, 100)
    crash(database)
    assert numbers(reread(tmp_path)) == list(range(1, 101))
    assert reread(tmp_path).engine.report.whole


def test_the_journal_is_a_text_that_an_editor_can_read(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)
    database.table("t").insert({"word": "żółw 🙂"})
    lines = [line for line in (tmp_path / "wal-000001-01.jsonl").read_text().splitlines() if line]
    assert all(line.startswith(("WK1 wal 2 plain ", "J1 ")) for line in lines)
    assert json.loads(lines[-2].split(" ", 3)[3])["o"] == [["p", "t", "4", {"word": "żółw 🙂"}]]


def test_a_transaction_is_one_save(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)
    with watched() as calls, database.transaction():
        database.table("t").insert({"n": 2})
        assert numbers(database) == [1, 2]
        database.table("other").insert({"n": 3})
        assert not calls
    assert [call for call, _ in calls] == ["write", "flush", "write"]
    assert len(reread(tmp_path).table("other")) == 1


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    database = filled(tmp_path, 1)
    with pytest.raises(NotSaved), database.transaction():
        database.table("t").insert_multiple([{"n": 2}, {"n": math.nan}])
    with failing("flush", name="wal"), pytest.raises(NotSaved), database.transaction():
        database.table("t").insert({"n": 3})
    assert numbers(database) == [1]
    assert database.table("t").insert({"n": 4}) == 2


def test_threads_never_see_half_a_save_and_lose_none(tmp_path: Path) -> None:
    database = Database(tmp_path)
    table = database.table("t")
    wrong: list[int] = []

    def write(who: int) -> None:
        for number in range(50):
            table.insert_multiple([{"who": who, "n": number}, {"who": who, "n": number}])

    def look() -> None:
        for _ in range(100):
            wrong.extend([len(table)] if len(table.all()) % 2 else [])

    threads = [Thread(target=write, args=(who,)) for who in range(4)] + [Thread(target=look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(table) == len(reread(tmp_path).table("t")) == 400


def test_ids_are_never_used_again(tmp_path: Path) -> None:
    database = filled(tmp_path, 3)
    database.table("t").remove(doc_ids=[3])
    assert database.table("t").insert({"n": 4}) == 4
    database.table("t").remove(doc_ids=[4])
    database.close()
    database = Database(tmp_path)
    assert database.table("t").insert({"n": 5}) == 5
    database.table("t").truncate()
    crash(database)
    database = Database(tmp_path)
    assert database.table("t").insert({"n": 6}) == 6
    database.drop_tables()
    database.engine.purge_history()
    database.close()
    assert Database(tmp_path).table("t").insert({"n": 7}) == 7


def test_a_folder_that_is_only_read_refuses_to_save(tmp_path: Path) -> None:
    filled(tmp_path, 1).close()
    with pytest.raises(NotSaved, match="can only be read"):
        reread(tmp_path).table("t").insert({"n": 2})
    with pytest.raises(StoreProblem, match="can only be read"):
        reread(tmp_path).engine.purge_history()


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    filled(folder, 1).close()
    Database(folder).table("t").insert({"n": 2})
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_folder_others_could_open_is_made_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Database(tmp_path).close()
    assert tmp_path.stat().st_mode & 0o777 == 0o700
