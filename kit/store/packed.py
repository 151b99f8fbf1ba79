"""What is packed in a file: the streams of a PDF, the members of a zip, such as a table's. For the search after an erasure.

Nothing is believed and nothing is written: what does not unpack, or unpacks to too much, counts as not seen.
"""

import io
import re
import zipfile
import zlib
from base64 import a85decode
from collections.abc import Iterator
from contextlib import suppress

MOST_BYTES = 200_000_000
"""Bytes that one file may unpack to."""

_STREAM = re.compile(rb"stream\r?\n")


class Unseen(Exception):
    """Some of a file cannot be looked into."""


def unpacked(data: bytes) -> tuple[list[bytes], bool]:
    """What is packed in some bytes; and whether all of it could be seen.

    A PDF never counts as seen to its end: its letters may be drawn in an order, or by numbers, of their own.
    """
    inside = _members(data) if data.startswith(b"PK\x03\x04") else _streams(data) if data.startswith(b"%PDF-") else _nothing(data)
    parts: list[bytes] = []
    left = MOST_BYTES
    try:
        for part in inside:
            parts.append(part)
            left -= len(part)
            if left < 0:
                raise Unseen
    except (Unseen, zlib.error, zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return parts, False
    return parts, not data.startswith(b"%PDF-")


def _members(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            yield info.filename.encode("utf-8", "replace")
            with archive.open(info) as member:
                yield _at_most(member.read(MOST_BYTES + 1))


def _streams(data: bytes) -> Iterator[bytes]:
    for start in _STREAM.finditer(data):
        packed = data[start.end():data.find(b"endstream", start.end())]
        with suppress(zlib.error, ValueError):  # a picture, or what stands open: that was searched as it is
            letters = packed.rstrip().endswith(b"~>")
            yield _at_most(zlib.decompressobj().decompress(a85decode(b"<~" + packed, adobe=True) if letters else packed,
                                                           MOST_BYTES + 1))


def _nothing(data: bytes) -> Iterator[bytes]:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unseen
    yield from ()


def _at_most(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise Unseen
    return data
