"""A segment of the journal: saves in a row, each one line, on the disk before anybody is told that it is saved.

Room is made ahead of the lines (STORE.md, section 5, rule 4): a file that grows costs the disk a second flush, one that is
overwritten does not. The room is filled with newlines, so that the file stays a text, and ends with a copy of the header,
far away from the first two.
"""

from contextlib import suppress
from pathlib import Path

from kit.store import disk
from kit.store.lines import Coder, Header
from kit.store.problem import FULL

AHEAD = 256 * 1024
"""Bytes of room that are made at a time."""


class Segment:
    """A segment that this process began. After any error it must not be used again (rule 2): open another one."""

    def __init__(self, path: Path, header: Header, coder: Coder, first: bytes) -> None:
        """Begin a segment with its first save. Raises OSError, and then there is no such file."""
        self._coder = coder
        self._header = header.packed()
        self._lines = 0
        self._end = 0
        self._room = 0
        self._written = 0
        self._file = disk.create(path)
        try:
            self._put(self._header * 2 + self._packed(first))
            self._file.flush()
            disk.flush_folder(path.parent)
        except BaseException:
            self.abandon()
            raise

    @property
    def length(self) -> int:
        """Bytes of its lines."""
        return self._end

    def append(self, payload: bytes) -> None:
        """Keep one more save. It is on the disk when this returns. Raises OSError."""
        self._put(self._packed(payload))
        self._file.flush()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def finish(self) -> None:
        """Give back the room that was not needed, and let go of the file. Only for a segment that is no longer the only copy."""
        with suppress(OSError):  # else the room stays: it is blank
            self._file.shorten(self._end)
        self._file.close()

    def abandon(self) -> None:
        """Let go of a segment whose first save was refused, and take the file away if the disk lets us."""
        self._file.close()
        with suppress(OSError):  # else a later segment will hold the same number, and counts
            disk.remove(self._file.path)

    def _packed(self, payload: bytes) -> bytes:
        self._lines += 1
        return self._coder.pack(self._lines, payload)

    def _put(self, data: bytes) -> None:
        """Write at the end, in one call, together with new room where the old is used up."""
        end = self._end + len(data)
        rest = b"" if end <= self._room else b"\n" * AHEAD + self._header
        try:
            taken = self._file.write(data + rest, self._end)
        except OSError as error:
            if not rest or error.errno not in FULL:
                raise
            rest = b"\n" * max(0, self._written - end)  # no room to be had: only blank out the old copy of the header
            taken = self._file.write(data + rest, self._end)
        if taken < len(data):  # the disk is full, or nearly
            self._file.write_all(data[taken:], self._end + taken)
        if rest:
            self._room = max(end, min(self._end + taken, end + AHEAD))
        self._written = max(self._written, self._end + taken, end)
        self._end = end
