"""A disk without room: short writes, and a file system that is really full. Nothing confirmed is lost, and the folder opens."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kit.store.tables import Database
from kit.store.terms import Terms
from tests.faults.writers import Account, attempt, write_here


@pytest.mark.parametrize("limit", [1_000, 4_096, 9_999, 262_200, 262_491, 263_000, 266_240, 270_001])
def test_files_that_may_not_grow_beyond_a_limit(folder: Path, tmp_path: Path, limit: int, terms: Terms | None) -> None:
    account = Account()
    said = tmp_path / "before"
    assert write_here(folder, said, 20, run="before", terms=terms) == 0
    account.hear(said)
    attempt(folder, tmp_path / "during", 40, run="during", terms=terms,
            hinder=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    account.hear(tmp_path / "during")
    account.check(Database(folder, terms=terms, writable=False))
    assert write_here(folder, tmp_path / "after", 20, run="after", terms=terms) == 0
    account.hear(tmp_path / "after")
    account.check(Database(folder, terms=terms, writable=False))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 600 KB, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("only the system's administrator can mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.skipif(not Path("/bin/mount").exists(), reason="there is no mount command here")
@pytest.mark.parametrize("left", [0, 1, 5, 30, 62, 66, 80, 120])
def test_a_disk_that_is_really_full(small_disk: Path, tmp_path: Path, left: int, terms: Terms | None) -> None:
    """Some blocks of 4 KB are left when the writer begins; it is read while the disk is full, and written to again later."""
    folder, account = small_disk / "store", Account()
    assert write_here(folder, tmp_path / "before", 20, run="before", terms=terms) == 0
    account.hear(tmp_path / "before")
    _fill(small_disk / "filler", left)
    attempt(folder, tmp_path / "during", 300, run="during", terms=terms)
    account.hear(tmp_path / "during")
    _fill(small_disk / "more", 0)
    database = Database(folder, terms=terms, writable=False)
    account.check(database)
    assert not database.engine.report.hurt
    write_here(folder, tmp_path / "full", 3, run="full", terms=terms)
    account.hear(tmp_path / "full")
    for filler in ("filler", "more"):
        (small_disk / filler).unlink()
    assert write_here(folder, tmp_path / "after", 20, run="after", terms=terms) == 0
    account.hear(tmp_path / "after")
    account.check(Database(folder, terms=terms, writable=False))
    assert account.confirmed > 20


def _fill(path: Path, left: int) -> None:
    """Fill a file system with one file, but for some blocks."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    os.truncate(path, max(0, path.stat().st_size - left * 4096))
