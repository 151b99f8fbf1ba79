"""The two commands an outside harness drives."""

import subprocess
import sys
from pathlib import Path

import pytest

from kit.selftest import main


def _run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "kit.selftest", *arguments], capture_output=True, text=True, check=False)


def _standing(said: str) -> dict[str, str]:
    """The records that should be there after what a writer said."""
    there: dict[str, str] = {}
    for line in said.splitlines():
        if line.startswith("-"):
            del there[line[1:]]
        elif not line.startswith("?"):
            name, total = line.split("\t")
            there[name] = total
    return there


def test_what_was_said_to_be_saved_is_read_back(tmp_path: Path) -> None:
    wrote = _run("store-write", str(tmp_path), "run", "120")
    assert wrote.returncode == 0
    lines = wrote.stdout.splitlines()
    assert len(lines) == 240
    assert all(lines[at] == "?" + lines[at + 1] for at in range(0, 240, 2))
    assert any(line.startswith("-") for line in lines)
    read = _run("store-read", str(tmp_path))
    assert read.returncode == 0
    assert dict(line.split("\t") for line in read.stdout.splitlines()) == _standing(wrote.stdout)


def test_the_same_run_saves_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for name in ("one", "two"):
        assert main(["store-write", str(tmp_path / name), "run", "30"]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


def test_runs_add_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for run in ("a", "b"):
        main(["store-write", str(tmp_path), run, "30"])
    expected = _standing(capsys.readouterr().out)
    assert main(["store-read", str(tmp_path)]) == 0
    assert dict(line.split("\t") for line in capsys.readouterr().out.splitlines()) == expected


def test_damage_is_told_with_three_and_a_refusal_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["store-write", str(tmp_path), "run", "30"])
    newest = max(tmp_path.glob("snap-*"))
    newest.write_bytes(newest.read_bytes()[:-500])
    assert main(["store-read", str(tmp_path)]) == 3
    for path in tmp_path.glob("*.jsonl"):
        path.write_bytes(b"#")
    assert main(["store-read", str(tmp_path)]) == 1
    assert "Nothing can be read" in capsys.readouterr().err


def test_a_refused_save_is_not_said_again_and_the_next_one_is_tried(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.store.trouble import failing
    with failing("flush", 28, name="wal"):
        assert main(["store-write", str(tmp_path), "run", "5"]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 5
    assert said.err.count("NOT saved: no space left on the disk") == 5


def test_a_folder_where_nothing_was_saved_is_empty(tmp_path: Path) -> None:
    assert main(["store-read", str(tmp_path)]) == main(["store-read", str(tmp_path / "nowhere")]) == 0


def test_words_that_are_no_command_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["store-write"]) == main([]) == main(["store-write", "a", "b", "c"]) == 2
    assert "store-read" in capsys.readouterr().err
