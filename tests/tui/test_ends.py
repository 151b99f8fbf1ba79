"""A real terminal: what reaches it, and how the app ends. Each test runs the app in a pseudo-terminal of its own."""

import contextlib
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

import pytest

from kit.tui.crash import sentence
from tests.tui.playing import programme

ROOT = Path(__file__).parents[2]
RUN = "import sys; from pathlib import Path; from kit.tui.app import run_app; sys.exit(run_app(Path(sys.argv[1])))"


class Terminal:
    """The app in a pseudo-terminal of 80 by 24."""

    def __init__(self, home: Path, code: str = RUN, **env: str) -> None:
        self.pid, self.screen = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            os.execve(sys.executable, [sys.executable, "-c", code, str(home)], os.environ | {"TERM": "xterm-256color"} | env)
        ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def until(self, words: bytes) -> None:
        """Read until these bytes were written."""
        end = time.monotonic() + 20
        while words not in self.seen and time.monotonic() < end:
            self._read()
        assert words in self.seen, self.seen[-2000:]

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.screen, keys)

    def end(self) -> int:
        """The exit code, once the app has ended by itself."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError("the app did not end")

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            if select.select([self.screen], [], [], 0.05)[0]:
                self.seen += os.read(self.screen, 65536)


@pytest.mark.parametrize("keys", [b"qq", b"\x1b[21~", b"\x03"], ids=["q twice", "F10", "Ctrl+C"])
def test_an_ordinary_quit_ends_with_nought(tmp_path, keys):
    terminal = Terminal(tmp_path)
    terminal.until(b"Settings")
    terminal.type(keys)
    assert terminal.end() == 0


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_well_and_frees_the_programme(tmp_path, name):
    ours = programme(tmp_path)
    terminal = Terminal(tmp_path)
    terminal.until(b"Settings")
    terminal.type(b"\r")
    terminal.until(b"Run the workshop")
    terminal.type(b"\r")
    terminal.until(b"How many people are here")
    os.kill(terminal.pid, getattr(signal, name))
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.seen, "the terminal is given back"
    assert (ours.folder / "snap-000001.jsonl").is_file()


def test_no_escape_of_anybodys_reaches_the_terminal(tmp_path):
    ours = programme(tmp_path)
    header = ours.folder / "programme.json"
    hostile = rb"x\u001b]0;gotcha\u0007\u009b31m\u202e [/] end"
    header.write_bytes(header.read_bytes().replace(b"Our programme", hostile))
    terminal = Terminal(tmp_path)
    terminal.until(b"[/] end")
    terminal.type(b"qq")
    assert terminal.end() == 0
    for bad in (b"\x1b]0;gotcha", b"gotcha\x07", "\x9b31m".encode(), "\u202e".encode()):
        assert bad not in terminal.seen


def test_the_terminals_own_cursor_is_shown(tmp_path):
    terminal = Terminal(tmp_path)
    terminal.until(b"Settings")
    terminal.until(b"\x1b[?25h")
    terminal.type(b"qq")
    assert terminal.end() == 0


def test_a_failure_of_the_kit_is_one_sentence_with_nobodys_words(tmp_path):
    code = RUN.replace("sys.exit", "import kit.tui.screens.home as home\n"
                       "def fail(self):\n    secret = 'what Ana said'\n    raise ValueError(secret)\n"
                       "home.HomeScreen.list_again = fail\nsys.exit")
    terminal = Terminal(tmp_path, code)
    assert terminal.end() == 3
    words = " ".join(terminal.seen.decode("utf-8", "replace").split())
    assert "Something went wrong in the kit itself (ValueError in tui/screens/home.py, line " in words
    assert "Everything that was shown as saved is safe." in words
    assert "Ana" not in words
    assert "Traceback" not in words


def test_the_sentence_names_the_place_and_not_the_message():
    assert sentence(KeyError("what Ana said")) == (
        "Something went wrong in the kit itself (KeyError). Everything that was shown as saved is safe.")
