"""What became of a change that people asked for: as it was written beside it, or as a later workshop said of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kit.model.record import Record, known_as

COULD_NOT = "We could not, or will not."


@dataclass(frozen=True, slots=True)
class Became:
    """One thing people asked for, and what came of it."""

    said: str
    did: str
    """What was done; empty where nothing was, or not yet."""
    could_not: str
    """Why it could not be done."""
    next: str
    """Where it will be seen, such as the next workshop."""
    of: Record
    """The change, or what a later workshop said of one that is not here."""


def what_became(records: Iterable[Record], root: Callable[[str], str] = str) -> tuple[Became, ...]:
    """Every change among records that count, oldest first; then what was said of changes that are not among them.

    `root` gives the id of a record's first form for that of any form.
    """
    records = tuple(records)
    later = {root(str(id)): record for record in records if record.kind == "carried" and record.content["what"] == "change"
             for id in record.content["of"]}
    found = []
    for record in records:
        if record.kind == "change" and record.content.get("text"):
            ids = (known_as(record), record.id, record.replaces)
            said = next((later.pop(root(id)) for id in ids if root(id) in later), None)
            found.append(_became(record, said))
    return (*found, *(_became(record, record) for record in later.values()))


def _became(change: Record, later: Record | None) -> Became:
    said, did, could_not, next_ = (str(change.content.get(part) or "") for part in ("text", "did", "why_not", "next"))
    if later is not None:
        said, text, came = str(later.content["about"]), str(later.content["text"]), later.content["came"]
        did = did or (text or "Done.") if came == "done" else did
        could_not = could_not or (text or COULD_NOT) if came == "dropped" else could_not
    return Became(said, did, could_not, next_, change)
