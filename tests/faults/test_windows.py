"""Two windows on one folder: the second is refused, and the first loses nothing."""

import os
import signal
import time
from pathlib import Path

import pytest

from kit.store.tables import Database
from kit.store.terms import Terms
from tests.faults.writers import Account, attempt, finish, start, write_here


@pytest.mark.parametrize("turn", range(5))
def test_a_second_window_is_refused_while_the_first_writes(folder: Path, tmp_path: Path, terms: Terms | None, turn: int) -> None:
    first = start(folder, tmp_path / "first", 0, run="first", terms=terms)
    while not (tmp_path / "first").exists() or (tmp_path / "first").read_text().count("\n") < 10 + turn:
        time.sleep(0.001)
    for number in range(3):
        assert attempt(folder, tmp_path / "second", 5, run=f"second-{number}", terms=terms) == 1
    Database(folder, terms=terms, writable=False)
    os.kill(first, signal.SIGKILL)
    finish(first)
    account = Account()
    account.hear(tmp_path / "first")
    assert not (tmp_path / "second").read_text()
    account.check(Database(folder, terms=terms, writable=False))
    assert write_here(folder, tmp_path / "third", 5, run="third", terms=terms) == 0
    account.hear(tmp_path / "third")
    account.check(Database(folder, terms=terms, writable=False))


def test_windows_that_open_at_the_same_moment(folder: Path, tmp_path: Path, terms: Terms | None) -> None:
    for turn in range(5):
        children = [start(folder, tmp_path / f"{turn}-{n}", 30, run=f"{turn}-{n}", terms=terms) for n in range(4)]
        assert sorted({finish(child) for child in children}) in ([0], [0, 1])
    account = Account()
    for said in sorted(tmp_path.glob("*-*")):
        account.hear(said)
    account.check(Database(folder, terms=terms, writable=False))
