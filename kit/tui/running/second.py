"""The second screen from the facilitator's side: how to open it, what it shows, and blank at one key."""

import asyncio
from typing import Protocol

from textual.app import App

from kit.desk.pointing import blank_or_show
from kit.desk.secondscreen import SecondScreen, how_to_open
from kit.desk.workshop import Workshop
from kit.model.wall import NOW
from kit.store import StoreProblem
from kit.tui.screens.choose import Choose


class Tell(Protocol):
    """Says something beside the answer line."""

    def __call__(self, words: str, *, refused: bool = False) -> None:
        """Say it; `refused` where it could not be done."""


async def blank_second(workshop: Workshop, key: str, tell: Tell) -> None:
    """Blank the second screen, or show it again, and say which."""
    try:
        blank = await asyncio.to_thread(blank_or_show, workshop.programme.folder, workshop.id, workshop.prompt)
    except StoreProblem as problem:
        tell(str(problem), refused=True)
    else:
        tell(f"✓ The second screen is blank. {key} shows it again." if blank else "✓ The second screen is on show.")


async def point_second(workshop: Workshop, app: App[int], tell: Tell) -> None:
    """Say how to open the second screen, and point it at the page that is chosen."""
    second = SecondScreen(workshop.programme, workshop.world)
    await asyncio.to_thread(second.look)
    pages = second.wall.pages
    rows = tuple("What is asked now" if page.name == NOW else page.heading for page in pages)
    about = f"Put another terminal window on the projector. There type:\n{how_to_open(workshop.programme)}"
    chosen = await app.push_screen_wait(Choose("The second screen shows:", rows, second.wall.place - 1, about))
    if chosen is not None:
        told = await asyncio.to_thread(second.show, pages[chosen].name)
        tell(told or f"✓ The second screen shows: {rows[chosen]}.", refused=bool(told))
