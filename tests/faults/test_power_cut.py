"""A power cut after any call loses nothing that was confirmed, and the folder opens."""

import shutil
from pathlib import Path
from random import Random

import pytest

from kit.store import disk
from kit.store.tables import Database
from kit.store.terms import Terms
from tests.faults.power import cuts, recorded
from tests.faults.writers import Account


def _losses(tmp_path: Path, terms: Terms | None, seed: int, each: int) -> tuple[int, int]:
    """How many of the folders that may be found lost anything, or do not open; and how many there were."""
    log = recorded(tmp_path / "store", 8, "first", terms) + recorded(tmp_path / "store", 8, "second", terms)
    found, bad, every = tmp_path / "found", 0, 0
    for said in cuts(log, Random(seed), found, each):
        (tmp_path / "said").write_text(said)
        account = Account()
        account.hear(tmp_path / "said")
        try:
            database = Database(found, terms=terms, writable=False)
            account.check(database)
            assert not database.engine.report.lost
            database = Database(found, terms=terms)
            database.table("other").insert({"n": 1})
            database.close()
            account.check(Database(found, terms=terms, writable=False))
        except Exception:
            bad += 1
        every += 1
        shutil.rmtree(found)
    return bad, every


@pytest.mark.parametrize("seed", range(3))
def test_a_power_cut_loses_nothing_that_was_confirmed(tmp_path: Path, seed: int, terms: Terms | None) -> None:
    bad, every = _losses(tmp_path, terms, seed, 1)
    assert (bad, every > 100) == (0, True)


@pytest.mark.parametrize("call", ["flush", "flush_folder"])
def test_the_method_sees_a_flush_that_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    if call == "flush":
        monkeypatch.setattr(disk.OpenFile, "flush", lambda file: None)
    else:
        monkeypatch.setattr(disk, "flush_folder", lambda folder: None)
    assert _losses(tmp_path, None, 1, 1)[0] > 0
