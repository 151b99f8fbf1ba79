"""A passphrase for a programme: set with its recovery sheet, changed, or taken off."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kit.desk.flows import Asking, Do, Line, Talk, Tell, menu
from kit.desk.locking import HONEST, change, lock, sheet_words, take_lock_off, write_sheet
from kit.desk.world import World
from kit.store import Programme, StoreProblem

_HAS_ONE = "This programme has a passphrase."
_HAS_NONE = "This programme has no passphrase: everybody who has this laptop can read it."


def passphrase(programme: Programme, world: World) -> Talk:
    """What can be done about the passphrase, as it is now."""
    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        if programme.sealed:
            return [("Another passphrase", "the recovery sheet stays", partial(_another, programme)),
                    ("Take the passphrase off", "", partial(_off, programme))]
        return [("Set a passphrase", "with a recovery sheet to print", partial(_set, programme))]

    return menu(lambda: "Passphrase", rows, lambda: (_HAS_ONE if programme.sealed else _HAS_NONE, HONEST))


def twice(title: str) -> Asking[str | None]:
    """A new passphrase, typed twice; None where somebody leaves. Raises StoreProblem where the two differ."""
    first = yield Line(title, "A new passphrase: a short sentence that you will remember.", unseen=True)
    if first is None:
        return None
    again = yield Line(title, "The same again, please.", unseen=True)
    if again is not None and again != first:
        raise StoreProblem("The two are not the same. Nothing was changed.")
    return None if again is None else str(first)


def _set(programme: Programme) -> Talk:
    words = yield from twice("Set a passphrase")
    if words is None:
        return None
    locked: Programme
    locked, code = yield Do("Locking everything", lambda progress: lock(programme, words))
    yield Tell("The recovery sheet", (*sheet_words(code, locked).splitlines(),
                                      "Copy this, or print it at the next question. It is shown only now."))
    yield from _sheet(code, locked)
    yield Tell("Locked", (f"Locked. Its folder is called {locked.folder.name} now.", HONEST))
    return locked


def _sheet(code: str, locked: Programme) -> Asking[None]:
    """Write the recovery sheet to print, where somebody wants that; ask again where it cannot be written."""
    told = ""
    while True:
        where = yield Line("The recovery sheet", f"{told}Which folder should it go to, as a PDF to print? Empty: none.",
                           may_be_empty=True)
        if not where or not where.strip():
            return
        given = Path(where.strip()).expanduser()
        file = given / f"recovery-sheet-{locked.code}.pdf" if given.is_dir() else given
        try:
            yield Do("Writing", lambda progress, file=file: write_sheet(code, locked, file))  # type: ignore[misc]
        except StoreProblem as problem:
            told = f"{problem} "
        else:
            yield Tell("The recovery sheet", (f"It is in {file}. Print it, keep it away from the laptop, and delete the file.",))
            return


def _another(programme: Programme) -> Talk:
    now = yield Line("Another passphrase", "The passphrase now, or the code on the recovery sheet.", unseen=True)
    if now is None:
        return None
    words = yield from twice("Another passphrase")
    if words is not None:
        yield Do("Changing the passphrase", lambda progress: change(programme, now, words))
        yield Tell("Changed", ("The passphrase was changed. The recovery sheet stays as it is.",))
    return None


def _off(programme: Programme) -> Talk:
    words = yield Line("Take the passphrase off", "Type it once more, or the code on the recovery sheet.", unseen=True)
    if words is None:
        return None
    opened: Programme = yield Do("Unlocking everything", lambda progress: take_lock_off(programme, words))
    yield Tell("Unlocked", (f"The passphrase was taken off. Its folder is called {opened.folder.name} again.",
                            "Everybody who has this laptop can read the programme now."))
    return opened
