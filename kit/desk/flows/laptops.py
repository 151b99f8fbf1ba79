"""Copies and two laptops: a look at every file, a second copy, a bundle for another laptop, and joining what comes back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kit.desk.flows import Asking, Do, Line, Pick, Talk, Tell, menu, sure
from kit.desk.flows.passphrase import twice
from kit.desk.health import look, place_of_copies, plugged_in, second_copy
from kit.desk.incoming import Incoming, is_sealed, read_bundle
from kit.desk.joining import bundle, choose_one, merge, read_folder
from kit.desk.outputs import said
from kit.desk.world import World
from kit.model import conflicts
from kit.model.text import counted, cut_short
from kit.store import Programme, read_history, read_programme

_KEPT_BACK = ("What only its maker may see, your notes and your list of people stay here. So do cards that came back, and their "
              "pictures.")


def copies(programme: Programme, world: World) -> Talk:
    """What can be done against loss, and with another laptop."""
    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        return [("Look at every file", "whole, damaged, what is missing", partial(doctor, programme, world)),
                ("Make a second copy", "such as on a memory stick", partial(copy, programme, world)),
                ("Make a bundle", "one file, for another laptop of this group", partial(make_bundle, programme, world)),
                ("Join another laptop's work", "a bundle, or a folder", partial(join, programme, world)),
                ("Settle what two laptops changed", "where both changed one thing", partial(settle, programme, world))]

    return menu(lambda: "Copies and other laptops", rows)


def doctor(programme: Programme, world: World) -> Talk:
    """Look at every file."""
    health = yield Do("Looking at every file", lambda progress: look(programme, world, progress))
    yield Tell("Every file", (*health.sentences, *health.warnings))
    return None


def copy(programme: Programme, world: World) -> Talk:
    """Make a second copy and verify it."""
    usual = place_of_copies(programme) or plugged_in()
    where = yield Line("A second copy", "Which folder? A memory stick is a folder too, such as /media/stick or E:\\.",
                       str(usual or ""))
    if where is not None:
        made = yield Do("Copying", lambda progress: second_copy(programme, _path(where), world, progress))
        yield Tell("A second copy", (f"A second copy was made and verified: {made.folder}.",))
    return None


def make_bundle(programme: Programme, world: World) -> Talk:
    """Put the programme into one file."""
    where = yield Line("A bundle", "Which file should it be? Or a folder for it, such as a memory stick's.")
    if where is None:
        return None
    file = _path(where)
    file = file / f"{programme.code}.kitbundle" if file.is_dir() else file
    if file.exists() and not (yield from sure(f"There is a file {file.name} already. Write over it?", "Yes, write over it")):
        return None
    place = yield Pick("Should the file have a passphrase of its own?", ("Yes: anybody could find the stick", "No"),
                       (_KEPT_BACK,))
    if place is None:
        return None
    words = (yield from twice("A passphrase for the bundle")) if place == 0 else ""
    if words is not None:
        records = yield Do("Packing", lambda progress: bundle(programme, file, world, words))
        yield Tell("A bundle", (f"{file}: {counted(records, 'record')} in it.", _KEPT_BACK))
    return None


def join(programme: Programme, world: World) -> Talk:
    """Join a bundle or another folder of the same programme to this one."""
    where = yield Line("Join another laptop's work", "Which bundle, or which folder of this programme?")
    if where is None:
        return None
    incoming = yield from _read(_path(where))
    if incoming is not None:
        done = yield Do("Joining", lambda progress: merge(programme, incoming, world))
        settled = tuple(line for line in done.sentences() if "--choose" not in line and not line.startswith("  "))
        more = ("Two laptops changed the same thing. Choose with: Settle what two laptops changed.",) if done.conflicts else ()
        yield Tell("Joined", (*settled, *more))
    return None


def _read(path: Path) -> Asking[Incoming | None]:
    """What comes from the other laptop, with its passphrase where it has one."""
    if not path.is_dir():
        words = (yield Line("The bundle", "Its passphrase, please.", unseen=True)) if is_sealed(path) else ""
        if words is None:
            return None
        incoming: Incoming = yield Do("Reading the bundle", lambda progress: read_bundle(path, words))
        return incoming
    other = read_programme(path)
    if other.sealed:
        from kit.desk.locking import unlocked

        words = yield Line("The other folder", "Its passphrase, or its recovery code, please.", unseen=True)
        if words is None:
            return None
        other = yield Do("Opening", lambda progress: unlocked(other, words))
    folder: Incoming = yield Do("Reading the folder", lambda progress: read_folder(other))
    return folder


def settle(programme: Programme, world: World) -> Talk:
    """Choose, for each thing that two laptops changed, which form stands."""
    while rivals := conflicts(read_history(programme.folder, programme.keys).records()):
        rows = tuple(cut_short(said(record), 200) for record in rivals[0])
        place = yield Pick("Two laptops changed the same thing. Which one stands?", rows)
        if place is None:
            return None
        chosen = rivals[0][place].id
        yield Do("Saving", lambda progress, chosen=chosen: choose_one(programme, chosen, world))  # type: ignore[misc]
    yield Tell("Settled", ("There is nothing to settle.",))
    return None


def _path(typed: str) -> Path:
    return Path(typed.strip()).expanduser()
