"""Sealing with AES-256-GCM: lines, attachments, and the ring of keys a folder is sealed with.

Every file has its own key, derived from a data key and the file's random id. So a copy that was put back, or a snapshot that
was tried again, never uses a key and a number twice although names and line numbers come again. Within a file the nonce is
the line's number, which stands in the line. This module and `kit.store.vault` alone load the `cryptography` library.
"""

import json
from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kit.store.lines import PLAIN, Coder, Header, PlainLines
from kit.store.problem import Tampered

CHUNK = 64 * 1024
"""Bytes of an attachment that are sealed together."""
_TAG = 16


def derived(key: bytes, purpose: bytes, length: int = 32) -> bytes:
    """A key for one purpose."""
    return HKDF(SHA256(), length, salt=None, info=b"workshop kit 1, " + purpose).derive(key)


class SealedLines:
    """Lines of ciphertext: `E1 17 <base64>`."""

    mark = b"E1 "

    def __init__(self, key: bytes, header: Header) -> None:
        self._cipher = AESGCM(_file_key(key, header))
        self._file_id = header.file_id

    def pack(self, number: int, payload: bytes) -> bytes:
        """The line, with its newline."""
        sealed = self._cipher.encrypt(number.to_bytes(12, "big"), payload, self._file_id)
        return b"E1 %d %b\n" % (number, b64encode(sealed))

    def unpack(self, piece: bytes) -> tuple[int, bytes] | None:
        """The number and the payload of a line without its newline, or None where it is not whole."""
        digits, _, text = piece[3:].partition(b" ")
        if piece[:3] != self.mark or not digits.isdigit():
            return None
        try:
            nonce = int(digits).to_bytes(12, "big")
            return int(digits), self._cipher.decrypt(nonce, a2b_base64(text, strict_mode=True), self._file_id)
        except (InvalidTag, ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The data keys of a sealed folder. See `kit.store.lines.Keys`."""

    keys: tuple[bytes, ...] = field(repr=False)
    """The first is for new files; another one is there only while the folder is changing over from it."""
    sealed: bool = True
    """False while the folder is changing back to plain files."""
    plain: bool = False
    """True while plain files may be there: the folder is changing over."""

    @property
    def name(self) -> str:
        """Name of the key that new files are written with: 16 hex digits that say nothing of the key."""
        return _name(self.keys[0]) if self.sealed else PLAIN

    @property
    def tag(self) -> bytes:
        """Keys the sum of the number in LOCK."""
        return derived(self.keys[0], b"number of the last save") if self.sealed else b""

    @property
    def of_vault(self) -> bool:
        """True: these come from a vault."""
        return True

    @property
    def changing(self) -> bool:
        """Whether the folder is changing over from other keys, or from plain files, or to them."""
        return len(self.keys) > 1 or self.plain or not self.sealed

    def coder(self, header: Header) -> Coder | None:
        """The coder of a file, or None where its key is not on the ring."""
        if header.key == PLAIN:
            return PlainLines(header.file_id) if self.plain else None
        return next((SealedLines(key, header) for key in self.keys if _name(key) == header.key), None)

    def writer(self, header: Header) -> Coder:
        """The coder of a new file."""
        return SealedLines(self.keys[0], header) if self.sealed else PlainLines(header.file_id)

    def seal_stream(self, header: Header, source: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes of an attachment as they go on the disk."""
        return _seal_stream(self.keys[0], header, source) if self.sealed else iter(source)

    def open_stream(self, header: Header, file: BinaryIO) -> Iterator[bytes]:
        """The bytes of a sealed attachment. Raises Tampered."""
        for key in self.keys:
            if _name(key) == header.key:
                return _open_stream(key, header, file)
        raise Tampered("it is sealed with another key")

    def packed(self) -> bytes:
        """The ring as JSON. To be sealed before it goes anywhere."""
        return json.dumps({"keys": [key.hex() for key in self.keys], "sealed": self.sealed, "plain": self.plain}).encode()

    @staticmethod
    def unpacked(data: bytes) -> "KeyRing":
        """The ring that `packed` gave."""
        ring = json.loads(data)
        return KeyRing(tuple(bytes.fromhex(key) for key in ring["keys"]), ring["sealed"], ring["plain"])


def _seal_stream(key: bytes, header: Header, source: Iterable[bytes]) -> Iterator[bytes]:
    """Attachment bytes as ciphertext, chunk by chunk (STREAM, as the age format has it): a cut-off end does not open."""
    cipher = AESGCM(_file_key(key, header))
    number, held = 0, b""
    for part in source:
        held += part
        while len(held) > CHUNK:
            yield cipher.encrypt(_nonce(number, last=False), held[:CHUNK], header.file_id)
            number, held = number + 1, held[CHUNK:]
    yield cipher.encrypt(_nonce(number, last=True), held, header.file_id)


def _open_stream(key: bytes, header: Header, file: BinaryIO) -> Iterator[bytes]:
    """The bytes that `_seal_stream` sealed. Raises Tampered where a chunk does not open; what came before is as it was."""
    cipher = AESGCM(_file_key(key, header))
    number, chunk = 0, file.read(CHUNK + _TAG)
    while True:
        following = file.read(CHUNK + _TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), chunk, header.file_id)
        except (InvalidTag, ValueError):
            raise Tampered(f"chunk {number + 1} does not open") from None
        if not following:
            return
        number, chunk = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _file_key(key: bytes, header: Header) -> bytes:
    return derived(key, b"file " + header.kind.encode() + b" %d " % header.schema + header.file_id)


def _name(key: bytes) -> str:
    return derived(key, b"name of the key", 8).hex()
