"""Planning the seats of a workshop before the day, from the people its programme knows: so that cards can be printed."""

from collections.abc import Callable, Sequence
from datetime import UTC
from typing import Any

from kit.desk.known import known_to
from kit.desk.library import Shelf, plans_of, with_programme
from kit.desk.next_workshop import next_number, next_plan
from kit.desk.world import World
from kit.engine import Known
from kit.engine.placing import room_of, unmet
from kit.engine.seating import Instance, SeatingPlan, solve
from kit.engine.seating.solve import Progress
from kit.model import Origin, Record, Script, Step
from kit.model.member import wanted_features
from kit.store import NoSuchThing, Programme, Store, StoreProblem
from kit.store.tombstones import ERASED

Offers = Sequence[Sequence[str]]
"""What each table offers, in words."""

TABLE_SIZE = 5
"""People at a table, where neither the plan nor the facilitator says how many."""


def plan_seats(programme: Programme, shelf: Shelf, world: World, offers: Offers = (), rounds: int = 0,
               seconds: float = 2.0, seed: int = 1, cancelled: Callable[[], bool] | None = None,
               progress: Progress | None = None) -> tuple[Record, SeatingPlan, tuple[str, ...]]:
    """Seat everybody who is expected, and keep the plan. Gives, too, a sentence for each need that no table meets.

    Raises StoreProblem or NoSuchThing with a sentence.

    `offers` is what each table offers. Where it is empty there are as many tables as the plan's size asks for, and the
    first one offers all that anybody needs. `rounds` 0 stands for as many as the next plan mixes the tables.
    """
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        script = with_programme(shelf, programme).script(next_plan(programme, shelf, plans_of(programme, shelf), store))
        sizes = [int(step.settings["table_size"]) for step in _seat_steps(script)]
        known = known_to(store)
        room = _room(known, offers, rounds or max(1, len(sizes)), sizes[0] if sizes else TABLE_SIZE)
        plan = solve(room, seed=seed, seconds=seconds, cancelled=cancelled, progress=progress)
        before = [record.id for record in store.records() if record.kind == "seat-plan"]
        record = Record(world.draw(14).lower(), "seat-plan", world.clock().astimezone(UTC).isoformat(timespec="seconds"),
                        Origin(programme=programme.id), {"workshop": next_number(store, store.rows(ERASED)), **_content(plan)},
                        replaces=before[-1] if before else "")
        store.keep_record(record)
        return record, plan, unmet([p.id for p in room.people], [table.features for table in room.tables], known)
    finally:
        store.close()


def _room(known: Known, offers: Offers, rounds: int, size: int) -> Instance:
    names = tuple(dict.fromkeys(member.name for member in known.members))
    if len(names) < 2:
        raise NoSuchThing("There are fewer than two people to seat. Take them in first: kit people PROGRAMME FILE.")
    if not offers:
        offers = (wanted_features(known.members), *((),) * (-(-len(names) // size) - 1))
    if len(offers) > len(names):
        raise StoreProblem(f"There are {len(offers)} tables for {len(names)} people. Plan fewer tables.")
    return room_of(names, offers, known, rounds=rounds)


def _seat_steps(script: Script) -> list[Step]:
    activities = (script.activity(block) for block in script.plan.blocks)
    return [step for activity in activities if activity for step in activity.steps if step.kind == "seat"]


def _content(plan: SeatingPlan) -> dict[str, Any]:
    tables = [{"name": f"Table {n}", "features": list(table.features)} for n, table in enumerate(plan.instance.tables, 1)]
    return {"tables": tables, "rounds": [[list(names) for names in seated] for seated in plan.schedule]}
