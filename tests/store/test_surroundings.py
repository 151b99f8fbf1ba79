"""What may harm a folder is told early and plainly."""

import shutil
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kit.store.surroundings import dangers

NOW = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)


def test_an_ordinary_folder_has_nothing_to_say(tmp_path: Path) -> None:
    assert dangers(tmp_path, NOW) == dangers(tmp_path, NOW, "2026-01-05T13:59:00+00:00") == ()


def test_a_nearly_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("Usage", "total used free")(0, 0, 12_000_000))
    assert "12 MB are left" in dangers(tmp_path, NOW)[0]


@pytest.mark.parametrize(("name", "service"), [
    ("Dropbox", "Dropbox"), ("OneDrive", "OneDrive"), ("OneDrive - The Trust", "OneDrive"), ("Google Drive", "Google Drive"),
    ("com~apple~CloudDocs", "iCloud"), ("Nextcloud", "Nextcloud"),
    ("Mobile Documents", "iCloud"), ("My Drive", "Google Drive"), ("GoogleDrive", "Google Drive")])
def test_a_syncing_folder_is_told(tmp_path: Path, name: str, service: str) -> None:
    (tmp_path / name / "Tea").mkdir(parents=True)
    assert f"is in {service}," in dangers(tmp_path / name / "Tea", NOW)[0]


@pytest.mark.parametrize("name", ["Dropbox day", "our mega day", "Boxes", "Onedriver"])
def test_a_folder_that_is_only_called_a_little_alike_is_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert dangers(tmp_path / name, NOW) == ()


def test_a_clock_that_was_set_back_is_told(tmp_path: Path) -> None:
    [told] = dangers(tmp_path, NOW, (NOW + timedelta(hours=2)).isoformat())
    assert "05 January 2026, 14:00" in told
    assert "05 January 2026, 16:00" in told
    assert dangers(tmp_path, NOW, "no time at all") == ()
