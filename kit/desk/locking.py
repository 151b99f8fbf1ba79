"""Programmes with a passphrase: setting one, opening with it, taking it off again."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kit.store import Programme, StoreProblem, read_named, read_programme, write_safely
from kit.store.privacy import change_passphrase, hide_name, name_back, own_name, seal, unlock, unseal
from kit.store.recovery import recovery_sheet, recovery_words
from kit.store.vault import Cost, tuned_cost

HONEST = ("This protects a laptop that is lost, sold or looked through while the programme is closed. "
          "It does not protect one that is taken while the programme is open, nor prints, exports and copies made before.")


def unlocked(programme: Programme, words: str) -> Programme:
    """The programme with its own name and what opens it, for its passphrase or recovery code. Raises Locked or StoreProblem."""
    keys = unlock(programme.folder, words)
    opened = replace(programme, folder=hide_name(programme.folder), keys=keys)
    return replace(read_named(opened), keys=keys)


def lock(programme: Programme, passphrase: str, cost: Cost | None = None) -> tuple[Programme, str]:
    """Seal everything in a programme, with the name of its folder. Gives the locked programme and its recovery code.

    A try of the passphrase costs `cost`; where none is given, most of a second on this computer. Raises StoreProblem.
    """
    code = seal(programme.folder, passphrase, cost=cost or tuned_cost(time.perf_counter))
    return read_programme(hide_name(programme.folder)), code


def sheet_words(code: str, programme: Programme) -> str:
    """The recovery sheet as words."""
    return recovery_sheet(code, programme.code)


def write_sheet(code: str, programme: Programme, file: Path) -> None:
    """Write the recovery sheet as a PDF in large print. Raises StoreProblem."""
    from printables.pdf import render
    from printables.products.recovery import document
    from printables.profile import PAPERS, PROFILES

    page = document(code, programme.code, recovery_words())
    try:
        write_safely(file, render([page], PROFILES["large"], PAPERS["A4"], title=page.title).pdf)
    except OSError as error:
        raise StoreProblem(f"The recovery sheet cannot be written to {file}: {error.strerror}. "
                           "Copy the code from the screen.") from None


def take_lock_off(programme: Programme, words: str) -> Programme:
    """Make everything in a programme plain files again, under its own name. Raises Locked or StoreProblem."""
    name = own_name(programme.folder, unlock(programme.folder, words))
    unseal(programme.folder, words)
    return read_programme(name_back(programme.folder, name))


def change(programme: Programme, words: str, passphrase: str) -> None:
    """Give a programme another passphrase. Raises Locked or StoreProblem."""
    change_passphrase(programme.folder, words, passphrase, cost=tuned_cost(time.perf_counter))


def named_so(programmes: list[Programme], name: str, ask: Callable[[], str]) -> Programme | None:
    """The locked programme that has this name, for a passphrase that is asked for once; None where none has."""
    sealed = [programme for programme in programmes if programme.sealed]
    words = ask() if sealed else ""
    for programme in sealed:
        try:
            opened = unlocked(programme, words)
        except StoreProblem:
            continue
        if opened.name.casefold() == name.casefold():
            return opened
    return None
