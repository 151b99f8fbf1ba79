"""A writer in a process of its own that can be killed or hindered, and the account of what it said it saved."""

import io
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from itertools import count
from pathlib import Path
from typing import Any

from kit import selftest
from kit.store import disk
from kit.store.problem import StoreProblem
from kit.store.sealing import KeyRing
from kit.store.tables import Database
from kit.store.terms import Terms

SEALED = Terms(KeyRing((bytes(range(32)),)))
"""Every fault is tried on plain and on sealed folders."""


def start(folder: Path, said: Path, times: int, *, run: str = "run", terms: Terms | None = None,
          hinder: Callable[[], None] = lambda: None) -> int:
    """Let a new process save so many times (0: for ever), and give its id. What it says goes to a file."""
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
        hinder()
        code = write(folder, run, times, terms)
        sys.stdout.flush()
    finally:
        os._exit(code)


def write(folder: Path, run: str, times: int, terms: Terms | None) -> int:
    """The self-test's writer. Gives 1 where the folder does not open."""
    try:
        return selftest.write(folder, run, times, terms)
    except StoreProblem:
        return 1


def finish(child: int) -> int:
    """Wait for a process, and give its exit code, or minus the signal it died of."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def attempt(folder: Path, said: Path, times: int, **how: Any) -> int:
    """Start a writer and wait for it."""
    return finish(start(folder, said, times, **how))


class Account:
    """What a folder may hold after all that its writers said: the last save that was confirmed, or one tried since."""

    def __init__(self) -> None:
        self._may: dict[str, set[str | None]] = {}

    def hear(self, said: Path) -> None:
        """Take in what a writer said."""
        text = said.read_text() if said.exists() else ""
        for line in text.splitlines():
            tried, line = line.startswith("?"), line.removeprefix("?")
            name, total = (line[1:], None) if line.startswith("-") else line.split("\t")
            before = self._may.setdefault(name, {None})
            self._may[name] = before | {total} if tried else {total}

    def check(self, database: Database) -> None:
        """Every confirmed save is there, as it was, and nothing is there that was taken away or never given."""
        there = {document["id"]: selftest.total(document) for document in database.table("records")}
        wrong = {name: there.get(name) for name in {*self._may, *there} if there.get(name) not in self._may.get(name, ())}
        assert not wrong

    @property
    def confirmed(self) -> int:
        """How many records must be there."""
        return sum(None not in may for may in self._may.values())


def kill_at(call: int, *, half: bool = False) -> Callable[[], None]:
    """Die at some call that changes a file, before it is made; with `half`, after half of what it was to write."""
    def hinder() -> None:
        calls = count()

        def watch(name: str, path: Path, *what: Any) -> None:
            if name != "read" and next(calls) == call:
                if half and name == "write":
                    _write_half(path, bytes(what[0]), what[1])
                os.kill(os.getpid(), signal.SIGKILL)

        disk.watch = watch
    return hinder


def fail_at(call: int, number: int, *, times: int) -> Callable[[], None]:
    """Let some calls that change a file fail, from one of them on."""
    def hinder() -> None:
        calls = count()

        def watch(name: str, path: Path, *what: Any) -> None:
            if name != "read" and call <= next(calls) < call + times:
                raise OSError(number, os.strerror(number))

        disk.watch = watch
    return hinder


def write_here(folder: Path, said: Path, times: int, *, run: str, terms: Terms | None = None) -> int:
    """Save so many times in this very process."""
    with said.open("a") as file, redirect_stdout(file), redirect_stderr(io.StringIO()):
        return write(folder, run, times, terms)


def calls_of(folder: Path, times: int, terms: Terms | None) -> int:
    """How many calls that change a file a writer makes, from opening to closing."""
    calls = []

    def watch(name: str, *what: Any) -> None:
        if name != "read":
            calls.append(name)

    disk.watch = watch
    try:
        with redirect_stdout(io.StringIO()):
            write(folder, "run", times, terms)
    finally:
        disk.watch = None
    return len(calls)


def _write_half(path: Path, data: bytes, offset: int) -> None:
    handle = os.open(path, os.O_WRONLY)
    os.pwrite(handle, data[:len(data.rstrip(b"\n")) // 2], offset)
    os.close(handle)
