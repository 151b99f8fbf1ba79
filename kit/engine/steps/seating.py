"""Mixing the tables, with the facilitator's yes before anybody is asked to move."""

from collections.abc import Mapping
from typing import Any

from kit.engine.placing import Placing, place, present, swap
from kit.engine.scene import Chance, Made, Part, Scene, StepScript, Tables
from kit.model import Ask, Form, Option, TableView
from kit.model.member import FEATURES, wanted_features

_CHOICES = (Option("yes", "Yes, use these"), Option("again", "Mix again"), Option("swap", "Let two people change places"),
            Option("stay", "Say who stays, and mix the others"))


def seat(scene: Scene) -> StepScript:
    """Seat people at tables until the facilitator says yes; only then may the room see them.

    People who gave no name go by a numbered card. Why somebody sits where they do is told to nobody.
    """
    people = scene.names
    if len(people) < 2:
        yield Ask(Form.GO, "There are too few people to mix. Go on.")
        return
    replaced = next(iter(scene.earlier("seating")), None)
    before = tuple(r.content["tables"] for r in scene.standing("seating") if r is not replaced)
    held = replaced.content["tables"] if replaced else ()
    count = yield _how_many(scene, before)
    offers = yield from _offers(scene, count)
    placing = Placing(people, tuple(tuple(f for f, tables in offers.items() if n in tables) for n in range(count)), before,
                      tuple(held), int(scene.step.settings.get("memory", 1)))
    placed = yield Chance(lambda chance: place(placing, scene.known(), chance))
    while (answer := (yield _use_these(placing, placed))) != "yes":
        placed = yield from _changed(answer, scene, placing, placed)
    views = _views(placing, placed["tables"])
    yield Made("seating", {"tables": placed["tables"], "offers": [list(view.features) for view in views]},
               replaces=replaced.id if replaced else "")
    yield Ask(Form.GO, "Read out the tables. Go on when people sit.", room_facts=tuple(view.line for view in views),
              tables=views)


def _how_many(scene: Scene, before: tuple[Tables, ...]) -> Ask:
    people = len(scene.names)
    usual = len(before[-1]) if before else -(-people // scene.step["table_size"])
    return Ask(Form.NUMBER, "How many tables?", least=1, most=people, default=max(1, min(people // 2, usual)))


def _offers(scene: Scene, count: int) -> Part:
    """For each thing that somebody's table needs, the tables that offer it. Whose need it is, is not asked and not told."""
    wanted = yield Chance(lambda _: list(wanted_features(present(scene.names, scene.known().members))))
    last = scene.standing("seating")
    known: list[list[str]] = last[-1].content.get("offers", []) if last else []
    tables = tuple(Option(str(n), f"{n}") for n in range(1, count + 1))
    offers: dict[str, list[int]] = {}
    for feature in (f for f in FEATURES if f in wanted):
        usual = [str(n) for n, had in enumerate(known[:count], 1) if feature in had] or [tables[0].key]
        chosen = yield Ask(Form.SOME, f"Somebody needs a table that is {_that_is(feature)}. Which tables are?", tables,
                           default=usual)
        offers[feature] = [int(key) - 1 for key in chosen]
    return offers


def _that_is(feature: str) -> str:
    return "in the hearing loop" if feature == "hearing loop" else feature


def _use_these(placing: Placing, placed: Mapping[str, Any]) -> Ask:
    return Ask(Form.CHOICE, "Use these tables?", _CHOICES, makes="seating", facts=tuple(placed["facts"]),
               tables=_views(placing, placed["tables"]), default="yes")


def _changed(answer: str, scene: Scene, placing: Placing, placed: Mapping[str, Any]) -> Part:
    people = tuple(Option(str(n), f"{n} {name}") for n, name in enumerate(placing.people, 1))
    if answer == "swap":
        two = yield Ask(Form.SOME, "Which two people change places? Type their two numbers.", people, default=[],
                        check=lambda keys: "" if len(keys) in (0, 2) else "Please give two numbers, or none.",
                        tables=_views(placing, placed["tables"]))
        pair = [placing.people[int(key) - 1] for key in two]
        return (yield Chance(lambda _: swap(placing, scene.known(), placed["tables"], pair))) if pair else placed
    pinned: tuple[str, ...] = ()
    if answer == "stay":
        keys = yield Ask(Form.SOME, "Who stays at the table they have now? Type their numbers.", people, default=[],
                         tables=_views(placing, placed["tables"]))
        pinned = tuple(placing.people[int(key) - 1] for key in keys)
    return (yield Chance(lambda chance: place(placing, scene.known(), chance, placed["tables"], pinned)))


def _views(placing: Placing, tables: Tables) -> tuple[TableView, ...]:
    last = placing.before[-1] if placing.before else ()
    return tuple(
        TableView(f"Table {n + 1}", tuple(names), placing.offers[n],
                  tuple(name for name in names if n < len(last) and name in last[n]))
        for n, names in enumerate(tables))
