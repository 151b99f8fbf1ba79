"""Days in a small notation, so that a table of cases can be read: `10:00 talk 30, tea 15 break @10:45, (a: x 20 | b: y 45)`."""

import re

from kit.model import Block, Plan, Strand
from kit.model.clock import clock

_WORD = re.compile(r"\s*([(),|]|[^\s(),|]+)")


def plan(text: str) -> Plan:
    """The plan that a text stands for: a start, then blocks. A block in brackets has strands, each with its name and a colon."""
    start, _, rest = text.partition(" ")
    words = [found[1] for found in _WORD.finditer(rest)]
    return Plan("p", "A day", "Made up.", start, _blocks(words))


def _blocks(words: list[str]) -> tuple[Block, ...]:
    blocks = []
    while words and words[0] not in ")|":
        blocks.append(_block(words))
        if words and words[0] == ",":
            words.pop(0)
    return tuple(blocks)


def _block(words: list[str]) -> Block:
    if words[0] == "(":
        given = {"title": "split", "time": "work", "strands": _strands(words)}
    else:
        title, minutes = words.pop(0), int(words.pop(0))
        given = {"title": title, "minutes": minutes, "time": "work"}
    while words and words[0] not in "(),|":
        word = words.pop(0)
        if word.startswith("@"):
            given["pin"] = word[1:]
        elif word.startswith("least"):
            given["least"] = int(word[5:])
        elif word in ("must", "should", "could"):
            given["priority"] = word
        else:
            given["time"] = word
    return Block(**{"id": str(given["title"]), "activity": "", "minutes": 0} | given)


def _strands(words: list[str]) -> tuple[Strand, ...]:
    strands = []
    while words.pop(0) != ")":
        title = words.pop(0).rstrip(":")
        strands.append(Strand(title, _blocks(words)))
        assert words, "a bracket is open"
    return tuple(strands)


def told(schedule) -> str:
    """The times of a schedule: each block with its start and end, gaps before it and overlaps after it."""
    parts = []
    for slot in schedule.every():
        gap = f"gap {slot.gap}, " if slot.gap else ""
        over = f" overlap {slot.overlap}" if slot.overlap else ""
        parts.append(f"{gap}{slot.block.title} {clock(slot.start)}-{clock(slot.end)}{over}")
    return ", ".join(parts)


def totals(schedule) -> tuple[int, int, int, int]:
    """Content, breaks, gaps, overlaps."""
    sums = schedule.totals
    return sums.content, sums.breaks, sums.gaps, sums.overlaps
