"""A folder's records, kept up with the window that writes to it. Nothing is written here, and no lock is taken.

A look costs the names, sizes and times of a few files, and the number of the last save, which the writer leaves in LOCK.
Only where one of these has changed is anything read: the new lines of the journal, or all of it where they do not simply go on.
"""

import json
import os
from pathlib import Path
from typing import Any

from kit.store.folder import must_have_records
from kit.store.keeping import ENTRIES, History, Kept, kept_of
from kit.store.lines import Keys, NewerFormat
from kit.store.loading import load
from kit.store.lock import last_save_text
from kit.store.names import Names, list_names
from kit.store.problem import StoreProblem, reason
from kit.store.state import Document, State
from kit.store.tail import Tail, Unfollowed
from kit.store.terms import Terms

_Mark = tuple[bytes, tuple[tuple[str, int, int], ...]]
"""What a look compares: the hint in LOCK, and for each file its name, its bytes and when it was changed."""


class Following:
    """A programme folder that somebody else may be writing to."""

    def __init__(self, folder: Path, keys: Keys | None = None) -> None:
        self._folder = folder
        self._terms = Terms(keys) if keys else Terms()
        self._mark: _Mark | None = None
        self._state = State()
        self._generation = -1
        self._tails: dict[str, Tail] = {}
        self._kept: dict[str, tuple[Document, Kept]] = {}

    def look(self) -> bool:
        """Whether anything has changed since the last look; it has been read then. Raises StoreProblem."""
        before = self._state, self._state.last
        try:
            mark = self._mark_now()
            if mark == self._mark:
                return False
            if not self._read_on():
                self._read_all()
        except OSError as error:
            raise StoreProblem(f"The folder {self._folder.name!r} cannot be read: {reason(error)}.") from None
        self._mark = None if any(tail.torn for tail in self._tails.values()) else mark
        return self._state is not before[0] or self._state.last != before[1]

    @property
    def secret(self) -> str:
        """What nobody knows who cannot read the folder, in hex; empty before the first look."""
        return self._state.secret

    def history(self) -> History:
        """The sessions and records as they stood at the last look. Raises StoreProblem."""
        table = self._state.tables.get(ENTRIES, {})
        before, self._kept = self._kept, {}
        try:
            for key in sorted(table, key=int):
                document, kept = before.get(key, (None, None))
                self._kept[key] = (table[key], kept if kept and document is table[key] else kept_of(table[key]))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreProblem(f"An entry in {self._folder.name!r} is not one this version of the kit can read.") from None
        return History(kept for _, kept in self._kept.values())

    def _mark_now(self) -> _Mark:
        names = list_names(self._folder)
        paths = [path for generation in names.generations for path in names.of(generation)]
        return last_save_text(self._folder), tuple((path.name, *_size_and_time(path)) for path in paths)

    def _read_on(self) -> bool:
        """Take what was saved since. False where it does not simply go on from what is known."""
        try:
            names = list_names(self._folder)
            saves = self._new_saves(names)
        except (Unfollowed, NewerFormat, FileNotFoundError):
            return False
        if names.newest != self._generation or [save["s"] for save in saves] != self._next_numbers(len(saves)):
            return False
        for save in saves:
            self._state.apply(save["s"], save["o"])
        return True

    def _next_numbers(self, count: int) -> list[int]:
        return [self._state.last + place for place in range(1, count + 1)]

    def _read_all(self) -> None:
        self._mark, self._generation = None, -1
        must_have_records(self._folder)
        opened = load(self._folder, self._terms, alone=False).opened
        self._state, self._generation, self._tails = opened.state, opened.names.newest, {}
        try:
            saves = self._new_saves(opened.names)
        except (Unfollowed, NewerFormat):
            self._generation, self._tails, saves = -1, {}, []  # each change is read as a whole, then
        for save in saves:
            if save["s"] == self._state.last + 1:  # saved while the rest was being read
                self._state.apply(save["s"], save["o"])

    def _new_saves(self, names: Names) -> list[dict[str, Any]]:
        saves: list[dict[str, Any]] = []
        for path in names.segments.get(self._generation, []):
            tail = self._tails.setdefault(path.name, Tail(path, self._terms.keys))
            saves += [json.loads(payload) for payload in tail.read()]
        return saves


def _size_and_time(path: Path) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns
