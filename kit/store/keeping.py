"""A programme's store: its sessions' events and all its records, in entries of one table.

An entry is `{"session": id, "event": {...}, "records": [...], "taken_back": [ids]}`. A record kept outside a session has
no event. One entry is one durable save, so an event and the records it made are kept together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.model import Change, Event, Record, standing
from kit.model.data import from_data, to_data
from kit.model.text import counted
from kit.store.attachments import Attachments
from kit.store.engine import Engine
from kit.store.folder import TABLE, Programme, bring_header_up, must_have_records, read_programme, to_programme
from kit.store.lines import Keys
from kit.store.papers import Papers
from kit.store.problem import StoreProblem
from kit.store.terms import Terms
from kit.store.tombstones import ASIDE

if TYPE_CHECKING:
    from kit.store.tables import Database

ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry as nouns."""

    session: str
    """The session's id; empty for a record kept outside a session."""
    change: Change


class History:
    """A programme's sessions and records, as they stand in its entries."""

    def __init__(self, entries: Iterable[Kept]) -> None:
        self._entries = list(entries)

    def sessions(self) -> tuple[str, ...]:
        """Ids of the programme's sessions, oldest first. What another laptop did otherwise stands beside its session."""
        return tuple(session for session in self.lines() if ASIDE not in session)

    def lines(self) -> tuple[str, ...]:
        """Ids of the sessions, and of what stands beside them."""
        return tuple(dict.fromkeys(entry.session for entry in self._entries if entry.session))

    def events(self, session: str) -> tuple[Event, ...]:
        """A session's events in order."""
        return tuple(e.change.event for e in self._entries if e.session == session)

    def records(self) -> tuple[Record, ...]:
        """Every record that counts, oldest first."""
        return standing(self.every_record(), (i for e in self._entries for i in e.change.taken_back))

    def kept_records(self) -> tuple[Record, ...]:
        """The records that count and the earlier forms of records, oldest first: all but what was undone."""
        gone = {id for entry in self._entries for id in entry.change.taken_back}
        return tuple(record for record in self.every_record() if record.id not in gone)

    def begun(self) -> dict[str, Event]:
        """The first event of each session, by the session's id, oldest first."""
        first: dict[str, Event] = {}
        for entry in self._entries:
            if entry.session and ASIDE not in entry.session:
                first.setdefault(entry.session, entry.change.event)
        return first

    def every_record(self) -> tuple[Record, ...]:
        """Every record that was ever kept and not erased, also those replaced or taken back since."""
        return tuple(record for entry in self._entries for record in entry.change.added)


class Store(History):
    """A programme folder, open for reading and writing. Close it to let another window in."""

    def __init__(self, folder: Path, since: str, keys: Keys | None = None, *, writable: bool = True) -> None:
        """Open a programme folder. Raises StoreProblem with a sentence where that cannot be, Locked where it needs keys.

        `keys` come from `kit.store.privacy.unlock`. A folder that cannot be written to opens for reading;
        with `writable` False, no file is changed in any case.
        """
        must_have_records(folder)
        self.database = _open(folder, since, keys, writable=writable)
        """The tables, for what has no method here."""
        try:
            super().__init__(_read(self.database, folder))
            if self.writable:
                bring_header_up(folder)
                self.attachments.sweep()
        except BaseException:
            self.database.close()
            raise

    @property
    def engine(self) -> Engine:
        """What the tables stand on."""
        return self.database.engine

    @property
    def writable(self) -> bool:
        """Whether anything can be saved; else the folder can only be read."""
        return self.engine.writable

    @property
    def attachments(self) -> Attachments:
        """Pictures and scans."""
        return Attachments(self.engine)

    @property
    def papers(self) -> Papers:
        """Plans and prints, sealed where the folder is."""
        return Papers(self.engine)

    def programme(self) -> Programme:
        """The programme with its own name, also where the folder's header hides it."""
        return _programme(self.engine)

    def close(self) -> None:
        """Let go of the folder."""
        self.database.close()

    def told(self, zone: tzinfo | None = None) -> tuple[str, ...]:
        """What there is to say since the folder was opened: damage, or a crash. Empty where all is well.

        Times are told in a zone; in the laptop's own where none is given.
        """
        here = counted(len(self._entries), "entry", "entries")
        clock = _clock(self._entries[-1], zone) if self._entries else ""
        return self.engine.report.sentences(f"{here}, the last at {clock}" if clock else here)

    def keep(self, session: str, change: Change) -> None:
        """Keep one change of a session. Raises NotSaved ("NOT saved: …"), and then nothing has changed."""
        self._append(Kept(session, change))

    def keep_record(self, record: Record) -> None:
        """Keep a record made outside a session. Raises NotSaved ("NOT saved: …")."""
        self._append(Kept("", Change(_NO_EVENT, (record,))))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Copies of what stands in a small table beside the entries, oldest first."""
        return _rows(self.database, table)

    def new_rows(self, table: str, rows: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
        """The operations that add rows to a small table, to be kept together with others."""
        first = self.engine.next_id(table)
        return [["p", table, str(number), dict(row)] for number, row in enumerate(rows, first)]

    def put_row(self, table: str, key: str, row: Mapping[str, Any]) -> None:
        """Keep a row of a small table, in the place of one with the same value under `key`. Raises NotSaved."""
        there = [old.doc_id for old in self.database.table(table) if old.get(key) == row[key]]
        if there:
            self.engine.save([["p", table, str(there[0]), dict(row)]])
        else:
            self.database.table(table).insert(row)

    def take_back(self, ids: Iterable[str]) -> None:
        """Some records count no more. Raises NotSaved."""
        self._append(Kept("", Change(_NO_EVENT, taken_back=tuple(ids))))

    def _append(self, kept: Kept) -> None:
        self.database.table(ENTRIES).insert(_entry(kept))
        self._entries.append(kept)


def read_history(folder: Path, keys: Keys | None = None) -> History:
    """What a programme folder holds, without opening it for writing. Raises StoreProblem."""
    must_have_records(folder)
    return History(_read(_open(folder, "", keys, writable=False), folder))


def read_rows(folder: Path, table: str, keys: Keys | None = None) -> list[dict[str, Any]]:
    """Copies of what stands in a small table, without opening the folder for writing. Raises StoreProblem."""
    must_have_records(folder)
    return _rows(_open(folder, "", keys, writable=False), table)


def open_for_reading(programme: Programme) -> Store:
    """A programme's store, of which nothing is changed. Raises StoreProblem."""
    return Store(programme.folder, "", programme.keys, writable=False)


