"""Together without a network: a programme as one file, a folder made from one, and two folders of one programme joined."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kit.desk.forgetting import covering
from kit.desk.incoming import Incoming, history_of
from kit.desk.makers import MAKERS, rows_for
from kit.desk.outputs import said, this_day
from kit.desk.pile.forgetting import paper_of, without
from kit.desk.pile.settling import Settled, paper_operations, settle
from kit.desk.pile.travelling import as_bytes, paper_here, together
from kit.desk.shipped import own_keys, shipped_texts
from kit.desk.wentout import note
from kit.desk.world import World
from kit.model import Record, conflicts
from kit.model.gate import Way, let_out
from kit.model.text import counted
from kit.store import Programme, Store, StoreProblem, list_programmes, make_folder, write_safely
from kit.store.archive import may_be_named, pack
from kit.store.erasure import Sought, erase
from kit.store.joining import Contents, contents, entries_of, forks, joined
from kit.store.state import Operation, private
from kit.store.tombstones import ERASED, REDACTED, Erased, lasting

ENTRIES = "entries"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining did."""

    programme: Programme
    records: int
    """Records that count now."""
    new: int
    """Of them, those that were not here before."""
    gone: int
    """Of those that were here, how many the other had erased, withdrawn or replaced."""
    conflicts: tuple[tuple[Record, ...], ...]
    """Records that stand for the same one in two ways: a person chooses."""
    troubles: tuple[str, ...]

    def sentences(self) -> Iterator[str]:
        """What to tell the person."""
        yield f"Joined: {counted(self.new, 'record')} came in, {counted(self.gone, 'record')} went. {self.records} count now."
        for rivals in self.conflicts:
            yield "Two laptops changed the same thing. Choose one with: kit merge PROGRAMME --choose ID"
            yield from (f"  {record.id}: {said(record)}" for record in rivals)
        yield from self.troubles


def bundle(programme: Programme, file: Path, world: World, passphrase: str = "") -> int:
    """Make a bundle of all that may go to another laptop of this group. Gives the number of records. Raises StoreProblem."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        out = let_out(store.records(), Way.BUNDLE, this_day(world))
        data = pack(_files(programme, store, out))
        if passphrase:
            from kit.store.sealed_file import seal_bytes

            data = seal_bytes(data, passphrase)
        try:
            write_safely(file, data)
        except OSError as error:
            raise StoreProblem(f"The bundle cannot be written to {file}: {error.strerror}.") from None
        if store.writable:
            note(store, "bundle", [file], out, world)
        return len(out)
    finally:
        store.close()


def unbundle(home: Path, incoming: Incoming, world: World) -> Joined:
    """Make a programme folder from a bundle, or join it to the folder that is here. Raises StoreProblem."""
    for programme in list_programmes(home):
        if programme.id == incoming.programme.id:
            if programme.sealed:
                raise StoreProblem(f"{programme.name} is here already and has a passphrase. Join them with: kit merge")
            return merge(programme, incoming, world)
    made = make_folder(home, replace(incoming.programme, sealed=False, keys=None), incoming.secret)
    return merge(made, incoming, world)


def merge(programme: Programme, incoming: Incoming, world: World) -> Joined:
    """Join what came from another laptop to a programme. Both keep all; what either erased goes. Raises StoreProblem."""
    if incoming.programme.id != programme.id:
        raise StoreProblem(f"That is another programme, with the code {incoming.programme.code}. Nothing was changed.")
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        before = {record.id for record in store.records()}
        troubles = [*_take_plans(store, incoming)]
        mine, settled = here(store), Settled()
        both = joined(mine, _with_own_pictures(store, incoming))
        paper = together(paper_here(store), incoming.paper, both.erased)
        _keep(store, mine, both, [*paper_operations(store, paper, both.erased, settled), *_cards_of_what_went(store, both)])
    finally:
        store.close()
    _settle(programme, world, settled)
    return _told(programme, before, both, [*troubles, *settled.sentences()])


def _settle(programme: Programme, world: World, settled: Settled) -> None:
    """Put cards aside that another laptop counted: in the folder as it is now."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        settle(store, world, settled)
    finally:
        store.close()


def _cards_of_what_went(store: Store, both: Contents) -> Iterator[Operation]:
    """What the other laptop forgot goes here with the cards it was written on."""
    went = [record for record in store.every_record() if {record.id, lasting(record.id, record.when)} & set(both.erased)]
    if went:
        yield from without(store, paper_of(store, "", went), Sought())


