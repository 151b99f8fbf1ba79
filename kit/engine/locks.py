"""What a room has locked stays locked: an undo does not reach behind it once the first sheets have come back."""

from collections.abc import Sequence

from kit.engine.play import Play
from kit.model import Event, Refusal

LOCK = "rating-rule"
"""The kind of record that is a lock."""

STAYS = Refusal("The rule was locked, and round one has begun. So it stays. To change it, make a decision about it.")


def holds(play: Play, events: Sequence[Event], last: Event) -> bool:
    """Whether taking back the last event would open a lock behind which sheets were counted, even if that was undone since."""
    if not any(r.kind == LOCK and r.id.split(".")[-1].split("-")[0] == str(last.number) for r in play.records):
        return False
    return sum(event.kind == "answered" for event in events if event.number > last.number) > 1
