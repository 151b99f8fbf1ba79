"""A programme folder with something of every kind in it, and what must hold of it through every change."""

from pathlib import Path

from kit.model import Origin, Record
from kit.store import Programme, Store, make_folder
from kit.store.doctor import examine
from kit.store.privacy import unlock
from kit.store.vault import Cost
from tests.store.trouble import contents

CHEAP = Cost(memory_kib=64, passes=1)
SECRETS = (b"Hearing voices", b"cwtch", b"\x89PNG a picture", b"private note", b"badge for Zo")


def made(home: Path) -> Path:
    """A programme with a record, a picture, a plan and a print in it."""
    programme = make_folder(home, Programme("abcdefgh", "BCD", "Hearing voices", "2026-01-05T10:00:00+00:00", "first"))
    store = Store(programme.folder, "10:00")
    picture = store.attachments.keep(b"\x89PNG a picture" * 9000, ".png")
    store.keep_record(Record("r1", "drawing", "2026-01-05T10:00:00+00:00", Origin(), {"text": "cwtch", "picture": picture}))
    store.papers.write("plans/1-first.toml", b'private = "private note"')
    store.papers.write("prints/badges.pdf", b"%PDF badge for Zo\xc3\xab")
    store.close()
    return programme.folder


def holds_everything(folder: Path, words: str | None) -> None:
    """All that was put in is there and whole, for the words that open the folder, or without any."""
    store = Store(folder, "10:00", unlock(folder, words) if words else None)
    assert [record.content["text"] for record in store.records()] == ["cwtch"]
    assert store.attachments.read(store.records()[0].content["picture"]) == b"\x89PNG a picture" * 9000
    assert store.papers.names("plans") == ["plans/1-first.toml"]
    assert store.papers.read("plans/1-first.toml") == b'private = "private note"'
    assert store.papers.read("prints/badges.pdf") == b"%PDF badge for Zo\xc3\xab"
    assert store.programme().name == "Hearing voices"
    assert store.engine.report.whole
    store.close()
    assert examine(folder, unlock(folder, words) if words else None).whole


def says_nothing(folder: Path) -> None:
    """Not one byte of what was put in can be read."""
    for name, data in contents(folder).items():
        for secret in SECRETS:
            assert secret not in data, name
