"""The search for cyclic schedules: many short runs over many ways to turn a room, more for those that do well."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from random import Random

from kit.engine.seating.anneal import cool
from kit.engine.seating.cyclic import Turned, TurnedAnnealer, Turning, turnings
from kit.engine.seating.effort import Effort
from kit.engine.seating.masks import Seating
from kit.engine.seating.opening import opening
from kit.engine.seating.room import Plan, Room

_HEAT = (0.48, 0.36)
"""The heats, in orbits, at which base rounds of 24 to 40 people were found soonest."""
_TRIES = 20_000
_MOST_WAYS = 12


def turn_about(room: Room, effort: Effort, share: float, chance: Random, offer: Callable[[Plan, int], bool]) -> None:
    """Offer schedules for a plain room, each with its repeats, until one is taken for good or the share of effort is used."""
    rounds = len(room.rounds)
    ways = list(islice(turnings(len(room.ids), rounds), _MOST_WAYS))
    least: dict[Turning, int] = {}
    while ways:
        for way in ways:
            plan = _base_rounds(room, way, effort, share, chance)
            repeats = Seating(room, plan).repeats
            least[way] = min(repeats, least.get(way, repeats))
            if offer(plan, repeats) or effort.over(share):
                return
        ways = sorted(ways, key=lambda way: least[way])[:max(3, len(ways) // 2)]


def _base_rounds(room: Room, way: Turning, effort: Effort, share: float, chance: Random) -> Plan:
    """One run for base rounds, and the rounds that follow from them."""
    small = Room(replace(room.instance, rounds=way.bases))
    annealer = TurnedAnnealer(small, Turned(small, opening(small, chance), way), chance)
    effort.spend(3 * len(room.ids) ** 2)
    cool(annealer, _TRIES, _HEAT, effort, share, 0)
    return way.develop(annealer.best)[:len(room.rounds)]
