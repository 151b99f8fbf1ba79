"""Changing a plan: each change takes a plan and gives another, or a refusal. Nothing is written here, and times are never set."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kit.content.plan_files import DEEPEST, MOST_BLOCKS
from kit.content.values import Wrong, one_value
from kit.content.vocabulary import BLOCK, PLAN, STRAND, Field
from kit.engine.spots import Spot, block_at, blocks_around, spots, with_blocks
from kit.model import Block, Plan, Refusal, Strand
from kit.model.clock import LONGEST, read_minutes
from kit.model.schedule import letters
from kit.model.text import clean_line, listed

Planned = Plan | Refusal
Change = Callable[[Plan], Planned]
"""One change to a plan."""

MINUTES = ("minutes", "least")
"""Fields that hold a duration, typed as people type it."""

_GONE = Block("gone", "", "", 0, time="work")
"""What stands where a block was while it is on its way to another place."""


def add(plan: Plan, spot: Spot, block: Block) -> Planned:
    """Put a block at a spot; what stands there and after it moves on."""
    around = blocks_around(plan, spot) or ()
    if len(around) >= MOST_BLOCKS:
        return Refusal(f"There are {MOST_BLOCKS} blocks here. That is the most.")
    place = int(spot[-1])
    return with_blocks(plan, spot, lambda blocks: (*blocks[:place], block, *blocks[place:]))


def remove(plan: Plan, spot: Spot) -> Planned:
    """Take a block out for good. Undo brings it back."""
    place = int(spot[-1])
    if spot == ("blocks", 0) and len(plan.blocks) == 1:
        return Refusal("A plan has at least one block. Add another before you take this one out.")
    return with_blocks(plan, spot, lambda blocks: (*blocks[:place], *blocks[place + 1:]))


def move(plan: Plan, spot: Spot, to: Spot) -> Planned:
    """Move a block so that it stands at another spot."""
    if to[:len(spot)] == spot and len(to) > len(spot):
        return Refusal("A block cannot move into its own strands.")
    block, place, end = block_at(plan, spot), int(spot[-1]), int(to[-1])
    if len(to) // 2 + _depth(block) > DEEPEST + 1:
        return Refusal(f"Strands go {DEEPEST} deep at the most.")
    same = spot[:-1] == to[:-1]
    held = with_blocks(plan, spot, lambda blocks: (*blocks[:place], _GONE, *blocks[place + 1:]))
    after = int(same and end > place)
    put = with_blocks(held, to, lambda blocks: (*blocks[:end + after], block, *blocks[end + after:]))
    gone = next(here for here, _, each in spots(put) if each is _GONE)
    moved = remove(put, gone)
    if isinstance(moved, Plan) and not moved.blocks:
        return Refusal("A plan has at least one block.")
    return moved


def park(plan: Plan, spot: Spot) -> Planned:
    """Keep a block for another time: it counts nowhere."""
    if spot[0] == "parked" and len(spot) == 2:
        return Refusal("It is parked already.")
    return move(plan, spot, ("parked", len(plan.parked)))


def copy(plan: Plan, spot: Spot) -> Planned:
    """The same block once more, right after it. An id belongs to one block, so the copies have none."""
    after = (*spot[:-1], int(spot[-1]) + 1)
    return add(plan, after, _without_ids(block_at(plan, spot)))


def split(plan: Plan, spot: Spot, titles: Sequence[str], name: str = "") -> Planned:
    """Let groups do a block side by side: one strand for each title, all with the same work at first.

    `name` is what people call the block, where its activity names it.
    """
    block = block_at(plan, spot)
    names = [clean_line(title) for title in titles]
    if not 2 <= len(names) <= 40 or not all(names):
        return Refusal("Name two groups or more, such as: Table 1, Table 2.")
    if len(spot) // 2 + _depth(block) > DEEPEST:
        return Refusal(f"Strands go {DEEPEST} deep at the most.")
    inside = replace(_without_ids(block), pin="")
    title = block.title or name or block.activity or "Side by side"
    work = Block(block.id, title, "", 0, pin=block.pin, priority=block.priority, aim=block.aim,
                 strands=tuple(Strand(name, (inside,)) for name in names))
    return put_back(plan, spot, work)


def put_back(plan: Plan, spot: Spot, block: Block) -> Plan:
    """The plan with another block at a spot."""
    place = int(spot[-1])
    return with_blocks(plan, spot, lambda blocks: (*blocks[:place], block, *blocks[place + 1:]))


def set_group(plan: Plan, spot: Spot, name: str, typed: str) -> Planned:
    """Rename one of the groups of a block, as `group.a`, or say where it meets, as `place.a`."""
    what, _, letter = name.partition(".")
    block = block_at(plan, spot)
    place = next((place for place, (each, _) in enumerate(zip(letters(), block.strands, strict=False)) if each == letter), None)
    if place is None:
        return Refusal(f"There is no group {clean_line(letter)[:10]!r} in this block.")
    value = read_part(next(field for field in STRAND if field.name == GROUP_PARTS[what]), typed)
    if isinstance(value, Refusal):
        return value
    strand = replace(block.strands[place], **{GROUP_PARTS[what]: value})
    return put_back(plan, spot, replace(block, strands=(*block.strands[:place], strand, *block.strands[place + 1:])))


GROUP_PARTS = {"group": "title", "place": "place"}
"""What can be set of a group, by the word before its letter."""


def set_part(plan: Plan, spot: Spot, name: str, typed: str) -> Planned:
    """Set one part of a block, as typed. Empty: its default. What cannot be read changes nothing."""
    if name.partition(".")[0] in GROUP_PARTS:
        return set_group(plan, spot, name, typed)
    field = _field(BLOCK, name)
    if isinstance(field, Refusal):
        return field
    value = read_part(field, typed)
    if isinstance(value, Refusal):
        return value
    block = replace(block_at(plan, spot), **{field.name: value})
    if field.name in MINUTES and block.strands:
        return Refusal("The longest strand gives this block its minutes. Change a block inside it.")
    if block.minutes and block.least > block.minutes:
        return Refusal(f"The fewest minutes, {block.least}, would be above the usual {block.minutes}.")
    if not block.activity and not block.strands and not (block.title and block.minutes):
        return Refusal("A block with no activity needs a title and minutes of its own.")
    if block.activity and block.strands:
        return Refusal("A block with strands has no activity of its own. Put it into a strand.")
    return put_back(plan, spot, block)


def set_day(plan: Plan, name: str, typed: str) -> Planned:
    """Set one part of the whole plan, such as its start."""
    field = _field(PLAN, name)
    if isinstance(field, Refusal):
        return field
    value = read_part(field, typed)
    if isinstance(value, Refusal):
        return value
    changed: Plan = replace(plan, **{field.name: value})
    if changed.least_people > changed.most_people:
        return Refusal(f"The fewest people, {changed.least_people}, would be above the most, {changed.most_people}.")
    return changed


def read_part(field: Field, typed: str) -> Any:
    """The value of a field as somebody types it; its default where nothing is typed."""
    words = typed.strip()
    if not words and not field.required:
        return field.default
    given: Any = words
    if field.name in MINUTES:
        given = read_minutes(words)
        if given is None:
            return Refusal(f"{clean_line(words)[:40]!r} is no duration. Type it as 45, 1h30, 1:30 or 1,5h, "
                           f"up to {LONGEST // 60} hours.")
    elif field.type == "number":
        given = int(words) if words.isdecimal() and len(words) < 7 else words
    elif field.type == "numbers":
        return _numbers(words)
    try:
        return one_value(field, given)
    except Wrong as wrong:
        return Refusal(f"{field.name} is {clean_line(words)[:40]!r}{wrong}")


def _numbers(words: str) -> Any:
    parts = [part for part in words.replace(",", " ").split() if part]
    if not all(part.isdecimal() and len(part) < 4 and int(part) for part in parts):
        return Refusal("Type numbers with spaces between, such as 35 36.")
    return tuple(dict.fromkeys(int(part) for part in parts))


def _field(fields: Sequence[Field], name: str) -> Field | Refusal:
    known = {field.name: field for field in fields if field.type != "parts" and (field.name != "id" or fields is BLOCK)}
    wanted = clean_line(name).casefold()
    return known.get(wanted) or Refusal(f"{wanted[:40]!r} is no part that can be set. It can be: {listed(list(known), 'or')}.")


def _without_ids(block: Block) -> Block:
    strands = tuple(replace(strand, blocks=tuple(_without_ids(part) for part in strand.blocks)) for strand in block.strands)
    return replace(block, id="", strands=strands)


def _depth(block: Block) -> int:
    """How many strands within strands a block has; 0 where it has none."""
    return max((1 + max((_depth(part) for part in strand.blocks), default=0) for strand in block.strands), default=0)
