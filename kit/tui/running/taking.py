"""Giving a workshop its commands: one after another, each in a thread, so that a key never waits for the disk."""

import asyncio
import threading
from collections.abc import Callable

from kit.desk.workshop import Answered, Workshop
from kit.model import Refusal

Command = Callable[[], Answered]


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

    async def take(self, command: Command, typed_for: str = "") -> Answered:
        """What comes of a command. Where it was typed for a question that is no longer asked, it is refused."""
        async with self._turn:
            if typed_for not in ("", self._workshop.prompt.ask.question):
                return Refusal("The question has changed since you typed this. Enter it again if it fits.")
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
