"""The second screen: what the whole room may see of a programme that another window runs. It never writes to the journal.

Every way to show it (terminal, browser, plain lines) asks this for the same `Wall`, so that none can show more than another.
"""

import hashlib
import shlex
import shutil
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from kit.desk.begun import session_of
from kit.desk.home import home_folder
from kit.desk.outputs import this_day
from kit.desk.pointing import Pointer, point, read_pointer
from kit.desk.workshop import Workshop
from kit.desk.world import World
from kit.engine import Session
from kit.engine.wall import WELCOME, wall_of
from kit.model.gate import Way, let_out
from kit.model.wall import RoomTime
from kit.store import Programme, StoreProblem
from kit.store.following import Following
from kit.store.keeping import open_for_reading

if TYPE_CHECKING:
    from kit.store import Store

POLL = 0.25
"""Seconds between two looks. The second screen follows within half a second, also on a slow laptop."""

_LONG_AGO = timedelta(hours=6)
"""After so long without an event the last workshop is not shown any more: the next one is waited for."""

OUT_OF_REACH = "The programme cannot be read just now. This is what was last known."
"""It names no folder: a programme's name may say too much for a wall."""


def how_to_open(programme: Programme) -> str:
    """The words to type in another terminal window, so that the second screen opens there."""
    kit = "kit" if shutil.which("kit") else f"{shlex.quote(sys.executable)} -m kit"
    at_home = programme.folder.parent == home_folder()
    return f"{kit} room {programme.code if at_home else shlex.quote(str(programme.folder))}"


class SecondScreen:
    """One programme's second screen. `look` brings it up to date."""

    def __init__(self, programme: Programme, world: World) -> None:
        self.wall = WELCOME
        self.trouble = ""
        """A sentence while the programme cannot be read, else empty."""
        self._programme = programme
        self._world = world
        self._following = Following(programme.folder, programme.keys)
        self._unread = False
        """True where something has changed that could not be read."""
        self._pages = WELCOME
        self._session: Session | None = None
        """The workshop that was begun last; None before there is one."""
        self._own: tuple[Pointer, Pointer] | None = None
        """Where this window is pointed, and what the folder said then, while that could not be written there."""

    def look(self) -> bool:
        """Whether something else is to be shown than at the last look."""
        before = self.wall, self.trouble
        try:
            if self._following.look() or self._unread:
                self._unread = True
                self._read()
            self.trouble, self._unread = "", False
        except StoreProblem:
            self.trouble = OUT_OF_REACH
        pointer = self._pointer()
        self.wall = replace(self._pages, show=pointer.show, blank=pointer.blank)
        return before != (self.wall, self.trouble)

    @property
    def time(self) -> RoomTime | None:
        """The time of what the room does now; None where nothing is timed."""
        return self._session.room_time if self._session and self._pages is not WELCOME else None

    @property
    def secret(self) -> str:
        """A word for the page's address, another each day, which nobody can guess who cannot read the folder; empty if none."""
        key, day = bytes.fromhex(self._following.secret), this_day(self._world)
        return hashlib.blake2b(f"room {day}".encode(), digest_size=12, key=key).hexdigest() if key else ""

    def blank(self) -> str:
        """Show nothing at all, or show it again. Gives a sentence where only this window could be told."""
        return self._point(replace(self._pointer(), blank=not self._pointer().blank))

    def turn(self, step: int) -> str:
        """Show the page so many further on, round and round. Gives a sentence as `blank` does."""
        return self.show(replace(self._pages, show=self._pointer().show).beside(step))

    def show(self, name: str) -> str:
        """Show a page. Gives a sentence as `blank` does."""
        return self._point(replace(self._pointer(), show=name))

    def picture(self, name: str) -> bytes:
        """The picture of a drawing that the room may see. Raises StoreProblem for any other."""
        if not name or self.wall.blank or name != self.wall.page.picture:
            raise StoreProblem("There is no such picture on show.")
        return _picture(self._programme, name)

    def _read(self) -> None:
        """Take what was saved, and make the pages anew."""
        history, before = self._following.history(), self._session
        id = next(reversed(history.sessions()), None)
        self._session = session = session_of(history, id, self._world.clock) if id else None
        self._pages = WELCOME
        if session is None:
            return
        if self._world.clock() - datetime.fromisoformat(session.events[-1].at) < _LONG_AGO:
            view = Workshop(self._programme, cast("Store", history), session, self._world, resumed=True).room
            self._pages = wall_of(view, let_out(history.records(), Way.ROOM, this_day(self._world)), session.id)
        if self.wall.blank and (before is None or before.id != session.id):  # a screen that is blank stays so
            self._point(replace(self._there(), blank=True))

    def _pointer(self) -> Pointer:
        there = self._there()
        if self._own is None:
            return there
        own, then = self._own
        if (there.session, there.blank) != (then.session, then.blank):
            return there
        return own if own.step == there.step else replace(there, blank=own.blank)

    def _there(self) -> Pointer:
        """Where the folder says that it is pointed."""
        session = self._session
        return read_pointer(self._programme.folder, session.id, session.prompt) if session else Pointer()

    def _point(self, pointer: Pointer) -> str:
        self._own = (pointer, self._there())
        if self._session is None:
            return ""
        try:
            point(self._programme.folder, pointer)
        except StoreProblem as problem:
            return str(problem)
        self._own = None
        return ""


@lru_cache(maxsize=4)
def _picture(programme: Programme, name: str) -> bytes:
    return open_for_reading(programme).attachments.read(name)
