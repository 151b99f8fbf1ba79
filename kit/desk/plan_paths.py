"""What the plain front end says of one block, and of plans that go to files and come from files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kit.desk.drafting import Draft
from kit.desk.exchange import column_map, keep_plan, plan_file, read_plan_file, write_out
from kit.desk.library import plans_of
from kit.desk.plan_words import slot_line
from kit.desk.world import World
from kit.engine.spots import block_at, find
from kit.model import Refusal
from kit.model.text import clean_line, counted

_PARTS = (("aim", "Aim"), ("lead", "Who leads"), ("colead", "Who helps to lead"), ("materials", "Bring"),
          ("notes", "Notes for the team"), ("private", "Only you see this"))


def look_lines(draft: Draft, words: str) -> Iterator[str]:
    """Everything that a plan says of one block, and what its activity is."""
    script = draft.script
    spot = find(script.plan, words)
    if isinstance(spot, Refusal):
        yield str(spot)
        return
    block = block_at(script.plan, spot)
    slot = next((slot for slot in draft.schedule.every() if slot.block is block), None)
    yield slot_line(script, slot) if slot else f"{block.title}, {counted(block.minutes, 'minute')}. Parked."
    if script.least(block) < block.minutes:
        yield f"It can be done in {counted(script.least(block), 'minute')}."
    yield from (f"{title}: {getattr(block, name)}" for name, title in _PARTS if getattr(block, name))
    if activity := script.activity(block):
        yield f"What happens: {activity.summary}"
        yield f"How it shares power: {activity.power}"
        yield from (f"Access: {note}" for note in activity.access)


def export_lines(draft: Draft, name: str, world: World, *, private: bool) -> Iterator[str]:
    """Write the plan to a file of the kind that its name ends in. Raises StoreProblem."""
    file = Path(name.strip()).expanduser()
    write_out(file, plan_file(draft.plan, draft.script, file.suffix.lower(), world, private=private))
    yield f"Written: {file}."
    if not private and any(block.private for block in draft.plan.every()):
        yield "Your own notes were left out."


def import_lines(draft: Draft, name: str, columns: Iterable[str]) -> Iterator[str]:
    """Take in a plan from a file, as another plan of the same programme. Raises StoreProblem."""
    incoming = read_plan_file(Path(name.strip()).expanduser(), column_map([pair for pair in columns if pair.strip()]))
    yield from incoming.troubles
    plan = keep_plan(draft.papers, incoming.plan, plans_of(draft.programme, draft.shelf))
    yield f"Taken in as another plan: {clean_line(plan.title)}, {counted(len(plan.blocks), 'block')}."
