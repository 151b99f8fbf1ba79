"""Runs a program in a terminal of its own, presses keys, and reads what it cost in processor time and memory. Linux only."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

QUIET = 0.15
"""Seconds without a byte after which a screen counts as painted."""


@dataclass(frozen=True)
class Cost:
    """What one run cost."""

    start: float
    """Processor seconds up to the first screen."""
    key: float
    """Processor seconds a key, from the press to the quiet screen; 0 where none was pressed."""
    megabytes: float
    """Largest resident memory."""


def run(command: Sequence[str], expect: str, keys: Sequence[str] = (), env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (120, 40), first: Sequence[str] = ()) -> Cost:
    """Start a program, wait until `expect` is painted, press each key once the screen is quiet, then end the program.

    The keys of `first` are pressed before them, and do not count.

    Raises TimeoutError, with the last of what was painted, where `expect` does not come within 20 seconds.
    """
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})})
        os.execvp(command[0], list(command))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    try:
        _until(terminal, expect)
        start = _processor_seconds(pid)
        _until_quiet(terminal)
        for key in first:
            os.write(terminal, key.encode())
            _until_quiet(terminal)
        before = _processor_seconds(pid)
        for key in keys:
            os.write(terminal, key.encode())
            _until_quiet(terminal)
        pressed = _processor_seconds(pid) - before
    finally:
        os.kill(pid, signal.SIGKILL)
        _, _, used = os.wait4(pid, 0)
        os.close(terminal)
    return Cost(start, pressed / len(keys) if keys else 0.0, used.ru_maxrss / 1024)


def _processor_seconds(pid: int) -> float:
    """Processor time of every thread so far, to the nanosecond."""
    return sum(int(task.joinpath("schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir()) / 1e9


def _until(terminal: int, expect: str) -> None:
    seen, end = b"", time.monotonic() + 20
    while expect.encode() not in seen:
        if time.monotonic() > end:
            raise TimeoutError(f"{expect!r} was not painted; the last was {seen[-300:]!r}")
        seen += _read(terminal, 0.1)


def _until_quiet(terminal: int) -> None:
    end = time.monotonic() + 3
    while _read(terminal, QUIET) and time.monotonic() < end:
        pass


def _read(terminal: int, seconds: float) -> bytes:
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
