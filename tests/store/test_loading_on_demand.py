"""What is not needed is not loaded: a first screen without the store, a plain folder without a cipher."""

import subprocess
import sys
from pathlib import Path

import pytest

from kit.store import Programme, make_folder


@pytest.mark.parametrize(("program", "unwanted"), [
    ("import kit.store", ("tinydb", "cryptography", "kit.store.engine")),
    ("from pathlib import Path; from kit.store import Store; Store(Path({folder!r}), '10:00').close()", ("cryptography",)),
    ("from kit.store import list_programmes; from pathlib import Path; list_programmes(Path({folder!r}).parent)",
     ("tinydb", "cryptography", "kit.store.engine")),
])
def test_only_what_is_needed_is_loaded(tmp_path: Path, program: str, unwanted: tuple[str, ...]) -> None:
    folder = make_folder(tmp_path, Programme("p", "BCD", "Tea", "2026-01-05T10:00:00+00:00", "first")).folder
    program = program.format(folder=str(folder)) + "; import sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {module for module in loaded for name in unwanted if module == name or module.startswith(f"{name}.")}
