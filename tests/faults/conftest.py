"""Faults need a system with fork and kill. They are run apart: `python -m pytest tests/faults`."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kit.store.terms import Terms
from tests.faults.writers import SEALED

collect_ignore_glob = [] if hasattr(os, "fork") else ["test_*.py"]


@pytest.fixture(params=["plain", "sealed"])
def terms(request: pytest.FixtureRequest) -> Terms | None:
    """Every fault is tried on plain and on sealed folders."""
    return SEALED if request.param == "sealed" else None


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory where there is one: a killed process cannot tell it from a disk, and it is quick."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "store"
