"""STORE.md, section 5, rule 11, and the folders that every later version must be able to open."""

import json
import shutil
from pathlib import Path

import pytest

from kit.store import Store, StoreProblem, read_history, read_programme
from kit.store.lines import Header, PlainLines, plain_sum
from kit.store.names import SCHEMA
from kit.store.privacy import unlock
from kit.store.state import Table
from kit.store.tables import Database
from kit.store.terms import Terms
from tests.store.trouble import contents, crash, failing, filled, numbers, reread

FIXTURES = Path(__file__).parent / "fixtures"
TEXTS = ["cwtch & żółw 🙂", "said “no”", "a third", "after the last snapshot"]


def _double(tables: dict[str, Table]) -> None:
    for document in tables["t"].values():
        document["n"] *= 2


def _fail(tables: dict[str, Table]) -> None:
    _double(tables)
    raise KeyError("a mistake in a migration")


LATER = Terms(schema=SCHEMA + 1, migrations={1: _fail, SCHEMA: _double})
BROKEN = Terms(schema=SCHEMA + 1, migrations={SCHEMA: _fail})


def test_a_migration_is_a_new_generation_and_the_old_files_stay(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    before = contents(tmp_path)
    for number in range(4, 10):
        database = Database(tmp_path, terms=LATER)
        database.table("t").insert({"n": number})
        database.close()
    assert before.items() <= contents(tmp_path).items()
    assert numbers(reread(tmp_path, LATER)) == [2, 4, 6, 4, 5, 6, 7, 8, 9]


def test_a_journal_after_the_last_snapshot_is_migrated_too(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    database = Database(tmp_path)
    database.table("t").insert({"n": 4})
    crash(database)
    assert numbers(reread(tmp_path, LATER)) == [2, 4, 6, 8]
    crash(Database(tmp_path, terms=LATER))
    assert numbers(reread(tmp_path, LATER)) == [2, 4, 6, 8]


def test_a_damaged_snapshot_after_a_migration_is_healed_from_before_it(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    database = Database(tmp_path, terms=LATER)
    database.table("t").insert({"n": 7})
    crash(database)
    newest = max(tmp_path.glob("snap-*"))
    newest.write_bytes(newest.read_bytes().replace(b'{"n":4}', b'{"n":9}'))
    assert numbers(reread(tmp_path, LATER)) == [2, 4, 6, 7]


def test_a_migration_that_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    before = contents(tmp_path)
    with pytest.raises(StoreProblem, match="Nothing was changed"):
        Database(tmp_path, terms=BROKEN)
    with failing("replace"), pytest.raises(StoreProblem):
        Database(tmp_path, terms=LATER)
    assert contents(tmp_path) == before
    assert numbers(Database(tmp_path)) == [1, 2, 3]


def test_reading_alone_migrates_in_memory_only(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    before = contents(tmp_path)
    assert numbers(reread(tmp_path, LATER)) == [2, 4, 6]
    assert contents(tmp_path) == before


def test_a_folder_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    filled(tmp_path, 3, LATER).close()
    before = contents(tmp_path)
    for writable in (True, False):
        with pytest.raises(StoreProblem, match=r"newer version of the kit\. Please update it; nothing was changed"):
            Database(tmp_path, writable=writable)
    assert contents(tmp_path) == before


def test_a_journal_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    newer = Header("wal", SCHEMA + 1, "plain", bytes(16))
    (tmp_path / "wal-000002-01.jsonl").write_bytes(newer.packed() + PlainLines(newer.file_id).pack(1, b'{"s":4,"o":[]}'))
    before = contents(tmp_path)
    with pytest.raises(StoreProblem, match="newer version"):
        Database(tmp_path)
    assert contents(tmp_path) == before


def test_a_line_format_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    words = b"WK2 wal something else"
    (tmp_path / "wal-000002-01.jsonl").write_bytes(words + b" " + plain_sum(words) + b"\n")
    with pytest.raises(StoreProblem, match="newer version"):
        Database(tmp_path)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A programme folder as the first version wrote it."""
    return Path(shutil.copytree(FIXTURES / "schema-1", tmp_path / "old"))


def test_a_folder_of_the_first_version_opens_with_everything_in_it(old: Path) -> None:
    before = (old / "records.json").read_bytes()
    kept = len(json.loads(before)["entries"])
    assert len(read_history(old).records()) == 3
    store = Store(old, "10:00")
    assert len(store.records()) == 3
    assert store.sessions() == ("s1",)
    store.close()
    assert (old / "records.json").read_bytes() == before
    assert json.loads((old / "programme.json").read_bytes())["schema"] == SCHEMA
    assert len(Database(old).table("entries")) == kept


def test_a_folder_of_the_first_version_that_was_brought_up_does_not_fall_back(old: Path) -> None:
    Store(old, "10:00").close()
    for path in old.glob("*.jsonl"):
        path.unlink()
    with pytest.raises(StoreProblem, match="have gone"):
        Store(old, "10:00")
    with pytest.raises(StoreProblem, match="have gone"):
        read_history(old).records()


def test_a_damaged_file_of_the_first_version_is_refused_and_left_as_it_is(old: Path) -> None:
    (old / "records.json").write_bytes((old / "records.json").read_bytes()[:-20])
    before = contents(old)
    with pytest.raises(StoreProblem, match=r"records\.json is damaged"):
        Store(old, "10:00")
    assert contents(old) == before


def test_the_folder_of_this_version_opens(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIXTURES / "schema-2", tmp_path / "now"))
    assert read_programme(folder).name == "Tea and talk"
    store = Store(folder, "10:00")
    assert [record.content["text"] for record in store.records()] == TEXTS
    assert store.engine.report.whole
    store.close()


def test_the_sealed_folder_of_this_version_opens(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIXTURES / "schema-2-sealed", tmp_path / "now"))
    assert read_programme(folder).name == "Locked programme BCD"
    store = Store(folder, "10:00", unlock(folder, "a fixture, not a secret"))
    assert store.programme().name == "Tea and talk"
    assert [record.content["text"] for record in store.records()] == TEXTS
    store.close()
