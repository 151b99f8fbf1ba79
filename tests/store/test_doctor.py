"""The doctor looks at every file and says what is whole, what is damaged and what is missing."""

from pathlib import Path

import pytest

from kit.store.attachments import Attachments
from kit.store.doctor import examine
from kit.store.privacy import seal, unlock
from kit.store.tables import Database
from kit.store.vault import Cost
from tests.store.trouble import contents, crash, filled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three generations, and a picture."""
    for number in range(1, 5):
        database = Database(tmp_path)
        picture = Attachments(database.engine).keep(b"picture %d" % number, ".png")
        database.table("t").insert({"n": number, "picture": picture})
        database.close()
    return tmp_path


def test_a_whole_folder_is_said_to_be_whole(folder: Path) -> None:
    before = contents(folder)
    examination = examine(folder)
    assert examination.whole
    assert examination.sentences() == ("Everything is whole: 4 saves, 4 documents and 4 attachments, 3 generations.",)
    assert [(g.number, g.documents, g.saves) for g in examination.generations] == [(5, 4, 0), (4, 3, 1), (3, 2, 1)]
    assert contents(folder) == before


def test_every_damaged_file_is_named_also_where_nothing_is_missing(folder: Path) -> None:
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "LOCK"):
        whole = path.read_bytes()
        path.write_bytes(whole[:60] + b"###" + whole[63:] if len(whole) > 100 else b"###")
        examination = examine(folder)
        assert not examination.whole
        assert path.name in " ".join(examination.sentences())
        path.write_bytes(whole)
    assert examine(folder).whole


def test_what_is_missing_is_told_by_number(folder: Path) -> None:
    database = Database(folder)
    database.table("t").insert({"n": 5})
    database.table("t").insert({"n": 6})
    crash(database)
    journal = folder / "wal-000005-01.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b'"n":5', b'"n":9'))
    assert examine(folder).report.lost == [[5, 5]]  # type: ignore[union-attr]
    assert "(number 5)" in " ".join(examine(folder).sentences())


def test_a_picture_that_has_gone_is_told(folder: Path) -> None:
    gone = sorted((folder / "att").iterdir())[0]
    gone.unlink()
    assert examine(folder).missing_attachments == (gone.name,)
    assert gone.name in " ".join(examine(folder).sentences())


def test_a_folder_that_does_not_open_says_why(tmp_path: Path) -> None:
    crash(filled(tmp_path, 3))
    for path in tmp_path.glob("*.jsonl"):
        path.write_bytes(b"#" * 100)
    examination = examine(tmp_path)
    assert not examination.whole
    assert "Nothing can be read" in examination.sentences()[0]
    assert "There is no folder" in examine(tmp_path / "nowhere").problem


def test_a_locked_folder_is_looked_at_with_its_keys(folder: Path) -> None:
    seal(folder, "a passphrase", cost=Cost(64, 1))
    assert examine(folder).locked
    assert examine(folder, unlock(folder, "a passphrase")).whole
    (folder / "vault-copy.json").write_bytes(b"#")
    assert "vault-copy.json cannot be read" in " ".join(examine(folder, unlock(folder, "a passphrase")).sentences())
