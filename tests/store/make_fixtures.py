"""Makes the fixture folders of this version: `python -m tests.store.make_fixtures`. Those of earlier versions stay."""

import shutil
from pathlib import Path
from random import Random

from kit.model import Change, Event, Origin, Record
from kit.store import Programme, Store, make_folder
from kit.store.privacy import seal, unlock
from kit.store.vault import Cost
from tests.store.trouble import crash

FIXTURES = Path(__file__).parent / "fixtures"
TEA = Programme("abcdefgh", "BCD", "Tea and talk", "2026-01-05T10:00:00+00:00", "first-meeting")
CHEAP = Cost(memory_kib=64, passes=1)


def make() -> None:
    """Make both, with a journal after the last snapshot, as a crash leaves it."""
    for name in ("schema-2", "schema-2-sealed"):
        shutil.rmtree(FIXTURES / name, ignore_errors=True)
        programme = make_folder(FIXTURES, TEA)
        (programme.plans_folder / "1-first-meeting.toml").write_text('title = "First meeting"\n')
        programme.prints_folder.rmdir()
        fill(Store(programme.folder, "10:00"))
        keys = None
        if "sealed" in name:
            seal(programme.folder, "a fixture, not a secret", cost=CHEAP, chance=Random(7).randbytes)
            keys = unlock(programme.folder, "a fixture, not a secret")
        store = Store(programme.folder, "10:00", keys)
        store.keep_record(record(4, "after the last snapshot"))
        crash(store.database)
        for segment in programme.folder.glob("wal-*"):
            segment.write_bytes(segment.read_bytes().partition(b"\n\n")[0].rstrip(b"\n") + b"\n")
        programme.folder.rename(FIXTURES / name)


def fill(store: Store) -> None:
    """Three records, one of them made in a session."""
    made = [record(n, text) for n, text in enumerate(("cwtch & żółw 🙂", "said “no”", "a third"), 1)]
    store.keep("s1", Change(Event(1, made[0].when, "answered"), (made[0],)))
    store.keep("s1", Change(Event(2, made[1].when, "answered"), (made[1],)))
    store.keep_record(made[2])
    store.close()


def record(number: int, text: str) -> Record:
    """A made-up record."""
    return Record(f"r{number}", "thought", f"2026-01-05T10:0{number}:00+00:00", Origin("abcdefgh"), {"text": text})


if __name__ == "__main__":
    make()
