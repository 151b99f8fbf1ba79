"""A watched folder: what a phone or a scanner puts there is read once, when it has stopped growing. Nothing here sleeps."""

import pytest

from kit.cli import main
from kit.desk.pile.watching import Watched, look, watch
from kit.store import NotSaved, StoreProblem


def test_a_watched_folder_gives_each_file_once_and_only_when_it_has_stopped_growing(tmp_path):
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(b"half")
    (tmp_path / "notes.txt").write_text("no picture")
    ready, seen = look([tmp_path], Watched())
    assert ready == []
    file.write_bytes(b"half and more")
    ready, seen = look([tmp_path], seen)
    assert ready == []
    ready, seen = look([tmp_path], seen)
    assert ready == [file]
    assert look([tmp_path], seen)[0] == []


class Days:
    """What happens in a folder between the looks; then somebody presses Ctrl+C."""

    def __init__(self, *happens):
        self.happens, self.read, self.said = list(happens), [], []

    def pause(self):
        if not self.happens:
            raise KeyboardInterrupt
        self.happens.pop(0)()

    def watch(self, folder):
        with pytest.raises(KeyboardInterrupt):
            watch([folder], lambda ready: self.read.extend(file.name for file in ready), self.pause, self.said.append)


def nothing():
    pass


def test_what_grows_waits_what_stopped_is_read_once_and_what_was_taken_away_is_quiet(tmp_path):
    grows, gone = tmp_path / "grows.jpg", tmp_path / "gone.jpg"
    days = Days(lambda: grows.write_bytes(b"1"), lambda: (grows.write_bytes(b"12"), gone.write_bytes(b"1")),
                lambda: (grows.write_bytes(b"123"), gone.unlink()), nothing, nothing, nothing)
    days.watch(tmp_path)
    assert days.read == ["grows.jpg"]
    assert days.said == []


def test_what_could_not_be_kept_is_said_once_and_tried_again(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"1")
    tries, said = [], []

    def read(files):
        tries.append(files[0].name)
        if len(tries) < 4:
            raise NotSaved("NOT saved: the disk is full.")

    with pytest.raises(KeyboardInterrupt):
        watch([tmp_path], read, Days(*[nothing] * 8).pause, said.append)
    assert tries == ["a.jpg"] * 4
    assert said == ["NOT saved: the disk is full."]


def test_a_folder_that_is_not_there_is_said_at_once(tmp_path):
    with pytest.raises(StoreProblem, match="There is no folder"):
        watch([tmp_path / "no"], print, nothing, print)


def test_ctrl_c_ends_the_command_well(tmp_path, monkeypatch, capsys):
    assert main(["--home", str(tmp_path), "new", "Ours"]) == 0
    monkeypatch.setattr("kit.commands.scanning.pause", Days(nothing).pause)
    assert main(["--home", str(tmp_path), "scan", "Ours", str(tmp_path), "--watch"]) == 0
    assert "Press Ctrl+C to stop." in capsys.readouterr().err
