"""Where two people read the same text: how far they agree, what that means, and where they differ.

Krippendorff's alpha, nominal: 1 is full agreement, 0 is what chance would give (Krippendorff, Content Analysis, 2004, chapter
11, with his 0.667 and 0.8). Readings differ for good reasons, so the number is there to find what to talk about.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.model import Record
from kit.model.framework import LEVELS
from kit.model.text import counted
from kit.reflect.coding import Code, Coded, codings
from kit.reflect.holdings import Holdings

FAIR, CLOSE = 0.667, 0.8


@dataclass(frozen=True, slots=True)
class Difference:
    """One text and one code that two people saw otherwise."""

    text: Record
    code: Code
    readings: tuple[Coded, ...]
    """One for each reader."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far those who read the same agree."""

    pairs: int
    """Text and code together, where two readers or more gave a level."""
    same: int
    """Of these, where all gave the same level."""
    alpha: float | None
    """None where there is nothing to compare, or everybody gave one and the same level everywhere."""
    differences: tuple[Difference, ...]

    @property
    def sentence(self) -> str:
        """What it means, in a plain sentence or two."""
        if not self.pairs:
            return "No two people have read the same text against the same principle yet."
        told = f"In {self.same} of {counted(self.pairs, 'place')} where two people read the same, they say the same."
        if self.alpha is None:
            return f"{told} There is only one answer in all of them, so no figure can be worked out."
        return f"{told} Krippendorff's alpha is {self.alpha:.2f}: {_meaning(self.alpha)}"


def _meaning(alpha: float) -> str:
    if alpha >= CLOSE:
        return "close agreement."
    if alpha >= FAIR:
        return "fair agreement, enough to go on from with care."
    if alpha > 0:
        return "people read it in different ways. Talk about where you differ."
    return "no more alike than by chance. Talk about what the words mean to each of you."


def agreement(held: Holdings, frameworks: Iterable[str] = ()) -> Agreement:
    """Agreement over all that two readers or more have ticked, of some frameworks (all, if left out)."""
    wanted = frozenset(frameworks)
    units: dict[tuple[str, Code], dict[str, Coded]] = {}
    for one in codings(held):
        if one.code.framework and (not wanted or one.code.framework in wanted):
            _keep(units.setdefault((one.text.id, one.code), {}), one)
    both = {place: readings for place, readings in units.items() if len(readings) > 1}
    counts = [Counter(one.level for one in readings.values()) for readings in both.values()]
    differ = tuple(Difference(next(iter(readings.values())).text, code, tuple(readings.values()))
                   for ((_, code), readings), levels in zip(both.items(), counts, strict=True) if len(levels) > 1)
    alpha = alpha_of([[levels[level] for level in LEVELS] for levels in counts])
    return Agreement(len(both), len(both) - len(differ), alpha, differ)


def _keep(readings: dict[str, Coded], one: Coded) -> None:
    """A reader's word on the whole text counts before their word on a passage; of two passages, the stronger level."""
    there = readings.get(one.reader)
    if there is None or _rank(one) < _rank(there):
        readings[one.reader] = one


def _rank(one: Coded) -> tuple[bool, int]:
    return bool(one.passage or one.lost), LEVELS.index(one.level)


def alpha_of(counts: Sequence[Sequence[int]]) -> float | None:
    """Krippendorff's alpha of how many readers gave each level, a row for each unit; None where it is not defined."""
    if sum(any(level) for level in zip(*counts, strict=True)) < 2:
        return None
    import krippendorff  # with numpy: slow to load, and seldom needed

    return float(krippendorff.alpha(value_counts=[list(row) for row in counts], level_of_measurement="nominal"))
