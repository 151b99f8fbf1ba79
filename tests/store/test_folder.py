"""The programme folder: a name is never a path, and what is damaged is left as it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.store import Programme, StoreProblem, list_programmes, make_folder, read_programme
from kit.store.folder import folder_name
from tests.rooms import HOSTILE


def programme(name, created="2026-03-02T10:00:00+00:00"):
    return Programme("id-1", "KMR", name, created, "first-meeting")


@pytest.mark.parametrize("name", [
    "Our programme", HOSTILE, "../../etc/passwd", "CON", "aux", "com1.txt", "a" * 200, "-rf", "...", "C:\\evil", "名前", "مرحبا",
    "/", ".", "photo.png:ads",
])
def test_any_name_makes_a_folder_inside_home_and_reads_back_whole(tmp_path, name):
    made = make_folder(tmp_path, programme(name))
    assert made.folder.parent == tmp_path
    assert read_programme(made.folder) == made
    assert made.name == name


@given(st.text(max_size=80))
def test_a_folder_name_is_safe_on_every_system(name):
    safe = folder_name(name)
    assert safe
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert not safe.startswith(("-", ".", " "))
    assert not safe.endswith((" ", "."))
    assert len(safe.encode()) <= 140


def test_two_programmes_of_one_name_get_two_folders(tmp_path):
    folders = {make_folder(tmp_path, programme("Ours")).folder.name for _ in range(3)}
    assert folders == {"Ours", "Ours 2", "Ours 3"}


def test_programmes_are_listed_newest_first_and_other_folders_passed_over(tmp_path):
    make_folder(tmp_path, programme("Old", "2025-01-01T00:00:00+00:00"))
    make_folder(tmp_path, programme("New"))
    (tmp_path / "holiday").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "programme.json").write_text("{")
    assert [p.name for p in list_programmes(tmp_path)] == ["New", "Old"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": 1}', "[" * 100_000, "\xff", '{"schema": 1, "id": {}}'])
def test_a_damaged_header_is_a_sentence(tmp_path, content):
    (tmp_path / "programme.json").write_text(content)
    with pytest.raises(StoreProblem, match="left as it is"):
        read_programme(tmp_path)


def test_a_newer_folder_is_refused_and_untouched(tmp_path):
    made = make_folder(tmp_path, programme("Ours"))
    header = made.folder / "programme.json"
    newer = json.dumps(json.loads(header.read_text()) | {"schema": 99})
    header.write_text(newer)
    with pytest.raises(StoreProblem, match="newer version"):
        read_programme(made.folder)
    assert header.read_text() == newer


def test_only_its_owner_can_read_a_programme(tmp_path):
    made = make_folder(tmp_path, programme("Ours"))
    assert made.folder.stat().st_mode & 0o077 == 0
    assert (made.folder / "programme.json").stat().st_mode & 0o077 == 0
