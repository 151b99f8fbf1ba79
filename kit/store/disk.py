"""Every call of the store that changes a file. Nothing else in the store may change one.

`watch` is told of each call before it is made, with the call's name, the path and what goes with it. A test sets it to
stop the process, or to raise an error, at any call it likes; in ordinary use it is None.
"""

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

watch: Callable[..., None] | None = None
"""Called as `watch("write", path, data, offset)` and so on, before the call of that name."""

BLOCK = 4096
"""Bytes that are given up together where a disk cannot read them."""

_BINARY = getattr(os, "O_BINARY", 0)
_WINDOWS = os.name == "nt"


class OpenFile:
    """A file that is being written."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.handle = handle

    def write(self, data: bytes | memoryview, offset: int) -> int:
        """Write at a place and give the number of bytes taken, which can be too few on a full disk. Raises OSError."""
        _about_to("write", self.path, data, offset)
        if hasattr(os, "pwrite"):
            return os.pwrite(self.handle, data, offset)
        os.lseek(self.handle, offset, os.SEEK_SET)
        return os.write(self.handle, data)

    def write_all(self, data: bytes, offset: int) -> None:
        """Write at a place until everything is taken. Raises OSError."""
        view = memoryview(data)
        while view:
            taken = self.write(view, offset)
            view, offset = view[taken:], offset + taken

    def flush(self) -> None:
        """Wait until what was written is on the disk itself, and can be read back after a power cut. Raises OSError."""
        _about_to("flush", self.path)
        _flush(self.handle)

    def shorten(self, length: int) -> None:
        """Cut the file off after so many bytes. Raises OSError."""
        _about_to("shorten", self.path, length)
        os.ftruncate(self.handle, length)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            os.close(self.handle)


def create(path: Path) -> OpenFile:
    """A new empty file that only its owner can read. Raises FileExistsError where there is one, or another OSError."""
    _about_to("create", path)
    return OpenFile(path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))


def open_or_create(path: Path) -> OpenFile:
    """A file as it stands, or a new one. Raises OSError."""
    _about_to("open", path)
    return OpenFile(path, os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600))


def make_folder(folder: Path) -> None:
    """A new folder that only its owner can open, with those above it. One that is there already stays. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    _about_to("make_folder", folder)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    flush_folder(folder.parent)


def make_private(path: Path) -> None:
    """Let only the owner open a folder, where the system has a way to say so."""
    with suppress(OSError):
        if path.stat().st_mode & 0o077:
            _about_to("make_private", path)
            path.chmod(0o700)


def replace(path: Path, target: Path) -> None:
    """Put a file in the place of another, in one step. Raises OSError."""
    _about_to("replace", path, target)
    for _ in range(10 if _WINDOWS else 0):  # a virus scanner may hold the file for a moment
        with suppress(PermissionError):
            os.replace(path, target)
            return
        time.sleep(0.05)
    os.replace(path, target)


def move_folder(folder: Path, target: Path) -> None:
    """Give a folder another name beside it. Raises OSError."""
    _about_to("move_folder", folder, target)
    os.rename(folder, target)
    flush_folder(target.parent)


def remove(path: Path) -> None:
    """Take a file away. One that has gone already is no error. Raises OSError."""
    _about_to("remove", path)
    path.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Wait until new, renamed and removed names in a folder are on the disk. Raises OSError. Windows has no such call."""
    if _WINDOWS:
        return
    _about_to("flush_folder", folder)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some USB sticks' file systems cannot flush a folder
            raise
    finally:
        os.close(handle)


def read(path: Path) -> tuple[bytes, int]:
    """A file's bytes, with zeros for every block the disk cannot read, and how many blocks those are. Raises OSError."""
    try:
        return read_block(path, 0, -1), 0
    except OSError as error:
        if error.errno != errno.EIO:
            raise
    blocks, bad = [], 0
    for offset in range(0, _size(path), BLOCK):
        try:
            blocks.append(read_block(path, offset, BLOCK))
        except OSError:
            blocks.append(bytes(BLOCK))
            bad += 1
    return b"".join(blocks), max(1, bad)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_block(path: Path, offset: int, length: int) -> bytes:
    """Some bytes of a file; all that follow where the length is -1. Raises OSError."""
    if watch is not None:
        watch("read", path, offset, length)
    with path.open("rb", buffering=0) as file:
        file.seek(offset)
        return file.read(length) or b""


def read_from_disk(path: Path) -> bytes:
    """A file's bytes as they are on the disk itself, not as the system remembers them, where that can be asked for."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return read_block(path, 0, -1)


def _about_to(call: str, path: Path, *what: Any) -> None:
    if watch is not None:
        watch(call, path, *what)


def _flush_unix(handle: int) -> None:
    os.fdatasync(handle)


def _flush_mac(handle: int) -> None:  # pragma: no cover - no Mac in CI
    import fcntl

    try:
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        os.fsync(handle)  # a file system that has no such call


_flush = _flush_unix if hasattr(os, "fdatasync") else os.fsync if _WINDOWS else _flush_mac
