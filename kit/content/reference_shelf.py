"""The reference shelf: decks of question cards, jargon with plain words, and resources. Its files are read when asked for.

What a home folder holds comes after what is shipped, and wins on equal id, term or title.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kit.content.findings import Findings
from kit.content.lists import Term, entries, read_glossary
from kit.content.problems import Problem
from kit.content.reader import Reading
from kit.content.table import Table, parts_of, unknown_keys, values_of
from kit.content.toml_file import open_toml
from kit.content.vocabulary import Field

DECKS = "decks"
"""The folder, in a folder of activities, that holds a file for each deck."""
JARGON = ("glossary.toml", "jargon.toml")
RESOURCES = "resources.toml"
MOST_CARDS = 200

DECK = (
    Field("id", "id", "A short name: small letters, digits and dashes.", required=True, example="our-cards"),
    Field("title", "words", "What people call these cards.", required=True, example="Our cards"),
    Field("summary", "words", "One sentence: what they are for.", required=True),
    Field("framework", "words", "Id of the framework they ask about, where there is one (see `kit frameworks`)."),
    Field("source", "text", "Where they come from, with credit.", required=True),
    Field("practices", "numbers", "Numbers of the practices they serve.", default=(), least=1, most=999),
    Field("cards", "parts", "The cards, each under its own [[cards]] line.", required=True),
)
CARD = (
    Field("question", "words", "What the card asks.", required=True, example="What helped you today?"),
    Field("about", "words", "The heading that it stands under, where there is one."),
    Field("picture", "words", "The name of one of the kit's drawings, or nothing."),
)
RESOURCE = (
    Field("title", "words", "What it is called.", required=True),
    Field("part", "words", "The part of the map that it belongs to.", required=True),
    Field("what_for", "text", "What it is good for.", required=True),
    Field("where", "words", "The whole address, or where it can be had.", required=True),
    Field("cost", "words", "What it costs.", default="Free"),
    Field("form", "words", "What it is: a web page, a book, a person to ring."),
    Field("access", "text", "How easy it is to use, and for whom it is not."),
    Field("checked", "words", "When somebody last looked, as 2026-11."),
)


@dataclass(frozen=True, slots=True)
class DeckCard:
    """One card of a deck."""

    question: str
    about: str
    picture: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck of question cards."""

    id: str
    title: str
    summary: str
    framework: str
    source: str
    practices: tuple[int, ...]
    cards: tuple[DeckCard, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that helps, and where it can be found."""

    title: str
    part: str
    what_for: str
    where: str
    cost: str
    form: str
    access: str
    checked: str


def read_deck(path: Path) -> Reading[Deck]:
    """The deck in a file, or all that is wrong with it."""
    file = open_toml(path)
    if isinstance(file, Problem):
        return Reading(None, (file,))
    found = Findings(file)
    table = Table(found, (), "", file.data)
    values = values_of(table, DECK)
    of_a_card = {field.name: "in a card; move it under a [[cards]] line" for field in CARD}
    unknown_keys(table, [field.name for field in DECK], of_a_card)
    parts = parts_of(table, "cards", "card", MOST_CARDS)
    for part in parts:
        unknown_keys(part, [field.name for field in CARD], {})
    cards = tuple(DeckCard(**values_of(part, CARD)) for part in parts)
    return Reading(None, found.problems) if found.problems else Reading(Deck(**values, cards=cards))


def decks(folders: Iterable[Path]) -> tuple[Deck, ...]:
    """Every deck that could be read in the `decks` folders of these folders, by title."""
    readings = (read_deck(path) for folder in folders for path in sorted((folder / DECKS).glob("*.toml")))
    found = {reading.value.id: reading.value for reading in readings if reading.value}
    return tuple(sorted(found.values(), key=lambda deck: deck.title))


def jargon(folders: Sequence[Path]) -> tuple[Term, ...]:
    """Every hard word with its plain words, by the alphabet."""
    terms = (term for folder in folders for name in JARGON for term in _there(folder / name, read_glossary))
    return _last_wins(terms, lambda term: term.term)


def resources(folders: Sequence[Path]) -> tuple[Resource, ...]:
    """Every resource, by the alphabet."""
    found = (one for folder in folders for one in _there(folder / RESOURCES, read_resources))
    return _last_wins(found, lambda resource: resource.title)


def read_resources(path: Path) -> tuple[Resource, ...]:
    """The resources in a file, in its order."""
    return tuple(Resource(**values) for values in entries(path, "resource", RESOURCE).value or ())


Value = TypeVar("Value")


def _there(path: Path, read: Callable[[Path], tuple[Value, ...]]) -> tuple[Value, ...]:
    return read(path) if path.is_file() else ()


def _last_wins(values: Iterable[Value], name: Callable[[Value], str]) -> tuple[Value, ...]:
    found = {name(value).casefold(): value for value in values}
    return tuple(found[key] for key in sorted(found))
