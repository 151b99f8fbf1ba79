"""Where a block stands in a plan, as people say it: `3`, `2.a.1` in a strand, `p1` among the parked ones, or its id.

A spot is the name of a list, then places from 0: ("blocks", 1, 0, 0) is the first block of the first strand of the second block.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kit.model import Block, Plan, Refusal
from kit.model.schedule import letters
from kit.model.text import clean_line

Spot = tuple[str | int, ...]
Blocks = tuple[Block, ...]

_NUMBER = re.compile(r"(p?)(\d{1,4})((?:\.[a-z]{1,2}\.\d{1,4})*)")


def spots(plan: Plan) -> Iterator[tuple[Spot, str, Block]]:
    """Every block with its spot and its number as people say it."""
    yield from _within(plan.blocks, ("blocks",), "")
    yield from _within(plan.parked, ("parked",), "p")


def _within(blocks: Blocks, spot: Spot, number: str) -> Iterator[tuple[Spot, str, Block]]:
    for place, block in enumerate(blocks):
        here, said = (*spot, place), f"{number}{place + 1}"
        yield here, said, block
        for strand_place, (letter, strand) in enumerate(zip(letters(), block.strands, strict=False)):
            yield from _within(strand.blocks, (*here, strand_place), f"{said}.{letter}.")


def find(plan: Plan, words: str) -> Spot | Refusal:
    """The spot of the block that somebody means by its number or its id."""
    wanted = clean_line(words).casefold()
    for spot, number, block in spots(plan):
        if wanted == number or (wanted and wanted == block.id):
            return spot
    named = [spot for spot, _, block in spots(plan) if wanted and wanted in (block.title.casefold(), block.activity)]
    if len(named) == 1:
        return named[0]
    parked = f", and p1 to p{len(plan.parked)} are parked" if plan.parked else ""
    return Refusal(f"There is no block {clean_line(words)[:40]!r}. The plan has blocks 1 to {len(plan.blocks)}{parked}.")


def place_for(plan: Plan, words: str) -> Spot | Refusal:
    """The spot at which a block can be put: that of a block that is there, or the end of its list."""
    found = _NUMBER.fullmatch(clean_line(words).casefold())
    if found is None:
        return find(plan, words)
    spot: Spot = ("parked" if found[1] else "blocks", int(found[2]) - 1)
    parts = found[3].split(".")[1:]
    for letter, number in zip(parts[::2], parts[1::2], strict=True):
        spot = (*spot, next(place for place, name in enumerate(letters()) if name == letter), int(number) - 1)
    around = blocks_around(plan, spot)
    if around is None or not 0 <= int(spot[-1]) <= len(around):
        return Refusal(f"There is no place {clean_line(words)[:40]!r} in the plan.")
    return spot


def block_at(plan: Plan, spot: Spot) -> Block:
    """The block at a spot that `find` gave."""
    return (blocks_around(plan, spot) or ())[int(spot[-1])]


def blocks_around(plan: Plan, spot: Spot) -> Blocks | None:
    """The blocks among which a spot lies; None where there is no such list."""
    blocks = plan.parked if spot[0] == "parked" else plan.blocks
    inside = [int(place) for place in spot[1:-1]]
    for place, strand in zip(inside[::2], inside[1::2], strict=True):
        if place >= len(blocks) or strand >= len(blocks[place].strands):
            return None
        blocks = blocks[place].strands[strand].blocks
    return blocks


def with_blocks(plan: Plan, spot: Spot, change: Callable[[Blocks], Blocks]) -> Plan:
    """The plan with the list around a spot changed."""
    inside = [int(place) for place in spot[1:-1]]
    if spot[0] == "parked":
        return replace(plan, parked=_changed(plan.parked, inside, change))
    return replace(plan, blocks=_changed(plan.blocks, inside, change))


def _changed(blocks: Blocks, inside: list[int], change: Callable[[Blocks], Blocks]) -> Blocks:
    if not inside:
        return change(blocks)
    place, number, *deeper = inside
    block = blocks[place]
    strand = block.strands[number]
    strand = replace(strand, blocks=_changed(strand.blocks, deeper, change))
    strands = (*block.strands[:number], strand, *block.strands[number + 1:])
    return (*blocks[:place], replace(block, strands=strands), *blocks[place + 1:])
