"""What the second screen is pointed at: a page, or nothing at all. The app and the second screen both read it and both write it.

It stands in a small file of its own, not in the journal. Blanking is nothing that the room made: nobody wants to undo it, merge
it or keep it. It has to work while the journal cannot be written to, and from a second process, which never writes there.
The file holds no words of anybody's: a workshop's id, the place of a step, the name of a page, yes or no.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kit.model import Prompt
from kit.model.wall import NOW
from kit.store import StoreProblem, write_safely

FILE = "room.json"
_LONGEST = 400
"""Bytes. A file of ours is shorter."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the second screen is pointed in one workshop."""

    session: str = ""
    step: str = ""
    """The step in which it was pointed there. With the next step the second screen goes back to what is asked now."""
    show: str = NOW
    """Name of a page (`kit.model.wall`)."""
    blank: bool = False


def read_pointer(folder: Path, session: str, prompt: Prompt) -> Pointer:
    """Where the second screen is pointed in a workshop. What is missing, of another workshop or makes no sense is the start."""
    start = Pointer(session, f"{prompt.block}.{prompt.step}")
    try:
        with (folder / FILE).open("rb") as file:
            found = Pointer(**json.loads(file.read(_LONGEST)))
    except (OSError, ValueError, TypeError, RecursionError):
        return start
    if found.session != session or found.blank not in (True, False) or type(found.show) is not str:
        return start
    return found if found.step == start.step else replace(start, blank=found.blank)


def point(folder: Path, pointer: Pointer) -> None:
    """Point the second screen somewhere. Raises StoreProblem."""
    try:
        write_safely(folder / FILE, json.dumps(asdict(pointer)).encode())
    except OSError:
        raise StoreProblem("The second screen cannot be told from here. Press B in its own window.") from None


def blank_or_show(folder: Path, session: str, prompt: Prompt) -> bool:
    """Blank the second screen of a workshop, or show it again. Gives whether it is blank now. Raises StoreProblem."""
    pointer = read_pointer(folder, session, prompt)
    point(folder, replace(pointer, blank=not pointer.blank))
    return not pointer.blank
