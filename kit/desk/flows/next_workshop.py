"""Planning a programme's next workshop: what it starts from, what it is called. Then it is what is printed and run next."""

from kit.desk.another import add_workshop
from kit.desk.flows import Line, Pick, Talk, Tell
from kit.desk.library import Shelf, plans_of
from kit.desk.starting import about, workshops
from kit.desk.world import World
from kit.model.text import counted
from kit.store import Programme


def next_workshop(programme: Programme, shelf: Shelf, world: World, stage: str = "", called: str = "") -> Talk:
    """Ask for a template, or a copy of the last plan, and for a title. `stage`: the id of one that has no plan yet."""
    last = plans_of(programme, shelf)[-1]
    plans = (last, *workshops(shelf))
    rows = (f"A copy of your last plan: {last.title}", *(f"{plan.title}. {about(plan, shelf)}" for plan in plans[1:]))
    place = yield Pick("What should the next workshop start from?", rows, ("You can change all of it later.",))
    if place is None:
        return None
    title = yield Line("The next workshop", "What is it called?", called or plans[place].title)
    if title is None:
        return None
    kept = add_workshop(programme, shelf, world, plans[place], title, stage)
    yield Tell("Saved", (f"{kept.title}: {counted(shelf.minutes(kept), 'minute')}, {counted(len(kept.blocks), 'part')}.",
                         "It is the next workshop. Look at its plan, print for it, and run it from the programme’s page."))
    return None
