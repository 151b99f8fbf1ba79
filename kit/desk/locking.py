"""Programmes with a passphrase: setting one, opening with it, taking it off again."""

from dataclasses import replace

from kit.store import Programme, read_named
from kit.store.privacy import change_passphrase, seal, unlock, unseal
from kit.store.recovery import recovery_sheet

HONEST = ("This protects a laptop that is lost, sold or looked through while the programme is closed. "
          "It does not protect one that is taken while the programme is open, nor prints, exports and copies made before.")


def unlocked(programme: Programme, words: str) -> Programme:
    """The programme with its own name and what opens it, for its passphrase or recovery code. Raises Locked or StoreProblem."""
    opened = replace(programme, keys=unlock(programme.folder, words))
    return replace(read_named(opened), keys=opened.keys)


def lock(programme: Programme, passphrase: str) -> str:
    """Seal everything in a programme with a passphrase, and give the words of its recovery sheet. Raises StoreProblem."""
    return recovery_sheet(seal(programme.folder, passphrase), programme.code)


def take_lock_off(programme: Programme, words: str) -> None:
    """Make everything in a programme plain files again. Raises Locked or StoreProblem."""
    unseal(programme.folder, words)


def change(programme: Programme, words: str, passphrase: str) -> None:
    """Give a programme another passphrase. Raises Locked or StoreProblem."""
    change_passphrase(programme.folder, words, passphrase)
