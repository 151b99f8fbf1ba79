"""Reading records for paper: only those that more than one person may see, and only their words."""

import re
from collections.abc import Iterable

from kit.model import Record, Script, Step, Visible, standing
from printables.sheet import Source
from printables.tree import Link, Run, Words, words

_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)]|[\w.+-]+@[\w-]+\.[\w.-]*\w)")


def of_kind(records: Iterable[Record], kind: str) -> list[Record]:
    """The records of a kind that count and that the group may see."""
    return [r for r in standing(records) if r.kind == kind and r.visible != Visible.ME]


def said(record: Record, key: str = "text") -> str:
    """One text of a record; empty where it has none."""
    value = record.content.get(key, "")
    return "" if value is None else str(value)


def with_links(text: str) -> Words:
    """A text in which each web or e-mail address leads there."""
    found: list[Run] = []
    for number, part in enumerate(_ADDRESS.split(text)):
        address = part if "://" in part else f"mailto:{part}" if "@" in part else f"https://{part}"
        found.append(Link(part if address != part else "", address) if number % 2 else part)
    return words(*found)


def said_lines(record: Record, key: str) -> tuple[str, ...]:
    """A list of texts of a record, without the empty ones."""
    value = record.content.get(key) or ()
    lines = [value] if isinstance(value, str) else value
    return tuple(str(line) for line in lines if line)


def tables(source: Source) -> int:
    """How many tables there are: of the size the plan mixes people at, else of five."""
    steps = steps_of(source.script, "seat")
    size = max(2, min((int(step.settings.get("table_size", 5)) for step in steps), default=5))
    return max(1, -(-source.people // size))


def steps_of(script: Script, kind: str) -> list[Step]:
    """The steps of a kind, in the order in which the plan comes to them."""
    activities = (script.activity(block) for block in script.plan.blocks)
    return [step for activity in activities if activity for step in activity.steps if step.kind == kind]
