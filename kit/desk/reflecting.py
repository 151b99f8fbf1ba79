"""A programme's records for reflection, through the gate, with their earlier forms; and keeping what reflection adds to them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC

from kit.desk.frameworks import frameworks_at
from kit.desk.makers import MAKERS, named
from kit.desk.outputs import this_day
from kit.desk.world import World, real_world
from kit.engine import setting_of
from kit.model import Origin, Record, Visible, known_as, origins, standing
from kit.model.gate import Way, let_out, words_of
from kit.reflect import Holdings
from kit.reflect.holdings import Meeting
from kit.store import History, Programme, Store
from kit.store.keeping import open_for_reading


def holdings(programme: Programme, way: Way = Way.SCREEN, today: str = "") -> Holdings:
    """Everything a programme holds that may go out on a way. Raises StoreProblem. `today`: see `kit.desk.outputs`."""
    return holdings_of(open_for_reading(programme), programme, way, today or this_day(real_world()))


def holdings_of(store: Store, programme: Programme, way: Way, today: str) -> Holdings:
    """The same for a store that is open."""
    kept = store.kept_records()
    first = origins({record.id: record for record in kept})
    count = standing(kept)
    records = let_out(count, way, today)
    whole = {first[record.id] for record in records if words_of([record])}
    now = {record.id for record in count}
    before = [record for record in kept if record.id not in now and first[record.id] in whole]
    earlier = [record for record in let_out([*count, *before], way, today) if record.id not in now and words_of([record])]
    rows = store.rows(MAKERS)
    return Holdings(named(records, rows), named(earlier, rows), first, frameworks_at(programme.folder).by_id, _meetings(store))


def _meetings(store: History) -> tuple[Meeting, ...]:
    """The workshops, each with the number that its sheets have, where no two have the same."""
    sites = {record.origin.workshop: record.origin.site for record in store.records()}
    begun = [(id, event, setting_of([event])) for id, event in store.begun().items()]
    numbers = [setting.place.workshop for _, _, setting in begun]
    if len(set(numbers)) < len(numbers):  # two laptops counted by themselves before they were joined
        numbers = list(range(1, len(begun) + 1))
    return tuple(Meeting(id, number, setting.script.plan.title, event.at, sites.get(id, ""))
                 for number, (id, event, setting) in zip(numbers, begun, strict=True))


@contextmanager
def opened(programme: Programme, world: World) -> Iterator[tuple[Store, Holdings]]:
    """A programme open for writing, with what it holds. Raises StoreProblem."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        yield store, holdings_of(store, programme, Way.SCREEN, this_day(world))
    finally:
        store.close()


def keep(store: Store, world: World, kind: str, content: Mapping[str, object], visible: Visible,
         before: Record | None) -> Record:
    """Keep a record made in reflection, in the place of the one before where there is one. Raises StoreProblem."""
    now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    content = {**content, "key": known_as(before)} if before else content
    record = Record(world.draw(14).lower(), kind, now, Origin(programme=store.programme().id), content, visible,
                    replaces=before.id if before else "")
    store.keep_record(record)
    return record
