"""How a programme folder is: every file looked at, a second copy made and verified, and what may go wrong told early."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.desk.outputs import this_day
from kit.desk.wentout import WentOut, note, went_out
from kit.desk.world import World
from kit.model import Record
from kit.model.gate import due
from kit.model.text import counted
from kit.store import Programme, Store, StoreProblem, read_history
from kit.store.copying import Copy, Progress, make_copy
from kit.store.doctor import Generation, examine

LEAST_ROOM = 100_000_000
"""Bytes. With less than this left on the disk, a long day of pictures could fill it."""

_SYNCED = ("onedrive", "dropbox", "icloud", "mobile documents", "com~apple~clouddocs", "google drive", "googledrive", "my drive",
           "nextcloud", "owncloud", "pclouddrive", "box sync")
"""Parts of a path that say that a service sends the folder away."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found."""

    whole: bool
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    due: tuple[str, ...]
    """Ids of records whose time is over."""
    generations: tuple[Generation, ...]


def look(programme: Programme, world: World) -> Health:
    """Look at every file of a programme. Nothing is written."""
    found = examine(programme.folder, programme.keys)
    try:
        over = due_records(programme, world)
    except StoreProblem:
        over = ()
    return Health(found.whole, found.sentences(), tuple(warnings(programme, world)), tuple(record.id for record in over),
                  found.generations)


def warnings(programme: Programme, world: World) -> Iterator[str]:
    """What to tell early and plainly: for both home screens and the doctor. Empty where all is well."""
    yield from _of_disk(programme.folder)
    if service := synced_by(programme.folder):
        yield (f"This folder lies in {service!r}, which sends it to other computers, and may change it behind your back. "
               "Move it to a folder that stays on this laptop.")
    try:
        yield from _of_records(programme, world)
    except StoreProblem:
        return


def due_records(programme: Programme, world: World) -> tuple[Record, ...]:
    """The records whose keep-until date is over. Raises StoreProblem."""
    return due(read_history(programme.folder, programme.keys).records(), this_day(world))


def copies(programme: Programme) -> tuple[WentOut, ...]:
    """The second copies that were made and verified, oldest first. Raises StoreProblem."""
    return tuple(out for out in went_out(programme) if out.way == "copy")


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


def synced_by(folder: Path) -> str:
    """The part of a path that names a service which sends the folder away; empty where there is none."""
    for part in folder.absolute().parts:
        if any(name in part.casefold() for name in _SYNCED):
            return part
    return ""


def _of_disk(folder: Path) -> Iterator[str]:
    try:
        room = shutil.disk_usage(folder).free
    except OSError:
        return
    if room < LEAST_ROOM:
        yield f"The disk is nearly full: {room // 1_000_000} MB are left. Make room before the workshop."
    if not os.access(folder, os.W_OK):
        yield "This folder can only be read, so nothing new can be saved in it."


def _of_records(programme: Programme, world: World) -> Iterator[str]:
    history = read_history(programme.folder, programme.keys)
    last = max((event.at for session in history.sessions() for event in history.events(session)[-1:]), default="")
    now = world.clock()
    if last and last[:10] > this_day(world):
        yield f"The clock of this laptop says {now:%d %B %Y}, and something was saved on {last[:10]}. Set the clock, then go on."
    over = due(history.records(), this_day(world))
    if over:
        yield f"{counted(len(over), 'record')} should have been erased by now. To see which: kit doctor. To erase: kit forget."
    made = copies(programme)
    if history.sessions() and not made:
        yield "There is no second copy of this programme yet. Plug in a memory stick and make one."
    elif made and last and last[:10] > made[-1].when:
        yield f"The second copy is of {made[-1].when}; there is newer work here. Make a new copy."
