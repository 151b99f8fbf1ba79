"""Writing a whole file so that a crash leaves the old one or the new one, never half of each.

Write beside it, flush to the disk, put in its place, flush the folder (STORE.md, section 5, rule 5).
"""

import os
from contextlib import suppress
from pathlib import Path

from kit.store import disk


def write_safely(path: Path, data: bytes) -> None:
    """Replace a file's content. Raises OSError, and then the old file stands untouched."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        file = create_anew(beside)
        try:
            file.write_all(data, 0)
            file.flush()
        finally:
            file.close()
        disk.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            disk.remove(beside)
        raise
    disk.flush_folder(path.parent)


def create_anew(beside: Path) -> disk.OpenFile:
    """A new file to be written beside another, also where a crash left one of its name. Raises OSError."""
    if beside.exists():
        disk.remove(beside)
    return disk.create(beside)


def sweep(folder: Path) -> None:
    """Take away what a crash left half-written beside a file of ours. Whatever cannot be taken away stays."""
    with suppress(OSError):
        for beside in folder.glob(".*.new"):
            disk.remove(beside)
