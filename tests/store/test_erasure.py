"""Erasing: afterwards not one byte in the folder holds the words, and a crash on the way does not bring them back."""

import errno
import io
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from kit.store.attachments import Attachments
from kit.store.erasure import Sought, erase, search, unseen
from kit.store.papers import Papers
from kit.store.problem import StoreProblem
from kit.store.sealing import KeyRing
from kit.store.tables import Database
from kit.store.terms import Terms
from tests.store.trouble import contents, crash, failing, numbers, reread

WORDS = 'Zoë said "no" to cwtch'
SEALED = Terms(KeyRing((bytes(32),)))
both = pytest.mark.parametrize("terms", [Terms(), SEALED], ids=["plain", "sealed"])


def _folder_with_words(folder: Path, terms: Terms) -> Database:
    """Words in old generations, in the newest one and in the journal, and a picture that goes with them."""
    database = Database(folder, terms=terms)
    picture = Attachments(database.engine).keep(b"a face", ".png")
    database.table("t").insert({"n": 1, "text": WORDS, "picture": picture})
    for number in range(2, 5):
        database.table("t").insert({"n": number})
        database.close()
        database = Database(folder, terms=terms)
    database.table("t").update({"more": WORDS}, doc_ids=[1])
    return database


def _bytes_with_words(folder: Path) -> list[str]:
    return [name for name, data in contents(folder).items() if b"cwtch" in data or b"a face" in data]


@both
def test_nothing_is_left_of_what_was_erased(tmp_path: Path, terms: Terms) -> None:
    database = _folder_with_words(tmp_path, terms)
    assert search(database.engine, Sought([WORDS]))
    assert erase(database.engine, [["d", "t", "1"]], Sought([WORDS, "CWTCH"])) == []
    assert not _bytes_with_words(tmp_path)
    assert not list((tmp_path / "att").iterdir())
    assert numbers(database) == [2, 3, 4]
    database.table("t").insert({"n": 5})
    crash(database)
    assert numbers(reread(tmp_path, terms)) == [2, 3, 4, 5]
    assert reread(tmp_path, terms).engine.report.whole


def test_the_search_finds_words_in_any_file_and_form(tmp_path: Path) -> None:
    database = Database(tmp_path)
    (tmp_path / "prints").mkdir()
    (tmp_path / "prints" / "a.txt").write_text("… ZOË SAID \"NO\" TO CWTCH …")
    (tmp_path / "notes.txt").write_bytes(WORDS.encode("utf-16"))
    (tmp_path / "escaped.json").write_text('"Zoë said \\"no\\" to cwtch"')
    assert search(database.engine, Sought([WORDS, ""])) == ["escaped.json", "notes.txt", "prints/a.txt"]


def test_the_search_reads_sealed_files_too(tmp_path: Path) -> None:
    database = Database(tmp_path, terms=SEALED)
    database.table("t").insert({"text": WORDS})
    assert search(database.engine, Sought(["cwtch"])) == ["wal-000001-01.jsonl"]


