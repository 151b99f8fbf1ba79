"""The words that the kit itself came with: every text of its activities and plans. None of them is anybody's."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from kit.content.library import load
from kit.desk.person_parts import PARTS
from kit.model import Activity, Block, Consent, Event, Origin, Plan, Record, Script, Step, Strand
from kit.model.data import to_data
from kit.paths import builtin_activities


@cache
def shipped_texts() -> frozenset[str]:
    """Every text that stands in an activity or a plan of the kit's own. Reading them takes a moment, once."""
    library = load([builtin_activities()])
    return frozenset(text for thing in (*library.activities.values(), *library.plans.values()) for text in _texts(to_data(thing)))


@cache
def own_keys() -> frozenset[str]:
    """The names of parts, as our files have them: `"people":`. They are in every file, and nobody said them."""
    nouns = (Activity, Block, Consent, Event, Origin, Plan, Record, Script, Step, Strand)
    names = {field.name for noun in nouns for field in fields(noun)} | {part.name for part in PARTS} | {"people", "rounds"}
    return frozenset(f'"{name}":' for name in names)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
