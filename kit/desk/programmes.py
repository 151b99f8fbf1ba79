"""Making a programme from a template, and finding one by its name."""

from datetime import UTC
from pathlib import Path

from kit.content.reader import read_plan
from kit.desk.defaults import PRACTICE_TEMPLATE
from kit.desk.library import Shelf
from kit.desk.world import World
from kit.model.text import clean_line
from kit.paths import builtin_activities
from kit.store import NoSuchThing, Programme, StoreProblem, list_programmes, make_folder, read_programme, write_safely

LONGEST_NAME = 200

_PRACTICE_NAME = "Try-out"
_PRACTICE_MARK = f"{PRACTICE_TEMPLATE} (practice)"
"""What a practice programme's header says as its template. No plan can have this id, so no real programme can say it."""


def practice_programme(home: Path, shelf: Shelf, world: World) -> Programme:
    """The programme to try a workshop with, where made-up people may answer; made where there is none. Raises StoreProblem."""
    there = next((p for p in list_programmes(home) if is_practice(p)), None)
    return there or new_programme(home, _PRACTICE_NAME, PRACTICE_TEMPLATE, shelf, world, mark=_PRACTICE_MARK)


def is_practice(programme: Programme) -> bool:
    """Whether a programme is for practice. Its name does not matter: a real group may have any name."""
    return programme.template == _PRACTICE_MARK


def new_programme(home: Path, name: str, template: str, shelf: Shelf, world: World, *, mark: str = "") -> Programme:
    """A new programme folder with the template's plan in it, as a text file the facilitator can change. Raises StoreProblem.

    `mark` is what its header says as its template, where that is not the template's id.
    """
    name = clean_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise StoreProblem(f"A programme needs a name of 1 to {LONGEST_NAME} characters.")
    plan = shelf.plans.get(template)
    if plan is None:
        raise NoSuchThing(f"There is no template {clean_line(template)!r}. There are: {', '.join(sorted(shelf.plans))}.")
    created = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    programme = make_folder(home, Programme(world.draw(12).lower(), world.draw(3), name, created, mark or template))
    text = _template_file(home, template).read_bytes()
    try:
        write_safely(programme.plans_folder / f"1-{template}.toml", text)
    except OSError as error:
        raise StoreProblem(f"The plan cannot be written to {programme.folder.name!r}: {error.strerror}.") from None
    return programme


def find_programme(home: Path, words: str) -> Programme:
    """The programme a person means by its name, its folder's name, its code, or a path. Raises StoreProblem."""
    path = Path(words)
    if _is_programme(path):
        return read_programme(path)
    if path.name == words and _is_programme(home / words):
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


def _is_programme(path: Path) -> bool:
    try:
        return (path / "programme.json").is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _template_file(home: Path, template: str) -> Path:
    """The file a template was read from: a person's own before a shipped one."""
    for folder in (home / "activities", builtin_activities()):
        for path in sorted(folder.rglob("*.toml")):
            if (plan := read_plan(path).value) and plan.id == template:
                return path
    raise StoreProblem(f"The file of the template {template!r} has gone. Try again.")
