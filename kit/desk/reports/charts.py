"""Charts on the document tree, each with words that say what is seen, and its numbers as a table beside it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from kit.desk.outputs import HEADINGS
from kit.engine.spent import Spent
from kit.model import Record
from kit.model.framework import LEVELS
from kit.model.sheetcode import SERIES
from kit.model.text import counted, listed
from kit.reflect import Holdings
from kit.reflect.looking import by_site
from kit.reflect.matrix import Matrix, Row
from kit.reflect.themes import Theme, Themes
from printables.products.registers import spread
from printables.tree import Bars, Branches, Heading, Heat, Node, Table, paragraph, words

MOST_TEXTS, MOST_ROWS = 20, 30
"""A chart of more is left to its table."""

STRENGTH: Mapping[str, int] = {"evident": 4, "partly": 3, "not yet": 2, "worked against": 1, "not applicable": 0, "": 0}
SIGNS = ("A full square: evident. A small square in a frame: partly. An empty frame: not yet. A cross: worked against. "
         "A small line: not applicable, or nobody said.")


def heat_map(table: Matrix) -> list[Node]:
    """Accounts beside principles: a chart where it can be read, its words, and the counts as a table."""
    rows = [row for row in table.rows if row.looked or row.code.framework]
    if not table.texts or not rows:
        return []
    numbers = Table(("Principle", *(level.capitalize() for level in LEVELS), "In how many"), tuple(
        (words(f"{number}: {row.code.name}"), *(words(str(row.levels[level])) for level in LEVELS),
         words(f"{row.shown} of {row.read}")) for number, row in enumerate(rows, 1)))
    if len(table.texts) > MOST_TEXTS or len(rows) > MOST_ROWS:
        return [numbers]
    columns = tuple(_label(text, number) for number, text in enumerate(table.texts, 1))
    grid = tuple((str(number), tuple(STRENGTH[table.level(text, row.code)] for text in table.texts))
                 for number, row in enumerate(rows, 1))
    return [paragraph(SIGNS), Heat(columns, grid, _seen(table, rows)), numbers]


def _label(text: Record, number: int) -> str:
    letter = str(text.content.get("letter", ""))
    return letter if letter.isascii() and 0 < len(letter) <= 3 else str(number)


def _seen(table: Matrix, rows: Sequence[Row]) -> str:
    """What the heat map shows, in words."""
    told = [f"{row.code.name}: in {row.shown} of {row.read}" for row in rows]
    return f"A grid of {counted(len(rows), 'principle')} and {counted(len(table.texts), 'text')}. {'; '.join(told)}."


def rich_and_thin(table: Matrix) -> list[Node]:
    """What many accounts show, what hardly any does, and what no framework caught."""
    if not table.texts:
        return []
    def told(rows: Sequence[Row]) -> str:
        return listed([f"{row.code.name} ({row.shown} of {row.read})" for row in rows]) or "None"

    caught = listed(list(dict.fromkeys(one.code.name for one in table.uncaught))) or "Nothing"
    return [Table(("What", "Which"), ((words("Rich"), words(told(table.rich))), (words("Thin"), words(told(table.thin))),
                                      (words("No framework caught"), words(caught)))),
            paragraph("Thin does not mean bad. It may be what nobody was asked about.")]


def themes_tree(found: Themes) -> list[Node]:
    """The themes with what lies under them: a tree of numbers with a mark for each card, and the words as a table."""
    rows = list(found.walk())
    if not rows:
        return []
    marked = list(zip(_numbers([depth for depth, _ in rows]), rows, strict=True))
    table = Table(("Theme", "Standing", "Cards"), tuple(
        (words(f"{mark} {theme.name}"), words(_standing(theme)), words(str(len(theme.cards)))) for mark, (_, theme) in marked))
    if len(rows) > MOST_ROWS or any(len(mark) > 3 for mark, _ in marked):
        return [table]
    alt = "Themes as a tree, a mark for each card. " + "; ".join(
        f"{mark} {theme.name}, {counted(len(theme.cards), 'card')}" for mark, (_, theme) in marked) + "."
    return [Branches(tuple((depth, mark, len(theme.cards)) for mark, (depth, theme) in marked), alt), table]


def _numbers(depths: Sequence[int]) -> list[str]:
    """1, 1.1, 1.2, 2 … for things that stand under one another."""
    path: list[int] = []
    marks = []
    for depth in depths:
        path = [*path[:depth], (path[depth] if depth < len(path) else 0) + 1]
        marks.append(".".join(map(str, path)))
    return marks


def _standing(theme: Theme) -> str:
    cross = ", cuts across the others" if theme.cross else ""
    return f"{theme.status}{f' by {theme.confirmed_by}' if theme.confirmed_by else ''}{cross}"


def ratings(held: Holdings) -> list[Node]:
    """How each statement was rated, round by round, with the spread."""
    def key(record: Record) -> tuple[str, str]:
        return record.origin.workshop, str(record.content["statement"])

    nodes: list[Node] = []
    for (_, statement), rounds in groupby(sorted(held.of_kind("rating"), key=key), key):
        nodes.append(Heading(3, statement))
        for record in rounds:
            nodes += [paragraph(f"Round {record.content['round']}."), *spread(record.content)]
    return nodes


def site_by_site(held: Holdings) -> list[Node]:
    """How many things of each kind came from each site, where there is more than one."""
    sites = by_site(held)
    if len(sites) < 2:
        return []
    kinds = dict.fromkeys(kind for counts in sites.values() for kind in counts)
    return [Table(("What", *(site or "No site" for site in sites)), tuple(
        (words(HEADINGS.get(kind, kind)), *(words(str(counts.get(kind, 0))) for counts in sites.values())) for kind in kinds))]


def times(rows: Sequence[Spent]) -> list[Node]:
    """Minutes planned and used: two bars a part, the planned one above."""
    if not rows:
        return []
    table = Table(("Part", "Planned", "Used", "Over"), tuple(
        (words(f"{number}: {row.title}"), words(str(row.planned)), words(str(row.taken)), words(str(row.injury)))
        for number, row in enumerate(rows, 1)))
    if len(rows) > MOST_ROWS // 2:
        return [table]
    bars = [bar for number, row in enumerate(rows, 1) for bar in ((f"{number}p", row.planned), (f"{number}u", row.taken))]
    alt = "Minutes planned (p) and used (u). " + "; ".join(
        f"{row.title}: {row.planned} planned, {row.taken} used" for row in rows) + "."
    return [Bars(tuple(bars), alt), table]


def turns(held: Holdings) -> list[Node]:
    """Turns by role, as they were counted: small groups stand together or not at all. For the facilitator alone."""
    nodes: list[Node] = []
    for record in held.of_kind("talk"):
        kept = record.content.get("groups")
        groups: Mapping[str, Mapping[str, int]] = kept if isinstance(kept, Mapping) else {}
        marked = list(zip(SERIES, groups.items(), strict=False))
        if marked:
            alt = _turns_seen(groups)
            nodes += [Bars(tuple((mark, int(one["turns"])) for mark, (_, one) in marked), alt),
                      Table(("Group", "People", "Turns"), tuple(
                          (words(f"{mark}: {name}"), words(str(one["people"])), words(str(one["turns"])))
                          for mark, (name, one) in marked))]
    return nodes


def _turns_seen(groups: Mapping[str, Mapping[str, int]]) -> str:
    told = (f"{name}, {counted(one['people'], 'person', 'people')}: {counted(one['turns'], 'turn')}"
            for name, one in groups.items())
    return f"Turns counted. {'; '.join(told)}."
