"""A process that dies at any moment loses nothing that it had confirmed, and the folder opens."""

import errno
import os
import shutil
import signal
import time
from pathlib import Path
from random import Random

import pytest

from kit.store.tables import Database
from kit.store.terms import Terms
from tests.faults.writers import Account, attempt, calls_of, fail_at, finish, kill_at, start, write_here

SAVES = 6


def _check(folder: Path, account: Account, terms: Terms | None) -> None:
    """Read the folder as it is, then go on writing in it, and read it again."""
    if folder.exists():
        account.check(Database(folder, terms=terms, writable=False))
    said = folder.with_name("afterwards")
    assert write_here(folder, said, 5, run="afterwards", terms=terms) == 0
    account.hear(said)
    database = Database(folder, terms=terms)
    account.check(database)
    database.close()
    database = Database(folder, terms=terms, writable=False)
    account.check(database)
    assert database.engine.report.whole


@pytest.mark.parametrize("seed", range(10))
def test_a_kill_at_a_random_moment(folder: Path, tmp_path: Path, seed: int, terms: Terms | None) -> None:
    account, chance = Account(), Random(seed)
    for run in ("first", "second"):
        child = start(folder, tmp_path / run, 0, run=run, terms=terms)
        time.sleep(chance.uniform(0.002, 0.06))
        os.kill(child, signal.SIGKILL)
        assert finish(child) == -signal.SIGKILL
        account.hear(tmp_path / run)
        if folder.exists():
            account.check(Database(folder, terms=terms, writable=False))
    _check(folder, account, terms)


@pytest.mark.parametrize("half", [False, True], ids=["before", "half-way"])
def test_a_kill_at_every_call_that_changes_a_file(tmp_path: Path, half: bool, terms: Terms | None) -> None:
    _at_every_call(tmp_path, terms, lambda call: kill_at(call, half=half))


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC], ids=os.strerror)
def test_an_error_once_at_every_call_that_changes_a_file(tmp_path: Path, number: int, terms: Terms | None) -> None:
    _at_every_call(tmp_path, terms, lambda call: fail_at(call, number, times=1))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE, errno.EACCES], ids=os.strerror)
def test_an_error_for_ever_from_every_call_that_changes_a_file(tmp_path: Path, number: int, terms: Terms | None) -> None:
    _at_every_call(tmp_path, terms, lambda call: fail_at(call, number, times=1 << 30))


def _at_every_call(tmp_path: Path, terms: Terms | None, hinder: object) -> None:
    """Hinder a writer at each of its calls, once in a new folder and once in one with something in it."""
    full, said = tmp_path / "full", tmp_path / "said"
    assert write_here(full, said, 5, run="before", terms=terms) == 0
    for before in (None, full):
        calls = calls_of(_folder(tmp_path / "count", before), SAVES, terms)
        for call in range(calls):
            account = Account()
            if before:
                account.hear(said)
            folder = _folder(tmp_path / f"{bool(before)}-{call}" / "store", before)
            attempt(folder, folder.with_name("during"), SAVES, run="during", terms=terms,
                    hinder=hinder(call))  # type: ignore[operator]
            account.hear(folder.with_name("during"))
            _check(folder, account, terms)
            shutil.rmtree(folder.parent)


def _folder(path: Path, before: Path | None) -> Path:
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(exist_ok=True)
    if before:
        shutil.copytree(before, path)
    return path
