"""The search for a plan: designs, cyclic schedules and annealing, each where it serves, until the effort is used up."""

from contextlib import suppress
from dataclasses import replace
from itertools import cycle
from random import Random

from kit.engine.seating.anneal import Annealer, cool
from kit.engine.seating.bounds import balanced
from kit.engine.seating.effort import Effort
from kit.engine.seating.fitting import Fitting
from kit.engine.seating.instance import Instance
from kit.engine.seating.masks import CROWD, Seating
from kit.engine.seating.opening import Undecided, opening
from kit.engine.seating.ready import ready_schedule
from kit.engine.seating.room import Plan, Room
from kit.engine.seating.turning import turn_about

_HEATS = ((0.45, 0.22), (0.35, 0.15), (0.5, 0.3))
"""Heats at the start and the end of one annealing, in repeats. Large rooms like the cool ones, dense rooms the hot ones."""
_WARM = (0.25, 0.15)
"""Heats for a plan that is good already."""
_FIRST_TRIES = 100
"""Tries in the first annealing, for each person and round; every other one is twice as long."""
_TURNING, _FITTING, _ANNEALING = 0.3, 0.4, 0.95
"""The shares of the effort that are used up when each engine must have ended."""


class Search:
    """The best plan so far."""

    def __init__(self, room: Room, effort: Effort, chance: Random, target: int) -> None:
        self.room, self.effort, self.chance, self.target = room, effort, chance, target
        self.plan: Plan = []
        self.score = 1 << 60
        self.by = ""

    @property
    def cost(self) -> int | None:
        """The cost of the best plan so far, or None where there is none yet."""
        return self.score >> CROWD if self.plan else None

    @property
    def done(self) -> bool:
        """Whether no better plan can be, nor one whose repeats are shared more evenly."""
        return self.score <= self.target << CROWD

    def offer(self, plan: Plan, score: int, by: str) -> None:
        """Keep a plan where it is the best so far."""
        if score < self.score:
            if score >> CROWD <= self.target < self.score >> CROWD:
                self.effort.end_soon()
            self.plan, self.score, self.by = plan, score, by

    def run(self, start: Plan, frozen: int = 0) -> None:
        """Search, from a plan that keeps the wishes. The first rounds can be frozen: then they stay as they are."""
        if not frozen:
            self._without_names()
        if self.plan:
            self._anneal(self.plan, 10_000, _WARM, frozen, f"{self.by}, then annealing")
        tries = _FIRST_TRIES * len(self.room.ids) * len(self.room.rounds)
        for number, heat in enumerate(cycle(_HEATS), 1):
            if self.plan and (self.done or self.effort.over(_ANNEALING)):
                return
            with suppress(Undecided):
                start = start[:frozen] + opening(self.room, self.chance)[frozen:]
            self._anneal(start, tries, heat, frozen, "annealing")
            tries = _longer(tries, number)

    def _anneal(self, start: Plan, tries: int, heat: tuple[float, float], frozen: int, by: str) -> None:
        annealer = Annealer(self.room, Seating(self.room, start), self.chance, frozen)
        cool(annealer, tries, heat, self.effort, _ANNEALING, self.target)
        self.offer(annealer.best, annealer.best_score, by)

    def _without_names(self) -> None:
        """Schedules that know nothing of wishes; people get the places that suit them."""
        plain = _plain(self.room)
        if plain is None:
            return
        sizes = plain.rounds[0].most
        ready = ready_schedule(sizes, len(plain.rounds), self.chance)
        if ready:
            self._fit(ready, "design")
            return
        best: list[tuple[int, Plan]] = []

        def offered(plan: Plan, repeats: int) -> bool:
            if not best or repeats < best[0][0]:
                best[:] = [(repeats, plan)]
            return repeats <= self.target

        turn_about(plain, self.effort, _TURNING, self.chance, offered)
        if best:
            self._fit(best[0][1], "cyclic schedule")

    def _fit(self, places: Plan, by: str) -> None:
        plan: Plan | None = places
        if not self.room.plain:
            fitting = Fitting(self.room, places, self.chance)
            fitting.run(self.effort, _FITTING)
            plan = fitting.plan()
        if plan:
            self.offer(plan, Seating(self.room, plan).score, by)


def _plain(room: Room) -> Room | None:
    """The room without its wishes, at tables of fixed sizes; None where that would not help."""
    people, first = len(room.ids), room.rounds[0]
    blocks = any(len(unit) > 1 for asked in room.rounds for unit in asked.units)
    changing = any((asked.least, asked.most) != (first.least, first.most) for asked in room.rounds)
    if blocks or changing or len(room.rounds) < 2 or not sum(first.least) <= people <= sum(first.most):
        return None
    sizes = balanced(people, first.least, first.most)
    tables = tuple(replace(t, least=n, most=n) for t, n in zip(room.instance.tables, sizes, strict=True))
    return Room(Instance(room.instance.people, tables, len(room.rounds)))


def _longer(tries: int, number: int) -> int:
    return tries * 2 if number % 2 == 0 else tries
