"""One writer at a time: a lock of the operating system's, so that it is free again after any crash.

The file `LOCK` says who has the folder, and holds a hint: the number of the last save. The hint is written without waiting
for the disk; it is never ahead of the journal, so a journal that ends before it has lost something (STORE.md, section 5,
rules 7 and 9).
"""

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kit.model.text import clean_line
from kit.store import disk
from kit.store.lines import plain_sum
from kit.store.problem import StoreProblem, reason

_HOLDER = 80
"""Bytes for the words that say who has the folder. The hint stands after them."""
_HINT = re.compile(rb"last save ([0-9]{12}) ([0-9a-f]{16})\n")
_SECOND_TRY = 0.05
"""Seconds until the second try: a reader may have looked at the lock just then."""


class FolderLock:
    """Holds a folder for this process until `release`."""

    def __init__(self, folder: Path, since: str) -> None:
        """Take the lock. `since` is the time of day, for the sentence that a second window shows.

        Raises StoreProblem where another window has it, and OSError where the folder cannot be written to.
        """
        self._file = disk.open_or_create(folder / "LOCK")
        try:
            _hold_or_refuse(self._file.handle, folder)
        except BaseException:
            self._file.close()
            raise
        words = f"process {os.getpid()}, since {since}".encode()[:_HOLDER - 1]
        with suppress(OSError):
            self._file.write(words.ljust(_HOLDER - 1) + b"\n", 0)

    def remember(self, number: int, tag: bytes) -> None:
        """Keep the number of the last save. Where that fails, the old number stays, which is safe."""
        digits = b"%012d" % number
        with suppress(OSError):
            self._file.write(b"last save %b %b\n" % (digits, plain_sum(digits, tag)), _HOLDER)

    def release(self) -> None:
        """Let another window have the folder."""
        self._file.close()


def last_save(folder: Path, tag: bytes) -> int | None:
    """The number of the last save as LOCK remembers it, or None where it does not."""
    match = _HINT.match(last_save_text(folder))
    return int(match[1]) if match and plain_sum(match[1], tag) == match[2] else None


def last_save_text(folder: Path) -> bytes:
    """The line in LOCK that remembers the last save, as it stands; empty where it cannot be read. It changes with each save."""
    with suppress(OSError):
        return disk.read_block(folder / "LOCK", _HOLDER, 100)
    return b""


def is_held(folder: Path) -> bool:
    """Whether a window has the folder open for writing just now."""
    try:
        handle = os.open(folder / "LOCK", os.O_RDONLY)
    except OSError:
        return False
    try:
        _hold_shared(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def _hold_or_refuse(handle: int, folder: Path) -> None:
    for last_try in (False, True):
        try:
            return _hold(handle)
        except BlockingIOError:
            if not last_try:
                time.sleep(_SECOND_TRY)
        except OSError as error:
            raise StoreProblem(f"The folder {folder.name!r} cannot be locked: {reason(error)}. A folder on a network or in "
                               "an online drive cannot be used; copy it to this computer.") from None
    holder = os.pread(handle, _HOLDER, 0) if hasattr(os, "pread") else b""
    words = clean_line(holder.decode("utf-8", "replace")) or "another process"
    raise StoreProblem(f"This programme is already open in another window ({words}). "
                       "Close that one first; nothing was changed.")


def _hold_unix() -> tuple[Callable[[int], None], Callable[[int], None]]:
    import fcntl

    return (lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB),
            lambda handle: fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB))


def _hold_windows(handle: int) -> None:  # pragma: no cover - no Windows in CI
    import msvcrt

    os.lseek(handle, 1_000_000, os.SEEK_SET)
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except PermissionError:
        raise BlockingIOError from None
    finally:
        os.lseek(handle, 0, os.SEEK_SET)


_hold, _hold_shared = (_hold_windows, _hold_windows) if os.name == "nt" else _hold_unix()
