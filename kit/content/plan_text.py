"""A plan as the text of its file: what a person would have written, and what reads back as the very same plan."""

import json
from collections.abc import Iterator
from typing import Any

from kit.content.literal import literal
from kit.content.vocabulary import BLOCK, PLAN, STRAND, Field
from kit.model import Block, Plan, Strand

Noun = Plan | Block | Strand

_ALWAYS = ("start",)
"""Keys that are written even where they have their default."""


def plan_text(plan: Plan, above: str = "") -> str:
    """The text of a plan's file. What has its default is left out. `above` are lines that go before everything."""
    parts = [*values_text(plan, PLAN)]
    for block in plan.blocks:
        parts += ["", *_block(block, "blocks")]
    for block in plan.parked:
        parts += ["", *_block(block, "parked")]
    return above + "\n".join(parts) + "\n"


def lines_above(text: str) -> str:
    """The notes at the top of a plan's file, which stay when the kit writes it anew."""
    lines = text.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return "".join(lines[:count])


def _block(block: Block, path: str) -> Iterator[str]:
    yield f"[[{path}]]"
    yield from values_text(block, BLOCK)
    for strand in block.strands:
        yield ""
        yield from _strand(strand, f"{path}.strands")


def _strand(strand: Strand, path: str) -> Iterator[str]:
    yield f"[[{path}]]"
    yield from values_text(strand, STRAND)
    for block in strand.blocks:
        yield ""
        yield from _block(block, f"{path}.blocks")


def values_text(noun: object, fields: tuple[Field, ...]) -> Iterator[str]:
    """A line for each field of a noun that does not have its default."""
    for field in fields:
        if field.type != "parts" and (written := _key(noun, field)) is not None:
            yield f"{field.name} = {written}"


def changed_values(before: Noun, after: Noun, fields: tuple[Field, ...]) -> dict[str, str | None]:
    """What the keys say that are other than before; None for a key that goes."""
    return {field.name: _key(after, field) for field in fields
            if field.type != "parts" and getattr(before, field.name) != getattr(after, field.name)}


def _key(noun: object, field: Field) -> str | None:
    value = getattr(noun, field.name, None)
    return _written(value) if field.required or field.name in _ALWAYS or value != field.default else None


def _written(value: Any) -> str:
    """A value as TOML has it. Words over several lines stay readable, unless something in them would be read another way."""
    if not isinstance(value, str) or "\n" not in value:
        return literal(value)
    raw = "\\" in value or '"""' in value or value.endswith('"')
    return json.dumps(value, ensure_ascii=False) if raw else literal(value)
