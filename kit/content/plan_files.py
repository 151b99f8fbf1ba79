"""A plan from the data of its file."""

from dataclasses import replace

from kit.content.findings import Findings
from kit.content.problems import shown
from kit.content.table import Table, in_order, parts_of, unknown_keys, values_of
from kit.content.toml_file import TomlFile
from kit.content.vocabulary import BLOCK, PLAN
from kit.model import Block, Plan
from kit.model.text import clean_line

MOST_BLOCKS = 300
"""Blocks in one plan."""

_PLAIN_BLOCK = tuple(replace(field, required=True, least=1) if field.name in ("title", "minutes") else field for field in BLOCK)
"""The fields of a block with no activity to take its title and minutes from."""

_OF_A_BLOCK = {field.name: "in a block; move it under a [[blocks]] line" for field in BLOCK}
_OF_THE_PLAN = {field.name: "to the whole plan; move it above the first [[blocks]] line" for field in PLAN}


def plan_from(file: TomlFile, found: Findings) -> Plan:
    """The plan of a file, to be used only where nothing was found wrong. What its blocks leave out stays empty."""
    table = Table(found, (), "", file.data)
    values = values_of(table, PLAN)
    unknown_keys(table, [field.name for field in PLAN], _OF_A_BLOCK)
    in_order(table, values, "least_people", "most_people")
    parts = parts_of(table, "blocks", "block", MOST_BLOCKS)
    blocks = tuple(_block(part) for part in parts)
    _no_doubles(parts, blocks)
    return Plan(**values, blocks=blocks, file=file.path.name)


def _block(table: Table) -> Block:
    given = table.data.get("activity", "")
    plain = isinstance(given, str) and not clean_line(given)
    if plain:
        table = replace(table, place=f"{table.place}, with no activity,")
    unknown_keys(table, [field.name for field in BLOCK], _OF_THE_PLAN)
    return Block(**values_of(table, _PLAIN_BLOCK if plain else BLOCK))


def _no_doubles(parts: list[Table], blocks: tuple[Block, ...]) -> None:
    first: dict[str, Table] = {}
    for part, block in zip(parts, blocks, strict=True):
        if block.id and block.id in first:
            other = first[block.id].place
            part.add("id", f"{part.place} has the id {shown(block.id)}, which {other} has too. Change one of them.")
        first.setdefault(block.id, part)
