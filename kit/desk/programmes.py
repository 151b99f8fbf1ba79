"""Making a programme from a template, and finding one by its name."""

from datetime import UTC
from pathlib import Path

from kit.content.reader import read_plan
from kit.desk.library import Shelf
from kit.desk.world import World
from kit.model.text import clean_line
from kit.paths import builtin_activities
from kit.store import Programme, StoreProblem, list_programmes, make_folder, read_programme, write_safely

DEFAULT_TEMPLATE = "first-meeting"
"""The plan a new programme starts from, where nobody says which."""

PRACTICE_TEMPLATE = "sixty-minute-drawing"
"""The plan to try a workshop with, and to rehearse, where nobody says which."""

LONGEST_NAME = 200


def new_programme(home: Path, name: str, template: str, shelf: Shelf, world: World) -> Programme:
    """A new programme folder with the template's plan in it, as a text file the facilitator can change. Raises StoreProblem."""
    name = clean_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise StoreProblem(f"A programme needs a name of 1 to {LONGEST_NAME} characters.")
    plan = shelf.plans.get(template)
    if plan is None:
        raise StoreProblem(f"There is no template {clean_line(template)!r}. There are: {', '.join(sorted(shelf.plans))}.")
    created = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    programme = make_folder(home, Programme(world.draw(12).lower(), world.draw(3), name, created, template))
    text = _template_file(home, template).read_bytes()
    try:
        write_safely(programme.plans_folder / f"1-{template}.toml", text)
    except OSError as error:
        raise StoreProblem(f"The plan cannot be written to {programme.folder.name!r}: {error.strerror}.") from None
    return programme


def find_programme(home: Path, words: str) -> Programme:
    """The programme a person means by its name, its folder's name, its code, or a path. Raises StoreProblem."""
    path = Path(words)
    if (path / "programme.json").is_file():
        return read_programme(path)
    if (home / words / "programme.json").is_file() and path.name == words:
        return read_programme(home / words)
    wanted = clean_line(words).casefold()
    there = list_programmes(home)
    for exact in (True, False):
        fits = [p for p in there if wanted in (p.name.casefold(), p.folder.name.casefold(), p.code.casefold())
                or (not exact and p.name.casefold().startswith(wanted))]
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise StoreProblem(f"More than one programme fits {words!r}: {', '.join(p.folder.name for p in fits)}.")
    names = ", ".join(p.name for p in there[:10]) or "none yet; make one with: kit new NAME"
    raise StoreProblem(f"There is no programme {clean_line(words)!r}. There are: {names}.")


def _template_file(home: Path, template: str) -> Path:
    """The file a template was read from: a person's own before a shipped one."""
    for folder in (home / "activities", builtin_activities()):
        for path in sorted(folder.rglob("*.toml")):
            if (plan := read_plan(path).value) and plan.id == template:
                return path
    raise StoreProblem(f"The file of the template {template!r} has gone. Try again.")
