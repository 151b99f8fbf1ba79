"""Locking when nobody has typed for a while, where that is set: the keys are forgotten, and the passphrase is asked for again.

The clock is the laptop's, so that a night with the lid shut counts too.
"""

from typing import TYPE_CHECKING

from kit.store import Programme, read_programme
from kit.tui.screens.programme import AtOnce
from kit.tui.screens.run import RunScreen

if TYPE_CHECKING:
    from kit.tui.kitapp import KitApp

LOOK = 5.0
"""Seconds between two looks at the clock."""


class Idle:
    """Knows when somebody last did something, and locks."""

    def __init__(self, app: "KitApp") -> None:
        self._app = app
        self._last = app.world.clock()

    def touched(self) -> None:
        """Somebody did something."""
        self._last = self._app.world.clock()

    async def look(self) -> None:
        """Lock where it is time to."""
        minutes = self._app.settings.lock_after
        if minutes and abs((self._app.world.clock() - self._last).total_seconds()) >= 60 * minutes:
            await self.lock()

    async def lock(self) -> None:
        """Leave every screen of a locked programme, with its keys, and ask for its passphrase. What was typed is kept."""
        open_ = next(filter(None, map(_open_on, self._app.screen_stack)), None)
        if open_ is None:
            return
        runs = [screen for screen in self._app.screen_stack if isinstance(screen, RunScreen)]
        at_once = AtOnce(typed=runs[0].answering.typed) if runs else None
        while len(self._app.screen_stack) > 1:
            await self._app.pop_screen()
        self._app.open_programme(read_programme(open_.folder), at_once)


def _open_on(screen: object) -> Programme | None:
    """The locked programme that a screen has open."""
    programme = screen.workshop.programme if isinstance(screen, RunScreen) else getattr(screen, "programme", None)
    return programme if isinstance(programme, Programme) and programme.sealed and programme.keys else None
