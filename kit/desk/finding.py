"""Which records somebody means: by the code on a slip, by a record's id, by a name they gave, or a whole workshop's.

A sheet's code finds what was made on it, and a consent slip's code what it speaks of, without anybody's name.
"""

from kit.model import Record, origins
from kit.model.sheetcode import read_code
from kit.model.text import clean_line
from kit.store import History, Programme, StoreProblem


def records_of(programme: Programme, history: History, words: str) -> tuple[Record, ...]:
    """The records that count which a sheet's code or a record's id means, oldest first. Raises StoreProblem."""
    if code := read_code(words):
        if code.programme != programme.code:
            raise StoreProblem(f"The code {code} is of another programme, with the code {code.programme}.")
        found = tuple(record for record in history.records() if str(code) in (record.origin.sheet, record.consent.slip))
        if not found:
            raise StoreProblem(f"Nothing is kept under the code {code}. A drawing is, once it was counted as made.")
        return found
    first = origins({record.id: record for record in history.every_record()})
    wanted = first.get(words.strip())
    found = tuple(record for record in history.records() if wanted and first[record.id] == wanted)
    if not found:
        raise StoreProblem(f"{clean_line(words)[:60]!r} is no sheet code and no record of this programme. Check each letter.")
    return found


def named(history: History, name: str) -> tuple[Record, ...]:
    """The records in which a person gave this name: on the seating list, or among the people."""
    wanted = clean_line(name).casefold()
    names = ("text", "chosen", "name")
    return tuple(record for record in history.every_record() if wanted and record.kind in ("name", "person")
                 and any(clean_line(str(record.content.get(part, ""))).casefold() == wanted for part in names))


def of_workshop(history: History, workshop: str) -> tuple[Record, ...]:
    """The records that count of one workshop, by its session's id. Raises StoreProblem where there is none."""
    if workshop not in history.sessions():
        raise StoreProblem(f"There is no workshop {clean_line(workshop)[:60]!r}. There are: "
                           f"{', '.join(history.sessions()) or 'none yet'}.")
    return tuple(record for record in history.records() if record.origin.workshop == workshop)
