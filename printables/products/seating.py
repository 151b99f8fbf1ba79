"""Who sits where, on paper: cards for the tables, a card for each person, a list for the wall, a plan for setting up.

Nothing of why somebody sits where they do is on any of them: no role, no access need, no wish.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.model.gate import SOMEONE, TAKEN_BACK
from kit.model.text import counted, listed
from printables.products.saying import of_kind, steps_of, tables
from printables.products.simple import WHICH
from printables.sheet import EVERYONE, FACILITATOR, Sheet, Source
from printables.tree import (
    Card,
    CutGrid,
    Definition,
    Definitions,
    Document,
    Heading,
    List,
    Node,
    Paragraph,
    Strong,
    Words,
    paragraph,
    words,
)

FORM = "table-cards"
_CARDS, _PATHS, _WALL, _SETTING_UP = range(4)
"""Series of the four sheets, which share a form letter."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """The seatings of a day, as far as they are known."""

    tables: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]
    """What each table offers, in words."""
    rounds: tuple[tuple[tuple[str, ...], ...], ...]
    """For each round, the names at each table."""

    def path(self, name: str) -> tuple[tuple[int, str], ...]:
        """The round and the table, for every round that somebody has a seat in."""
        return tuple((number, self.tables[place]) for number, seated in enumerate(self.rounds, 1)
                     for place, names in enumerate(seated) if name in names)

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who has a seat, by the alphabet, but those whose name was taken back."""
        seated = {name for tables in self.rounds for table in tables for name in table}
        return tuple(sorted(seated - {TAKEN_BACK, SOMEONE}, key=str.casefold))


def rounds_of(source: Source) -> Rounds:
    """What was planned before the day, with the rounds that were held as they were held.

    With nothing planned there is nothing to say of the rounds to come; what was held is told only where it is asked for.
    """
    planned = of_kind(source.records, "seat-plan")
    if not planned and not source.asked:
        return Rounds((), (), ())
    plan = planned[-1].content if planned else {"tables": [], "rounds": []}
    held = [record.content["tables"] for record in of_kind(source.records, "seating")]
    seatings = [*held, *plan["rounds"][len(held):]]
    count = max([len(plan["tables"]), *map(len, seatings)], default=0)
    known = {place: table for place, table in enumerate(plan["tables"])}
    return Rounds(
        tuple(str(known[n]["name"]) if n in known else f"Table {n + 1}" for n in range(count)),
        tuple(tuple(known[n]["features"]) if n in known else () for n in range(count)),
        tuple(tuple(tuple(map(str, table)) for table in seating) for seating in seatings))


def table_cards(source: Source) -> tuple[Sheet, ...]:
    """A sign to stand on each table, with what the table offers."""
    known = rounds_of(source)
    count = tables(source) if steps_of(source.script, "seat") or source.asked else 0
    names = known.tables or tuple(f"Table {n}" for n in range(1, count + 1))
    offers = known.features or ((),) * len(names)
    documents = tuple(
        Document(name, (_offer(features),), source.sheet_code(FORM, WHICH, _CARDS, copy), source.language, wide=True, poster=True)
        for copy, (name, features) in enumerate(zip(names, offers, strict=True), 1))
    note = "Print on thick paper. Fold each one in the middle, and stand it on its table."
    return (Sheet("table-cards", "Cards for the tables", EVERYONE, documents, note, thick=True),) if documents else ()


def path_cards(source: Source) -> tuple[Sheet, ...]:
    """A card for each person, with their table in every round."""
    known = rounds_of(source)
    grid = CutGrid(tuple(Card(None, (Heading(2, name), *_path(known.path(name)))) for name in known.names))
    document = Document("Where I sit", (grid,), source.sheet_code(FORM, WHICH, _PATHS), source.language, headed=False)
    note = f"Print on one side. Cut out {counted(len(grid.cards), 'card')}, and give each person their own."
    return (Sheet("path-cards", "Where I sit", EVERYONE, (document,), note),) if grid.cards else ()


def wall_list(source: Source) -> tuple[Sheet, ...]:
    """Everybody by name, with their tables, to hang up in large print."""
    known = rounds_of(source)
    if not known.names:
        return ()
    entries = tuple(Definition(name, words(*(run for place in known.path(name) for run in (*_round(*place), ". "))))
                    for name in known.names)
    document = Document("Where we sit", (Definitions(entries),), source.sheet_code(FORM, WHICH, _WALL), source.language,
                        wide=True, poster=True)
    note = "It shows the names that people chose, so ask first. Hang it by the door, low enough to read from a chair."
    return (Sheet("wall-list", "Where we sit", EVERYONE, (document,), note),)


def setting_up(source: Source) -> tuple[Sheet, ...]:
    """For the person who sets up the room: each table, its chairs in every round, and what it has to offer."""
    known = rounds_of(source)
    if not known.rounds:
        return ()
    nodes: list[Node] = [paragraph(
        f"Set up {counted(len(known.tables), 'table')}. Put out the most chairs that a table needs in any round.")]
    for place, name in enumerate(known.tables):
        sizes = [len(seated[place]) if place < len(seated) else 0 for seated in known.rounds]
        nodes += [Heading(2, name), List(tuple(_chairs(sizes, known.features[place])))]
    nodes.append(paragraph("Leave room to pass between the tables. A wheelchair needs about 1.5 metres to turn."))
    document = Document("Setting up the room", tuple(nodes), source.sheet_code(FORM, WHICH, _SETTING_UP), source.language)
    return (Sheet("room-plan", "Setting up the room", FACILITATOR, (document,), "Print one for whoever sets up the room."),)


def _chairs(sizes: Sequence[int], features: Sequence[str]) -> Iterable[Words]:
    yield words(Strong(counted(max(sizes), "chair")))
    if len(set(sizes)) > 1:
        yield words("By round: " + listed([str(size) for size in sizes]) + ".")
    if features:
        yield words(f"This table offers: {listed(list(features))}. Keep it so.")


def _offer(features: Sequence[str]) -> Paragraph:
    return paragraph(f"{listed(list(features)).capitalize()}.") if features else paragraph("Sit where you can hear and see.")


def _path(path: Iterable[tuple[int, str]]) -> list[Node]:
    return [List(tuple(words(*_round(number, table)) for number, table in path))]


def _round(number: int, table: str) -> Words:
    return words(f"Round {number}: ", Strong(table))