def test_the_search_looks_into_what_is_packed_and_says_where_it_cannot(tmp_path: Path) -> None:
    database = Database(tmp_path, terms=SEALED)
    (tmp_path / "own").mkdir()
    table, sheet = io.BytesIO(), canvas.Canvas(str(tmp_path / "own" / "page.pdf"), pageCompression=1)
    with zipfile.ZipFile(table, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<t>{WORDS}</t>")
    sheet.drawString(100, 100, "a cwtch by the fire")
    sheet.save()
    (tmp_path / "own" / "people.xlsx").write_bytes(table.getvalue())
    (tmp_path / "own" / "old.txt").write_bytes("a \xe9 cwtch".encode("latin-1"))
    (tmp_path / "own" / "half.zip").write_bytes(table.getvalue()[:-40])
    (tmp_path / "own" / "picture.gif").write_bytes(b"GIF89a\0\1")
    papers = Papers(database.engine)
    papers.write("plans/1.toml", b"lead = 'Cwtch'")
    found = search(database.engine, Sought(["cwtch"]))
    assert [name for name in found if not name.startswith("att")] == ["own/old.txt", "own/page.pdf", "own/people.xlsx"]
    assert len(found) == 4
    assert unseen(database.engine) == ["own/half.zip", "own/page.pdf", "own/picture.gif"]


@both
@pytest.mark.parametrize("step", range(24))
def test_a_disk_that_fails_on_the_way_never_brings_it_back(tmp_path: Path, terms: Terms, step: int) -> None:
    database = _folder_with_words(tmp_path, terms)
    from kit.store import disk
    count = iter(range(1000))

    def react(call: str, path: Path, *what: object) -> None:
        if call != "read" and next(count) >= step:
            raise OSError(errno.EIO, "an error")

    disk.watch = react
    try:
        saved = True
        erase(database.engine, [["d", "t", "1"]], Sought([]))
    except StoreProblem as problem:
        saved = "NOT saved" not in str(problem)
    finally:
        disk.watch = None
    crash(database)
    if saved:
        assert numbers(reread(tmp_path, terms)) == [2, 3, 4]
        again = Database(tmp_path, terms=terms)
        Attachments(again.engine).sweep()
        assert not _bytes_with_words(tmp_path)
        assert numbers(again) == [2, 3, 4]


def test_damage_to_either_file_after_erasing_loses_nothing(tmp_path: Path) -> None:
    database = _folder_with_words(tmp_path, Terms())
    erase(database.engine, [["d", "t", "1"]])
    crash(database)
    for snapshot in tmp_path.glob("snap-*"):
        whole = snapshot.read_bytes()
        snapshot.write_bytes(whole[:200])
        assert numbers(reread(tmp_path)) == [2, 3, 4]
        snapshot.write_bytes(whole)


def test_files_kept_for_damage_go_too(tmp_path: Path) -> None:
    database = _folder_with_words(tmp_path, Terms())
    crash(database)
    for path in tmp_path.glob("snap-000003*"):
        path.write_bytes(path.read_bytes()[:-100])
    newest = max(tmp_path.glob("snap-*"))
    newest.write_bytes(newest.read_bytes()[:-100])
    database = Database(tmp_path)
    assert database.engine.report.hurt
    assert erase(database.engine, [["d", "t", "1"]], Sought([WORDS])) == []


def test_an_older_file_that_cannot_be_taken_away_is_told(tmp_path: Path) -> None:
    database = _folder_with_words(tmp_path, Terms())
    with failing("remove", errno.EACCES), pytest.raises(StoreProblem, match="older files could not be taken away"):
        erase(database.engine, [["d", "t", "1"]])
    database.engine.purge_history()
    assert search(database.engine, Sought(["cwtch"])) == []


def test_a_short_word_is_found_as_a_word_and_not_inside_others_or_among_packed_bytes(tmp_path: Path) -> None:
    database = Database(tmp_path)
    (tmp_path / "other.txt").write_text("Divers did it in Dijon. E-mail: edi@x.")
    (tmp_path / "hers.txt").write_text("Ask di, then go.")
    (tmp_path / "hers.json").write_text('"Line\\nDi\\tsaid"')
    (tmp_path / "hers_too.txt").write_text("notes_di_1")
    (tmp_path / "packed.bin").write_bytes(b"\xff\0 Di \x80 di ")
    (tmp_path / "name.txt").write_text("今日は名前さんと")
    assert search(database.engine, Sought(["Di"])) == ["hers.json", "hers.txt", "hers_too.txt"]
    assert search(database.engine, Sought(["名前"])) == ["name.txt"]


def test_words_of_the_kits_own_are_passed_over_but_not_the_same_word_elsewhere(tmp_path: Path) -> None:
    database = Database(tmp_path)
    (tmp_path / "a.toml").write_text('room = "Mark the\n drawings."')
    (tmp_path / "b.txt").write_text("Mark the drawings. Mark was here.")
    assert search(database.engine, Sought(["Mark"], ["Mark the drawings."])) == ["b.txt"]


def test_short_words_in_sealed_lines_are_found_by_what_was_sealed(tmp_path: Path) -> None:
    database = Database(tmp_path, terms=SEALED)
    database.table("t").insert({"text": "so Di said"})
    assert search(database.engine, Sought(["Di"])) == ["wal-000001-01.jsonl"]
