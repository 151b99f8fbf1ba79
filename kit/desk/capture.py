"""Keeping records that come from outside a session: one line of text, one record."""

from datetime import UTC

from kit.desk.world import World
from kit.model import Origin, Record, Visible
from kit.model.text import LONGEST, clean
from kit.store import NoSuchThing, Programme, Store, StoreProblem

KINDS = ("thought", "parked", "need", "skill", "topic", "change", "elsewhere", "about-us", "rule", "term", "note")
"""Kinds that one line of text can be."""


class Capture:
    """An open programme that takes one record at a time. Close it at the end."""

    def __init__(self, programme: Programme, kind: str, world: World) -> None:
        """Raises StoreProblem where the kind makes no sense or the programme is open elsewhere."""
        if kind not in KINDS:
            raise NoSuchThing(f"{clean(kind)!r} cannot be captured as a line. It can be one of: {', '.join(KINDS)}.")
        self._programme = programme
        self._kind = kind
        self._world = world
        self._store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)

    def keep(self, line: str) -> str:
        """Keep one line. Gives the record's id once it is on the disk; raises StoreProblem where it is not."""
        text = clean(line)
        if not text or (self._kind == "term" and not text.partition(":")[0].strip()):
            raise StoreProblem("A line has no words in it, so it was not kept.")
        if len(text) > LONGEST:
            raise StoreProblem(f"A line has {len(text):,} characters; the most is {LONGEST:,}. It was not kept.")
        record = Record(self._world.draw(14).lower(), self._kind, self._now(), Origin(programme=self._programme.id),
                        self._content(text), Visible.ME if self._kind == "note" else Visible.GROUP)
        self._store.keep_record(record)
        return record.id

    def close(self) -> None:
        """Let another window have the programme."""
        self._store.close()

    def _content(self, text: str) -> dict[str, str]:
        if self._kind != "term":
            return {"text": text}
        term, _, meaning = text.partition(":")
        return {"term": term.strip(), "meaning": meaning.strip()}

    def _now(self) -> str:
        return self._world.clock().astimezone(UTC).isoformat(timespec="seconds")
