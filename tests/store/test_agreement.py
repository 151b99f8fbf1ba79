"""Random operations give the same tables on the engine and on TinyDB's own memory storage, with reopening in between."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from kit.store.sealing import KeyRing
from kit.store.tables import Database
from kit.store.terms import Terms

OPERATIONS = 5000
TABLES = ("entries", "pictures", "codes")


@pytest.mark.parametrize(("seed", "sealed"), [(1, False), (2, False), (3, False), (4, True)])
def test_random_operations_agree_with_tinydb(tmp_path: Path, seed: int, sealed: bool) -> None:
    chance = Random(seed)
    terms = Terms(KeyRing((bytes(32),))) if sealed else Terms()
    ours, theirs = Database(tmp_path, terms=terms), TinyDB(storage=MemoryStorage)
    for number in range(OPERATIONS):
        _one(chance, ours, theirs)
        if number % 250 == 249:
            ours = _reopened(chance, ours, tmp_path, terms)
            for name in TABLES:
                assert _documents(ours.table(name)) == _documents(theirs.table(name))


def _reopened(chance: Random, database: Database, folder: Path, terms: Terms) -> Database:
    """Open the folder again: after closing it, or as after a crash."""
    what = chance.random()
    if what < 0.4:
        database.close()
    elif what < 0.5:
        database.engine.checkpoint()
        database.engine._let_go()
    elif what < 0.6:
        database.engine.purge_history()
        database.engine._let_go()
    else:
        database.engine._let_go()
    again = Database(folder, terms=terms)
    assert again.engine.report.whole
    return again


def _one(chance: Random, ours: Database, theirs: TinyDB) -> None:
    name = chance.choice(TABLES)
    chance.choice(_KINDS)(_Turn(chance, ours.table(name), theirs.table(name), ours, theirs))


class _Turn:
    """One operation's tables and chances."""

    def __init__(self, chance: Random, mine: Table, model: Table, ours: Database, theirs: TinyDB) -> None:
        self.chance, self.mine, self.model, self.ours, self.theirs = chance, mine, model, ours, theirs
        ids = [document.doc_id for document in model] or [1]
        self.some = chance.sample(ids, min(len(ids), chance.randint(1, 3)))
        self.number = chance.randint(0, 20)
        self.same = (where("n") == self.number) & where("n").exists()

    def insert(self) -> None:
        document = _document(self.chance)
        self.model.insert(Document(document, self.mine.insert(document)))

    def insert_several(self) -> None:
        documents = [_document(self.chance) for _ in range(self.chance.randint(0, 4))]
        ids = self.mine.insert_multiple(documents)
        self.model.insert_multiple(Document(d, i) for d, i in zip(documents, ids, strict=True))

    def update_by_id(self) -> None:
        change = {"n": self.number}
        assert self.mine.update(change, doc_ids=self.some) == self.model.update(change, doc_ids=self.some)

    def update_by_query(self) -> None:
        change = self.chance.choice([{"t": "new"}, increment("n"), delete("n"), {"deep": {"er": [self.number]}}])
        assert self.mine.update(change, self.same) == self.model.update(change, self.same)

    def update_several(self) -> None:
        changes = [({"t": "first"}, where("n") > 15), (increment("n"), where("n") == self.number)]
        assert self.mine.update_multiple(changes) == self.model.update_multiple(changes)

    def upsert(self) -> None:
        document = {"n": self.number, "up": self.chance.random()}
        there = self.model.contains(self.same)
        ids = self.mine.upsert(document, self.same)
        if there:
            assert ids == self.model.upsert(document, self.same)
        else:
            self.model.insert(Document(document, ids[0]))

    def remove_by_id(self) -> None:
        assert self.mine.remove(doc_ids=self.some) == self.model.remove(doc_ids=self.some)

    def remove_by_query(self) -> None:
        assert self.mine.remove(self.same) == self.model.remove(self.same)

    def truncate(self) -> None:
        if self.chance.random() < 0.05:
            self.mine.truncate()
            self.model.truncate()

    def drop(self) -> None:
        if self.chance.random() < 0.05:
            self.ours.drop_table(self.mine.name)
            self.theirs.drop_table(self.model.name)

    def look(self) -> None:
        less = where("n") < self.number
        assert self.mine.search(less) == self.model.search(less)
        assert self.mine.get(doc_id=self.some[0]) == self.model.get(doc_id=self.some[0])
        assert self.mine.get(doc_ids=self.some) == self.model.get(doc_ids=self.some)
        assert self.mine.count(where("t") == "new") == self.model.count(where("t") == "new")
        assert len(self.mine) == len(self.model)

    def several_at_once(self) -> None:
        with self.ours.transaction():
            ids = [self.mine.insert({"n": self.number}), self.mine.insert({"n": self.number, "t": "second"})]
            self.mine.update({"t": "both"}, doc_ids=ids[:1])
        self.model.insert(Document({"n": self.number, "t": "both"}, ids[0]))
        self.model.insert(Document({"n": self.number, "t": "second"}, ids[1]))


_KINDS = (_Turn.insert, _Turn.insert, _Turn.insert, _Turn.insert_several, _Turn.update_by_id, _Turn.update_by_id,
          _Turn.update_by_query, _Turn.update_several, _Turn.upsert, _Turn.remove_by_id, _Turn.remove_by_query, _Turn.truncate,
          _Turn.drop, _Turn.look, _Turn.several_at_once)


def _document(chance: Random) -> dict[str, Any]:
    words = ("", "tea", "ż🙂\u2028", 'say "no"', "a\nb\x00c", "x" * 300)
    return {"n": chance.randint(0, 20), "t": chance.choice(words), "list": [chance.random(), None, {"in": chance.choice(words)}]}


def _documents(table: Table) -> list[tuple[int, dict[str, Any]]]:
    return [(document.doc_id, dict(document)) for document in table]
