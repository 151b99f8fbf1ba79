"""What is wrong with a file or a folder, all of it at once: the work behind `kit check`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kit.content.frameworks import FOLDER as FRAMEWORKS
from kit.content.frameworks import framework_in, load_frameworks, read_framework
from kit.content.library import Library, joined, load, load_texts, text_files
from kit.content.line_files import unknown_plans
from kit.content.lists import PRACTICE, SERVED, TERM, entries, made_up
from kit.content.problems import Problem, file_name
from kit.content.reader import Reading, reading_of
from kit.content.reference_shelf import DECKS, JARGON, RESOURCE, RESOURCES, read_deck
from kit.content.rules import RULES, read_rules
from kit.content.script import unknown_activities
from kit.content.toml_file import TomlFile, open_toml
from kit.model import Line, Plan


def check(path: Path, library: Library | None = None) -> tuple[Problem, ...]:
    """The problems of an activity, a plan, a programme, a list or a folder of them; none where all is well.

    A plan is held against the library, and in a folder against the folder's own activities too. With no library, a plan on
    its own may name any activity.
    """
    if not path.is_dir():
        return _file(path, library)
    files = text_files(path)
    frameworks = load_frameworks(sorted(place for place in (path, *path.rglob(FRAMEWORKS)) if place.name == FRAMEWORKS))
    if not files and not frameworks.by_id and not frameworks.problems:
        return (Problem(file_name(path), 0, "there is no file here whose name ends in .toml, so there is nothing to check."),)
    own = load([path])
    every = joined(library, own) if library else own
    return own.problems + frameworks.problems + tuple(problem for file in files for problem in _named(file, every))


def check_texts(files: Mapping[str, bytes], library: Library) -> tuple[Problem, ...]:
    """The same for plans that lie in no folder: their names with what stands in them."""
    own = load_texts(files)
    opened = (open_toml(Path(name), text) for name, text in sorted(files.items()))
    every = joined(library, own)
    return own.problems + tuple(problem for file in opened for problem in _unknown(file, every))


_BY_NAME: Mapping[str, Callable[[Path], Reading[Any]]] = {
    "practices.toml": lambda path: entries(path, "practice", PRACTICE), RULES: read_rules,
    "served.toml": lambda path: entries(path, "served", SERVED),
    **dict.fromkeys(JARGON, lambda path: entries(path, "term", TERM)), "made-up.toml": made_up,
    RESOURCES: lambda path: entries(path, "resource", RESOURCE),
}
_BY_FOLDER: Mapping[str, Callable[[Path], Reading[Any]]] = {DECKS: read_deck, FRAMEWORKS: read_framework}
"""Files that are neither activities nor plans, by what they are called or where they lie, with their readers."""


def _file(path: Path, library: Library | None) -> tuple[Problem, ...]:
    if reader := _BY_NAME.get(path.name) or _BY_FOLDER.get(path.parent.name):
        return reader(path).problems
    file = open_toml(path)
    if isinstance(file, Problem):
        return (file,)
    if "items" in file.data:
        return framework_in(file).problems
    return reading_of(file).problems or (() if library is None else _named(path, library))


def _named(path: Path, library: Library) -> tuple[Problem, ...]:
    """A problem, with its line, for each activity that a plan names, or plan that a programme names, and nobody has."""
    return _unknown(open_toml(path), library)


def _unknown(file: TomlFile | Problem, library: Library) -> tuple[Problem, ...]:
    value = None if isinstance(file, Problem) else reading_of(file).value
    if isinstance(file, Problem) or not isinstance(value, Plan | Line):
        return ()
    if isinstance(value, Line):
        return tuple(file.problem(where, sentence) for where, sentence in unknown_plans(value, library.plans))
    return tuple(file.problem((*where, "activity"), sentence)
                 for where, sentence in unknown_activities(value, library.activities))