def read_named(programme: Programme) -> Programme:
    """A sealed programme with its own name, where its keys are at hand. Raises Locked or StoreProblem."""
    return replace(_programme(_open(programme.folder, "", programme.keys, writable=False).engine), sealed=True)


def _programme(engine: Engine) -> Programme:
    header = engine.tables.get(TABLE, {}).get("1")
    programme = read_programme(engine.folder)
    return to_programme(header, engine.folder) if programme.sealed and header else programme


def read_papers(programme: Programme, folder: str = "plans") -> dict[str, bytes]:
    """The text files of a sealed programme, by name, without opening it for writing. Raises StoreProblem."""
    papers = Papers(_open(programme.folder, "", programme.keys, writable=False).engine)
    return {name: papers.read(name) for name in papers.names(folder)}


_NO_EVENT = Event(0, "", "")


def _open(folder: Path, since: str, keys: Keys | None, *, writable: bool) -> Database:
    from kit.store.tables import Database

    return Database(folder, since, terms=Terms(keys) if keys else None, writable=writable)


def _rows(database: Database, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in sorted(database.table(table), key=lambda row: row.doc_id)]


def _entry(kept: Kept) -> dict[str, Any]:
    entry: dict[str, Any] = {"records": [to_data(record) for record in kept.change.added]}
    if kept.session or kept.change.taken_back:
        entry["taken_back"] = list(kept.change.taken_back)
    if kept.session:
        entry |= {"session": kept.session, "event": to_data(kept.change.event)}
    return entry


def _read(database: Database, folder: Path) -> Iterable[Kept]:
    for entry in sorted(database.table(ENTRIES), key=lambda document: document.doc_id):
        try:
            yield kept_of(entry)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreProblem(f"An entry in {folder.name!r} is not one this version of the kit can read. "
                               "Nothing was changed.") from None


def kept_of(entry: Mapping[str, Any]) -> Kept:
    """An entry as nouns. Raises KeyError, TypeError, ValueError or AttributeError where it makes no sense."""
    event = from_data(Event, entry["event"]) if "event" in entry else _NO_EVENT
    records = tuple(from_data(Record, record) for record in entry["records"])
    return Kept(str(entry.get("session", "")), Change(event, records, tuple(entry.get("taken_back", ()))))


def _clock(kept: Kept, zone: tzinfo | None) -> str:
    """The time of day an entry was made, or nothing where that cannot be told."""
    when = kept.change.event.at or next((record.when for record in kept.change.added), "")
    try:
        return f"{datetime.fromisoformat(when).astimezone(zone):%H:%M}"
    except ValueError:
        return ""
