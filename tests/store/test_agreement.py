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
    mine, model = ours.table(name), theirs.table(name)
    ids = [document.doc_id for document in model] or [1]
    some = chance.sample(ids, min(len(ids), chance.randint(1, 3)))
    number = chance.randint(0, 20)
    match chance.choice(_KINDS):
        case "insert":
            document = _document(chance)
            doc_id = mine.insert(document)
            model.insert(Document(document, doc_id))
        case "insert many":
            documents = [_document(chance) for _ in range(chance.randint(0, 4))]
            new = mine.insert_multiple(documents)
            model.insert_multiple(Document(d, i) for d, i in zip(documents, new, strict=True))
        case "update by id":
            assert mine.update({"n": number}, doc_ids=some) == model.update({"n": number}, doc_ids=some)
        case "update by query":
            change = chance.choice([{"t": "new"}, increment("n"), delete("n"), {"deep": {"er": [number]}}])
            condition = (where("n") == number) & where("n").exists()
            assert mine.update(change, condition) == model.update(change, condition)
        case "update several":
            changes = [({"t": "first"}, where("n") > 15), (increment("n"), where("n") == number)]
            assert mine.update_multiple(changes) == model.update_multiple(changes)
        case "upsert":
            document = {"n": number, "up": chance.random()}
            if model.contains(where("n") == number):
                assert mine.upsert(document, where("n") == number) == model.upsert(document, where("n") == number)
            else:
                model.insert(Document(document, mine.upsert(document, where("n") == number)[0]))
        case "remove by id":
            assert mine.remove(doc_ids=some) == model.remove(doc_ids=some)
        case "remove by query":
            assert mine.remove(where("n") == number) == model.remove(where("n") == number)
        case "truncate" if chance.random() < 0.05:
            mine.truncate()
            model.truncate()
        case "drop" if chance.random() < 0.05:
            ours.drop_table(name)
            theirs.drop_table(name)
        case "look":
            assert mine.search(where("n") < number) == model.search(where("n") < number)
            assert mine.get(doc_id=some[0]) == model.get(doc_id=some[0])
            assert mine.get(doc_ids=some) == model.get(doc_ids=some)
            assert mine.count(where("t") == "new") == model.count(where("t") == "new")
            assert len(mine) == len(model)
        case "together":
            with ours.transaction():
                new = [mine.insert({"n": number}), mine.insert({"n": number, "t": "second"})]
                mine.update({"t": "both"}, doc_ids=new[:1])
            model.insert(Document({"n": number, "t": "both"}, new[0]))
            model.insert(Document({"n": number, "t": "second"}, new[1]))


_KINDS = ("insert", "insert", "insert", "insert many", "update by id", "update by id", "update by query", "update several",
          "upsert", "remove by id", "remove by query", "truncate", "drop", "look", "together")


def _document(chance: Random) -> dict[str, Any]:
    words = ("", "tea", "ż🙂\u2028", 'say "no"', "a\nb\x00c", "x" * 300)
    return {"n": chance.randint(0, 20), "t": chance.choice(words), "list": [chance.random(), None, {"in": chance.choice(words)}]}


def _documents(table: Table) -> list[tuple[int, dict[str, Any]]]:
    return [(document.doc_id, dict(document)) for document in table]
