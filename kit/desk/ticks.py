"""What is ticked on a paper coding sheet, as it is typed in: `ukspi-2019=1e,2p,4x` for the first, second and fourth principle."""

import re
from collections.abc import Iterable, Mapping

from kit.desk.coding import Coding
from kit.model.framework import LEVELS, Framework
from kit.model.text import clean_line
from kit.store import NoSuchThing

LETTERS = {"e": LEVELS[0], "p": LEVELS[1], "n": LEVELS[2], "w": LEVELS[3], "x": LEVELS[4]}
"""The letter of each level: evident, partly, not yet, worked against, and x for not applicable."""

_TICK = re.compile(r"(\d{1,3})\s*([a-z])", re.IGNORECASE)


def ticks(typed: Iterable[str], frameworks: Mapping[str, Framework], by: str, coder: str) -> list[Coding]:
    """The codings of some sheets. Raises NoSuchThing where a number or a letter means nothing."""
    made = []
    for sheet in typed:
        name, _, row = sheet.partition("=")
        framework = frameworks.get(name.strip())
        if framework is None:
            raise NoSuchThing(f"There is no framework {clean_line(name)[:60]!r}. Type it as: ukspi-2019=1e,2p")
        for one in filter(None, (part.strip() for part in row.split(","))):
            made.append(_tick(framework, one, by, coder))
    return made


def _tick(framework: Framework, typed: str, by: str, coder: str) -> Coding:
    found = _TICK.fullmatch(typed)
    if not found or not 1 <= int(found[1]) <= len(framework.items) or found[2].casefold() not in LETTERS:
        raise NoSuchThing(f"{clean_line(typed)[:20]!r} is no tick. Type a number from 1 to {len(framework.items)}, then "
                          f"{', '.join(f'{letter} for {level}' for letter, level in LETTERS.items())}.")
    item = framework.items[int(found[1]) - 1]
    return Coding(framework.id, item.id, level=LETTERS[found[2].casefold()], by=by, coder=coder)
