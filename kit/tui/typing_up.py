"""Which stack of slips somebody wants to type up, asked in small windows; then the screen for it."""

import asyncio
from collections.abc import Callable

from textual.app import App

from kit.desk.slips import STACKS, Slips
from kit.store import StoreProblem
from kit.tui.screens.choose import Choose
from kit.tui.screens.slips import SlipsScreen

Open = Callable[[str, str], tuple[Slips, Callable[[], None]]]
"""Opens a stack of a kind, for a question; gives it, and what is to be called at its end. Raises StoreProblem."""


async def type_up(app: App[int], questions: tuple[str, ...], opened: Open, tell: Callable[[str], None]) -> None:
    """Ask which stack it is, and type it up."""
    kinds = [kind for kind in STACKS if kind != "feedback-words" or questions]
    place = await app.push_screen_wait(Choose("What is on the slips?", tuple(STACKS[kind] for kind in kinds)))
    if place is None:
        return
    question = ""
    if kinds[place] == "feedback-words":
        asked = await app.push_screen_wait(Choose("Which question do they answer?", questions))
        if asked is None:
            return
        question = questions[asked]
    try:
        slips, close = await asyncio.to_thread(opened, kinds[place], question)
    except StoreProblem as problem:
        tell(str(problem))
    else:
        app.push_screen(SlipsScreen(slips, close))
