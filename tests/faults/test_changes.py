"""A kill at any call of a great change: sealing, making plain, new keys, erasing, bringing an old folder up, copying."""

import os
import shutil
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kit.store import Store, StoreProblem, disk
from kit.store.attachments import Attachments
from kit.store.copying import make_copy
from kit.store.erasure import erase
from kit.store.names import is_sealed
from kit.store.privacy import rotate, seal, unlock, unseal
from tests.faults.writers import finish
from tests.store.programmes import CHEAP, SECRETS, holds_everything, made, says_nothing
from tests.store.test_migrations import FIXTURES
from tests.store.trouble import contents

FIRST, SECOND = "the first passphrase", "a second passphrase"


def _killed_at_every_call(change: Callable[[], object], before: Path, folder: Path) -> Any:
    """Do a change in a process that is killed at one call after another, and give the folder each time."""
    for call in count():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(before, folder)
        child = os.fork()
        if not child:
            _die_at(call)
            try:
                change()
            finally:
                os._exit(0)
        code = finish(child)
        yield call
        if code == 0:
            return


def _die_at(call: int) -> None:
    calls = count()

    def watch(name: str, *what: Any) -> None:
        if name != "read" and next(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)

    disk.watch = watch


def _words(folder: Path) -> str | None:
    """What opens the folder; unlocking it finishes whatever was interrupted."""
    for words in (SECOND, FIRST):
        try:
            unlock(folder, words)
        except StoreProblem:
            continue
        return words if is_sealed(folder) else None
    return None


@pytest.mark.parametrize("change", ["seal", "unseal", "rotate"])
def test_a_kill_while_the_seals_change(tmp_path: Path, change: str) -> None:
    before, folder = made(tmp_path / "home"), tmp_path / "folder"
    if change != "seal":
        seal(before, FIRST, cost=CHEAP)
    changes = {"seal": lambda: seal(folder, FIRST, cost=CHEAP), "unseal": lambda: unseal(folder, FIRST),
               "rotate": lambda: rotate(folder, FIRST, SECOND, cost=CHEAP)}
    words: str | None = ""
    for _ in _killed_at_every_call(changes[change], before, folder):
        words = _words(folder)
        if words:
            says_nothing(folder)
        holds_everything(folder, words)
    assert words == {"seal": FIRST, "unseal": None, "rotate": SECOND}[change]


def test_a_kill_while_somebody_is_erased_never_brings_them_back(tmp_path: Path) -> None:
    before, folder = made(tmp_path / "home"), tmp_path / "folder"
    gone = False

    def forget() -> None:
        store = Store(folder, "10:00")
        erase(store.engine, [["d", "entries", "1"]])

    for _ in _killed_at_every_call(forget, before, folder):
        left = not Store(folder, "10:00").records()
        assert left or not gone
        gone = left
        if gone:
            assert not [name for name, data in contents(folder).items() for secret in SECRETS[1:3] if secret in data]
    assert gone


def test_a_kill_while_an_old_folder_is_brought_up(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for _ in _killed_at_every_call(lambda: Store(folder, "10:00").close(), FIXTURES / "schema-1", folder):
        for _ in range(2):
            store = Store(folder, "10:00")
            assert [record.id for record in store.records()] == ["r1", "r2", "r3"]
            store.close()


def test_a_kill_while_a_copy_is_made_leaves_the_programme_and_the_copy_can_be_made_again(tmp_path: Path) -> None:
    before, folder = made(tmp_path / "home"), tmp_path / "folder"
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in _killed_at_every_call(lambda: make_copy(folder, stick), before, folder):
        holds_everything(folder, None)
        holds_everything(make_copy(folder, stick).folder, None)
        shutil.rmtree(stick / folder.name)


def test_a_kill_while_a_picture_is_kept(tmp_path: Path) -> None:
    before, folder = made(tmp_path / "home"), tmp_path / "folder"

    def keep() -> None:
        store = Store(folder, "10:00")
        name = store.attachments.keep(b"another" * 20_000, ".jpg")
        store.database.table("t").insert({"picture": name})

    for _ in _killed_at_every_call(keep, before, folder):
        store = Store(folder, "10:00")
        attachments = Attachments(store.engine)
        assert set(attachments.names()) == attachments.named()
        assert all(attachments.read(name) for name in attachments.names())
        assert not list((folder / "att").glob(".*"))
        store.close()
        holds_everything(folder, None)