def choose_one(programme: Programme, chosen: str, world: World) -> int:
    """Settle a conflict: one record stands, its rivals count no more. Gives how many those are. Raises StoreProblem."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        for rivals in conflicts(store.records()):
            if chosen in {record.id for record in rivals}:
                store.take_back(record.id for record in rivals if record.id != chosen)
                return len(rivals) - 1
        raise StoreProblem("There is no such conflict. Nothing was changed.")
    finally:
        store.close()


def read_folder(programme: Programme) -> Incoming:
    """Another folder of a programme, as something to join. Raises StoreProblem."""
    from kit.store.keeping import open_for_reading

    store = open_for_reading(programme)
    plans = {path: store.papers.read(path) for path in store.papers.names("plans")}
    body = json.dumps(store.rows(ENTRIES))
    pictures = {name: store.attachments.read(name) for name in store.attachments.names() if name in body}
    return Incoming(programme, here(store), store.engine.secret.hex(), plans, pictures, paper_here(store))


def here(store: Store) -> Contents:
    """What stands in an open folder."""
    return contents(store.rows(ENTRIES), store.rows(ERASED), store.rows(REDACTED), store.rows(MAKERS))


def _files(programme: Programme, store: Store, out: tuple[Record, ...]) -> dict[str, bytes]:
    held = covering(store, out)
    cover = Erased(held.ids, held.places)
    entries = [after for entry in store.rows(ENTRIES) if (after := cover.apply(private(entry))) is not None]
    lines = [*(["entry", entry] for entry in entries), *(["erased", row] for row in store.rows(ERASED)),
             *(["redacted", row] for row in store.rows(REDACTED)),
             *(["maker", row] for row in rows_for(out, store.rows(MAKERS)))]
    body = "\n".join(json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines).encode()
    named = {name for name in store.attachments.names() if name.encode() in body}
    files = {"entries.jsonl": body, **{f"att/{name}": store.attachments.read(name) for name in sorted(named)}}
    files |= {path: store.papers.read(path) for path in store.papers.names("plans") if may_be_named(path)}
    if paper := as_bytes(paper_here(store, Sought(held.words, shipped_texts() | own_keys()))):
        files["paper.json"] = paper
    about = {"format": FORMAT, "programme": {"id": programme.id, "code": programme.code, "name": programme.name,
                                             "created": programme.created, "template": programme.template},
             "secret": store.engine.secret.hex(),
             "files": {name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()}}
    return {"manifest.json": json.dumps(about, ensure_ascii=False, indent=1).encode(), **files}


def _take_plans(store: Store, incoming: Incoming) -> Iterator[str]:
    there = set(store.papers.names("plans"))
    for path, text in incoming.plans.items():
        if path not in there:
            store.papers.write(path, text)
        elif store.papers.read(path) != text:
            yield f"The plan {path.split('/')[-1]} differs on the two laptops. The one of this laptop was kept."


def _with_own_pictures(store: Store, incoming: Incoming) -> Contents:
    """Keep the pictures that came, under the names that this folder gives them."""
    names = {name: store.attachments.keep(data, name[40:]) for name, data in incoming.pictures.items()}
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return incoming.contents
    text = json.dumps(entries_of(incoming.contents), ensure_ascii=False)
    for old, new in changed.items():
        text = text.replace(old, new)
    theirs = incoming.contents
    return contents(json.loads(text), theirs.erased.values(),
                    ({"place": place, "value": value} for place, value in theirs.places.items()), theirs.makers.values())


def _keep(store: Store, mine: Contents, both: Contents, more: list[Operation]) -> None:
    """One save of all that differs; where the other erased something that was here, it goes from every file."""
    if mine == both:
        if more:
            store.engine.save(more)
        return
    places = [{"place": place, "value": value} for place, value in both.places.items()]
    operations = [*_rewritten(ENTRIES, entries_of(both)), *_rewritten(ERASED, list(both.erased.values())),
                  *_rewritten(REDACTED, places), *_rewritten(MAKERS, list(both.makers.values())), *more]
    if set(both.erased) - set(mine.erased) or set(both.places) - set(mine.places):
        erase(store.engine, operations)
    else:
        store.engine.save(operations)


def _rewritten(table: str, rows: list[dict[str, Any]]) -> list[Operation]:
    return [["c", table], *(["p", table, str(number), row] for number, row in enumerate(rows, 1))]


def _told(programme: Programme, before: set[str], both: Contents, troubles: list[str]) -> Joined:
    now = history_of(both).records()
    ids = {record.id for record in now}
    troubles += [f"Two laptops went on with the workshop {session}. The longer one goes on; the records of both were kept."
                 for session in forks(both)]
    return Joined(programme, len(now), len(ids - before), len(before - ids), conflicts(now), tuple(troubles))

