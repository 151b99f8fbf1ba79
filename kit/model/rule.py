"""The rule of a rating: when a room agrees, worked out in whole numbers alone.

A rule is data (`activities/rules.toml`). Its conditions are short phrases, `high at least 70`: of every hundred ratings that
count, at least 70 are high. Nothing is ever divided, so no rounding can tip a result. Thresholds after FIELD.md, 3.1.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

IN, OUT, NEITHER = "in", "out", "no consensus"
"""What a rule says of a statement: agreed that it matters, agreed that it can go, or neither."""

_CONDITION = re.compile(r"(high|low) (at least|more than|fewer than|at most) (\d{1,3})")


@dataclass(frozen=True, slots=True)
class Tally:
    """How one group rated one statement."""

    scores: Mapping[int, int] = field(default_factory=dict)
    """How many people gave each score."""
    cant_say: int = 0
    blank: int = 0
    """Sheets that came back with nothing beside this statement."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One phrase of a rule."""

    part: str
    """high or low"""
    how: str
    """at least, more than, fewer than, at most"""
    share: int
    """In every hundred of those who count."""

    def holds(self, number: int, of: int) -> bool:
        """Whether it holds where `number` of `of` ratings are in its part."""
        return {"at least": number * 100 >= self.share * of, "more than": number * 100 > self.share * of,
                "fewer than": number * 100 < self.share * of, "at most": number * 100 <= self.share * of}[self.how]

    def edge(self, of: int) -> int:
        """The fewest ratings in its part that will do among `of`, or the most. Below 0 or above `of`: none will do."""
        return {"at least": -(-self.share * of // 100), "more than": self.share * of // 100 + 1,
                "fewer than": -(-self.share * of // 100) - 1, "at most": self.share * of // 100}[self.how]

    @property
    def wants(self) -> bool:
        """True where it asks for enough ratings, False where it asks for few."""
        return self.how in ("at least", "more than")


def read_condition(text: str) -> Condition | None:
    """The condition that a phrase says, or None where it says none."""
    said = _CONDITION.fullmatch(text)
    return Condition(said[1], said[2], int(said[3])) if said and int(said[3]) <= 100 else None


@dataclass(frozen=True, slots=True)
class Rule:
    """When a room agrees. The defaults are the common rule: 70 in 100 high, and fewer than 15 in 100 low."""

    id: str = "70-15"
    title: str = "The common rule"
    words: str = ""
    """The rule in plain words, for the room."""
    source: str = ""
    agreed_in: tuple[str, ...] = ("high at least 70", "low fewer than 15")
    """All of these hold where a statement is in."""
    agreed_out: tuple[str, ...] = ()
    """All of these hold where a statement is out. None: nothing is ever out."""
    in_each_group: bool = False
    """True where the conditions for in must hold in every group by itself."""
    out_each_group: bool = False
    cant_say_counts: bool = False
    """True where "can't say" is counted among those whose ratings decide."""
    blank_counts: bool = False

    def those_who_count(self, tally: Tally) -> int:
        """How many ratings a share is a share of."""
        return (sum(tally.scores.values()) + self.cant_say_counts * tally.cant_say + self.blank_counts * tally.blank)

    def outcome(self, groups: Sequence[Tally], scale: int) -> str:
        """IN, OUT or NEITHER for a statement that these groups rated. With nobody whose rating counts: NEITHER."""
        whole = (together(groups),)
        for result, phrases, each in ((IN, self.agreed_in, self.in_each_group), (OUT, self.agreed_out, self.out_each_group)):
            if phrases and all(self._holds(phrases, tally, scale) for tally in (groups if each else whole)):
                return result
        return NEITHER

    def _holds(self, phrases: Sequence[str], tally: Tally, scale: int) -> bool:
        of = self.those_who_count(tally)
        return of > 0 and all(c.holds(in_part(tally, c.part, scale), of) for c in conditions(phrases))

    def one_can_stop(self, people: int) -> bool:
        """Whether one person alone can stop a statement from being in, where so many ratings count."""
        return people > 0 and any(_one_is_enough(c, people) for c in conditions(self.agreed_in))


def _one_is_enough(condition: Condition, people: int) -> bool:
    edge = condition.edge(people)
    return edge >= people if condition.wants else edge < 1


def conditions(phrases: Sequence[str]) -> list[Condition]:
    """What some phrases say; one that says nothing is left out."""
    return [condition for condition in map(read_condition, phrases) if condition]


def bands(scale: int) -> tuple[int, int]:
    """The highest low score and the lowest high one: the outer thirds of a scale, 3 and 7 of nine points."""
    return max(1, scale // 3), scale - max(1, scale // 3) + 1


def in_part(tally: Tally, part: str, scale: int) -> int:
    """How many scores are high, or low."""
    low, high = bands(scale)
    return sum(count for score, count in tally.scores.items() if (score <= low if part == "low" else score >= high))


def together(groups: Sequence[Tally]) -> Tally:
    """Several groups as one."""
    scores: dict[int, int] = {}
    for tally in groups:
        for score, count in tally.scores.items():
            scores[score] = scores.get(score, 0) + count
    return Tally(scores, sum(t.cant_say for t in groups), sum(t.blank for t in groups))
