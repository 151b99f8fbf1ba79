"""The lines a store file is made of: a header that names the file, and numbered lines, each with a sum that proves it whole.

    WK1 wal 2 plain 5f0c…e1 9a41d06b27c83e55
    J1 0f3a9be1c2d45678 1 {"s":123,"o":[["p","entries","17",{…}]]}

The header says: line format, kind of file (`snap`, `wal` or `att`), schema number, name of the key (`plain` where there is
none), the file's own random id, and a sum of the words before it. A line says: its sum, keyed with the file's id so that an
old file's lines are never taken for this one's, its number within the file, and JSON without a newline.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from kit.store.problem import Tampered

PLAIN = "plain"
"""Name of the key of a file that is not sealed."""


class NewerFormat(Exception):
    """A header of a line format that this version does not know."""


class Coder(Protocol):
    """Turns a numbered payload into one line, and back where the line is whole."""

    mark: bytes
    """What every line begins with. It occurs nowhere else in a sealed line."""

    def pack(self, number: int, payload: bytes) -> bytes:
        """The line, with its newline."""

    def unpack(self, piece: bytes) -> tuple[int, bytes] | None:
        """The number and the payload of a line without its newline, or None where it is not whole."""


class PlainLines:
    """Lines that a text editor shows as they are, each with a 64-bit BLAKE2b sum."""

    mark = b"J1 "

    def __init__(self, file_id: bytes) -> None:
        self._keyed = hashlib.blake2b(digest_size=8, key=file_id)

    def pack(self, number: int, payload: bytes) -> bytes:
        """The line, with its newline."""
        body = b"%d %b" % (number, payload)
        return b"J1 %b %b\n" % (self._sum(body), body)

    def unpack(self, piece: bytes) -> tuple[int, bytes] | None:
        """The number and the payload of a line without its newline, or None where it is not whole."""
        body = piece[20:]
        if piece[:3] != self.mark or piece[3:19] != self._sum(body):
            return None
        number, _, payload = body.partition(b" ")
        return (int(number), payload) if number.isdigit() else None

    def _sum(self, body: bytes) -> bytes:
        keyed = self._keyed.copy()
        keyed.update(body)
        return keyed.hexdigest().encode()


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself."""

    kind: str
    schema: int
    key: str
    file_id: bytes

    def packed(self) -> bytes:
        """The header line, with its newline."""
        words = f"WK1 {self.kind} {self.schema} {self.key} {self.file_id.hex()}".encode()
        return words + b" " + plain_sum(words) + b"\n"


class Keys(Protocol):
    """What is needed to read and write a folder's files."""

    @property
    def name(self) -> str:
        """Name of the key that new files are written with."""

    @property
    def tag(self) -> bytes:
        """Keys the sum of the number in LOCK, so that nobody without the key can change it unseen."""

    @property
    def of_vault(self) -> bool:
        """Whether these come from a vault."""

    def coder(self, header: Header) -> Coder | None:
        """The coder of a file, or None where its key is not among these."""

    def writer(self, header: Header) -> Coder:
        """The coder of a new file."""

    def seal_stream(self, header: Header, source: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes of an attachment as they go on the disk."""

    def open_stream(self, header: Header, file: BinaryIO) -> Iterator[bytes]:
        """The bytes of a sealed attachment. Raises Tampered."""


class PlainKeys:
    """The keys of a folder that is not sealed: none."""

    name = PLAIN
    tag = b""
    of_vault = False

    def coder(self, header: Header) -> Coder | None:
        """A coder for plain files only."""
        return PlainLines(header.file_id) if header.key == PLAIN else None

    def writer(self, header: Header) -> Coder:
        """The coder of a new file."""
        return PlainLines(header.file_id)

    def seal_stream(self, header: Header, source: Iterable[bytes]) -> Iterator[bytes]:
        """An attachment as it is."""
        return iter(source)

    def open_stream(self, header: Header, file: BinaryIO) -> Iterator[bytes]:
        """Raises Tampered: there is no key here."""
        raise Tampered("it is sealed")


def read_header(piece: bytes) -> Header | None:
    """A header from its line, or None where it is not whole. Raises NewerFormat.

    In every format the last word is the sum of the words before it, so that a newer one can be told from a damaged one.
    """
    words, _, told = piece.rpartition(b" ")
    if not words.startswith(b"WK") or plain_sum(words) != told:
        return None
    mark, *rest = words.decode("ascii", "replace").split(" ")
    if mark != "WK1" or len(rest) != 4:
        raise NewerFormat(mark)
    return Header(rest[0], int(rest[1]), rest[2], bytes.fromhex(rest[3]))


def plain_sum(data: bytes, key: bytes = b"") -> bytes:
    """A 64-bit sum in 16 hex digits."""
    return hashlib.blake2b(data, digest_size=8, key=key).hexdigest().encode()


def pieces(data: bytes) -> list[bytes]:
    """What stands between newlines. Zeros are blocks that were never written, and count as newlines, as Windows' line ends do."""
    for blank in (b"\0", b"\r"):
        if blank in data:
            data = data.replace(blank, b"\n")
    return [piece for piece in data.split(b"\n") if piece]
