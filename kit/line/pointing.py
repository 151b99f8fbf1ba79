"""The second screen from the plain front end's side: how to open it, what it shows, and blank."""

from collections.abc import Iterator

from kit.desk.pointing import blank_or_show
from kit.desk.secondscreen import SecondScreen, how_to_open
from kit.desk.workshop import Workshop
from kit.store import StoreProblem


def blank_second(workshop: Workshop) -> str:
    """Blank the second screen, or show it again; what to say of it."""
    try:
        blank = blank_or_show(workshop.programme.folder, workshop.id, workshop.prompt)
    except StoreProblem as problem:
        return str(problem)
    return "The second screen is blank. To show it again, type: blank." if blank else "The second screen is on show."


def point_second(workshop: Workshop, name: str = "") -> Iterator[str]:
    """Point the second screen at a page, or say how to open it and what pages there are."""
    second = SecondScreen(workshop.programme, workshop.world)
    second.look()
    names = [page.name for page in second.wall.pages]
    wanted = next((one for one in names if one.casefold() == name.casefold()), "")
    if wanted:
        yield second.show(wanted) or f"The second screen shows: {wanted}."
        return
    if name:
        yield "There is no such page."
    else:
        yield f"Put another terminal window on the projector. There type: {how_to_open(workshop.programme)}"
    yield f"It can show: {', '.join(names)}. It shows: {second.wall.page.name}."
