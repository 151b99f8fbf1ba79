"""Commands for the passphrase of a programme: lock, unlock."""

from argparse import Namespace
from pathlib import Path

from kit.commands import OK
from kit.commands.opening import found, passphrase_of, programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.store import StoreProblem


def lock(call: Namespace) -> int:
    """Set a passphrase and give the recovery sheet; for a programme that has one, set another."""
    from kit.desk.locking import HONEST, change, sheet_words, write_sheet
    from kit.desk.locking import lock as seal

    programme = found(call)
    if programme.sealed:
        words = passphrase_of("Passphrase or recovery code now: ")
        change(programme, words, _new_passphrase("KIT_NEW_PASSPHRASE_FILE"))
        tell("The passphrase was changed. The recovery sheet stays as it is.")
        return OK
    locked, code = seal(programme, _new_passphrase("KIT_PASSPHRASE_FILE"))
    if call.json:
        tell_json({"locked": True, "folder": locked.folder, "recovery_sheet": sheet_words(code, locked)})
    else:
        tell(sheet_words(code, locked))
    narrate(f"Locked. Its folder is called {locked.folder.name} now. {HONEST}")
    narrate("Print the sheet above and keep it away from the laptop.")
    if call.sheet:
        write_sheet(code, locked, Path(call.sheet))
        narrate(f"The sheet is in {call.sheet}, to print in large letters. Delete that file when it is printed.")
    return OK


def unlock(call: Namespace) -> int:
    """Take the passphrase off, or only see whether it is right."""
    from kit.desk.locking import take_lock_off

    programme = found(call)
    if not programme.sealed:
        raise StoreProblem(f"{programme.name!r} has no passphrase.")
    if call.check:
        programme = programme_of(call)
        tell(f"It opens {programme.name}.")
    else:
        opened = take_lock_off(programme, passphrase_of(f"Passphrase or recovery code of {programme.name}: "))
        narrate(f"Its folder is called {opened.folder.name} again.")
        tell("The passphrase was taken off. Everybody who has this laptop can read the programme now.")
    return OK


def _new_passphrase(variable: str) -> str:
    first = passphrase_of("New passphrase, a short sentence: ", variable)
    from os import environ

    if not environ.get(variable) and passphrase_of("The same again: ", variable) != first:
        raise StoreProblem("The two are not the same. Nothing was changed.")
    return first
