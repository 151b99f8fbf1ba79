"""Themes as a tree: drafts, confirmed ones, those that became part of another, and those that were dropped. None is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kit.model import Record, text_of
from kit.reflect.holdings import Holdings

IN_USE = ("draft", "confirmed")


@dataclass(slots=True)
class Theme:
    """One theme with what lies under it."""

    record: Record
    name: str
    status: str
    """draft, confirmed, merged or rejected."""
    cross: bool
    """Whether it cuts across the others."""
    confirmed_by: str
    confirmed: str
    """When it was confirmed: ISO 8601, UTC; empty where it is not."""
    why: str
    """Why it was dropped, where somebody said."""
    into: str
    """The name of the theme it became part of."""
    cards: tuple[Record, ...]
    """What is sorted under it, as far as it may be shown, and under those it took in. One card may lie under several themes."""
    children: "list[Theme]" = field(default_factory=list)
    merged: "list[Theme]" = field(default_factory=list)
    """Themes that became part of this one."""


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of a programme."""

    tree: tuple[Theme, ...]
    """Themes in use that lie under no other, oldest first, with those under them."""
    rejected: tuple[Theme, ...]
    unsorted: tuple[Record, ...]
    """Cards of kinds that were sorted, under no theme in use."""

    def walk(self) -> Iterator[tuple[int, Theme]]:
        """Every theme in use with its depth from 0, each above those under it."""
        waiting = [(0, theme) for theme in reversed(self.tree)]
        while waiting:
            depth, theme = waiting.pop()
            yield depth, theme
            waiting += [(depth + 1, child) for child in reversed(theme.children)]


def themes(held: Holdings) -> Themes:
    """The themes that count, each put under its parent. A ring of parents is opened at its oldest theme.

    The cards of a theme that became part of another lie under that one. Where there is no such other, it is told at the top.
    """
    every = {held.root(record.id): _theme(held, record) for record in held.of_kind("theme") if record.content.get("status")}
    tops: list[Theme] = []
    for root, theme in every.items():
        into = _into(held, root, every)
        if theme.status == "merged" and into is not None:
            theme.into = into.name
            into.merged.append(theme)
            into.cards = tuple({card.id: card for card in (*into.cards, *theme.cards)}.values())
        elif theme.status != "rejected":
            parent = _parent(held, root, every)
            (parent.children if parent else tops).append(theme)
    found = Themes(tuple(tops), tuple(theme for theme in every.values() if theme.status == "rejected"), ())
    return replace(found, unsorted=_unsorted(held, every, found))


def _into(held: Holdings, root: str, every: dict[str, Theme]) -> Theme | None:
    """The theme that one became part of in the end; None where there is none, or where that leads back to where it began."""
    path = []
    while root in every and every[root].status == "merged" and root not in path:
        path.append(root)
        root = held.root(str(every[root].record.content["into"]))
    return every[root] if root in every and root not in path else None


def _theme(held: Holdings, record: Record) -> Theme:
    content = record.content
    cards = tuple(card for id in content["cards"] if (card := held.find(id)) is not None)
    return Theme(record, str(content["name"]), str(content["status"]), bool(content["cross"]), str(content["confirmed_by"]),
                 _confirmed(held, record), str(content["why"]), "", cards)


def _confirmed(held: Holdings, record: Record) -> str:
    """Since when the theme has been confirmed without a break."""
    since = ""
    for form in held.forms(record):
        since = (since or form.when) if form.content.get("status") == "confirmed" else ""
    return since


def _parent(held: Holdings, root: str, every: dict[str, Theme]) -> Theme | None:
    """The theme in use that a theme lies under; None at the top, and where going up would come back to where it began."""
    path, here = [root], root
    while (here := held.root(str(every[here].record.content["under"]))) in every and every[here].status in IN_USE:
        if here in path:
            return None if root == min(path[path.index(here):]) else every[path[1]]
        path.append(here)
    return every[path[1]] if len(path) > 1 else None


def _unsorted(held: Holdings, every: dict[str, Theme], found: Themes) -> tuple[Record, ...]:
    used = {card.id for _, theme in found.walk() for card in theme.cards}
    kinds = dict.fromkeys(card.kind for theme in every.values() for card in theme.cards)
    return tuple(record for record in held.of_kind(*kinds) if record.id not in used and text_of(record))
