"""Sealing a programme folder with a passphrase, opening it, changing the passphrase or the keys, and back to plain files.

It protects a laptop that is lost, sold or looked through while the programme is closed. It does not protect one that is taken
while the programme is open, nor what the system swapped to the disk, nor prints and exports, nor copies made before.

Whatever a crash interrupts is noted in the vault, and the next `unlock` goes on with it.
"""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kit.store import disk
from kit.store.attachments import Attachments
from kit.store.engine import Engine
from kit.store.folder import HEADER, TABLE, free_folder, read_header, without_name, write_header
from kit.store.lock import is_held
from kit.store.names import VAULT, VAULT_COPY, is_sealed
from kit.store.papers import Papers
from kit.store.problem import StoreProblem, reason
from kit.store.sealing import KeyRing
from kit.store.terms import Terms
from kit.store.vault import Chance, Cost, OpenVault, new_vault, read_vault, write_vault

_HIDDEN = "Locked programme"
"""How the folder of every sealed programme is called, before its code."""


def unlock(folder: Path, words: str, *, chance: Chance = os.urandom) -> KeyRing:
    """The keys of a sealed folder, for its passphrase or its recovery code. Raises Locked or StoreProblem.

    To lock it again, close the store and forget the keys.
    """
    vault = _opened(folder, words)
    if vault.ring.changing:
        # Where the folder is open in another window, or cannot be written to, it goes on at another time.
        with suppress(StoreProblem), _Writing(folder, vault.ring, chance) as engine:
            vault = _change_over(engine, vault, chance)
    return vault.ring


def seal(folder: Path, passphrase: str, *, cost: Cost | None = None, chance: Chance = os.urandom) -> str:
    """Turn everything in a folder to ciphertext, and give the recovery code. Raises StoreProblem."""
    if is_sealed(folder):
        raise StoreProblem(f"{folder.name!r} has a passphrase already.")
    ring = KeyRing((chance(32),), plain=True)
    vault, code = new_vault(passphrase, ring, cost or Cost(), chance)
    with _Writing(folder, None, chance) as engine:
        _write(folder, vault)
        _change_over(engine, vault, chance)
    return code


def unseal(folder: Path, words: str, *, chance: Chance = os.urandom) -> None:
    """Turn everything in a folder back to plain files. Raises Locked or StoreProblem."""
    vault = _opened(folder, words)
    with _Writing(folder, vault.ring, chance) as engine:
        vault = vault.with_ring(replace(vault.ring, sealed=False, plain=True), chance)
        _write(folder, vault)
        _change_over(engine, vault, chance)


def rotate(folder: Path, words: str, passphrase: str, *, cost: Cost | None = None, chance: Chance = os.urandom) -> str:
    """Seal everything with new keys, for the day somebody else may know the old ones. Gives the new recovery code.

    `words` opens the folder now; `passphrase` will. The old passphrase and code open only copies made before.
    """
    old = _opened(folder, words)
    ring = KeyRing((chance(32), *old.ring.keys[:1]))
    vault, code = new_vault(passphrase, ring, cost or Cost(), chance, old.vault.change)
    with _Writing(folder, old.ring, chance) as engine:
        _write(folder, vault)
        _change_over(engine, vault, chance)
    return code


def change_passphrase(folder: Path, words: str, passphrase: str, *, cost: Cost | None = None,
                      chance: Chance = os.urandom) -> None:
    """Give a folder another passphrase; nothing else is written anew. Raises Locked or StoreProblem.

    Who has the old passphrase and an old copy of the folder can still open that copy: `rotate` is for that.
    """
    _write(folder, _opened(folder, words).with_passphrase(passphrase, cost or Cost(), chance))


def new_code(folder: Path, words: str, *, chance: Chance = os.urandom) -> str:
    """Give a folder a new recovery code, and give it. The old one opens it no more. Raises Locked or StoreProblem."""
    vault, code = _opened(folder, words).with_new_code(chance)
    _write(folder, vault)
    return code


