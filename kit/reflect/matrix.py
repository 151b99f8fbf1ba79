"""Accounts beside principles: how far each account shows each, what is rich, what is thin, and what no framework caught."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kit.model import Record
from kit.model.framework import LEVELS, NO_PRINCIPLE
from kit.reflect.coding import Code, Coded, codes, codings
from kit.reflect.holdings import Holdings

RICH_SHARE, THIN_SHARE = 2, 4
"""A principle is rich where one account in two shows it or more, and thin where one in four does or fewer: of those that were
read against its framework."""


@dataclass(frozen=True, slots=True)
class Row:
    """One code with what was found: how many texts show it, of how many that were read."""

    code: Code
    shown: int
    """Texts in which a reading says evident or partly."""
    looked: int
    """Texts in which anybody ticked it at any level."""
    read: int
    """Texts that were read against its framework: something of that was ticked in them. For a code of none, every coded text."""
    levels: Mapping[str, int]
    """How many readings gave each level."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Texts in rows, codes in columns."""

    texts: tuple[Record, ...]
    """Texts that were coded, by letter, then by age."""
    codes: tuple[Code, ...]
    cells: Mapping[tuple[str, Code], tuple[Coded, ...]]
    """By the text's id and the code: every reading, oldest first. What nobody ticked is not there."""
    rows: tuple[Row, ...]
    """One for each code, in its framework's order: never by count."""

    def level(self, text: Record, code: Code) -> str:
        """The strongest level that a reading of a text gave; empty where nobody ticked it."""
        return min((one.level for one in self.cells.get((text.id, code), ())), key=LEVELS.index, default="")

    @property
    def rich(self) -> tuple[Row, ...]:
        """Principles that half of the texts read against them, or more, show."""
        return tuple(row for row in self._principles if row.shown and row.shown * RICH_SHARE >= row.read)

    @property
    def thin(self) -> tuple[Row, ...]:
        """Principles that hardly any text shows: look here for what was not talked about."""
        return tuple(row for row in self._principles if row.read and row.shown * THIN_SHARE <= row.read)

    @property
    def uncaught(self) -> tuple[Coded, ...]:
        """What fits no principle, and what people coded with words of their own."""
        return tuple(one for (_, code), readings in self.cells.items() if not code.framework for one in readings)

    @property
    def _principles(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.code.framework)


def matrix(held: Holdings, frameworks: Iterable[str] = (), kinds: Iterable[str] = ()) -> Matrix:
    """The matrix of some frameworks (all that were used, if left out) and some kinds of text (all)."""
    wanted, columns = frozenset(kinds), codes(held, frameworks)
    columns_there = frozenset(columns)
    texts: dict[str, Record] = {}
    cells: dict[tuple[str, Code], list[Coded]] = {}
    for one in codings(held):
        if wanted and one.text.kind not in wanted:
            continue
        texts[one.text.id] = one.text
        if one.code in columns_there:
            cells.setdefault((one.text.id, one.code), []).append(one)
    return Matrix(tuple(sorted(texts.values(), key=_by_letter)), columns,
                  {place: tuple(readings) for place, readings in cells.items()}, _rows(columns, cells, len(texts)))


def _rows(columns: tuple[Code, ...], cells: Mapping[tuple[str, Code], list[Coded]], texts: int) -> tuple[Row, ...]:
    shown, looked = Counter[Code](), Counter[Code]()
    levels: dict[Code, Counter[str]] = {}
    read: dict[str, set[str]] = {}
    for (text, code), readings in cells.items():
        read.setdefault(code.framework, set()).add(text)
        looked[code] += 1
        shown[code] += any(one.shows for one in readings)
        levels.setdefault(code, Counter()).update(one.level for one in readings)
    none = Counter[str]()
    return tuple(Row(code, shown[code], looked[code], len(read.get(code.framework, ())) if code.framework else texts,
                     {level: levels.get(code, none)[level] for level in LEVELS})
                 for code in columns if code.framework or code.id == NO_PRINCIPLE or looked[code])


def _by_letter(record: Record) -> tuple[bool, int, str, str]:
    letter = str(record.content.get("letter", ""))
    return not letter, len(letter), letter, record.when
