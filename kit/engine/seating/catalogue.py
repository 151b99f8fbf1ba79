"""Schedules without a repeat that took a search to find, each kept as one to four base rounds and how they turn.

All of them are our own finds. Those that turn in rings are from `kit.engine.seating.turning`, left to run for longer; that
for eight tables of four, ten rounds, is from a search through rounds that a group of 24 maps of the 32 places turns into
one another. Tests count that none of them has a repeat.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.engine.seating.cyclic import Turning

PLACES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""A place in the room as one character."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A schedule for equal tables."""

    rounds: int
    bases: tuple[str, ...]
    """Each base round: its tables, apart by spaces, with the places of the people there."""
    turns: tuple[str, ...]
    """Each turn: where the people at place 0, 1, 2 … go."""

    @property
    def tables(self) -> int:
        """How many tables it is for."""
        return len(self.bases[0].split())

    @property
    def size(self) -> int:
        """People at each table."""
        return len(self.turns[0]) // self.tables

    def schedule(self) -> list[list[int]]:
        """The table of each place, round by round: the base rounds and all that they turn into."""
        turns = [[PLACES.index(place) for place in turn] for turn in self.turns]
        found: dict[frozenset[frozenset[int]], list[list[int]]] = {}
        waiting = [[[PLACES.index(place) for place in group] for group in base.split()] for base in reversed(self.bases)]
        while waiting:
            groups = waiting.pop()
            key = frozenset(map(frozenset, groups))
            if key not in found:
                found[key] = groups
                waiting.extend([[turn[p] for p in group] for group in groups] for turn in turns)
        return [[table for _, table in sorted((p, t) for t, group in enumerate(groups) for p in group)]
                for groups in found.values()]


def _rings(rounds: int, places: int, still: int, *bases: str) -> Entry:
    people = len(bases[0].replace(" ", ""))
    turning = Turning(places, still, len(bases))
    return Entry(rounds, bases, ("".join(PLACES[turning.turned(p, 1, people)] for p in range(people)),))


ENTRIES = (
    _rings(7, 7, 3, "29bc 1djm 4ail 08kn 7egh 356f"),
    _rings(6, 6, 0, "9cgmt 07nqs 3bhjr 16ael 5fiko 248dp"),
    _rings(9, 9, 1, "07iq 259d 16fg acko 8bmr ehln 34jp"),
    _rings(14, 14, 2, "bdq 7fr 1kt 4gs 59a 28p 0il 36h cem jno"),
    _rings(9, 9, 5, "06auy 1sAGI 4mrEM 5clCL 9fgDH 8hiBN 7dktK 3bnoq epwxz 2jvFJ"),
    _rings(7, 7, 4, "hovFQR 578sxB dkpGPX 3yKLOS 6aiAIM 1lmquz 02fgCT 9jwENW 4brDHU centJV"),
    _rings(8, 4, 2, "47b 15h acg 6ef 289 03d", "16c 4af 078 2be 9dh 35g"),
    _rings(10, 5, 1, "59e 268 abh 34g 1cf 0dk 7ij", "6ce 3di 9hj 7gk 4bf 18a 025"),
    Entry(10, ("0dgu 1fhs 2civ 3ejt 46ln 57km 8aoq 9bpr", "0emr 2fkq 49is 68gt 15ov 37pu adjn bchl",
               "06ik 35hn 14jm 27gl 8dps 9fou acrt beqv", "01ab 2389 45ef 67cd ghqr ijop kluv mnst"),
          ("kvsne56dtmlu7cf4830bipqh1a92rgjo", "54761032dcfe98balknmhgjitsvuporq")),
)


def listed_schedules(tables: int, size: int, rounds: int) -> Iterator[list[list[int]]]:
    """The schedules of the catalogue for so many tables and people at each, with at least so many rounds."""
    return (e.schedule() for e in ENTRIES if e.tables == tables and e.size == size and e.rounds >= rounds)
