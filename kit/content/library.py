"""Folders of activities, plans and programmes as one library. A later folder adds to an earlier one and wins on equal id."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kit.content.frameworks import FOLDER as FRAMEWORKS
from kit.content.lists import Practice, Term, read_glossary, read_made_up, read_practices
from kit.content.problems import Problem
from kit.content.reader import reading_of
from kit.content.rules import RULES, read_rules
from kit.content.script import filled
from kit.content.toml_file import TomlFile, open_toml
from kit.model import Activity, Line, Plan, Script
from kit.model.rule import Rule
from kit.model.text import clean_line

__all__ = [
    "NOT_METHODS", "Library", "Practice", "Term", "joined", "load", "load_texts", "read_glossary", "read_made_up",
    "read_practices", "script_of", "text_files",
]

NOT_METHODS = ("TEMPLATE.toml", "glossary.toml", "jargon.toml", "made-up.toml", "practices.toml", "resources.toml", "served.toml",
               RULES)
"""Names of files that hold no activity and no plan of their own."""

NOT_FOR_METHODS = ("decks", FRAMEWORKS)
"""Folders of other things, each with a reader of its own."""


@dataclass(frozen=True, slots=True)
class Library:
    """All that could be read, by id, and all that is wrong with the rest."""

    activities: dict[str, Activity] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    """Rules of ratings."""
    problems: tuple[Problem, ...] = ()
    lines: dict[str, Line] = field(default_factory=dict)
    """Whole programmes."""


def load(folders: Sequence[Path]) -> Library:
    """Everything in these folders. A folder that is not there counts as empty; a file that cannot be read hides no other."""
    every = Library()
    for folder in folders:
        ruled = read_rules(folder / RULES)
        rules = {rule.id: rule for rule in ruled.value or ()}
        every = joined(joined(every, _load(folder)), Library(rules=rules, problems=ruled.problems))
    return every


def joined(first: Library, second: Library) -> Library:
    """Two libraries as one. The second wins on equal id."""
    return Library(first.activities | second.activities, first.plans | second.plans, first.rules | second.rules,
                   first.problems + second.problems, first.lines | second.lines)


def load_texts(files: Mapping[str, bytes]) -> Library:
    """As `load`, for files that lie in no folder: their names with what stands in them."""
    return _gathered((open_toml(Path(name), read) for name, read in sorted(files.items())), Path())


def script_of(plan: Plan, library: Library) -> tuple[Script | None, tuple[Problem, ...]]:
    """A plan with its activities and every default filled in; or no script, and a problem for each activity not there."""
    return filled(plan, library.activities, tuple(library.rules.values()))


def text_files(folder: Path) -> list[Path]:
    """The files of a folder that may hold an activity or a plan, sorted. Hidden ones and linked folders are passed over."""
    there: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in NOT_FOR_METHODS]
        there += [Path(place, name) for name in names
                  if name.lower().endswith(".toml") and not name.startswith(".") and name not in NOT_METHODS]
    return sorted(there, key=lambda path: path.relative_to(folder).parts)


def _load(folder: Path) -> Library:
    return _gathered(map(open_toml, text_files(folder)), folder)


def _gathered(files: Iterable[TomlFile | Problem], folder: Path) -> Library:
    library = Library()
    first: dict[tuple[type, str], Path] = {}
    problems: list[Problem] = []
    for file in files:
        if isinstance(file, Problem):
            problems.append(file)
            continue
        reading = reading_of(file)
        problems += reading.problems
        value = reading.value
        if value is None:
            continue
        earlier = first.setdefault((type(value), value.id), file.path)
        if earlier != file.path:
            problems.append(_same_id(file, value.id, earlier, folder))
        else:
            shown = replace(value, family=_family(file.path, folder)) if isinstance(value, Activity) else value
            _shelf_of(library, value)[value.id] = shown
    return replace(library, problems=tuple(problems))


def _shelf_of(library: Library, value: Activity | Plan | Line) -> dict[str, Any]:
    return library.activities if isinstance(value, Activity) else library.plans if isinstance(value, Plan) else library.lines


def _family(path: Path, folder: Path) -> str:
    return clean_line(" ".join(path.relative_to(folder).parts[:-1][:1]).replace("-", " "))


def _same_id(file: TomlFile, name: str, earlier: Path, folder: Path) -> Problem:
    other = clean_line(earlier.relative_to(folder).as_posix())
    return file.problem(("id",), f'the id "{name}" is taken by {other}, which is used. Give one of them another id.')
