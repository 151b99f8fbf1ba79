"""Following: what another window saves is known at the next look, without a lock, without a write, and cheaply."""

import random

import pytest

from kit.model import Change, Event, Origin, Record
from kit.store import Programme, Store, StoreProblem, make_folder, read_history
from kit.store.erasure import erase
from kit.store.following import Following
from kit.store.keeping import ENTRIES
from kit.store.privacy import seal, unlock
from tests.store.programmes import CHEAP
from tests.store.trouble import contents, cut_last_line, failing, watched


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path, Programme("abcdefgh", "BCD", "Ours", "2026-01-05T10:00:00+00:00", "first")).folder


def say(store, number):
    record = Record(f"r{number}", "thought", "2026-01-05T10:00:00+00:00", Origin(), {"text": f"words {number}"})
    store.keep("s", Change(Event(number, "2026-01-05T10:00:00+00:00", "noted"), (record,)))


def texts(followed):
    return [record.content["text"] for record in followed.history().records()]


def test_what_another_window_saves_is_known_at_the_next_look(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    assert followed.look()
    for number in (1, 2, 3):
        say(store, number)
        assert followed.look()
        assert texts(followed) == [f"words {n}" for n in range(1, number + 1)]
        assert not followed.look()


def test_a_look_at_nothing_new_reads_one_line_and_writes_nothing(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    say(store, 1)
    followed.look()
    reads = []
    with watched(lambda call, path, *what: reads.append((call, path.name))) as writes:
        assert not followed.look()
    assert reads == [("read", "LOCK")]
    assert writes == []


def test_of_a_long_journal_only_the_new_lines_are_read(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    for number in range(1, 40):
        say(store, number)
    followed.look()
    offsets = []
    say(store, 40)
    with watched(lambda call, path, *what: offsets.append((path.name[:3], what[0])) if call == "read" else None):
        assert followed.look()
    [(_, offset)] = [read for read in offsets if read[0] == "wal"]
    assert offset > 4000
    assert not [read for read in offsets if read[0] == "sna"]
    assert texts(followed)[-1] == "words 40"


def test_following_changes_no_file_and_takes_no_lock(folder):
    store = Store(folder, "10:00")
    say(store, 1)
    before = contents(folder)
    with watched() as writes:
        Following(folder).look()
    assert writes == []
    assert contents(folder) == before
    store.close()
    Following(folder).look()
    Store(folder, "10:00").close()


def test_it_goes_on_over_every_end_and_start_of_the_other_window(folder):
    followed = Following(folder)
    for number in range(1, 6):
        store = Store(folder, "10:00")
        followed.look()
        say(store, number)
        followed.look()
        assert texts(followed)[-1] == f"words {number}"
        store.close()
        followed.look()
        assert len(texts(followed)) == number


def test_a_line_that_is_half_written_is_taken_when_it_is_whole(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    say(store, 1)
    followed.look()
    say(store, 2)
    [journal] = sorted(folder.glob("wal-*-01.jsonl"))[-1:]
    whole = journal.read_bytes()
    cut_last_line(journal)
    followed.look()
    assert texts(followed) == ["words 1"]
    journal.write_bytes(whole)
    assert followed.look()
    assert texts(followed) == ["words 1", "words 2"]


def test_of_a_number_that_comes_twice_the_later_save_counts(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    say(store, 1)
    followed.look()
    with failing("flush", name="wal"), pytest.raises(StoreProblem, match="NOT saved"):
        say(store, 2)
    followed.look()
    say(store, 3)
    followed.look()
    assert texts(followed) == ["words 1", "words 3"] == [r.content["text"] for r in read_history(folder).records()]


def test_what_is_erased_is_gone_at_the_next_look(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    say(store, 1)
    say(store, 2)
    followed.look()
    erase(store.engine, [["d", ENTRIES, "1"]])
    assert followed.look()
    assert texts(followed) == ["words 2"]


def test_a_sealed_folder_is_followed_with_its_keys_and_not_without(folder):
    seal(folder, "a kettle in the hall", cost=CHEAP)
    keys = unlock(folder, "a kettle in the hall")
    followed, store = Following(folder, keys), Store(folder, "10:00", keys)
    followed.look()
    say(store, 1)
    assert followed.look()
    assert texts(followed) == ["words 1"]
    with pytest.raises(StoreProblem, match="locked"):
        Following(folder).look()


def test_a_folder_that_goes_and_comes_back_is_followed_again(folder):
    followed, store = Following(folder), Store(folder, "10:00")
    say(store, 1)
    followed.look()
    away = folder.rename(folder.with_name("away"))
    with pytest.raises(StoreProblem, match="cannot be read"):
        followed.look()
    away.rename(folder)
    say(store, 2)
    assert followed.look()
    assert texts(followed) == ["words 1", "words 2"]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_other_window_does_it_knows_what_a_whole_reading_of_the_folder_gives(folder, seed):
    chance, followed, store, number = random.Random(seed), Following(folder), Store(folder, "10:00"), 0
    for _ in range(40):
        match chance.choice(("say", "say", "say", "look", "close", "checkpoint", "fail")):
            case "say":
                number += 1
                say(store, number)
            case "fail":
                with failing(chance.choice(("flush", "write")), name="wal"), pytest.raises(StoreProblem):
                    say(store, 1000 + number)
            case "checkpoint":
                store.engine.checkpoint()
            case "close":
                store.close()
                store = Store(folder, "10:00")
            case "look":
                followed.look()
                assert texts(followed) == [record.content["text"] for record in read_history(folder).records()]
    followed.look()
    assert texts(followed) == [record.content["text"] for record in read_history(folder).records()]
