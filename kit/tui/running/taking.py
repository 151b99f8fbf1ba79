"""Giving a workshop its commands: one after another, each in a thread, so that a key never waits for the disk."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass

from kit.desk.workshop import Answered, Workshop
from kit.model import Ask, Form, Refusal

Command = Callable[[], Answered]

_LEAVES_A_LIST_OPEN = ("answered", "noted")
"""Kinds of events after which a list goes on, as long as its question is asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stood on the screen: what somebody answers when they press Enter."""

    ask: Ask
    events: int
    """How many events the workshop had then."""


NOTHING = Asked(Ask(Form.OVER, ""), 0)
"""No question is on the screen yet."""


class Taking:
    """One workshop's commands in their turn. The workshop is closed only between two saves."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._turn = asyncio.Lock()
        self._saving = threading.Lock()
        """Held while a thread saves."""
        self._gone = False

    @property
    def busy(self) -> bool:
        """Whether a command is on its way."""
        return self._turn.locked()

    def stands(self, asked: Asked) -> bool:
        """Whether what was asked then is asked now: nothing has happened since, or the same list is still open."""
        events, now = self._workshop.events, self._workshop.prompt.ask
        if asked.ask.many and now.question == asked.ask.question:
            return all(event.kind in _LEAVES_A_LIST_OPEN for event in events[asked.events:])
        return len(events) == asked.events

    async def take(self, command: Command, asked: Asked | None = None) -> Answered | None:
        """What comes of a command. None where it is for a question that is no longer asked: then nothing is done."""
        async with self._turn:
            if asked is not None and not self.stands(asked):
                return None
            return await asyncio.to_thread(self._save, command)

    def let_go(self) -> None:
        """Close the workshop after the last save, so that another window can have the programme. Twice does no harm."""
        with self._saving:
            if not self._gone:
                self._gone = True
                self._workshop.close()

    def _save(self, command: Command) -> Answered:
        with self._saving:
            return Refusal("The workshop was left before this could be saved.") if self._gone else command()
