"""Reading on in a segment of the journal while another window writes to it: only what is new, and only whole lines."""

from pathlib import Path

from kit.store import disk
from kit.store.lines import Coder, Keys, read_header
from kit.store.names import SCHEMA


class Unfollowed(Exception):
    """What stands in the file does not simply go on. Everything has to be read again."""


class Tail:
    """How far one segment has been read."""

    def __init__(self, path: Path, keys: Keys) -> None:
        self._path = path
        self._keys = keys
        self._coder: Coder | None = None
        self._offset = 0
        self.torn = False
        """True where the last thing read is no whole line: it may be on its way to the disk just now."""

    def read(self) -> list[bytes]:
        """The payloads of the whole lines since the last time. Raises OSError, NewerFormat or Unfollowed."""
        self.torn = False
        payloads = []
        for piece in disk.read_block(self._path, self._offset, -1).split(b"\n")[:-1]:
            if not piece or piece.startswith(b"\0"):
                break  # room that was made ahead
            if not piece.startswith(b"WK"):
                line = self._coder.unpack(piece) if self._coder else None
                if line is None:
                    self.torn = True
                    break
                payloads.append(line[1])
            elif not self._take_header(piece):
                break
            self._offset += len(piece) + 1
        self.torn = self.torn or self._coder is None
        return payloads

    def _take_header(self, piece: bytes) -> bool:
        header = read_header(piece)
        if header is None:
            self.torn = True
            return False
        self._coder = self._keys.coder(header)
        if self._coder is None or header.schema != SCHEMA:
            raise Unfollowed
        return True
