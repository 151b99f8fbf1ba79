"""Damage to any one file, in twenty ways: after a clean close nothing is lost; after a crash what is lost is told."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from kit.store.problem import StoreProblem
from kit.store.tables import Database
from kit.store.terms import Terms
from tests.faults.writers import Account, finish, start, write_here

Spoil = Callable[[bytes, Random], bytes]


def _over(size: int, filler: Callable[[Random, int], bytes], at: float | None = None) -> Spoil:
    """Write something over part of a file, at a random place or a given part of its length."""
    def spoil(data: bytes, chance: Random) -> bytes:
        place = int((chance.random() if at is None else at) * max(0, len(data.rstrip(b"\n")) - size))
        return data[:place] + filler(chance, size)[:max(0, len(data) - place)] + data[place + size:]
    return spoil


def _flip(count: int) -> Spoil:
    def spoil(data: bytes, chance: Random) -> bytes:
        changed = bytearray(data)
        for _ in range(count if data else 0):
            changed[chance.randrange(len(data.rstrip(b"\n")) or 1)] ^= 1 << chance.randrange(8)
        return bytes(changed)
    return spoil


def _zeros(_: Random, size: int) -> bytes:
    return bytes(size)


def _garbage(chance: Random, size: int) -> bytes:
    return chance.randbytes(size)


WAYS: dict[str, Spoil] = {
    "one bit": _flip(1), "ten bits": _flip(10), "a sector of zeros": _over(512, _zeros),
    "a sector of garbage": _over(512, _garbage), "a block of zeros": _over(4096, _zeros),
    "a block of garbage": _over(4096, _garbage), "the first sector": _over(512, _zeros, 0.0),
    "the first block": _over(4096, _garbage, 0.0), "the last sector": _over(512, _zeros, 1.0), "empty": lambda d, c: b"",
    "cut in half": lambda d, c: d[:len(d) // 2], "cut anywhere": lambda d, c: d[:c.randrange(len(d) + 1)],
    "one byte short": lambda d, c: d.rstrip(b"\n")[:-2], "all zeros": lambda d, c: bytes(len(d)),
    "all garbage": lambda d, c: c.randbytes(len(d)), "a byte order mark": lambda d, c: b"\xef\xbb\xbf" + d,
    "Windows line ends": lambda d, c: d.replace(b"\n", b"\r\n"), "garbage after it": lambda d, c: d + c.randbytes(700),
    "garbage before it": lambda d, c: c.randbytes(700) + d, "twice over": lambda d, c: d + d,
    "a line less": lambda d, c: _without_a_line(d, c), "no newlines": lambda d, c: d.replace(b"\n", b" "),
}


def _without_a_line(data: bytes, chance: Random) -> bytes:
    lines = data.rstrip(b"\n").split(b"\n")
    lines.pop(chance.randrange(len(lines)))
    return b"\n".join(lines) + b"\n"


@pytest.mark.parametrize("way", WAYS)
def test_after_a_clean_close_no_damage_to_one_file_loses_anything(folder: Path, tmp_path: Path, way: str,
                                                                  terms: Terms | None) -> None:
    account, chance = Account(), Random(way)
    for run in ("first", "second", "third"):
        assert write_here(folder, tmp_path / run, 15, run=run, terms=terms) == 0
        account.hear(tmp_path / run)
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(WAYS[way](whole, chance))
        account.check(Database(folder, terms=terms, writable=False))
        path.unlink()
        account.check(Database(folder, terms=terms, writable=False))
        path.write_bytes(whole)


@pytest.mark.parametrize("way", WAYS)
def test_after_a_crash_what_damage_costs_is_told(folder: Path, tmp_path: Path, way: str, terms: Terms | None) -> None:
    account, chance = Account(), Random(way)
    write_here(folder, tmp_path / "first", 15, run="first", terms=terms)
    child = start(folder, tmp_path / "second", 0, run="second", terms=terms)
    while (tmp_path / "second").exists() is False or (tmp_path / "second").read_text().count("\n") < 80:
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    finish(child)
    account.hear(tmp_path / "first")
    account.hear(tmp_path / "second")
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(WAYS[way](whole, chance))
        _all_there_or_told(folder, account, terms, path.name)
        shutil.copytree(folder, tmp_path / "copy")
        _all_there_or_told_after_going_on(tmp_path / "copy", account, terms)
        shutil.rmtree(tmp_path / "copy")
        path.write_bytes(whole)


def _all_there_or_told(folder: Path, account: Account, terms: Terms | None, name: str) -> None:
    try:
        database = Database(folder, terms=terms, writable=False)
    except StoreProblem:
        return  # refused, with a sentence
    try:
        account.check(database)
    except AssertionError:
        assert database.engine.report.hurt, name
        assert database.engine.report.sentences()


def _all_there_or_told_after_going_on(folder: Path, account: Account, terms: Terms | None) -> None:
    """Losses are told until a person says that they are known, however often the folder is opened and closed."""
    try:
        for _ in range(3):
            database = Database(folder, terms=terms)
            database.table("other").insert({"n": 1})
            database.close()
    except StoreProblem:
        return
    _all_there_or_told(folder, account, terms, "going on")
