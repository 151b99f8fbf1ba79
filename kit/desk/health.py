"""How a programme folder is: every file looked at, a second copy made and verified, and what may go wrong told early."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit.desk.outputs import called, this_day
from kit.desk.pile.forgetting import paper_of
from kit.desk.support import stale
from kit.desk.wentout import TABLE, WentOut, note, rows_of
from kit.desk.world import World
from kit.model import Record
from kit.model.gate import due
from kit.model.text import counted
from kit.store import Programme, Store, StoreProblem, list_programmes
from kit.store.copying import Copy, Progress, make_copy
from kit.store.doctor import Generation, examine
from kit.store.keeping import open_for_reading
from kit.store.surroundings import dangers

MOST_DUE = 8
"""Records past their day that are told of one by one. Nobody reads more at once."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found."""

    whole: bool
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    due: tuple[str, ...]
    """Ids of records whose time is over."""
    generations: tuple[Generation, ...]


def look(programme: Programme, world: World, progress: Progress = lambda *_: None) -> Health:
    """Look at every file of a programme. Nothing is written."""
    found = examine(programme.folder, programme.keys, progress)
    over: tuple[Record, ...] = ()
    with suppress(StoreProblem):
        over = due(open_for_reading(programme).records(), this_day(world))
    return Health(found.whole, found.sentences(), tuple(warnings(programme, world)), tuple(record.id for record in over),
                  found.generations)


def warnings(programme: Programme, world: World) -> Iterator[str]:
    """What to tell early and plainly: for both front ends and the doctor. Empty where all is well."""
    try:
        store = open_for_reading(programme)
    except StoreProblem:
        yield from dangers(programme.folder, world.clock())
        return
    last = max((event.at for session in store.sessions() for event in store.events(session)[-1:]), default="")
    yield from dangers(programme.folder, world.clock(), last)
    yield from _due(programme, store, world)
    yield from stale(store.records(), world.clock().date())
    yield from _copies(store)


def due_at_home(home: Path, world: World) -> Iterator[str]:
    """What should have been erased by now, in every programme that opens without a passphrase."""
    for programme in list_programmes(home):
        if not programme.sealed:
            with suppress(StoreProblem):
                told = tuple(_due(programme, open_for_reading(programme), world))
                yield from (f"{programme.name}. {told[0]}", *told[1:]) if told else ()


def copies(programme: Programme) -> tuple[WentOut, ...]:
    """The second copies that were made and verified, oldest first. Raises StoreProblem."""
    return _made(open_for_reading(programme))


def place_of_copies(programme: Programme) -> Path | None:
    """The folder in which the last copy was made, where it is there now: a stick that is plugged in. Raises StoreProblem."""
    places = (Path(out.where).parent for out in reversed(copies(programme)))
    return next((place for place in places if place.is_dir()), None)


def plugged_in() -> Path | None:
    """A memory stick or another disk that is plugged in, where just one is."""
    name = os.environ.get("USER", "")
    found = [path for base in (f"/media/{name}", f"/run/media/{name}", "/Volumes") if name and Path(base).is_dir()
             for path in Path(base).iterdir() if os.access(path, os.W_OK) and path.is_dir() and not path.is_symlink()]
    return found[0] if len(found) == 1 else None


def second_copy(programme: Programme, into: Path, world: World, progress: Progress) -> Copy:
    """Make a copy in another folder, such as a memory stick's, verify it and write that down. Raises StoreProblem."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        return copy_open(store, into, world, progress)
    finally:
        store.close()


def copy_open(store: Store, into: Path, world: World, progress: Progress) -> Copy:
    """The same for a programme that is open. Raises StoreProblem."""
    copy = make_copy(store.engine.folder, into, store.engine, progress)
    if store.writable:
        note(store, "copy", [copy.folder], (), world)
    return copy


def _due(programme: Programme, store: Store, world: World) -> Iterator[str]:
    """Records past their day: what and where, never a word of them."""
    over = due(store.records(), this_day(world))
    if not over:
        return
    yield f"{counted(len(over), 'record')} should have been erased by now."
    if paper := paper_of(store, "", over).sentence():
        yield f"With what they are made of: {paper}."
    for record in over[:MOST_DUE]:
        yield (f"{called(record)}, to be kept until {record.keep_until}. "
               f"To erase it: kit forget {programme.code} {record.id}")
    if len(over) > MOST_DUE:
        yield f"There are {len(over) - MOST_DUE} more."


def _copies(store: Store) -> Iterator[str]:
    made = _made(store)
    if store.sessions() and not made:
        yield "There is no second copy of this programme yet. Plug in a memory stick and make one."
    elif made and store.engine.last > made[-1].saves:
        yield f"The second copy is of {made[-1].when}; there is newer work here. Make a new copy."


def _made(store: Store) -> tuple[WentOut, ...]:
    made = [out for out in rows_of(store.rows(TABLE)) if out.way == "copy"]
    return tuple(sorted(made, key=lambda out: out.saves))
