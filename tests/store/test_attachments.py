"""STORE.md, section 5, rule 12: pictures and scans are on the disk before the record that names them."""

import errno
import io
import os
from pathlib import Path

import pytest

from kit.store.attachments import Attachments
from kit.store.problem import NotSaved, StoreProblem
from kit.store.sealing import KeyRing
from kit.store.tables import Database
from kit.store.terms import Terms
from tests.store.trouble import contents, crash, failing, watched

PLAIN, SEALED = Terms(), Terms(KeyRing((bytes(32),)))
both = pytest.mark.parametrize("terms", [PLAIN, SEALED], ids=["plain", "sealed"])


@both
@pytest.mark.parametrize("size", [0, 1, 64 * 1024, 200_000])
def test_it_reads_back_as_it_was_given(tmp_path: Path, terms: Terms, size: int) -> None:
    attachments = Attachments(Database(tmp_path, terms=terms).engine)
    data = bytes(i % 251 for i in range(size))
    name = attachments.keep(io.BytesIO(data), ".jpg")
    assert attachments.read(name) == data
    assert attachments.keep(data, ".jpg") == name
    assert attachments.names() == [name]
    assert (tmp_path / "att" / name).stat().st_mode & 0o777 == 0o600


def test_its_name_says_nothing_of_sender_or_content(tmp_path: Path) -> None:
    one, two = (Attachments(Database(tmp_path / name).engine).keep(b"the same picture", ".png") for name in ("one", "two"))
    assert one != two


def test_a_sealed_one_is_ciphertext(tmp_path: Path) -> None:
    name = Attachments(Database(tmp_path, terms=SEALED).engine).keep(b"a face" * 100, ".png")
    assert b"a face" not in (tmp_path / "att" / name).read_bytes()


def test_it_is_flushed_and_so_is_its_name_before_it_is_told(tmp_path: Path) -> None:
    attachments = Attachments(Database(tmp_path).engine)
    attachments.keep(b"first", ".png")
    with watched() as calls:
        attachments.keep(b"second", ".png")
    assert [call for call, _ in calls] == ["create", "write", "flush", "replace", "flush_folder"]


@both
@pytest.mark.parametrize("call", ["make_folder", "create", "write", "flush", "replace", "flush_folder"])
def test_where_it_cannot_be_kept_nothing_is_left(tmp_path: Path, terms: Terms, call: str) -> None:
    attachments = Attachments(Database(tmp_path, terms=terms).engine)
    with failing(call, errno.ENOSPC), pytest.raises(NotSaved, match="no space"):
        attachments.keep(b"x" * 100_000, ".png")
    left = [path.name for path in (tmp_path / "att").glob("*")]
    assert not [name for name in left if name.endswith(".new")]


@both
@pytest.mark.parametrize("spoil", [lambda d: d[:-1], lambda d: d + b"x", lambda d: b"", lambda d: bytes([d[0] ^ 1]) + d[1:],
                                   lambda d: d[:70] + b"\0" * 30 + d[100:]])
def test_a_damaged_one_is_told_and_left(tmp_path: Path, terms: Terms, spoil: object) -> None:
    attachments = Attachments(Database(tmp_path, terms=terms).engine)
    name = attachments.keep(b"x" * 500, ".png")
    path = tmp_path / "att" / name
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    with pytest.raises(StoreProblem, match=r"is damaged\. It was left as it is"):
        attachments.read(name)
    assert path.exists()


@pytest.mark.parametrize("name", ["../programme.json", "/etc/passwd", "a.png", "", "0" * 40, "0" * 40 + ".p/../x",
                                  "0" * 40 + ".png\n"])
def test_a_name_that_is_none_opens_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreProblem, match="not the name"):
        Attachments(Database(tmp_path).engine).read(name)


@pytest.mark.parametrize("ending", ["jpg", ".", ".JPG", "../x", ".a/b", ""])
def test_an_ending_that_is_none_is_refused(tmp_path: Path, ending: str) -> None:
    with pytest.raises(NotSaved, match="not the ending"):
        Attachments(Database(tmp_path).engine).keep(b"x", ending)


def test_one_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="not in the folder any more"):
        Attachments(Database(tmp_path).engine).read("0" * 40 + ".png")


def test_a_half_made_file_of_the_same_name_is_not_in_the_way(tmp_path: Path) -> None:
    attachments = Attachments(Database(tmp_path).engine)
    stream = io.BytesIO(b"x")
    (tmp_path / "att").mkdir()
    (tmp_path / "att" / f".{os.getpid()}-{id(stream)}.new").write_bytes(b"left by a crash")
    assert attachments.read(attachments.keep(stream, ".png")) == b"x"


def test_what_no_record_names_is_swept_and_what_one_names_stays(tmp_path: Path) -> None:
    database = Database(tmp_path)
    attachments = Attachments(database.engine)
    kept, orphan = attachments.keep(b"kept", ".png"), attachments.keep(b"orphan", ".png")
    database.table("t").insert({"pictures": [{"deep": kept}]})
    (tmp_path / "att" / ".1-2.new").write_bytes(b"half")
    crash(database)
    again = Attachments(Database(tmp_path).engine)
    again.sweep()
    assert [path.name for path in (tmp_path / "att").iterdir()] == [kept] != [orphan]


def test_nothing_is_swept_while_anything_is_damaged(tmp_path: Path) -> None:
    database = Database(tmp_path)
    name = Attachments(database.engine).keep(b"named by a record that cannot be read", ".png")
    database.table("t").insert({"picture": name})
    database.table("t").insert({"other": 1})
    crash(database)
    journal = tmp_path / "wal-000001-01.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b'"picture"', b'"pixture"'))
    before = contents(tmp_path / "att")
    Attachments(Database(tmp_path).engine).sweep()
    assert contents(tmp_path / "att") == before
