"""What the kit understands while somebody is typing: a calm line under the answer, before anything is kept."""

import re
from collections.abc import Callable
from typing import Any

from kit.engine import how_to_answer
from kit.engine.answers import read
from kit.model import Ask, Form, Refusal
from kit.model.text import counted, listed

_SHORT = 60
"""Characters of somebody's words that are said back."""


def echo(ask: Ask, typed: str) -> str:
    """What was understood, where that helps; otherwise how to answer."""
    if not typed.strip():
        return how_to_answer(ask)
    if ask.form is Form.COUNTS:
        return _counts(ask, typed)
    say = _SAYS.get(ask.form)
    value = read(ask, typed) if say else None
    return how_to_answer(ask) if say is None or isinstance(value, Refusal) else say(value)


def _counts(ask: Ask, typed: str) -> str:
    numbers = [part for part in re.split(r"[\s,;]+", typed.strip()) if part]
    if len(numbers) > len(ask.options) or not all(part.isdecimal() and len(part) < 7 for part in numbers):
        return how_to_answer(ask)
    pairs = [f"{option.words} {numbers[place] if place < len(numbers) else '…'}" for place, option in enumerate(ask.options)]
    return f"{', '.join(pairs)}. That is {sum(map(int, numbers))} in all."


def _some(keys: list[str]) -> str:
    return f"{counted(len(keys), 'chosen', 'chosen')}: {listed(keys)}." if keys else "None."


def _meaning(value: dict[str, str]) -> str:
    return f"{value['term'][:_SHORT]} means: {value['meaning'][:_SHORT]}" if value["meaning"] else \
        f"{value['term'][:_SHORT]}, with no plain words yet."


_SAYS: dict[Form, Callable[[Any], str]] = {
    Form.SOME: _some,
    Form.LABELLED: lambda value: f"For {value['label']}: {value['text'][:_SHORT]}",
    Form.TALLY: lambda value: f"{value['label']} has {counted(value['number'], 'mark')}.",
    Form.MEANING: _meaning,
    Form.ORDER: lambda value: f"In this order: {', '.join(' and '.join(place) for place in value)}.",
}
