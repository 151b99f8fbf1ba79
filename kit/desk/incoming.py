"""A bundle from another laptop, read as something a stranger may have made: nothing of it is believed before it is checked."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kit.desk.outputs import by_kind, said
from kit.desk.pile.travelling import Shared, from_bytes
from kit.engine import Session
from kit.model import Event, Record
from kit.model.data import from_data
from kit.model.gate import Way, let_out
from kit.model.sheetcode import ALPHABET
from kit.model.text import LONGEST, clean
from kit.store import History, Programme, StoreProblem
from kit.store.archive import MOST_BYTES, unpack
from kit.store.joining import Contents, contents, entries_of
from kit.store.keeping import kept_of
from kit.store.problem import NotStorable
from kit.store.state import as_text

_ID = re.compile(r"[a-z0-9.~-]{1,80}")
_SAFE_NAME = re.compile(r"[0-9a-f]{64}")
_PARTS: Mapping[str, Mapping[str, type]] = {
    "erased": {"id": str, "when": str, "session": bool}, "redacted": {"place": str, "value": str},
    "maker": {"key": str, "letter": str, "chosen": str, "real": str},
}
"""Rows of the small tables: their parts, and what each is."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came from another laptop."""

    programme: Programme
    contents: Contents
    secret: str
    """What keys the names of its pictures."""
    plans: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    paper: Shared = field(default_factory=Shared)
    """What was printed there, and which sheets were counted."""


def read_bundle(file: Path, passphrase: str = "") -> Incoming:
    """A bundle, checked from end to end. Raises StoreProblem, Locked where it is sealed and the passphrase is not right."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _refused("it is larger than any bundle of ours")
        data = file.read_bytes()
    except OSError as error:
        raise StoreProblem(f"{file.name!r} cannot be read: {(error.strerror or 'the disk refused it').lower()}.") from None
    from kit.store.sealed_file import is_sealed_file, open_bytes

    return checked(unpack(open_bytes(data, passphrase) if is_sealed_file(data) else data))


def is_sealed(file: Path) -> bool:
    """Whether a bundle has a passphrase."""
    from kit.store.sealed_file import MARK

    try:
        with file.open("rb") as opened:
            return opened.read(len(MARK)) == MARK
    except OSError:
        return False


def checked(files: Mapping[str, bytes]) -> Incoming:
    """The files of a bundle as what they say. Raises StoreProblem."""
    try:
        about = json.loads(files["manifest.json"])
        _check_sums(about, files)
        programme = _programme(about["programme"])
        found = _contents(files["entries.jsonl"])
        _check_that_it_plays(found)
        secret = str(about["secret"])
        paper = from_bytes(files.get("paper.json", b""), programme.code)
        if not _SAFE_NAME.fullmatch(secret):
            raise ValueError
    except StoreProblem:
        raise
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError, AssertionError, StopIteration):
        raise _refused("something in it is not as we write it") from None
    from kit.paperin import pictures

    plans = {name: data for name, data in files.items() if name.startswith("plans/")}
    att = {name[4:]: pictures.checked(data) for name, data in files.items() if name.startswith("att/")}
    return Incoming(programme, found, secret, plans, att, paper)


def history_of(found: Contents) -> History:
    """The sessions and records that some contents hold."""
    return History(map(kept_of, entries_of(found)))


def _check_sums(about: dict[str, Any], files: Mapping[str, bytes]) -> None:
    if type(about["format"]) is not int or about["format"] > 1:
        raise _refused("a newer version of the kit made it. Please update this one")
    if set(about["files"]) != set(files) - {"manifest.json"}:
        raise _refused("a file in it is missing, or is one too many")
    for name, said_of in about["files"].items():
        if hashlib.sha256(files[name]).hexdigest() != said_of["sha256"]:
            raise _refused(f"{name.split('/')[0]} in it was changed or damaged on its way")


def _programme(said_of: dict[str, Any]) -> Programme:
    parts = {name: said_of[name] for name in ("id", "code", "name", "created", "template")}
    if not all(type(part) is str and len(part) <= 200 for part in parts.values()) or not _ID.fullmatch(parts["id"]):
        raise ValueError
    if len(parts["code"]) != 3 or any(letter not in ALPHABET for letter in parts["code"]):
        raise ValueError
    datetime.fromisoformat(parts["created"])
    return Programme(parts["id"], parts["code"], clean(parts["name"]), parts["created"], clean(parts["template"]))


def _contents(body: bytes) -> Contents:
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in ("entry", *_PARTS)}
    for line in body.decode("utf-8").split("\n"):
        if line:
            table, row = json.loads(line, object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
            rows[table].append(_cleaned(row))
            _check_storable(row)
    for entry in rows["entry"]:
        _check_entry(entry)
    for table, parts in _PARTS.items():
        if not all({name: type(part) for name, part in row.items()} == parts for row in rows[table]):
            raise TypeError
    return contents(rows["entry"], rows["erased"], rows["redacted"], rows["maker"])


def _check_storable(row: Any) -> None:
    try:
        as_text(["p", "x", "1", row])
    except NotStorable:
        raise ValueError from None


def _check_entry(entry: dict[str, Any]) -> None:
    kept = kept_of(entry)
    if kept.session and not _ID.fullmatch(kept.session):
        raise ValueError
    ids = [*kept.change.taken_back, *(record.id for record in kept.change.added)]
    for record in kept.change.added:
        datetime.fromisoformat(record.when)
        ids += filter(None, (record.replaces, record.maker, record.origin.workshop))
    if not all(_ID.fullmatch(name) for name in ids):
        raise ValueError


def _check_that_it_plays(found: Contents) -> None:
    """Whatever the kit does with records and sessions later, it must be able to do now."""
    history = history_of(found)
    _say(history.records())
    for lines in found.lines.values():
        for line in lines:
            Session([from_data(Event, entry["event"]) for entry in line], lambda: datetime(2000, 1, 1, tzinfo=UTC))


def _say(records: tuple[Record, ...]) -> None:
    for way in Way:
        for _, group in by_kind(let_out(records, way, "2000-01-01")):
            for record in group:
                said(record)


def _cleaned(value: Any) -> Any:
    """The same with every text as it would have been taken in here."""
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise ValueError
        return value if value.isprintable() or value.replace("\n", "").replace("\t", "").replace("\x1f", "").isprintable() \
            else clean(value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 2**53):
        raise ValueError
    return value


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _refused(why: str) -> StoreProblem:
    return StoreProblem(f"This bundle was not taken in: {why}. Nothing was changed.")

