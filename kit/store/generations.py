"""The files this process writes into a folder, and the old ones it takes away.

A new generation is written at a quiet moment: when the folder is closed, or at opening after a long journal. The last three
are kept, for a damaged snapshot is healed by an older one and its journal (STORE.md, section 5, rule 5).
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kit.store import disk
from kit.store.lines import Header, Keys
from kit.store.names import list_names, segment_name, segment_number, snapshot_name
from kit.store.opening import Opened
from kit.store.ranges import count
from kit.store.segment import Segment
from kit.store.snapshot import About, write_snapshot
from kit.store.state import State
from kit.store.terms import Terms

KEPT = 3
"""Snapshots that are kept, each with the journal after it."""


class Generations:
    """A folder's generations, for the one process that has its lock."""

    def __init__(self, folder: Path, terms: Terms, opened: Opened) -> None:
        self._folder = folder
        self._keys = terms.keys
        self._schema = terms.schema
        self._chance = terms.chance
        self._newest = opened.names.newest
        self._segments = max(map(segment_number, opened.names.segments.get(self._newest, [])), default=0)
        self._oldest = opened.about.oldest if opened.about else 0
        self._pinned = set(opened.about.pinned if opened.about else ())
        self._lost = opened.report.lost
        self._lost_documents = dict(opened.report.lost_documents)
        if opened.report.hurt and not opened.report.told_before:
            self.pin_all()

    def pin_all(self) -> None:
        """Keep every file there is until a person says otherwise."""
        self._pinned.update(list_names(self._folder).generations)

    def let_go(self) -> None:
        """A person says that what was lost is lost, and that old files may go as usual."""
        self._pinned = set()
        self._lost, self._lost_documents = [], {}

    def new_segment(self, first: bytes) -> Segment:
        """Begin a segment with its first save. Raises OSError."""
        self._segments += 1
        header = Header("wal", self._schema, self._keys.name, self._chance(16))
        path = self._folder / segment_name(self._newest, self._segments)
        return Segment(path, header, self._keys.writer(header), first)

    def write(self, state: State) -> None:
        """Write the next generation and make sure that it can be read. Raises OSError or Unchecked.

        Then nothing is lost, but its number is used up: the snapshot may be there all the same, and what is saved from now
        on must be read after it.
        """
        self._newest, self._segments = self._newest + 1, 0
        ids = state.ids()
        about = About(
            generation=self._newest, last=state.last, schema=self._schema, secret=state.secret, next=state.next, ids=ids,
            lines=sum(map(count, ids.values())) + 2, oldest=self._oldest, pinned=tuple(sorted(self._pinned)),
            lost=self._lost, lost_documents=self._lost_documents)
        write_snapshot(self._folder / snapshot_name(about.generation), state, about, self._keys, self._chance(16))

    def drop_old(self) -> None:
        """Take away what is older than the last snapshots, but for what is pinned. What cannot be taken away now stays."""
        with suppress(OSError):
            names = list_names(self._folder)
            first = min(sorted(names.snapshots)[-KEPT:], default=0)
            self._drop(g for g in names.generations if g < first and g not in self._pinned)

    def renew(self, state: State, keys: Keys) -> None:
        """Write two generations with what stands now and take everything older away, pinned or not. Raises OSError or Unchecked.

        Two, so that damage to one of them does not meet the only copy.
        """
        before = self._oldest, self._pinned, self._keys
        self._oldest, self._pinned, self._keys = self._newest + 1, set(), keys
        try:
            self.write(state)
            self.write(state)
        except BaseException:
            self._oldest, self._pinned, self._keys = before
            raise
        self.drop_forbidden()

    def drop_forbidden(self) -> None:
        """Take away every generation that may not be read any more. Raises OSError."""
        self._drop(g for g in list_names(self._folder).generations if g < self._oldest)

    def _drop(self, generations: Iterable[int]) -> None:
        names = list_names(self._folder)
        gone = [path for generation in generations for path in names.of(generation)]
        for path in gone:
            disk.remove(path)
        if gone:
            disk.flush_folder(self._folder)
