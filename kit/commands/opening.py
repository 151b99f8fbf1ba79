"""Finding the programme a call names, and asking for its passphrase where it has one."""

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from kit.desk.home import home_folder
from kit.store import Locked, Programme, StoreProblem, list_programmes


def programme_of(call: Namespace) -> Programme:
    """The programme that a call names, open for reading and writing. Raises StoreProblem, Locked without a passphrase."""
    return opened(found(call))


def found(call: Namespace) -> Programme:
    """The programme that a call names. It may be locked; one that was found by its hidden name is open. Raises StoreProblem."""
    return found_by(home_folder(call.home), call.programme)


def found_by(home: Path, words: str) -> Programme:
    """The same for words and a home folder. A locked programme hides its name: then its passphrase is asked for."""
    from kit.desk.programmes import find_programme

    try:
        return find_programme(home, words)
    except StoreProblem:
        if not _may_ask():
            raise
        from kit.desk.locking import named_so

        question = "If it is a locked programme, type its passphrase or recovery code: "
        hidden = named_so(list_programmes(home), words, lambda: passphrase_of(question))
        if hidden is None:
            raise
        return hidden


def _may_ask() -> bool:
    return bool(os.environ.get("KIT_PASSPHRASE_FILE")) or sys.stdin.isatty()


def opened(programme: Programme) -> Programme:
    """The same programme, unlocked where it has a passphrase."""
    if not programme.sealed or programme.keys:
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
