"""Pictures and scans beside the records: `att/<40 hex>.jpg`, named by a keyed hash of what is in them, never by a sender's name.

An attachment is on the disk before the record that names it (STORE.md, section 5, rule 12). One that no record names is what
a crash left; it is swept away at the next opening.
"""

import hashlib
import io
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from kit.store import disk
from kit.store.engine import Engine
from kit.store.lines import PLAIN, Header, NewerFormat, read_header
from kit.store.names import ATTACHMENTS
from kit.store.problem import NotStorable, StoreProblem, Tampered, not_saved, reason
from kit.store.safefile import create_anew, sweep

CHUNK = 64 * 1024
"""Bytes that are read and written together."""
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_NAME = re.compile(r"[0-9a-f]{40}\.[a-z0-9]{1,5}")


class Attachments:
    """The attachments of an open folder."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._folder = engine.folder / ATTACHMENTS

    def keep(self, source: BinaryIO | bytes, ending: str) -> str:
        """Keep a file and give its name; it is on the disk when this returns. The same content has the same name.

        `ending` is such as `.jpg`. Raises NotSaved.
        """
        if not _ENDING.fullmatch(ending):
            raise NotStorable(f"{ending!r} is not the ending of a file name")
        self._engine.must_be_writable()
        try:
            disk.make_folder(self._folder)
            return self._write(io.BytesIO(source) if isinstance(source, bytes) else source, ending)
        except OSError as error:
            raise not_saved(error) from None

    def read(self, name: str) -> bytes:
        """What is in an attachment. Raises StoreProblem where it has gone or is damaged."""
        if not _NAME.fullmatch(name):
            raise StoreProblem(f"{name!r} is not the name of an attachment.")
        try:
            data = b"".join(self._chunks(self._folder / name))
        except FileNotFoundError:
            raise StoreProblem(f"The attachment {name} is not in the folder any more.") from None
        except OSError as error:
            raise StoreProblem(f"The attachment {name} cannot be read: {reason(error)}.") from None
        except (Tampered, NewerFormat):
            data = b""
        hashed = self._hash()
        hashed.update(data)
        if hashed.hexdigest() != name[:40]:
            raise StoreProblem(f"The attachment {name} is damaged. It was left as it is.")
        return data

    def names(self) -> list[str]:
        """The attachments in the folder."""
        if not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.iterdir() if _NAME.fullmatch(path.name))

    def named(self) -> set[str]:
        """The attachments that a record names, in whatever part of it."""
        with self._engine.mutex:
            return {name for table in self._engine.tables.values() for document in table.values() for name in _names_in(document)}

    def sweep(self) -> None:
        """Take away what no record names. Does nothing where anything in the folder is damaged, or it can only be read."""
        if self._engine.writable and not self._engine.report.hurt:
            sweep(self._folder)
            with suppress(OSError):
                self.remove(set(self.names()) - self.named())

    def remove(self, names: Iterable[str]) -> None:
        """Take attachments away. Raises OSError."""
        gone = sorted(names)
        for name in gone:
            disk.remove(self._folder / name)
        if gone:
            disk.flush_folder(self._folder)

    def renew(self) -> None:
        """Write every attachment anew that is not sealed as the folder is. Can be done again after a crash. Raises OSError."""
        for name in self.names():
            header = _header(self._folder / name)
            if (header.key if header else PLAIN) != self._engine.terms.keys.name:
                with suppress(Tampered):  # what cannot be opened stays as it is
                    self._write(io.BytesIO(b"".join(self._chunks(self._folder / name))), name)

    def _write(self, stream: BinaryIO, name: str) -> str:
        """Write beside, flush, put in place. Gives the name; where `name` is only an ending, the content makes the rest."""
        beside = self._folder / f".{os.getpid()}-{id(stream)}.new"
        hashed = self._hash()
        file = create_anew(beside)
        try:
            offset = 0
            for chunk in self._on_disk(_hashing(stream, hashed)):
                file.write_all(chunk, offset)
                offset += len(chunk)
            file.flush()
            file.close()
            name = hashed.hexdigest() + name if name.startswith(".") else name
            disk.replace(beside, self._folder / name)
        except BaseException:
            file.close()
            with suppress(OSError):
                disk.remove(beside)
            raise
        disk.flush_folder(self._folder)
        return name

    def _on_disk(self, source: Iterator[bytes]) -> Iterator[bytes]:
        terms = self._engine.terms
        header = Header("att", terms.schema, terms.keys.name, terms.chance(16))
        if terms.keys.name != PLAIN:
            yield header.packed()
        yield from terms.keys.seal_stream(header, source)

    def _chunks(self, path: Path) -> Iterator[bytes]:
        """The bytes of an attachment as it was given. Raises OSError, Tampered or NewerFormat."""
        header = _header(path)
        with path.open("rb") as file:
            if header is None:
                yield from iter(lambda: file.read(CHUNK), b"")
            else:
                file.readline()
                yield from self._engine.terms.keys.open_stream(header, file)

    def _hash(self) -> "hashlib.blake2b":
        return hashlib.blake2b(digest_size=20, key=self._engine.secret)


def _header(path: Path) -> Header | None:
    """The header of a sealed attachment, or None where it is plain."""
    with path.open("rb") as file:
        return read_header(file.readline(200).rstrip(b"\n"))


def _hashing(stream: BinaryIO, hashed: "hashlib.blake2b") -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        hashed.update(chunk)
        yield chunk


def _names_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if _NAME.fullmatch(value):
            yield value
    elif isinstance(value, dict):
        yield from (name for part in value.values() for name in _names_in(part))
    elif isinstance(value, list):
        yield from (name for part in value for name in _names_in(part))
