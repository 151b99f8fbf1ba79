"""Framework files: lists of principles, values or standards as text. What comes with the kit, and a programme's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit.content.findings import Findings
from kit.content.problems import Problem
from kit.content.reader import Reading
from kit.content.table import Table, parts_of, unknown_keys, values_of
from kit.content.toml_file import TomlFile, open_toml
from kit.content.vocabulary import Field
from kit.model.framework import NO_PRINCIPLE, Framework, Item

FOLDER = "frameworks"
"""Name of the folders that hold them: in the kit's and a person's own `activities`, and in a programme's folder."""

MOST_ITEMS = 200
DEEPEST = 3
"""Levels: values, principles below them, practices below those (Soklaridis 2024)."""

FRAMEWORK = (
    Field("id", "id", "A short name: small letters, digits and dashes.", required=True, example="our-values"),
    Field("title", "words", "What people call it.", required=True, example="Our values"),
    Field("version", "words", "Which version of it this is."),
    Field("year", "number", "The year it came out. 0: not known.", default=0, most=2999),
    Field("owner", "words", "Whose it is.", required=True, example="Our group"),
    Field("licence", "words", "What may be done with its words.", required=True, example="Ours to use"),
    Field("source", "words", "Where its names were read.", required=True, example="Our meeting in May"),
    Field("checked", "yes-no", "True where the names were held against that source. False where somebody only recalled them.",
          default=False),
    Field("note", "text", "What to know before using it."),
    Field("items", "parts", "Its principles, each under its own [[items]] line, in the source's order.", required=True),
)
"""Fields of a framework file."""

ITEM = (
    Field("id", "id", "A short name, once in this file.", required=True, example="kindness"),
    Field("name", "words", "The short name that people know.", required=True, example="Kindness"),
    Field("kind", "words", "What the framework calls it: principle, value, standard."),
    Field("parent", "words", "Id of the item above it. Three levels at most."),
    Field("checked", "yes-no", "As for the framework; it may differ for one item.", default=None),
)
"""Fields of one item."""


@dataclass(frozen=True, slots=True)
class Frameworks:
    """All that could be read, by id, and what is wrong with the rest."""

    by_id: dict[str, Framework]
    problems: tuple[Problem, ...] = ()


def load_frameworks(folders: Iterable[Path]) -> Frameworks:
    """The frameworks in these folders; a later folder wins on equal id. A bad file hides no other."""
    found: dict[str, Framework] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            reading = read_framework(path)
            problems += reading.problems
            if reading.value:
                found[reading.value.id] = reading.value
    return Frameworks(found, tuple(problems))


def read_framework(path: Path) -> Reading[Framework]:
    """The framework in a file, or all that is wrong with it."""
    file = open_toml(path)
    return Reading(None, (file,)) if isinstance(file, Problem) else framework_in(file)


def framework_in(file: TomlFile) -> Reading[Framework]:
    """The same for a file that is open."""
    found = Findings(file)
    table = Table(found, (), "", file.data)
    values = values_of(table, FRAMEWORK)
    unknown_keys(table, [field.name for field in FRAMEWORK], {})
    parts = parts_of(table, "items", "item", MOST_ITEMS)
    items = [_item(part, bool(values["checked"])) for part in parts]
    _check_tree(parts, items)
    if found.problems:
        return Reading(None, found.problems)
    return Reading(Framework(**values, items=tuple(items), file=file.path.name))


def _item(table: Table, checked: bool) -> Item:
    values = values_of(table, ITEM)
    unknown_keys(table, [field.name for field in ITEM], {})
    return Item(**{**values, "checked": checked if values["checked"] is None else values["checked"]})


def _check_tree(parts: Sequence[Table], items: Sequence[Item]) -> None:
    """Each id once, each parent above its children, three levels at most."""
    levels: dict[str, int] = {}
    for table, item in zip(parts, items, strict=True):
        if item.id in levels or item.id == NO_PRINCIPLE:
            table.add("id", f'{table.place} has the id "{item.id}", which is taken. Give it another.')
        if item.parent and item.parent not in levels:
            table.add("parent", f'{table.place} has the parent "{item.parent}", and no item above it has that id.')
        levels[item.id] = levels.get(item.parent, 0) + 1
        if levels[item.id] > DEEPEST:
            table.add("parent", f"{table.place} is on level {levels[item.id]}. There can be {DEEPEST}: put it higher.")
