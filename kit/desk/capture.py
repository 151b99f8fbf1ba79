"""Keeping records that come from outside a session: one line of text, one record."""

from kit.desk.slips import Slips, last_workshop_of, questions_of
from kit.desk.world import World
from kit.store import Programme, Store


class Capture:
    """A programme that is opened to take a stack of slips. Close it at the end."""

    def __init__(self, programme: Programme, kind: str, world: World, question: str = "", *, of_last: bool = False) -> None:
        """`of_last`: the slips are from the workshop that was begun last.

        Raises StoreProblem where the kind makes no sense or the programme is open elsewhere.
        """
        self._store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
        try:
            workshop = last_workshop_of(self._store) if of_last or kind == "feedback-words" else ""
            asked = questions_of(self._store) if kind == "feedback-words" and not question else ()
            self.slips = Slips(self._store, programme.id, kind, world, workshop=workshop,
                               question=question or next(iter(asked), ""))
        except BaseException:
            self._store.close()
            raise

    def keep(self, line: str) -> str:
        """Keep one line. Gives the record's id once it is on the disk; raises StoreProblem where it is not."""
        return self.slips.keep(line).id

    def close(self) -> None:
        """Let another window have the programme."""
        self._store.close()
