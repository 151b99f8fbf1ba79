"""A second copy of a programme folder, on a memory stick or another disk, read back there before anybody is told that it is one.

The journal cannot help against a disk that dies or a laptop that is lost: only a second copy can.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit.store import disk
from kit.store.engine import Engine
from kit.store.folder import HEADER, read_header
from kit.store.migrations import FIRST_FILE
from kit.store.names import VAULT, VAULT_COPY, list_names
from kit.store.problem import StoreProblem, reason
from kit.store.safefile import sweep, write_safely
from kit.store.terms import Terms

Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much (bytes, or files), and the file that is next."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made and verified."""

    folder: Path
    files: int
    size: int
    """Bytes."""
    last: int | None
    """Number of the last save in it; None for a sealed folder that was copied without its keys."""


def make_copy(folder: Path, into: Path, engine: Engine | None = None, progress: Progress = lambda *_: None) -> Copy:
    """Copy a programme folder into another folder, such as a memory stick's, and verify it there. Raises StoreProblem.

    An older copy of the same programme there is brought up to date. `engine` is the folder's, where it is open: then the
    copy has everything saved up to now. A folder that is locked, or too damaged to open, is copied byte for byte.
    """
    target = into / folder.name
    _refuse_another(folder, target)
    engine = engine or _reading(folder)
    if engine and engine.writable:
        with suppress(StoreProblem):  # where there is no room for a snapshot, the journal is copied
            engine.checkpoint()
    _refuse_a_copy_ahead(engine, target)
    last, tables = (engine.last, _tables(engine)) if engine else (None, "")
    try:
        files = _files(folder)
        size = sum(path.stat().st_size for path in files)
        if shutil.disk_usage(into).free < size:
            raise StoreProblem(f"The copy was NOT made: there is no room in {into}. It needs {size / 1e6:.1f} MB.")
        sums = _write(folder, target, files, size, progress)
        _verify(target, sums)
        if engine:
            _compare(engine.terms, target, last or 0, tables)
        _drop_what_has_gone(target, set(sums))
    except FileNotFoundError:
        raise StoreProblem("The copy was NOT made: a file went while it was being copied. Try again.") from None
    except OSError as error:
        raise StoreProblem(f"The copy was NOT made: {reason(error)}. The programme itself is untouched.") from None
    return Copy(target, len(sums), size, last)


def _refuse_another(folder: Path, target: Path) -> None:
    """Never write over a folder that is not a copy of this programme."""
    if target.resolve() == folder.resolve() or folder.resolve() in target.resolve().parents:
        raise StoreProblem("Choose another place for the copy: that is the programme's own folder.")
    if not target.parent.is_dir():
        raise StoreProblem(f"There is no folder {str(target.parent)!r}. Is the memory stick plugged in?")
    begun = target.exists() and any(not path.is_dir() and not path.name.endswith(".new") for path in target.rglob("*"))
    if begun and _id(target) != _id(folder):
        raise StoreProblem(f"{target} is there already and is not a copy of this programme. Choose another place.")


def _refuse_a_copy_ahead(engine: Engine | None, target: Path) -> None:
    """Somebody may have worked in the copy: what they saved there must not go."""
    last = 0
    with suppress(StoreProblem):
        last = Engine(target, terms=engine.terms, writable=False).last if engine else 0
    if engine and last > engine.last:
        raise StoreProblem(f"The copy in {target} has entries that this programme does not have. It was left as it is; "
                           "bring the two together first, or choose another place.")


def _id(folder: Path) -> str:
    try:
        return str(read_header(folder)["id"])
    except StoreProblem:
        return f"none: {folder}"


def _reading(folder: Path) -> Engine | None:
    with suppress(StoreProblem):
        return Engine(folder, writable=False)
    return None


def _tables(engine: Engine) -> str:
    with engine.mutex:
        return json.dumps(engine.tables, sort_keys=True)


def _files(folder: Path) -> list[Path]:
    every = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    wanted = [path for path in every if path.name != "LOCK" and not path.name.endswith(".new")]
    return sorted(wanted, key=lambda path: (path.name != HEADER, path))  # the header first: it says whose copy this is


def _write(folder: Path, target: Path, files: list[Path], size: int, progress: Progress) -> dict[Path, bytes]:
    """Copy files, and give the sum of each by its path below the folder."""
    sums: dict[Path, bytes] = {}
    done = 0
    for path in files:
        name = path.relative_to(folder)
        progress(done, size, name.as_posix())
        data = path.read_bytes()
        sums[name] = _sum(data)
        disk.make_folder((target / name).parent)
        if not (target / name).exists() or _sum((target / name).read_bytes()) != sums[name]:
            write_safely(target / name, data)
        done += len(data)
    progress(size, size, "")
    return sums


def _verify(target: Path, sums: dict[Path, bytes]) -> None:
    for name, told in sums.items():
        if _sum(disk.read_from_disk(target / name)) != told:
            raise StoreProblem(f"The copy is NOT good: {name} does not read back as it was written. Use another stick or disk.")


def _compare(terms: Terms, target: Path, last: int, tables: str) -> None:
    """Open the copy as a programme would be, and compare what stands in it."""
    copy = Engine(target, terms=terms, writable=False)
    if copy.last < last or (copy.last == last and _tables(copy) != tables):
        raise StoreProblem("The copy is NOT good: it does not hold what the programme holds. Use another stick or disk.")


def _drop_what_has_gone(target: Path, kept: set[Path]) -> None:
    """Take away from an older copy what the programme has no more; a person's own files beside it stay."""
    names = list_names(target)
    ours = {path for generation in names.generations for path in names.of(generation)}
    ours.update(target / name for name in (VAULT, VAULT_COPY, FIRST_FILE))
    ours.update(path for folder in target.iterdir() if folder.is_dir() for path in folder.rglob("*") if path.is_file())
    for path in sorted(ours):
        if path.exists() and path.relative_to(target) not in kept:
            disk.remove(path)
            disk.flush_folder(path.parent)
    for folder in (target, *(path for path in target.rglob("*") if path.is_dir())):
        sweep(folder)


def _sum(data: bytes) -> bytes:
    return hashlib.blake2b(data).digest()
