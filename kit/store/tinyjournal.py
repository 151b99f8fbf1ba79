"""The journal on TinyDB: one table, one document an entry. The only module that knows TinyDB.

TinyDB writes its one file in place, so that a crash can lose everything (STORE.md, section 3). Its storage is replaced here by
one that writes beside the file, flushes, and puts it in place. A save costs as much as the file is long.
"""

import json
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from kit.store.journal import Entry
from kit.store.problem import StoreProblem
from kit.store.safefile import write_safely


class SafeFile(Storage):
    """TinyDB's storage as a JSON file that is always whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Any] | None:
        """The tables, or None where there is no file yet. Raises StoreProblem where the file is damaged."""
        try:
            data = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreProblem(f"{self._path.name} cannot be read: {error.strerror}. Nothing was changed.") from None
        except (ValueError, RecursionError):
            raise _damaged(self._path) from None
        if not isinstance(data, dict):
            raise _damaged(self._path)
        return data

    def write(self, data: dict[str, Any]) -> None:
        """Keep all tables. Raises OSError, and then the old file stands."""
        write_safely(self._path, json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode())


class TinyJournal:
    """Entries in a programme folder's `records.json`. See `kit.store.journal.Journal`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "records.json"
        self._table = TinyDB(self._path, storage=SafeFile).table("entries", cache_size=0)

    def entries(self) -> list[Entry]:
        """All entries, oldest first."""
        try:
            return [dict(document) for document in sorted(self._table.all(), key=lambda d: d.doc_id)]
        except (AttributeError, TypeError, ValueError):
            raise _damaged(self._path) from None

    def append(self, entry: Entry) -> None:
        """Keep an entry; it is on the disk when this returns."""
        self._table.insert(entry)

    def close(self) -> None:
        """Nothing is held open between saves."""


def _damaged(path: Path) -> StoreProblem:
    return StoreProblem(f"{path.name} is damaged and cannot be read. It was left as it is. "
                        "Use your copy of the programme folder, and keep this one for somebody who can repair it.")
