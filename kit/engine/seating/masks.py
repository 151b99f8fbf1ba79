"""A seating under change: who has met whom, kept in long whole numbers, so that one sum weighs a swap with everybody.

Every person has a lane of eight bits in a long number. "Those whom Ana has met" is a number with a 1 in each of their
lanes; adding such numbers for the people at a table counts, for everybody at once, how many at that table they know.
Python adds long numbers at the speed of the machine, so a swap of one person with all others is weighed in some
microseconds: about ten million swaps a second, ten times as many as one by one.
"""

from collections.abc import Iterable, Sequence

from kit.engine.seating.instance import MixRule
from kit.engine.seating.rolecost import RoleCosts
from kit.engine.seating.room import NOWHERE, Plan, Room

LANE = 8
MIDDLE = 128
"""The value of a lane for "no change"; below is better, above is worse, 255 is forbidden."""
CROWD = 24
"""Bits of a score that hold the meetings of pairs beyond their second."""
LARGEST, LARGEST_OF_OLD = 40, 15
"""People at the largest table for which every lane stays in range; and where earlier sessions count."""


class Seating:
    """A plan with its meetings counted, and the changes that keep the count right."""

    def __init__(self, room: Room, plan: Plan) -> None:
        self._set_places(room, plan)
        for tables, lanes in zip(self.table, self.lanes, strict=True):
            for i, t in enumerate(tables):
                if t != NOWHERE:
                    self._count(i, lanes[t] ^ self.lane[i])
        self.repeats = sum(known.bit_count() for level in self.met[1:] for known in level) // 2
        self.crowded = sum(known.bit_count() for level in self.met[2:] for known in level) // 2
        self._count_again()
        self._remember(room)
        self._set_roles(room)

    def _set_places(self, room: Room, plan: Plan) -> None:
        people = range(len(room.ids))
        self.size = len(room.ids)
        self.lane = [1 << (LANE * i) for i in people]
        self.every = sum(self.lane)
        self.middle = MIDDLE * self.every
        self.base = [(MIDDLE - n) * self.every for n in range(256)]
        self.table = [list(tables) for tables in plan]
        tables = range(len(room.instance.tables))
        self.members = [[[i for i in people if at[i] == t] for t in tables] for at in self.table]
        self.lanes = [[self.together(group) for group in groups] for groups in self.members]
        self.met: list[list[int]] = [[0] * self.size for _ in range(len(plan) + 2)]
        """`met[k][i]`: the people whom i has met more than k times."""
        self.repeats = 0
        """Meetings of pairs beyond their first."""
        self.crowded = 0
        """Meetings of pairs beyond their second."""
        self.again = [0] * len(plan)
        """For each round, in each person's lane, how many at their table they have met, or will meet, another time."""
        self.old: list[int] = []
        """For each person, in each lane, what a meeting counts as because of earlier sessions; empty where none does."""
        self.stale = [0] * len(plan)
        """For each round, in each person's lane, what their table counts as because of earlier sessions."""
        self.earlier = 0
        """What all tables count as because of earlier sessions."""

    def _count_again(self) -> None:
        met = self.met[1]
        for r, (groups, lanes) in enumerate(zip(self.members, self.lanes, strict=True)):
            self.again[r] = sum(met[j] & here for group, here in zip(groups, lanes, strict=True) for j in group)

    def _remember(self, room: Room) -> None:
        self.old = [0] * self.size if room.remembered else []
        for (a, b), count in room.remembered.items():
            self.old[a] += count * self.lane[b]
            self.old[b] += count * self.lane[a]
        if self.old:
            for r, (groups, lanes) in enumerate(zip(self.members, self.lanes, strict=True)):
                for group, here in zip(groups, lanes, strict=True):
                    self.stale[r] += sum(self.old[j] & 255 * here for j in group)
                    self.earlier += sum(self.known(j, here) for j in group) // 2

    def _set_roles(self, room: Room) -> None:
        largest = max((len(g) for groups in self.members for g in groups), default=1)
        reach = 2 * largest * (1 + max(room.remembered.values(), default=0))
        dearest = max(2, (MIDDLE - reach) // 2 - 2)
        made: dict[tuple[MixRule, ...], RoleCosts] = {}
        self.roles: list[RoleCosts | None] = [None] * len(self.table)
        for r, round_room in enumerate(room.rounds):
            if round_room.rules:
                rules = round_room.rules
                self.roles[r] = made.setdefault(rules, RoleCosts(rules, room.roles, self.lane, dearest))
        self.make_up = [[0] * len(groups) for groups in self.members]
        self.pieces: list[list[list[int]]] = [[[] for _ in groups] for groups in self.members]
        self.leaving: list[list[int]] = [[] for _ in self.members]
        self.missing = 0
        """What the mix rules cost now, in full."""
        for r, roles in enumerate(self.roles):
            if roles:
                self.leaving[r] = [0] * len(roles.one)
                for t, group in enumerate(self.members[r]):
                    self._change_roles(roles, r, t, sum(roles.one[roles.class_of[i]] for i in group))
                    self.missing += roles.cost(self.make_up[r][t])

    @property
    def largest(self) -> int:
        """People at the largest table for which every lane stays in range."""
        return LARGEST_OF_OLD if self.old else LARGEST

    @property
    def cost(self) -> int:
        """Repeats, missed mix rules, and meetings of people who worked together in earlier sessions."""
        return self.repeats + self.missing + self.earlier

    @property
    def score(self) -> int:
        """The cost, which the search makes small; and then the pairs who meet more than twice."""
        return (self.cost << CROWD) + self.crowded

    def weighed(self, r: int, a: int) -> int:
        """The change of cost if `a` changed places, in round r, with the person of each lane: MIDDLE where there is none.

        The lanes of people at the same table, and of people who are not here, mean nothing.
        """
        known = self.met[0][a]
        at = self.table[r][a]
        meets = self.met[0]
        again = self.again[r]
        lanes = self.base[(again >> (LANE * a)) & 255] - again - known - known
        for j in self.members[r][at]:
            lanes += meets[j]
        for group in self.lanes[r]:
            lanes += (known & group).bit_count() * group
        roles = self.roles[r]
        if roles:
            c = roles.class_of[a]
            lanes += roles[self.make_up[r][at]].arriving[c] + self.leaving[r][c]
        return lanes + self._older(r, a, at) if self.old else lanes

    def known(self, i: int, lanes: int) -> int:
        """What it counts as to sit with the people of these lanes, because of earlier sessions."""
        return (self.old[i] & 255 * lanes) % 255

    def _older(self, r: int, a: int, at: int) -> int:
        """The part of `weighed` that earlier sessions have."""
        stale = self.stale[r]
        lanes = -((stale >> (LANE * a)) & 255) * self.every - stale - 2 * self.old[a]
        for j in self.members[r][at]:
            lanes += self.old[j]
        for group in self.lanes[r]:
            lanes += self.known(a, group) * group
        return lanes

    def change(self, r: int, group: Sequence[int], other: Sequence[int], to: int) -> int:
        """The change of cost if `group`, who share a table, went to table `to` and `other` came from there instead."""
        at = self.table[r][group[0]]
        stay = self.lanes[r][at] ^ self.together(group)
        there = self.lanes[r][to] ^ self.together(other)
        met, again = self.met[0], self.met[1]
        change = sum((met[x] & there).bit_count() - (again[x] & stay).bit_count() for x in group)
        change += sum((met[y] & stay).bit_count() - (again[y] & there).bit_count() for y in other)
        if self.old:
            change += sum(self.known(x, there) - self.known(x, stay) for x in group)
            change += sum(self.known(y, stay) - self.known(y, there) for y in other)
        roles = self.roles[r]
        if roles:
            moved = roles.sum(group) - roles.sum(other)
            here, beyond = self.make_up[r][at], self.make_up[r][to]
            change += roles.pull(here - moved) + roles.pull(beyond + moved) - roles.pull(here) - roles.pull(beyond)
        return change

    def together(self, people: Iterable[int]) -> int:
        """The lanes of these people."""
        return sum(self.lane[i] for i in people)

    def swap(self, r: int, a: int, b: int) -> None:
        """Let a and b, who sit at different tables in round r, change places."""
        tables, members, lanes = self.table[r], self.members[r], self.lanes[r]
        at, to = tables[a], tables[b]
        staying, others = members[at], members[to]
        staying.remove(a)
        others.remove(b)
        one, two = self.lane[a], self.lane[b]
        stay, there = lanes[at] ^ one, lanes[to] ^ two
        near = staying + others
        self._moved(r, a, stay, there, near)
        self._moved(r, b, there, stay, near)
        staying.append(b)
        others.append(a)
        lanes[at], lanes[to] = stay | two, there | one
        tables[a], tables[b] = to, at
        self._settle(r, at, to)
        roles = self.roles[r]
        if roles:
            self._roles_moved(roles, r, at, to, roles.one[roles.class_of[a]] - roles.one[roles.class_of[b]])

    def move(self, r: int, group: Sequence[int], other: Sequence[int], to: int) -> None:
        """Let `group`, who share a table, go to table `to`, and `other` come from there instead."""
        at = self.table[r][group[0]]
        stay = self.lanes[r][at] ^ self.together(group)
        there = self.lanes[r][to] ^ self.together(other)
        staying = [j for j in self.members[r][at] if j not in group]
        others = [j for j in self.members[r][to] if j not in other]
        near = staying + others
        for x in group:
            self._moved(r, x, stay, there, near)
        for y in other:
            self._moved(r, y, there, stay, near)
        for x in group:
            self.table[r][x] = to
        for y in other:
            self.table[r][y] = at
        self.members[r][at] = staying + list(other)
        self.members[r][to] = others + list(group)
        self.lanes[r][at] = stay | self.together(other)
        self.lanes[r][to] = there | self.together(group)
        self._settle(r, at, to)
        roles = self.roles[r]
        if roles:
            self._roles_moved(roles, r, at, to, roles.sum(group) - roles.sum(other))

    def _settle(self, r: int, at: int, to: int) -> None:
        """Count anew who meets again at two tables."""
        here, there = self.lanes[r][at], self.lanes[r][to]
        if self.old:
            self._settle_older(r, at, to)
        met = self.met[1]
        again = self.again[r] & ~(255 * (here | there))
        for j in self.members[r][at]:
            again += met[j] & here
        for j in self.members[r][to]:
            again += met[j] & there
        self.again[r] = again

    def _settle_older(self, r: int, at: int, to: int) -> None:
        before = after = 0
        for t in (at, to):
            here = 255 * self.lanes[r][t]
            before += self.stale[r] & here
            after += sum(self.old[j] & here for j in self.members[r][t])
        self.stale[r] += after - before
        self.earlier += (sum(after.to_bytes(self.size, "little")) - sum(before.to_bytes(self.size, "little"))) // 2

    def _count(self, i: int, meets: int) -> None:
        """Count one more meeting of i with these people, on i's side only."""
        for level in self.met:
            if not meets:
                return
            level[i], meets = level[i] | meets, level[i] & meets

    def _moved(self, r: int, x: int, leaves: int, meets: int, near: Sequence[int]) -> None:
        """Count x's meetings anew, on both sides: one fewer with those it leaves, one more with those it meets."""
        lane, mine = self.lane, self.lane[x]
        stays = ~leaves
        carry = meets
        for k, level in enumerate(self.met):
            was = level[x]
            if not was and not carry:
                return
            now = (was & stays) | (self.met[k + 1][x] & leaves) | carry
            carry = was & meets
            flipped = now ^ was
            if flipped:
                level[x] = now
                for j in near:
                    if flipped & lane[j]:
                        level[j] ^= mine
                if k:
                    change = now.bit_count() - was.bit_count()
                    self.repeats += change
                    if k == 1:
                        self._met_elsewhere(r, x, flipped, now, near)
                    else:
                        self.crowded += change

    def _met_elsewhere(self, r: int, x: int, flipped: int, now: int, near: Sequence[int]) -> None:
        """Mark in the other rounds that x and some others meet more than once, or no longer do."""
        for j in near:
            lane = self.lane[j]
            if flipped & lane:
                both = self.lane[x] + lane
                for s, at in enumerate(self.table):
                    if s != r and at[x] == at[j] != NOWHERE:
                        self.again[s] += both if now & lane else -both

    def _roles_moved(self, roles: RoleCosts, r: int, at: int, to: int, moved: int) -> None:
        here, beyond = self.make_up[r][at], self.make_up[r][to]
        if moved:
            self.missing += (roles.cost(here - moved) + roles.cost(beyond + moved)) - (roles.cost(here) + roles.cost(beyond))
        self._change_roles(roles, r, at, here - moved)
        self._change_roles(roles, r, to, beyond + moved)

    def _change_roles(self, roles: RoleCosts, r: int, t: int, make_up: int) -> None:
        """Note a table's make-up, and what it is worth in each lane there when somebody leaves for another."""
        self.make_up[r][t] = make_up
        changes = roles[make_up].leaving
        pieces = self.pieces[r][t]
        if not pieces and not changes:
            return
        leaving, here = self.leaving[r], self.lanes[r][t]
        for c, piece in enumerate(pieces):
            leaving[c] -= piece
        pieces = self.pieces[r][t] = [sum(change * (here & roles.lanes[d]) for d, change in of_class) for of_class in changes]
        for c, piece in enumerate(pieces):
            leaving[c] += piece
