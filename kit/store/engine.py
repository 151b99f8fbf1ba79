"""The engine: a folder's tables in memory, and every change of them on the disk before anybody is told that it is saved.

The way of one save: the operations become text; the text becomes one line of the journal; the line is flushed to the disk;
only then does memory change, and it is built from the text that was written. ARCHITECTURE.md has a picture.
"""

import errno
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from kit.store import disk
from kit.store.generations import Generations
from kit.store.lines import Keys
from kit.store.loading import Loaded, load
from kit.store.lock import FolderLock
from kit.store.migrations import FIRST_FILE
from kit.store.problem import NotSaved, StoreProblem, not_saved, reason
from kit.store.safefile import sweep
from kit.store.segment import Segment
from kit.store.snapshot import Unchecked
from kit.store.state import Operation, Table, as_text
from kit.store.terms import Terms

LONG_JOURNAL = 8 * 1024 * 1024
"""Bytes of journal after which a new generation is written at opening: a long day's, or that of thirty crashes in a row."""

_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
"""Where the lock cannot be made for one of these, the folder still opens for reading."""


class Engine:
    """A folder's tables, for any number of threads of one process. Close it to let another window in."""

    def __init__(self, folder: Path, since: str = "", *, terms: Terms | None = None, writable: bool = True) -> None:
        """Open a folder, or make a new one. Raises StoreProblem with a sentence where that cannot be.

        A folder that cannot be written to opens for reading, and then every save is refused. With `writable` False no file
        is changed in any case, and a folder that another window has open can be read.
        """
        self.folder = folder
        self.mutex = RLock()
        """Held for every look and every change, so that no thread sees half of one."""
        self.terms = terms or Terms()
        self._tag = self.terms.keys.tag
        self._segment: Segment | None = None
        self._pending: list[str] | None = None
        self._changed = False
        self._lock = _take_lock(folder, since) if writable else None
        try:
            loaded = load(folder, self.terms, alone=self._lock is not None)
            self._state = loaded.opened.state
            self.report = loaded.opened.report
            """What was found at opening."""
            if self._lock:
                self._begin(loaded)
        except BaseException:
            self._let_go()
            raise

    @property
    def writable(self) -> bool:
        """Whether anything can be saved."""
        return self._lock is not None

    @property
    def last(self) -> int:
        """The number of the last save."""
        return self._state.last

    @property
    def secret(self) -> bytes:
        """What keys the names of the folder's attachments."""
        return bytes.fromhex(self._state.secret)

    @property
    def tables(self) -> dict[str, Table]:
        """The tables as they stand. They belong to the engine: hold `mutex` while you look, copy what you keep."""
        return self._state.tables

    def next_id(self, table: str) -> int:
        """The id that the next new document of a table takes. No id is ever used again."""
        return self._state.next_id(table)

    def save(self, operations: Iterable[Operation], *, erases: bool = False) -> None:
        """Keep some operations together or not at all; they are on the disk when this returns.

        Raises NotSaved, and then nothing has changed. `erases` notes in the journal that older files hold what must go, so
        that `purge_history` is done at the next opening if the computer stops before it is.
        """
        texts = [as_text(operation) for operation in operations]
        with self.mutex:
            if self._pending is None:
                self._keep(texts, erases)
            else:
                self._pending.extend(texts)
                self._state.apply(self.last, [json.loads(text) for text in texts])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All saves inside are kept as one, at the end. On any error none of them stays. Raises NotSaved."""
        with self.mutex:
            if self._pending is not None:
                yield  # inside another one, and kept with it
                return
            before, self._pending = self._state.copied(), []
            try:
                yield
                texts = self._pending
            finally:
                self._state, self._pending = before, None
            if texts:
                self._keep(texts)

    def checkpoint(self) -> None:
        """Write a new generation and drop the oldest. Raises StoreProblem where that cannot be; nothing is lost then."""
        with self.mutex, _told("No new snapshot could be written"):
            self.must_be_writable()
            segment, self._segment = self._segment, None
            try:
                self._files.write(self._state)
            except BaseException:
                if segment:
                    segment.close()
                raise
            if segment:
                segment.finish()
            self._changed = False
            self._files.drop_old()

    def purge_history(self) -> None:
        """Take away every older file: what was erased is in none of the store's files after this. Raises StoreProblem."""
        self.renew(self.terms.keys)

    def renew(self, keys: Keys) -> None:
        """Write everything anew with some keys, and take away every older file. Raises StoreProblem; call it again then."""
        with self.mutex, _told("The older files could not be taken away"):
            self.must_be_writable()
            self._retire()
            self._files.renew(self._state, keys)
            self.terms, self._tag = replace(self.terms, keys=keys), keys.tag
            self._remember()
            disk.remove(self.folder / FIRST_FILE)
            sweep(self.folder)
            disk.flush_folder(self.folder)
            self._changed = False

    def accept_losses(self) -> None:
        """A person says that what is missing is missing: old files may go as usual from now on. Raises StoreProblem."""
        with self.mutex:
            self.must_be_writable()
            self._files.let_go()
            self.checkpoint()

    def must_be_writable(self) -> None:
        """Raises NotSaved where nothing can be saved."""
        if not self._lock:
            raise NotSaved("NOT saved: this folder can only be read just now. Everything saved before is safe.")

    def close(self) -> None:
        """Write a new generation if anything has changed, and let another window in. What is saved is safe in any case."""
        with self.mutex:
            if self._lock and self._changed:
                with suppress(StoreProblem):
                    self.checkpoint()
            self._let_go()

    def _begin(self, loaded: Loaded) -> None:
        """Make a folder that was read ready for saving."""
        opened = loaded.opened
        disk.make_private(self.folder)
        sweep(self.folder)
        self._state.secret = self._state.secret or self.terms.secret or self.terms.chance(32).hex()
        self._files = Generations(self.folder, self.terms, opened)
        new = opened.about is None or opened.state.last > opened.about.last
        self._changed = new or not (opened.report.whole or opened.report.told_before)
        if loaded.outdated:
            self._files.pin_all()
            self.checkpoint()
            self._remember()
        with suppress(StoreProblem):  # at the next opening, then
            if opened.erasing:
                self.purge_history()
            elif opened.journal > LONG_JOURNAL:
                self.checkpoint()
        with suppress(OSError):
            self._files.drop_forbidden()

    def _keep(self, texts: list[str], erases: bool = False) -> None:
        number = self.last + 1
        payload = f'{{"s":{number}{_ERASES if erases else ""},"o":[{",".join(texts)}]}}'.encode()
        operations = json.loads(payload)["o"]
        self._write(payload)
        self._changed = True
        self._state.apply(number, operations)
        self._remember()

    def _write(self, payload: bytes) -> None:
        self.must_be_writable()
        try:
            if self._segment:
                self._segment.append(payload)
            else:
                self._segment = self._files.new_segment(payload)
        except OSError as error:
            self._retire()
            raise not_saved(error) from None
        except BaseException:
            self._retire()
            raise

    def _retire(self) -> None:
        """Never use the segment again: after an error nobody knows what of it is on the disk (rule 2)."""
        if self._segment:
            self._segment.close()
        self._segment = None

    def _remember(self) -> None:
        if self._lock:
            self._lock.remember(self.last, self._tag)

    def _let_go(self) -> None:
        self._retire()
        if self._lock:
            self._lock.release()
        self._lock = None


_ERASES = ',"e":1'


def _take_lock(folder: Path, since: str) -> FolderLock | None:
    """The folder's lock, or None where the folder can only be read. Raises StoreProblem."""
    try:
        disk.make_folder(folder)
        return FolderLock(folder, since)
    except OSError as error:
        if error.errno in _READ_ONLY and folder.is_dir():
            return None
        raise StoreProblem(f"The folder {folder.name!r} cannot be opened: {reason(error)}. Nothing was changed.") from None


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn an error of the disk into a sentence."""
    try:
        yield
    except OSError as error:
        raise StoreProblem(f"{what}: {reason(error)}. Everything saved is safe.") from None
    except Unchecked:
        raise StoreProblem(f"{what}: it did not read back as it was written. The disk may be failing; everything saved "
                           "is still here. Make a copy of this folder now.") from None
