"""Reading a folder of any version, also while another window writes to it."""

from dataclasses import dataclass, replace
from pathlib import Path

from kit.store.lock import is_held, last_save
from kit.store.migrations import FIRST_FILE, migrate, read_first_version
from kit.store.names import is_sealed
from kit.store.opening import Opened, read_folder
from kit.store.problem import Locked, StoreProblem, reason
from kit.store.state import State
from kit.store.terms import Terms

_TRIES = 5
"""How often the files are read again where another window took one away meanwhile."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A folder as it was read, brought up to the schema of the terms."""

    opened: Opened
    outdated: bool
    """True where the files are of an earlier schema, or there are none yet."""
    imported: bool
    """True where the state comes from the one file of the first version."""


def load(folder: Path, terms: Terms, *, alone: bool) -> Loaded:
    """Read a folder. `alone` says that this process holds its lock. Raises StoreProblem; nothing was changed then."""
    if is_sealed(folder) and not terms.keys.of_vault:
        raise Locked(f"{folder.name!r} is locked. Unlock it with its passphrase or its recovery code.")
    opened = _read(folder, terms)
    if not alone and opened.report.torn and is_held(folder):
        opened = replace(opened, report=replace(opened.report, torn=False))  # a save is under way in the other window
    imported = False
    if not opened.names.generations:
        first = _first_version(folder)
        imported = first is not None
        opened = replace(opened, state=first or State(schema=0))
    outdated = opened.state.schema != terms.schema
    _migrate(folder, opened.state, terms)
    return Loaded(opened, outdated, imported)


def _read(folder: Path, terms: Terms) -> Opened:
    for _ in range(_TRIES):
        hint = last_save(folder, terms.keys.tag)  # before the journal, so that it is never ahead of it
        try:
            return read_folder(folder, terms.keys, hint, terms.schema, terms.migrations)
        except FileNotFoundError:
            if not folder.is_dir():
                raise StoreProblem(f"There is no folder {str(folder)!r}.") from None
    raise StoreProblem(f"The files in {folder.name!r} change all the time. Close the other window, then try again.")


def _first_version(folder: Path) -> State | None:
    try:
        return read_first_version(folder)
    except OSError as error:
        raise StoreProblem(f"{FIRST_FILE} cannot be read: {reason(error)}. Nothing was changed.") from None
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        raise StoreProblem(f"{FIRST_FILE} is damaged and cannot be read. It was left as it is. "
                           "Use your copy of the programme folder, and keep this one for somebody who can repair it.") from None


def _migrate(folder: Path, state: State, terms: Terms) -> None:
    try:
        if state.schema:
            migrate(state, terms.schema, terms.migrations)
    except Exception as error:
        raise StoreProblem(f"{folder.name!r} could not be brought up to this version ({type(error).__name__}). "
                           "Nothing was changed; use the version of the kit that wrote it.") from None
    state.schema = terms.schema
