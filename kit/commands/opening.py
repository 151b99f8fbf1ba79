"""Finding the programme a call names, and asking for its passphrase where it has one."""

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from kit.desk.home import home_folder
from kit.store import Locked, Programme, StoreProblem


def programme_of(call: Namespace) -> Programme:
    """The programme that a call names, open for reading and writing. Raises StoreProblem, Locked without a passphrase."""
    from kit.desk.programmes import find_programme

    return opened(find_programme(home_folder(call.home), call.programme))


def opened(programme: Programme) -> Programme:
    """The same programme, unlocked where it has a passphrase."""
    if not programme.sealed:
        return programme
    from kit.desk.locking import unlocked

    return unlocked(programme, passphrase_of(f"Passphrase or recovery code of {programme.name}: "))


def passphrase_of(question: str, variable: str = "KIT_PASSPHRASE_FILE") -> str:
    """A passphrase: the first line of the file that a variable names, or else as somebody types it. Raises Locked."""
    if path := os.environ.get(variable):
        try:
            return Path(path).read_text("utf-8").split("\n")[0].rstrip("\r")
        except (OSError, UnicodeDecodeError):
            raise StoreProblem(f"The file that {variable} names cannot be read.") from None
    if not sys.stdin.isatty():
        raise Locked(f"A passphrase is wanted. Type it in a terminal, or name a file with it in {variable}.")
    return getpass(question)
