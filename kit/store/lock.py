"""One writer at a time: a lock of the operating system's, so that it is free again after any crash."""

import os
from collections.abc import Callable
from pathlib import Path

from kit.store.problem import StoreProblem


class FolderLock:
    """Holds a programme folder for this process until `release`."""

    def __init__(self, folder: Path, since: str) -> None:
        """`since` is the time of day, for the sentence a second window shows. Raises StoreProblem where another has it."""
        path = folder / "LOCK"
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreProblem(f"The folder {folder.name!r} cannot be written to: {error.strerror}. "
                               "Nothing was changed.") from None
        try:
            _hold(self._handle)
        except OSError:
            holder = os.read(self._handle, 200).decode("utf-8", "replace").strip() or "another window"
            os.close(self._handle)
            raise StoreProblem(f"This programme is already open in another window ({holder}). "
                               "Close that one first; nothing was changed.") from None
        os.ftruncate(self._handle, 0)
        os.write(self._handle, f"process {os.getpid()}, since {since}\n".encode())

    def release(self) -> None:
        """Let another window have the folder."""
        os.close(self._handle)


def _hold_unix() -> Callable[[int], None]:
    import fcntl

    return lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _hold_windows(handle: int) -> None:  # pragma: no cover - no Windows in CI
    import msvcrt

    os.lseek(handle, 1_000_000, os.SEEK_SET)
    msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    os.lseek(handle, 0, os.SEEK_SET)


_hold = _hold_windows if os.name == "nt" else _hold_unix()
