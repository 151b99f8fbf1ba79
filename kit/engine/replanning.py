"""Changing the plan of a day that is going on. What is past, and what goes on now, keeps its place; pins are never touched."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kit.engine.late import Proposal
from kit.model import Plan


def change_of(proposal: Proposal) -> dict[str, Any]:
    """What is kept of a proposal that was taken: ids and numbers, no words."""
    return {"minutes": dict(proposal.minutes), "park": list(proposal.park), "back": [list(pair) for pair in proposal.back],
            "end": proposal.end if proposal.agree else None}


def replanned(plan: Plan, block: int, change: Mapping[str, Any]) -> Plan:
    """The plan after a change, with the room in a block (from 1). Only what is still to come is parked or brought back."""
    minutes = {str(name): int(count) for name, count in change.get("minutes", {}).items()}
    blocks = [replace(each, minutes=minutes.get(each.id, each.minutes)) for each in plan.blocks]
    gone = set(change.get("park", ()))
    parked = [each for each in blocks[block:] if each.id in gone]
    blocks = [each for place, each in enumerate(blocks) if place < block or each.id not in gone]
    waiting = {each.id: each for each in plan.parked}
    for name, before in change.get("back", ()):
        if name in waiting:
            place = next((n for n, each in enumerate(blocks) if each.id == before and n >= block), len(blocks))
            blocks.insert(place, replace(waiting.pop(name), pin=""))
    return replace(plan, blocks=tuple(blocks), parked=(*waiting.values(), *parked))
