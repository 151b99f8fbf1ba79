"""Which table a group gets: people see as many different tables as can be. Who sits with whom stays as it is."""

from itertools import combinations

from kit.engine.seating.room import NOWHERE, Plan, Room, RoundRoom


def moved_about(room: Room, plan: Plan, frozen: int = 0) -> Plan:
    """The plan with whole groups changing tables in a round, for as long as that brings people to tables they had less often.

    A group gets a table that has chairs for it, and that all its people may sit at. The first rounds can be frozen.
    """
    plan = [list(tables) for tables in plan]
    tables = range(len(room.instance.tables))
    allowed = [asked.allowed for asked in room.rounds]
    been = [[0] * len(tables) for _ in room.ids]
    for row in plan:
        for i, t in enumerate(row):
            if t != NOWHERE:
                been[i][t] += 1
    better = True
    while better:
        better = False
        for r in range(frozen, len(plan)):
            groups = [[i for i, at in enumerate(plan[r]) if at == t] for t in tables]
            for t, u in combinations(tables, 2):
                if _gain(been, groups, t, u) > 0 and _fit(room.rounds[r], allowed[r], groups, t, u):
                    _change(been, plan[r], groups, t, u)
                    better = True
    return plan


def _gain(been: list[list[int]], groups: list[list[int]], t: int, u: int) -> int:
    """How much less often people had been at the other table than at theirs, beyond this time."""
    return (sum(been[i][t] - 1 - been[i][u] for i in groups[t]) + sum(been[i][u] - 1 - been[i][t] for i in groups[u]))


def _fit(asked: RoundRoom, allowed: dict[int, frozenset[int]], groups: list[list[int]], t: int, u: int) -> bool:
    """Whether two groups can change tables."""
    return all(asked.least[to] <= len(group) <= asked.most[to] and all(to in allowed[i] for i in group)
               for group, to in ((groups[t], u), (groups[u], t)))


def _change(been: list[list[int]], at: list[int], groups: list[list[int]], t: int, u: int) -> None:
    for i in groups[t]:
        been[i][t], been[i][u], at[i] = been[i][t] - 1, been[i][u] + 1, u
    for i in groups[u]:
        been[i][u], been[i][t], at[i] = been[i][u] - 1, been[i][t] + 1, t
    groups[t], groups[u] = groups[u], groups[t]
