"""A locked programme hides its name, is found all the same, and its recovery sheet can be printed."""

import io

import pikepdf
import pypdfium2
import pytest

from kit.desk import locking
from kit.desk.health import second_copy
from kit.desk.joining import merge, read_folder
from kit.desk.locking import lock, named_so, take_lock_off, unlocked, write_sheet
from kit.desk.programmes import find_programme, new_programme
from kit.store import Store, StoreProblem, list_programmes, read_programme
from kit.store.privacy import seal
from kit.store.vault import Cost, read_vault
from tests.keep.programme import marked
from tests.store.programmes import CHEAP

PASSPHRASE = "a kettle in the hall"


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path / "home")


def names(home):
    return sorted(path.name for path in home.iterdir())


def test_the_folder_of_a_locked_programme_does_not_say_its_name_and_unlocking_gives_it_back(day):
    locked, code = lock(day.programme, PASSPHRASE, CHEAP)
    assert names(day.home) == [f"Locked programme {day.programme.code}"]
    assert [p.folder for p in list_programmes(day.home)] == [locked.folder]
    assert unlocked(locked, code).name == "Ours"
    assert take_lock_off(locked, PASSPHRASE).folder.name == "Ours"
    assert names(day.home) == ["Ours"]


def test_it_is_found_by_its_code_and_with_the_passphrase_by_its_name(day):
    locked, _ = lock(day.programme, PASSPHRASE, CHEAP)
    assert find_programme(day.home, day.programme.code.lower()) == locked
    assert named_so(list_programmes(day.home), "OURS", lambda: PASSPHRASE).name == "Ours"
    assert named_so(list_programmes(day.home), "OURS", lambda: "other words") is None
    assert named_so(list_programmes(day.home), "Theirs", lambda: PASSPHRASE) is None


def test_a_name_that_is_taken_meanwhile_is_given_back_with_a_number(day):
    locked, _ = lock(day.programme, PASSPHRASE, CHEAP)
    new_programme(day.home, "Ours", "first-meeting", day.shelf, day.world)
    assert take_lock_off(locked, PASSPHRASE).folder.name == "Ours 2"


def test_a_name_that_a_crash_left_in_the_open_is_hidden_once_no_window_has_it(day):
    seal(day.programme.folder, PASSPHRASE, cost=CHEAP)
    locked = read_programme(day.programme.folder)
    window = Store(locked.folder, "10:00", locking.unlock(locked.folder, PASSPHRASE))
    assert unlocked(locked, PASSPHRASE).folder == locked.folder
    window.close()
    assert unlocked(locked, PASSPHRASE).name == "Ours"
    assert names(day.home) == [f"Locked programme {day.programme.code}"]


def test_copies_and_merges_go_on_under_the_hidden_name(day, tmp_path):
    (tmp_path / "stick").mkdir()
    locked, _ = lock(day.programme, PASSPHRASE, CHEAP)
    ours = unlocked(locked, PASSPHRASE)
    copy = second_copy(ours, tmp_path / "stick", day.world, lambda *_: None)
    assert copy.folder.name == locked.folder.name
    theirs = unlocked(read_programme(copy.folder), PASSPHRASE)
    assert merge(ours, read_folder(theirs), day.world).new == 0


def test_a_passphrase_costs_as_much_as_this_laptop_bears(day, monkeypatch):
    monkeypatch.setattr(locking, "tuned_cost", lambda timer: Cost(128, 2))
    locked, _ = lock(day.programme, PASSPHRASE)
    slot = read_vault(locked.folder).slots["passphrase"]
    assert (slot["memory_kib"], slot["passes"]) == (128, 2)


def test_the_recovery_sheet_is_printed_large_and_tagged_and_opens_the_programme(day, tmp_path):
    locked, code = lock(day.programme, PASSPHRASE, CHEAP)
    write_sheet(code, locked, tmp_path / "sheet.pdf")
    data = (tmp_path / "sheet.pdf").read_bytes()
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    printed = "".join(line.strip() for line in text.splitlines() if "-" in line and line.strip("-\r\n ").isupper())
    assert unlocked(locked, printed).name == "Ours"
    assert "Ours" not in text
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) == 1
    with pytest.raises(StoreProblem, match="cannot be written"):
        write_sheet(code, locked, tmp_path / "no" / "sheet.pdf")
