"""Milliseconds a save: the kit's store, plain and sealed, beside TinyDB as it comes and SQLite, in one run.

    python -m benchmarks.store.saves [--folder DIR] [--saves 100] [--sizes 100,1000,10000,100000]

Every save returns after its flush to the disk, so run it on a real disk and not in memory. Each store starts with so many
records; then single records are added, one save each. The stores take turns, so that a busy moment meets all of them. Then
what an opening costs the processor.
"""

import argparse
import json
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from kit.store.sealing import KeyRing
from kit.store.tables import Database
from kit.store.terms import Terms

SEALED = Terms(KeyRing((bytes(range(32)),)))
SIZES = (100, 1_000, 10_000, 100_000)
TURNS = 5
SLOW = 10_000
"""Above so many records TinyDB as it comes gets one turn only, for a save takes it most of a second."""


def record(number: int) -> dict[str, Any]:
    """A record of about 330 bytes of JSON, as a caption of a drawing is."""
    return {"id": f"{number:014}", "kind": "caption", "when": "2026-01-05T10:00:00+00:00", "visible": "group", "naming": "none",
            "origin": {"programme": "kmr24d2b3xyz", "workshop": "s1", "block": "b4", "sheet": "KMR-24D2-B3X"},
            "content": {"text": "It says that waiting is the hardest part, and that somebody should sit beside you. " + "x" * 30}}


@dataclass
class Store:
    """A store under measure."""

    name: str
    save: Callable[[dict[str, Any]], object]
    close: Callable[[], None]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, document: dict[str, Any]) -> None:
        """One save."""
        wall, cpu = time.perf_counter(), time.process_time()
        self.save(document)
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.cpu.append((time.process_time() - cpu) * 1000)


def ours(folder: Path, size: int, terms: Terms | None, name: str) -> Store:
    """The kit's store."""
    database = Database(folder, terms=terms)
    table = database.table("entries")
    table.insert_multiple(record(number) for number in range(size))
    return Store(name, table.insert, database.close)


def tinydb(folder: Path, size: int) -> Store:
    """TinyDB as it comes: one JSON file, written over in place."""
    database = TinyDB(folder / "tinydb.json")
    table = database.table("entries")
    table.insert_multiple(record(number) for number in range(size))
    return Store("TinyDB", table.insert, database.close)


def sqlite(folder: Path, size: int) -> Store:
    """SQLite with a write-ahead log and a flush at every save."""
    connection = sqlite3.connect(folder / "sqlite.db", isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("create table entries (id integer primary key autoincrement, document text not null)")
    connection.execute("begin")
    connection.executemany("insert into entries (document) values (?)", ((json.dumps(record(n)),) for n in range(size)))
    connection.execute("commit")

    def save(document: dict[str, Any]) -> None:
        connection.execute("insert into entries (document) values (?)", (json.dumps(document),))

    return Store("SQLite", save, connection.close)


def measured(folder: Path, size: int, saves: int) -> list[Store]:
    """All four stores with so many records, after so many saves each."""
    stores = [ours(folder / "plain", size, None, "plain"), ours(folder / "sealed", size, SEALED, "sealed"),
              tinydb(folder, size), sqlite(folder, size)]
    for turn in range(TURNS):
        for store in stores:
            slow = store.name == "TinyDB" and size > SLOW
            for number in range(0 if slow and turn else saves // TURNS):
                store.measure(record(number))
    for store in stores:
        store.close()
    return stores


def opening(folder: Path, size: int, terms: Terms | None) -> tuple[float, float]:
    """Milliseconds of processor that it takes to open so many records, and to write a snapshot of them and read it back."""
    store = ours(folder, size, terms, "")
    cpu = time.process_time()
    store.close()
    closed = (time.process_time() - cpu) * 1000
    times = []
    for _ in range(5):
        cpu = time.process_time()
        Database(folder, terms=terms).close()
        times.append((time.process_time() - cpu) * 1000)
    return statistics.median(times), closed


def report(folder: Path, sizes: list[int], saves: int) -> Iterator[str]:
    """The lines of the report."""
    yield f"Milliseconds a save, median of {saves} (95th percentile); ratios to the plain store"
    yield f"{'records':>8}  " + "".join(f"{name:>26}" for name in ("plain", "sealed", "TinyDB", "SQLite"))
    cpu: dict[tuple[str, int], float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            stores = measured(Path(place), size, saves)
        base = statistics.median(stores[0].wall)
        cells = [f"{statistics.median(s.wall):.3f} ({_high(s.wall):.3f}) ×{statistics.median(s.wall) / base:.1f}" for s in stores]
        cpu |= {(s.name, size): statistics.median(s.cpu) for s in stores}
        yield f"{size:>8}  " + "".join(f"{cell:>26}" for cell in cells)
    yield ""
    yield "Milliseconds of processor a save, median; ratio to the same store at the smallest size"
    for size in sizes:
        cells = [f"{cpu[name, size]:.3f} ×{cpu[name, size] / cpu[name, sizes[0]]:.2f}" for name in _names(cpu)]
        yield f"{size:>8}  " + "".join(f"{cell:>26}" for cell in cells)
    yield ""
    for name, terms in (("plain", None), ("sealed", SEALED)):
        with tempfile.TemporaryDirectory(dir=folder) as place:
            opened, closed = opening(Path(place), 10_000, terms)
        yield f"{name}: 10,000 records open in {opened:.0f} ms of processor; a snapshot, read back, takes {closed:.0f} ms"


def _names(cpu: dict[tuple[str, int], float]) -> list[str]:
    return list(dict.fromkeys(name for name, _ in cpu))


def _high(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description="Milliseconds a save.")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="where to write; on the disk you want to measure")
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    words = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix=".saves-", dir=words.folder))
    try:
        for line in report(place, [int(size) for size in words.sizes.split(",")], words.saves):
            print(line, flush=True)
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
