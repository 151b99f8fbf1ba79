"""Trouble with the disk, on demand: watches the calls of `kit.store.disk`, and lets some of them fail."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kit.store import disk
from kit.store.tables import Database
from kit.store.terms import Terms

Call = tuple[str, Path]


@contextmanager
def watched(react: Callable[..., None] = lambda *_: None) -> Iterator[list[Call]]:
    """The calls that change a file while this lasts, in order. `react` is told of each first, and may raise."""
    calls: list[Call] = []

    def watch(call: str, path: Path, *what: Any) -> None:
        if call != "read":
            calls.append((call, path))
        react(call, path, *what)

    disk.watch, before = watch, disk.watch
    try:
        yield calls
    finally:
        disk.watch = before


@contextmanager
def failing(call: str, number: int = errno.EIO, *, name: str = "", times: int = 1 << 30) -> Iterator[list[Call]]:
    """Calls of one name fail, on files whose name begins with `name`, so many times."""
    left = [times]

    def react(made: str, path: Path, *what: Any) -> None:
        if made == call and path.name.startswith(name) and left[0] > 0:
            left[0] -= 1
            raise OSError(number, os.strerror(number))

    with watched(react) as calls:
        yield calls


def crash(database: Database) -> None:
    """Leave a folder as a crash leaves it: nothing more is written, and the lock is free."""
    database.engine._let_go()


def reread(folder: Path, terms: Terms | None = None) -> Database:
    """The folder opened for reading alone."""
    return Database(folder, terms=terms, writable=False)


def filled(folder: Path, count: int, terms: Terms | None = None) -> Database:
    """A new folder with documents `{"n": 1}`, `{"n": 2}` …, one save each."""
    database = Database(folder, terms=terms)
    for number in range(1, count + 1):
        database.table("t").insert({"n": number})
    return database


def numbers(database: Database) -> list[int]:
    """The numbers of the documents that `filled` made."""
    return [document["n"] for document in database.table("t")]


def cut_last_line(path: Path, keep: int = 30) -> None:
    """Leave the beginning of a file's last line, and blank room after it, as a crash does."""
    data = path.read_bytes()
    start = data.rindex(b"J1 ")
    path.write_bytes(data[:start + keep] + b"\n" * 5000)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, but for LOCK."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.name != "LOCK"}
