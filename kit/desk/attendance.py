"""Who is in the room by role: the mix of those who come, and who was there over time. For the facilitator alone.

A role is a word that people choose; somebody may have none, or several. Groups of fewer than five are not counted out loud.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kit.model import Member, Record, Run
from kit.model.gate import SMALL, counts_out_loud
from kit.model.member import is_coming, member_of

HEAVY = 2, 3
"""More than two in three people of one role is a heavy imbalance: nobody else would be half as many."""

SELDOM = 1, 2
"""A role is seldom there when, over all workshops, fewer than one in two of its people came."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many people of each role came to each workshop, as far as it may be told."""

    roles: tuple[str, ...] = ()
    """Roles that enough people have to be counted out loud."""
    counts: tuple[tuple[int | None, ...], ...] = ()
    """For each workshop, people of each role; None for a few, or none."""
    seldom: tuple[str, ...] = ()
    """Roles whose people were seldom there."""


def balance(people: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What to know of the mix of those who come: a sentence where one role has by far the most people."""
    members = [member_of(content) for content in people if is_coming(content)]
    with_role = sum(bool(member.roles) for member in members)
    for role, count in by_role(members).most_common(1):
        if with_role >= SMALL and count * HEAVY[1] > with_role * HEAVY[0]:
            yield f"More than two in three of those coming who gave a role are: {role}. Who else could you ask?"


def by_role(members: Iterable[Member]) -> Counter[str]:
    """How many people there are of each role, spelt as it was first written. One person may count for several."""
    spelt: dict[str, str] = {}
    return Counter(spelt.setdefault(key, role) for member in members
                   for key, role in {role.casefold(): role for role in member.roles}.items())


def attended(records: Iterable[Record], runs: Iterable[Run]) -> Attendance:
    """Who came to which workshop, from the names on its seating list and the roles of people of those names."""
    records = [record for record in records if not record.withdrawn and not record.content.get("dropped")]
    members = [member_of(r.content) for r in records if r.kind == "person"]
    known = by_role(members)
    roles = tuple(role for role, count in known.most_common() if count >= SMALL)
    came: list[Counter[str]] = []
    for run in runs:
        names = {str(r.content["text"]).casefold() for r in records if r.kind == "name" and r.origin.workshop == run.session}
        came.append(by_role(member for member in members if member.name.casefold() in names))
    folded = [{role.casefold(): count for role, count in one.items()} for one in came]
    there = [{role: one.get(role.casefold(), 0) for role in roles} for one in folded]
    told = [counts_out_loud(counts) for counts in there]
    return Attendance(
        roles, tuple(tuple(counts[role] or None for role in roles) for counts in told),
        tuple(role for role in roles
              if there and sum(counts[role] for counts in there) * SELDOM[1] < known[role] * len(there) * SELDOM[0]))
