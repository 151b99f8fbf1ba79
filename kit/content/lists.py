"""The lists that come with the kit: numbered practices, plain words for jargon, and words for rehearsals.

They are shipped with the kit and tested there. A file that is broken all the same gives an empty list here, and its sentences
in `kit check`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.content.findings import Findings
from kit.content.problems import Problem, shown
from kit.content.reader import Reading
from kit.content.table import Table, parts_of, unknown_keys, values_of
from kit.content.toml_file import TomlFile, open_toml
from kit.content.vocabulary import Field
from kit.model.text import clean

MOST_ENTRIES = 2_000
"""Entries in one list file."""

PRACTICE = (
    Field("number", "number", "Its number, which is its name.", required=True, least=1, most=999),
    Field("words", "words", "What people do, in our own words.", required=True),
    Field("source", "words", "Where it comes from.", required=True),
    Field("part", "words", "The part of the source it belongs to.", required=True),
)
TERM = (
    Field("term", "words", "The hard word.", required=True),
    Field("meaning", "text", "Plain words for it.", required=True),
)
SERVED = (
    Field("number", "number", "The practice's number.", required=True, least=1, most=999),
    Field("by", "list", "What serves it: activity, template, programme, sheet, command, deck or framework, a colon, its name.",
          required=True, least=1),
    Field("proof", "words", "What the test sees."),
    Field("test", "words", "The test that plays it."),
    Field("missing", "words", "Why it is not served, where no test proves it."),
)
"""What serves each practice, with the test that proves it."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One thing that people who co-produce do, with its number."""

    number: int
    words: str
    source: str
    part: str


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word and its plain words."""

    term: str
    meaning: str


def read_practices(path: Path) -> tuple[Practice, ...]:
    """The practices in a file, in its order."""
    return tuple(Practice(**values) for values in entries(path, "practice", PRACTICE).value or ())


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The words with their plain words in a file, in its order."""
    return tuple(Term(**values) for values in entries(path, "term", TERM).value or ())


def read_made_up(path: Path) -> dict[str, tuple[Any, ...]]:
    """Lists of made-up things to say, by kind of record; an item is a text, or a table of texts and lists of texts."""
    return made_up(path).value or {}


def entries(path: Path, heading: str, fields: Sequence[Field]) -> Reading[list[dict[str, Any]]]:
    """The tables under one heading of a list file."""
    file = open_toml(path)
    if isinstance(file, Problem):
        return Reading(None, (file,))
    found = Findings(file)
    table = Table(found, (), "", file.data)
    unknown_keys(table, [heading], {})
    values = []
    for part in parts_of(table, heading, heading, MOST_ENTRIES):
        unknown_keys(part, [field.name for field in fields], {})
        values.append(values_of(part, fields))
    return Reading(None, found.problems) if found.problems else Reading(values)


def made_up(path: Path) -> Reading[dict[str, tuple[Any, ...]]]:
    """The lists of a file of made-up words."""
    file = open_toml(path)
    if isinstance(file, Problem):
        return Reading(None, (file,))
    wrong = [_no_list(file, name) for name, value in file.data.items() if not isinstance(value, list)]
    if wrong:
        return Reading(None, tuple(wrong))
    return Reading({name: tuple(_clean(item) for item in value) for name, value in file.data.items()})


def _no_list(file: TomlFile, name: str) -> Problem:
    return file.problem((name,), f"{shown(name)} should be a list in square brackets.")


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return {name: _clean(item) for name, item in value.items()} if isinstance(value, dict) else value
