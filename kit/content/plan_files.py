"""A plan from the data of its file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kit.content.findings import Findings
from kit.content.problems import shown
from kit.content.table import Table, in_order, parts_of, unknown_keys, values_of
from kit.content.toml_file import TomlFile
from kit.content.vocabulary import BLOCK, PLAN, STRAND
from kit.model import Block, Plan, Strand
from kit.model.text import clean_line

MOST_BLOCKS = 300
"""Blocks in one plan, or in one strand."""

MOST_STRANDS = 40
"""Strands in one block."""

DEEPEST = 3
"""Strands within strands, at most."""

_PLAIN_BLOCK = tuple(replace(field, required=True, least=1) if field.name in ("title", "minutes") else field for field in BLOCK)
"""The fields of a block with no activity to take its title and minutes from."""

_SPLIT_BLOCK = tuple(replace(field, required=True) if field.name == "title" else field for field in BLOCK)
"""The fields of a block with strands, which give it its minutes."""

_OF_A_BLOCK = {field.name: "in a block; move it under a [[blocks]] line" for field in BLOCK}
_OF_THE_PLAN = {field.name: "to the whole plan; move it above the first [[blocks]] line" for field in PLAN}


def plan_from(file: TomlFile, found: Findings) -> Plan:
    """The plan of a file, to be used only where nothing was found wrong. What its blocks leave out stays empty."""
    table = Table(found, (), "", file.data)
    values = head_from(file, found)
    parts = parts_of(table, "blocks", "block", MOST_BLOCKS)
    parked = parts_of(table, "parked", "parked block", MOST_BLOCKS) if "parked" in table.data else []
    read = [(part, _block(part)) for part in (*parts, *parked)]
    blocks = tuple(block for _, block in read)
    _no_doubles([every for part, block in read for every in _every(part, block)])
    return Plan(**values, blocks=blocks[:len(parts)], parked=blocks[len(parts):], file=file.path.name)


def head_from(file: TomlFile, found: Findings) -> dict[str, Any]:
    """What a file says of the whole plan, by name."""
    table = Table(found, (), "", file.data)
    values = values_of(table, PLAN)
    unknown_keys(table, [field.name for field in PLAN], _OF_A_BLOCK)
    in_order(table, values, "least_people", "most_people")
    return values


def blocks_from(file: TomlFile, found: Findings, name: str) -> list[Block]:
    """The blocks in one list of a file."""
    return [_block(part) for part in parts_of(Table(found, (), "", file.data), name, "block", MOST_BLOCKS)]


def _block(table: Table, depth: int = 0) -> Block:
    given = table.data.get("activity", "")
    split = "strands" in table.data
    plain = isinstance(given, str) and not clean_line(given)
    if plain and not split:
        table = replace(table, place=f"{table.place}, with no activity,")
    unknown_keys(table, [field.name for field in BLOCK], _OF_THE_PLAN)
    values = values_of(table, _SPLIT_BLOCK if split else _PLAIN_BLOCK if plain else BLOCK)
    in_order(table, values | {"minutes": values["minutes"] or None}, "least", "minutes")
    return Block(**values, strands=_strands(table, depth) if split else ())


def _strands(table: Table, depth: int) -> tuple[Strand, ...]:
    if depth == DEEPEST:
        table.add("strands", f"{table.place} has strands in strands in strands in strands. {DEEPEST} deep is the most.")
        return ()
    if clean_line(str(table.data.get("activity", ""))):
        table.add("activity", f"{table.place} has both an activity and strands. Put the activity into a strand.")
    return tuple(_strand(part, depth) for part in _parts(table, "strands", "strand", MOST_STRANDS))


def _strand(table: Table, depth: int) -> Strand:
    unknown_keys(table, [field.name for field in STRAND], {})
    parts = _parts(table, "blocks", "block", MOST_BLOCKS) if "blocks" in table.data else []
    return Strand(**values_of(table, STRAND), blocks=tuple(_block(part, depth + 1) for part in parts))


def _parts(table: Table, name: str, one: str, most: int) -> list[Table]:
    """As `parts_of`, each named with what it stands in: `strand 2 of block 3`."""
    return [replace(part, place=f"{part.place} of {table.place}") for part in parts_of(table, name, one, most)]


def _every(table: Table, block: Block) -> Iterator[tuple[Table, Block]]:
    """A block and those in its strands, each with its own table."""
    yield table, block
    parts = _parts(table, "strands", "strand", MOST_STRANDS) if block.strands else []
    for part, strand in zip(parts, block.strands, strict=True):
        inside = _parts(part, "blocks", "block", MOST_BLOCKS) if strand.blocks else []
        for own, each in zip(inside, strand.blocks, strict=True):
            yield from _every(own, each)


def _no_doubles(parts: list[tuple[Table, Block]]) -> None:
    first: dict[str, Table] = {}
    for part, block in parts:
        if block.id and block.id in first:
            other = first[block.id].place
            part.add("id", f"{part.place} has the id {shown(block.id)}, which {other} has too. Change one of them.")
        first.setdefault(block.id, part)
