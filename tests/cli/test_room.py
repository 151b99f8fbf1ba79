"""`kit room` as a whole process: a stable contract of words and exit codes."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.cli.test_commands import Kit


@pytest.fixture
def kit(tmp_path):
    kit = Kit(tmp_path / "home")
    kit("new", "Ours")
    kit("run", "--plain", typed="5\nAna\ndone\n")
    return kit


def hears_ctrl_c():
    """Whoever starts the tests in the background may have Ctrl C switched off for all that they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def begin(kit, *words):
    """A call that goes on until it is stopped."""
    env = {**os.environ, "KIT_HOME": str(kit.home)}
    return subprocess.Popen([sys.executable, "-m", "kit", "room", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, env=env, text=True, encoding="utf-8", preexec_fn=hears_ctrl_c)


def test_it_answers_in_json_once(kit):
    shown = kit.json("room", "Ours")
    assert [page["name"] for page in shown["pages"]] == ["now"]
    assert (shown["show"], shown["blank"]) == ("now", False)
    assert "Ana" not in json.dumps(shown)


def test_without_a_terminal_it_speaks_in_lines_until_it_is_stopped(kit):
    call = begin(kit, "Ours")
    assert call.stdout.readline() == "This is the second screen, in words. Ctrl and C closes it.\n"
    assert call.stdout.readline().strip()
    call.send_signal(signal.SIGINT)
    assert call.wait(20) == 0
    assert call.stderr.read() == ""


def test_for_a_browser_it_gives_its_address_on_standard_output(kit):
    call = begin(kit, "Ours", "--browser")
    address = call.stdout.readline()
    assert address.startswith("http://127.0.0.1:")
    call.send_signal(signal.SIGINT)
    assert call.wait(20) == 0
    assert "Nothing leaves this laptop." in call.stderr.read()


def test_a_locked_programme_asks_for_its_passphrase(kit, tmp_path, monkeypatch):
    words = tmp_path / "words"
    words.write_text("a kettle in the hall\n", encoding="utf-8")
    monkeypatch.setenv("KIT_PASSPHRASE_FILE", str(words))
    monkeypatch.setenv("KIT_NEW_PASSPHRASE_FILE", str(words))
    assert kit("lock", "Ours").returncode == 0
    assert kit.json("room")["show"] == "now"
    monkeypatch.delenv("KIT_PASSPHRASE_FILE")
    refused = kit("room", "--json")
    assert refused.returncode == 3
    assert "passphrase" in refused.stderr


def test_a_programme_that_is_not_there_and_a_wrong_word_are_told_in_a_sentence(kit):
    assert kit("room", "Nobody").returncode == 3
    assert kit("room", "Ours", "--clock", "loud").returncode == 2
    assert kit("room", "Ours", "--browser", "--port", "80").returncode == 2
