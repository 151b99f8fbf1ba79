"""The most pairs that wishes allow: a maximum matching of a graph whose edges are wishes (Edmonds 1965, with blossoms)."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence


def most_pairs(people: Sequence[str], wishes: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """As many pairs as there can be, each of two people with a wish between them and nobody in two. In the people's order."""
    place = {person: n for n, person in enumerate(people)}
    near: list[set[int]] = [set() for _ in people]
    for one, two in wishes:
        if one != two:
            near[place[one]].add(place[two])
            near[place[two]].add(place[one])
    mate = _Matching([sorted(others) for others in near]).run()
    return tuple((people[n], people[other]) for n, other in sorted(mate.items()) if n < other)


class _Matching:
    """One run of Edmonds's algorithm: a path of exchanges for each person who has no partner yet."""

    def __init__(self, near: Sequence[Sequence[int]]) -> None:
        self.near = near
        self.mate: dict[int, int] = {}
        self.parent: dict[int, int] = {}
        self.base: list[int] = []

    def run(self) -> Mapping[int, int]:
        """The partner of everybody who has one."""
        for root in range(len(self.near)):
            if root not in self.mate:
                end = self._path_from(root)
                while end is not None:
                    before = self.parent[end]
                    end_before = self.mate.get(before)
                    self.mate[end], self.mate[before] = before, end
                    end = end_before
        return self.mate

    def _path_from(self, root: int) -> int | None:
        """The end of a path by which one more pair can be made, with `parent` leading back; None where there is none."""
        self.parent, self.base = {}, list(range(len(self.near)))
        outer = {root}
        queue = deque([root])
        while queue:
            here = queue.popleft()
            for there in self.near[here]:
                if self.base[here] == self.base[there] or self.mate.get(here) == there:
                    continue
                if there == root or self.mate.get(there) in self.parent:
                    queue.extend(self._shrink(here, there, outer))
                elif there not in self.parent:
                    self.parent[there] = here
                    if there not in self.mate:
                        return there
                    outer.add(self.mate[there])
                    queue.append(self.mate[there])
        return None

    def _shrink(self, here: int, there: int, outer: set[int]) -> list[int]:
        """A circle of odd length becomes one place. Gives those who are reached anew."""
        base = self._common(here, there)
        circle: set[int] = set()
        self._mark(here, base, there, circle)
        self._mark(there, base, here, circle)
        fresh = []
        for n in range(len(self.near)):
            if self.base[n] in circle:
                self.base[n] = base
                if n not in outer:
                    outer.add(n)
                    fresh.append(n)
        return fresh

    def _common(self, one: int, two: int) -> int:
        """Where the two ways back to the root meet."""
        been = set()
        here = one
        while True:
            here = self.base[here]
            been.add(here)
            if here not in self.mate:
                break
            here = self.parent[self.mate[here]]
        here = self.base[two]
        while here not in been:
            here = self.base[self.parent[self.mate[here]]]
        return here

    def _mark(self, here: int, base: int, child: int, circle: set[int]) -> None:
        """Turn the way from here to the base round, so that a path can go through the circle either way."""
        while self.base[here] != base:
            circle |= {self.base[here], self.base[self.mate[here]]}
            self.parent[here] = child
            child = self.mate[here]
            here = self.parent[child]
