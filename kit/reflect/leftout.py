"""What a report leaves out and why, in counts alone: no word, no name and no number of anything that was kept back."""

from collections import Counter
from collections.abc import Iterable

from kit.model import Record, Visible
from kit.model.gate import SMALL, Way, may_go
from kit.model.text import counted

_NO_VOICE = frozenset({"note", "person", "talk", "seat-plan", "seating", "groups", "attendance", "name", "rating-rule"})
"""Kinds that no report quotes, whatever anybody chose."""

TAKEN_BACK = "taken back by their makers"
PAST = "kept only until a day that has passed"
OWN = "kept private by their makers"
HERE = "for this group alone, as far as anybody has said"
READERS = "for readers of our report, and not for everybody"
HANGS = "too few to count out loud, or about something that is kept back"


def left_out(every: Iterable[Record], out: Iterable[Record], way: Way, today: str) -> dict[str, int]:
    """For each reason, how many of the records that count are not among those that may go out on a way. `today`: ISO date."""
    passed = {record.id for record in out}
    found = Counter(_why(record, way, today) for record in every if record.id not in passed and record.kind not in _NO_VOICE)
    return {reason: found[reason] for reason in (TAKEN_BACK, PAST, OWN, HERE, READERS, HANGS) if found[reason]}


def in_sentences(counts: dict[str, int]) -> tuple[str, ...]:
    """The same in sentences. A number of fewer than five is told as that."""
    return tuple(f"{_told(count)} {reason}." for reason, count in counts.items())


def _told(count: int) -> str:
    return f"Fewer than {SMALL} things were" if count < SMALL else f"{counted(count, 'thing')} were"


def _why(record: Record, way: Way, today: str) -> str:
    if record.withdrawn:
        return TAKEN_BACK
    if record.keep_until and record.keep_until < today:
        return PAST
    if record.visible is Visible.ME:
        return OWN
    if may_go(record.visible, way):
        return HANGS
    return HERE if record.visible is Visible.GROUP else READERS
