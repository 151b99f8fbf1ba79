"""Two commands that let anybody test the store from outside, with the store's real code and nothing else.

    python -m kit.selftest store-write DIR RUN N    save N times (0: for ever), and say each save before and after
    python -m kit.selftest store-read DIR           say what is there; exit 0 whole, 3 told of damage or recovery, 1 refused

Each save puts in, changes or takes away one record. It prints `?ID<tab>SUM` before and `ID<tab>SUM` once it is on the disk
(`?-ID` and `-ID` where a record goes). Where a save is refused the reason goes to standard error, and there is no second line.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from kit.store.problem import NotSaved, StoreProblem
from kit.store.tables import Database
from kit.store.terms import Terms

_WORDS = ("being heard", "cwtch", "waiting rooms", "a kettle", "tea & biscuits", "“nothing about us”", "żółw", "🙂", "\t", "x<y")


def main(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    try:
        match arguments:
            case ["store-write", folder, run]:
                return write(Path(folder), run, 0)
            case ["store-write", folder, run, times] if times.isdecimal():
                return write(Path(folder), run, int(times))
            case ["store-read", folder]:
                return read(Path(folder))
    except StoreProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


def write(folder: Path, run: str, times: int, terms: Terms | None = None) -> int:
    """Save so many times; for ever where that is 0. The same `run` makes the same records. Raises StoreProblem."""
    database = Database(folder, "the self-test", terms=terms)
    for sentence in database.engine.report.sentences():
        print(sentence, file=sys.stderr)
    chance = Random(run)
    mine: dict[int, str] = {}
    try:
        for number in range(times) if times else count():
            try:
                _save_once(database, chance, mine, f"{run}-{number}")
            except NotSaved as refused:
                print(refused, file=sys.stderr, flush=True)
    finally:
        database.close()
    return 0


def read(folder: Path) -> int:
    """Print the id and the sum of every record."""
    if not folder.exists():
        return 0
    database = Database(folder, writable=False)
    for document in database.table("records"):
        print(f"{document['id']}\t{total(document)}")
    sentences = database.engine.report.sentences()
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 3 if sentences else 0


def _save_once(database: Database, chance: Random, mine: dict[int, str], name: str) -> None:
    """One save: mostly a new record, sometimes a shorter text for an old one, or an old one taken away."""
    table = database.table("records")
    what = chance.random()
    if mine and what < 0.15:
        doc_id = chance.choice(sorted(mine))
        with _told(f"-{mine[doc_id]}"):
            table.remove(doc_ids=[doc_id])
        del mine[doc_id]
    elif mine and what < 0.4:
        doc_id = chance.choice(sorted(mine))
        shorter = {"text": " ".join(_some(chance, 3)), "tags": []}
        document = {**(table.get(doc_id=doc_id) or {}), **shorter}
        with _told(f"{mine[doc_id]}\t{total(document)}"):
            table.update(shorter, doc_ids=[doc_id])
    else:
        document = {"id": name, "text": " ".join(_some(chance, 60)), "tags": list(_some(chance, 4)), "number": chance.random()}
        with _told(f"{name}\t{total(document)}"):
            mine[table.insert(document)] = name


@contextmanager
def _told(line: str) -> Iterator[None]:
    """Say a save before, and again once it is on the disk; not again where it was refused."""
    print(f"?{line}", flush=True)
    yield
    print(line, flush=True)


def _some(chance: Random, most: int) -> Iterator[str]:
    return (chance.choice(_WORDS) for _ in range(chance.randint(1, most)))


def total(document: Any) -> str:
    """A sum over all that a record holds."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
