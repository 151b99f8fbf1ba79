"""Making a programme from a template, and finding one by its name."""

from datetime import UTC
from pathlib import Path

from kit.content.library import text_files
from kit.content.problems import Problem
from kit.content.reader import reading_of
from kit.content.toml_file import open_toml
from kit.desk.defaults import PRACTICE_TEMPLATE
from kit.desk.library import Shelf
from kit.desk.stages import FILE, plans_named
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
    texts = _texts_of(home, template, shelf)
    created = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    programme = make_folder(home, Programme(world.draw(12).lower(), world.draw(3), name, created, mark or template))
    try:
        for path, text in texts.items():
            write_safely(programme.folder / path, text)
    except OSError as error:
        raise StoreProblem(f"The plan cannot be written to {programme.folder.name!r}: {error.strerror}.") from None
    return programme


def _texts_of(home: Path, template: str, shelf: Shelf) -> dict[str, bytes]:
    """The text files of a new programme by their paths: its plan, or its line and the stages' plans. Raises StoreProblem."""
    if line := shelf.lines.get(template):
        plans = [plan.id for plan in plans_named(line, shelf)]
        wide = len(str(len(plans)))
        return {FILE: _file_of(home, template, "stages"),
                **{f"plans/{number:0{wide}}-{plan}.toml": _file_of(home, plan, "blocks") for number, plan in enumerate(plans, 1)}}
    if template in shelf.plans:
        return {f"plans/1-{template}.toml": _file_of(home, template, "blocks")}
    raise NoSuchThing(f"There is no template {clean_line(template)[:60]!r}. There are: {', '.join(templates(shelf))}.")


def templates(shelf: Shelf) -> tuple[str, ...]:
    """Ids of what a programme can start from: whole programmes, then plans that stand alone."""
    return (*sorted(shelf.lines), *sorted(plan.id for plan in shelf.starters))


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
            there_are = ", ".join(programme.folder.name for programme in fits)
            raise StoreProblem(f"More than one programme fits {clean_line(words)[:60]!r}: {there_are}.")
    names = ", ".join(p.name for p in there[:10]) or "none yet; make one with: kit new NAME"
    raise StoreProblem(f"There is no programme {clean_line(words)[:60]!r}. There are: {names}.")


def _is_programme(path: Path) -> bool:
    try:
        return (path / "programme.json").is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _file_of(home: Path, template: str, part: str) -> bytes:
    """The text of the file that a template was read from: a person's own before a shipped one. `part`: blocks or stages."""
    for folder in (home / "activities", builtin_activities()):
        for path in text_files(folder):
            if template in path.read_text("utf-8", errors="replace") and _id_in(path, part) == template:
                return path.read_bytes()
    raise StoreProblem(f"The file of the template {template!r} has gone. Try again.")


def _id_in(path: Path, part: str) -> str:
    file = open_toml(path)
    value = None if isinstance(file, Problem) else reading_of(file, part).value
    return value.id if value else ""
