"""Sealed lines and streams: ciphertext that opens only whole, in its own place, with its own key."""

import io
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.store.lines import Header
from kit.store.problem import StoreProblem, Tampered
from kit.store.sealing import CHUNK, KeyRing, SealedLines
from kit.store.tables import Database
from kit.store.terms import Terms
from tests.store.trouble import crash, filled, numbers, reread

KEY = bytes(range(32))
HEADER = Header("wal", 2, "x", bytes(16))
RING = KeyRing((KEY,))
SEALED = Terms(RING)


@given(st.integers(1, 10 ** 9), st.binary(max_size=300))
def test_a_line_opens_to_what_was_sealed(number: int, payload: bytes) -> None:
    lines = SealedLines(KEY, HEADER)
    assert lines.unpack(lines.pack(number, payload)[:-1]) == (number, payload)


def test_a_line_does_not_open_under_another_number_file_or_key() -> None:
    line = SealedLines(KEY, HEADER).pack(7, b"words")[:-1]
    assert SealedLines(KEY, HEADER).unpack(line.replace(b"E1 7 ", b"E1 8 ")) is None
    assert SealedLines(KEY, Header("wal", 2, "x", bytes(15) + b"1")).unpack(line) is None
    assert SealedLines(KEY, Header("snap", 2, "x", bytes(16))).unpack(line) is None
    assert SealedLines(bytes(32), HEADER).unpack(line) is None


def test_no_change_of_one_letter_goes_unseen() -> None:
    lines = SealedLines(KEY, HEADER)
    line = lines.pack(7, b"words")[:-1]
    for at in range(len(line)):
        for letter in b"A", b"7", b" ", b"\xff":
            changed = line[:at] + letter + line[at + 1:]
            opened = lines.unpack(changed)
            assert changed == line or opened is None or opened == (7, b"words")


def test_every_file_has_its_own_key_so_that_no_key_meets_a_number_twice(tmp_path: Path) -> None:
    """Two folders, put back from one backup, write the same line numbers: the ciphertext must have nothing in common."""
    sealed = []
    for name in ("one", "two"):
        filled(tmp_path / name, 3, SEALED)
        lines = (tmp_path / name / "wal-000001-01.jsonl").read_bytes().split(b"\n")
        sealed.append(b64decode(next(line for line in lines if line.startswith(b"E1 1 ")).split(b" ")[2]))
    assert sum(a == b for a, b in zip(*sealed, strict=True)) < len(sealed[0]) / 4


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])
def test_a_stream_opens_to_what_was_sealed(size: int) -> None:
    data = bytes(i % 251 for i in range(size))
    header = Header("att", 2, RING.name, bytes(16))
    sealed = b"".join(RING.seal_stream(header, [data[:1000], data[1000:]]))
    assert b"".join(RING.open_stream(header, io.BytesIO(sealed))) == data


@pytest.mark.parametrize("spoil", [
    lambda data: data[:-1], lambda data: data[:CHUNK + 16], lambda data: data + b"x", lambda data: b"",
    lambda data: data[CHUNK + 16:2 * CHUNK + 32] + data[:CHUNK + 16] + data[2 * CHUNK + 32:],
    lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:]],
    ids=["cut", "cut after a chunk", "longer", "empty", "swapped", "flipped"])
def test_a_stream_that_was_changed_or_cut_does_not_open(spoil: object) -> None:
    header = Header("att", 2, RING.name, bytes(16))
    sealed = b"".join(RING.seal_stream(header, [bytes(3 * CHUNK)]))
    with pytest.raises(Tampered):
        b"".join(RING.open_stream(header, io.BytesIO(spoil(sealed))))  # type: ignore[operator]


def test_nothing_in_the_folder_says_what_was_kept(tmp_path: Path) -> None:
    database = Database(tmp_path, terms=SEALED)
    for _ in range(5):
        database.table("thoughts").insert({"word": "cwtch in the waiting room"})
        database.close()
        database = Database(tmp_path, terms=SEALED)
        database.table("thoughts").insert({"word": "cwtch in the waiting room"})
    everything = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for word in (b"cwtch", b"waiting", b"thoughts", b"word"):
        assert word not in everything


def test_a_sealed_folder_heals_and_tells_as_a_plain_one_does(tmp_path: Path) -> None:
    filled(tmp_path, 5, SEALED).close()
    newest = tmp_path / "snap-000002.jsonl"
    newest.write_bytes(newest.read_bytes().replace(b"E1 3 ", b"E1 3 A"))
    database = Database(tmp_path, terms=SEALED)
    assert numbers(database) == [1, 2, 3, 4, 5]
    database.table("t").insert({"n": 6})
    crash(database)
    journal = tmp_path / "wal-000002-01.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"\nE1 1 ", b"\nE1 1 A"))
    assert reread(tmp_path, SEALED).engine.report.lost == [[6, 6]]


def test_a_removed_line_and_a_cut_end_are_noticed(tmp_path: Path) -> None:
    for name, spoil in (("removed", lambda lines: lines[:4] + lines[5:]), ("cut", lambda lines: lines[:5])):
        crash(filled(tmp_path / name, 5, SEALED))
        path = tmp_path / name / "wal-000001-01.jsonl"
        path.write_bytes(b"\n".join(spoil(path.read_bytes().split(b"\n"))) + b"\n")
        assert reread(tmp_path / name, SEALED).engine.report.lost


def test_swapped_lines_are_put_back_in_order(tmp_path: Path) -> None:
    crash(filled(tmp_path, 5, SEALED))
    path = tmp_path / "wal-000001-01.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[3], lines[5] = lines[5], lines[3]
    path.write_bytes(b"\n".join(lines))
    assert numbers(reread(tmp_path, SEALED)) == [1, 2, 3, 4, 5]


def test_a_plain_file_slipped_into_a_sealed_folder_is_not_believed(tmp_path: Path) -> None:
    crash(filled(tmp_path, 3, SEALED))
    crash(filled(tmp_path / "forged", 9))
    forged = (tmp_path / "forged" / "wal-000001-01.jsonl").read_bytes()
    (tmp_path / "wal-000001-02.jsonl").write_bytes(forged)
    database = reread(tmp_path, SEALED)
    assert numbers(database) == [1, 2, 3]
    assert "wal-000001-02.jsonl" in database.engine.report.damaged


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    filled(tmp_path, 3, SEALED).close()
    with pytest.raises(StoreProblem, match="sealed with another key"):
        reread(tmp_path, Terms(KeyRing((bytes(32),))))


def test_keys_are_in_no_printed_form() -> None:
    assert KEY.hex() not in repr(RING)
    assert repr(KEY) not in repr(RING)
