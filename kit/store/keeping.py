"""A programme's store: its sessions' events and all its records, in entries of a journal.

An entry is `{"session": id, "event": {...}, "records": [...], "taken_back": [ids]}`. A record kept outside a session has
no event. One entry is one durable save, so an event and the records it made are kept together or not at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.model import Change, Event, Record, standing
from kit.model.data import from_data, to_data
from kit.store.journal import Entry, Journal
from kit.store.lock import FolderLock
from kit.store.problem import StoreProblem


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry as nouns."""

    session: str
    """The session's id; empty for a record kept outside a session."""
    change: Change


class History:
    """A programme's sessions and records, as they stand in its journal."""

    def __init__(self, entries: Iterable[Kept]) -> None:
        self._entries = list(entries)

    def sessions(self) -> tuple[str, ...]:
        """Ids of the programme's sessions, oldest first."""
        return tuple(dict.fromkeys(entry.session for entry in self._entries if entry.session))

    def events(self, session: str) -> tuple[Event, ...]:
        """A session's events in order."""
        return tuple(e.change.event for e in self._entries if e.session == session)

    def records(self) -> tuple[Record, ...]:
        """Every record that counts, oldest first."""
        return standing((r for e in self._entries for r in e.change.added),
                        (i for e in self._entries for i in e.change.taken_back))


class Store(History):
    """A programme folder, open for reading and writing. Close it to let another window in."""

    def __init__(self, folder: Path, since: str) -> None:
        """Open a programme folder. Raises StoreProblem with a sentence where that cannot be."""
        self._lock = FolderLock(folder, since)
        try:
            self._journal = _open_journal(folder)
            super().__init__(_read(self._journal.entries(), folder))
        except BaseException:
            self._lock.release()
            raise

    def close(self) -> None:
        """Let go of the folder."""
        self._journal.close()
        self._lock.release()

    def keep(self, session: str, change: Change) -> None:
        """Keep one change of a session. Raises StoreProblem ("NOT saved: …"), and then nothing has changed."""
        self._append(Kept(session, change))

    def keep_record(self, record: Record) -> None:
        """Keep a record made outside a session. Raises StoreProblem ("NOT saved: …")."""
        self._append(Kept("", Change(_NO_EVENT, (record,))))

    def _append(self, kept: Kept) -> None:
        try:
            self._journal.append(_entry(kept))
        except OSError as error:
            raise StoreProblem(f"NOT saved: {(error.strerror or 'the disk refused it').lower()}. "
                               "Everything saved before is safe. Make room, then give this answer again.") from None
        self._entries.append(kept)


def read_history(folder: Path) -> History:
    """What a programme folder holds, without opening it for writing. Raises StoreProblem."""
    return History(_read(_open_journal(folder).entries(), folder))


_NO_EVENT = Event(0, "", "")


def _open_journal(folder: Path) -> Journal:
    from kit.store.tinyjournal import TinyJournal

    return TinyJournal(folder)


def _entry(kept: Kept) -> Entry:
    entry: dict[str, Any] = {"records": [to_data(record) for record in kept.change.added]}
    if kept.session:
        entry |= {"session": kept.session, "event": to_data(kept.change.event), "taken_back": list(kept.change.taken_back)}
    return entry


def _read(entries: Iterable[Entry], folder: Path) -> Iterable[Kept]:
    for entry in entries:
        try:
            event = from_data(Event, entry["event"]) if "event" in entry else _NO_EVENT
            records = tuple(from_data(Record, record) for record in entry["records"])
            yield Kept(str(entry.get("session", "")), Change(event, records, tuple(entry.get("taken_back", ()))))
        except (KeyError, TypeError, ValueError):
            raise StoreProblem(f"An entry in {folder.name!r} is not one this version of the kit can read. "
                               "Nothing was changed.") from None
