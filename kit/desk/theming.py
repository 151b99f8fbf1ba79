"""Themes outside a workshop: a new one, cards put under one, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kit.desk.reflecting import keep, opened
from kit.desk.world import World
from kit.model import Record, Visible, known_as
from kit.model.text import LONGEST, clean, clean_line
from kit.reflect import Holdings
from kit.store import NoSuchThing, Programme, StoreProblem


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """What is to change about a theme. What is empty or None stays as it was."""

    name: str = ""
    cards: tuple[str, ...] = ()
    """Ids of records to be put under it."""
    status: str = ""
    cross: bool | None = None
    under: str = ""
    """The name of another theme."""
    into: str = ""
    by: str = ""
    why: str = ""
    visible: Visible | None = None


def change_theme(programme: Programme, name: str, change: ThemeChange, world: World) -> Record:
    """Change the theme of this name, or make it. Raises StoreProblem."""
    with opened(programme, world) as (store, held):
        there = theme_named(held, name)
        content = dict(there.content) if there else {
            "name": clean_line(name), "cards": [], "status": "draft", "cross": False, "under": "", "into": "", "confirmed_by": "",
            "why": ""}
        content |= _changed(held, content, change)
        visible = change.visible or (there.visible if there else Visible.GROUP)
        return keep(store, world, "theme", content, visible, there)


def theme_named(held: Holdings, name: str) -> Record | None:
    """The theme with this name, in capitals or not. Raises StoreProblem for no name at all."""
    wanted = clean_line(name).casefold()
    if not wanted or len(wanted) > LONGEST:
        raise StoreProblem("A theme needs a name.")
    return next((record for record in held.of_kind("theme") if str(record.content["name"]).casefold() == wanted), None)


_STATES = ("draft", "confirmed", "merged", "rejected")


def _changed(held: Holdings, content: Mapping[str, object], change: ThemeChange) -> dict[str, object]:
    _check(content, change)
    new: dict[str, object] = {part: _key(held, name) for part, name in (("under", change.under), ("into", change.into)) if name}
    if change.into or change.status:
        new["status"] = "merged" if change.into else change.status
    if change.status == "confirmed":
        new["confirmed_by"] = clean_line(change.by)
    if change.why:
        new["why"] = clean(change.why)
    if change.name:
        new["name"] = clean_line(change.name)
    if change.cross is not None:
        new["cross"] = change.cross
    cards = list(content["cards"]) if isinstance(content["cards"], list | tuple) else []
    return new | {"cards": list(dict.fromkeys([*cards, *(_card(held, id) for id in change.cards)]))}


def _check(content: Mapping[str, object], change: ThemeChange) -> None:
    if change.status and change.status not in _STATES:
        raise NoSuchThing(f"A theme can be one of: {', '.join(_STATES)}.")
    if change.status == "merged" and not change.into and not content["into"]:
        raise NoSuchThing("Say which theme it becomes part of.")
    if clean_line(change.into).casefold() == str(content["name"]).casefold():
        raise NoSuchThing("A theme cannot become part of itself.")


def _key(held: Holdings, name: str) -> str:
    theme = theme_named(held, name)
    if theme is None:
        raise NoSuchThing(f"There is no theme {clean_line(name)[:60]!r}.")
    return known_as(theme)


def _card(held: Holdings, id: str) -> str:
    record = held.find(id.strip()) or next(iter(held.lettered(id)), None)
    if record is None:
        raise NoSuchThing(f"There is no record {clean_line(id)[:60]!r}. Find its id with: kit reflect PROGRAMME search --json")
    return known_as(record)
