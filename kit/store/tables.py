"""TinyDB's own API over the engine. The only module that knows TinyDB.

What differs from TinyDB as it comes: an answer is a copy that belongs to whoever asked; a save that fails changes nothing;
ids are never used again; there is no query cache; and a change costs as much as what it changes, not as the whole file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from kit.store.engine import Engine
from kit.store.state import Operation, private
from kit.store.terms import Terms

Change = Mapping[str, Any] | Callable[[Any], None]
"""What an update does to a document: fields to set, or a function that changes it."""


class PrivateDocument(Document):
    """A document that shares nothing with the store."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(private(value) if type(value) is dict else value, doc_id)


class EngineStorage(Storage):
    """TinyDB's storage on an engine. The tables go past it; it serves what TinyDB itself does with all tables at once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of all tables, or None where there are none."""
        with self.engine.mutex:
            return private(dict(self.engine.tables)) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables those given, in one save of what differs. Raises NotSaved."""
        with self.engine.mutex:
            there = self.engine.tables
            operations: list[Operation] = [["x", name] for name in there if name not in data]
            for name, table in data.items():
                operations += _difference(name, there.get(name), table)
            if operations:
                self.engine.save(operations)

    def close(self) -> None:
        """Let another window in."""
        self.engine.close()


class JournalTable(Table):
    """A TinyDB table that knows which documents a change touches, and saves those."""

    document_class = PrivateDocument
    default_query_cache_capacity = 0

    @property
    def _engine(self) -> Engine:
        return cast(EngineStorage, self._storage).engine

    def insert(self, document: Mapping[str, Any]) -> int:
        """Keep a new document and give its id. Raises NotSaved; ValueError where a given id is taken."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Keep new documents in one save and give their ids."""
        with self._engine.mutex:
            puts: dict[int, Mapping[str, Any]] = {}
            there = self._read_table()
            free = self._engine.next_id(self.name)
            for document in documents:
                if not isinstance(document, Mapping):
                    raise ValueError("Document is not a Mapping")
                doc_id = document.doc_id if isinstance(document, Document) else free
                if doc_id in puts or str(doc_id) in there:
                    raise ValueError(f"Document with ID {doc_id} already exists")
                puts[doc_id] = document
                free = max(free, doc_id + 1)
            self._save(["p", self.name, str(doc_id), dict(document)] for doc_id, document in puts.items())
            return list(puts)

    def update(self, fields: Change, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Change documents in one save and give the ids of those it changed. See TinyDB."""
        with self._engine.mutex:
            there = self._read_table()
            wanted = there if doc_ids is None else [str(doc_id) for doc_id in doc_ids if str(doc_id) in there]
            changed: dict[str, Any] = {}
            found = [key for key in wanted if doc_ids is not None or cond is None or cond(there[key])]
            for key in found:
                changed[key] = _changed(fields, changed.get(key, there[key]))
            self._save(["p", self.name, key, document] for key, document in changed.items())
            return [int(key) for key in found]

    def update_multiple(self, updates: Iterable[tuple[Change, QueryLike]]) -> list[int]:
        """Do several changes in one save. A document is looked at after each change. Gives an id for every change done."""
        with self._engine.mutex:
            there, every = self._read_table(), list(updates)
            changed: dict[str, Any] = {}
            ids = []
            for key in there:
                for fields, cond in every:
                    if cond(changed.get(key, there[key])):
                        changed[key] = _changed(fields, changed.get(key, there[key]))
                        ids.append(int(key))
            self._save(["p", self.name, key, document] for key, document in changed.items())
            return ids

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Take documents away in one save and give their ids. See TinyDB."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        with self._engine.mutex:
            there = self._read_table()
            if doc_ids is not None:
                keys = [key for key in dict.fromkeys(map(str, doc_ids)) if key in there]
            else:
                keys = [key for key, document in there.items() if cond is not None and cond(document)]
            self._save(["d", self.name, key] for key in keys)
            return [int(key) for key in keys]

    def truncate(self) -> None:
        """Take all documents away. Their ids are not used again."""
        self._engine.save([["c", self.name]])

    def search(self, cond: QueryLike) -> list[Document]:
        """Copies of all documents that meet a condition."""
        with self._engine.mutex:
            return [PrivateDocument(document, int(key)) for key, document in self._read_table().items() if cond(document)]

    def get(self, *which: Any, **named: Any) -> Any:
        """A copy of one document, or of each of the `doc_ids`. See TinyDB."""
        with self._engine.mutex:
            return super().get(*which, **named)

    def __iter__(self) -> Iterator[Document]:
        with self._engine.mutex:
            documents = [PrivateDocument(document, int(key)) for key, document in self._read_table().items()]
        return iter(documents)

    def _read_table(self) -> dict[str, Any]:
        return self._engine.tables.get(self.name, {})

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        """Any change at all, for code of TinyDB's that is not above: works on a copy and saves what differs."""
        with self._engine.mutex:
            there = self._engine.tables.get(self.name)
            table = {int(key): private(document) for key, document in (there or {}).items()}
            updater(table)
            operations = _difference(self.name, there, {str(key): document for key, document in table.items()})
            self._save(operations)

    def _save(self, operations: Iterable[Operation]) -> None:
        every = list(operations)
        if every:
            self._engine.save(every)


class Database(TinyDB):
    """A programme folder as a TinyDB database."""

    table_class = JournalTable

    def __init__(self, folder: Path, since: str = "", *, terms: Terms | None = None, writable: bool = True) -> None:
        """Open a folder. Raises StoreProblem; see `kit.store.engine.Engine`."""
        self.engine = Engine(folder, since, terms=terms, writable=writable)
        super().__init__(self.engine, storage=EngineStorage)

    def transaction(self) -> AbstractContextManager[None]:
        """Changes of any tables, kept in one save at the end or not at all."""
        return self.engine.transaction()


def _changed(fields: Change, document: Mapping[str, Any]) -> dict[str, Any]:
    copy: dict[str, Any] = private(dict(document))
    if callable(fields):
        fields(copy)
    else:
        copy.update(fields)
    return copy


def _difference(name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[Operation]:
    """The operations that make one table another."""
    operations: list[Operation] = [["c", name]] if before is None else []
    there = before or {}
    operations += [["d", name, key] for key in there if key not in after]
    return operations + [["p", name, key, dict(document)] for key, document in after.items() if there.get(key) != document]