class _Writing:
    """A folder open for changing over. Refuses one that is damaged: the older files would go, and may be needed."""

    def __init__(self, folder: Path, ring: KeyRing | None, chance: Chance) -> None:
        self._engine = Engine(folder, terms=Terms(ring, chance=chance) if ring else Terms(chance=chance))

    def __enter__(self) -> Engine:
        engine = self._engine
        if engine.writable and not engine.report.hurt:
            return engine
        engine.close()
        why = "is damaged, and older files may be needed" if engine.report.hurt else "can only be read"
        raise StoreProblem(f"{engine.folder.name!r} {why}. Nothing was changed; make a copy and look at it with: kit doctor")

    def __exit__(self, *error: object) -> None:
        self._engine.close()


def _change_over(engine: Engine, vault: OpenVault, chance: Chance) -> OpenVault:
    """Write everything as the vault's ring says, take away all that is not, and note in the vault that it is done."""
    folder, ring = engine.folder, vault.ring
    try:
        _keep_header(engine)
        engine.renew(ring)
        Attachments(engine).renew()
        if ring.sealed:
            Papers(engine).take_in()
            _write_header(engine, hidden=True)
            vault = vault.with_ring(KeyRing(ring.keys[:1]), chance)
            write_vault(folder, vault.vault)
        else:
            Papers(engine).put_out()
            _write_header(engine, hidden=False)
            for name in (VAULT, VAULT_COPY):
                disk.remove(folder / name)
            disk.flush_folder(folder)
        engine.renew(KeyRing(ring.keys[:1]) if ring.sealed else Terms().keys)
    except OSError as error:
        raise StoreProblem(f"The change could not be finished: {reason(error)}. It goes on when you unlock "
                           "the programme again.") from None
    return vault


def hide_name(folder: Path) -> Path:
    """Call a sealed folder by its programme's code alone, and give its path then. Where that cannot be, the old name stays."""
    if not is_sealed(folder) or not (folder / HEADER).exists():
        return folder
    return _renamed(folder, f"{_HIDDEN} {read_header(folder)['code']}")


def name_back(folder: Path, name: str) -> Path:
    """Give a folder that is no longer sealed its own name back, and give its path then."""
    return _renamed(folder, name) if name else folder


def own_name(folder: Path, ring: KeyRing) -> str:
    """The name that a sealed folder had before. Empty where nobody knows. Raises StoreProblem."""
    rows = Engine(folder, terms=Terms(ring), writable=False).tables.get(TABLE, {})
    return str(rows.get("2", {}).get("folder", ""))


def _renamed(folder: Path, name: str) -> Path:
    folder = folder.resolve()
    if folder.name == name or folder.name.startswith(f"{name} ") or is_held(folder):
        return folder
    target = free_folder(folder.parent, name)
    try:
        disk.move_folder(folder, target)
    except OSError:
        return folder
    return target


def _keep_header(engine: Engine) -> None:
    """Keep the whole header and the folder's name among the records, while they are still in the open."""
    if (engine.folder / HEADER).exists():
        header = read_header(engine.folder)
        if not header.get("sealed"):
            engine.save([["p", TABLE, "1", header], ["p", TABLE, "2", {"folder": engine.folder.resolve().name}]])


def _write_header(engine: Engine, *, hidden: bool) -> None:
    header = engine.tables.get(TABLE, {}).get("1")
    if header:
        write_header(engine.folder, without_name(header) if hidden else {**header, "sealed": False})


def _opened(folder: Path, words: str) -> OpenVault:
    vault = read_vault(folder)
    if vault is None:
        raise StoreProblem(f"{folder.name!r} has no passphrase.")
    return vault.opened(words)


def _write(folder: Path, vault: OpenVault) -> None:
    try:
        write_vault(folder, vault.vault)
    except OSError as error:
        raise StoreProblem(f"The passphrase could not be kept: {reason(error)}. Nothing was changed.") from None
