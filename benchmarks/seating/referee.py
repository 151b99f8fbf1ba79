"""A referee for schedules that shares nothing with the mixer: it reads the JSON of an instance and of a schedule, and counts."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Any


@dataclass(frozen=True)
class Verdict:
    """What a schedule comes to."""

    broken: tuple[str, ...]
    """Hard wishes that are broken."""
    repeats: int
    misses: int
    cost: float


def judge(instance: dict[str, Any], rounds: list[list[list[str]]]) -> Verdict:
    """Look at every round, and count every meeting."""
    broken = [] if len(rounds) == instance["rounds"] else [f"{len(rounds)} rounds"]
    met: Counter[tuple[str, str]] = Counter()
    misses, mix_cost = 0, 0.0
    for number, tables in enumerate(rounds, 1):
        broken += [f"round {number}: {what}" for what in _broken(instance, number, tables)]
        for people in tables:
            met.update(combinations(sorted(people), 2))
            for rule in instance.get("mix", []):
                missed = _missed(rule, people, instance)
                misses += bool(missed)
                mix_cost += missed * rule.get("weight", 5)
                if missed and rule.get("hard"):
                    broken.append(f"round {number}: {rule}")
    repeats = sum(times - 1 for times in met.values())
    return Verdict(tuple(broken), repeats, misses, repeats + mix_cost)


def _broken(instance: dict[str, Any], number: int, tables: list[list[str]]) -> list[str]:
    asked = instance.get("constraints", {})
    away = {a["person"] for a in asked.get("absent", []) if number in a["rounds"]}
    here = sorted(p["id"] for p in instance["people"] if p["id"] not in away)
    at = {id_: table["id"] for table, people in zip(instance["tables"], tables, strict=True) for id_ in people}
    found = [] if sorted(id_ for people in tables for id_ in people) == here else ["not everybody here sits once"]
    found += [f"{table['id']} has {len(people)} people" for table, people in zip(instance["tables"], tables, strict=True)
              if not table.get("min", table.get("size", 0)) <= len(people) <= table.get("max", table.get("size"))]
    found += [f"{a} and {b} are not together" for a, b in asked.get("together", []) if {a, b} <= at.keys() and at[a] != at[b]]
    found += [f"{a} and {b} are not apart" for a, b in asked.get("apart", []) if {a, b} <= at.keys() and at[a] == at[b]]
    found += [f"{seat['person']} sits at {at[seat['person']]}" for seat in asked.get("seats", [])
              if seat["person"] in at and number in seat.get("rounds", [number]) and at[seat["person"]] not in seat["tables"]]
    return found


def _missed(rule: dict[str, Any], people: list[str], instance: dict[str, Any]) -> int:
    roles = {p["id"]: p.get("roles", []) for p in instance["people"]}
    having = sum(rule["role"] in roles[id_] for id_ in people)
    if not people:
        return 0
    if rule["rule"] == "not-only":
        return int(having == len(people))
    if rule["rule"] == "not-alone":
        return int(having == 1)
    return max(0, rule.get("count", 1) - having)
