"""Which activity to write on: one of the home folder's own, a new one, or a copy of one that is on the shelf."""

from typing import TYPE_CHECKING

from kit.desk.writing import Writing, begin, copy_of, open_own, own_activities
from kit.model import Ask, Form
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.find_activity import FindActivity

if TYPE_CHECKING:
    from kit.tui.kitapp import KitApp

NEW = ("Begin a new one", "Begin with a copy of one on the shelf")


async def choose_writing(kit: "KitApp") -> Writing | None:
    """The activity that somebody chose, or None where they left. Raises StoreProblem."""
    own = own_activities(kit.home)
    rows = (*NEW, *(f"{name} ({state})" for name, state in own))
    place = await kit.push_screen_wait(Choose("Your own activities", rows))
    if place is None:
        return None
    if place >= len(NEW):
        return open_own(kit.home, own[place - len(NEW)][0])
    copied = await kit.push_screen_wait(FindActivity(tuple(kit.shelf.activities.values()))) if place else None
    if place and copied not in kit.shelf.activities:
        return None
    title = await kit.push_screen_wait(AskLine("New activity", Ask(Form.WORDS, "What is it called?")))
    if title is None:
        return None
    return copy_of(kit.home, kit.shelf.activities[copied], title) if copied else begin(kit.home, title)
