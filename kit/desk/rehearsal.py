"""A rehearsal: a whole workshop played through the real machine by made-up people, its records kept, its sheets printed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kit.content.library import read_made_up
from kit.desk.library import Shelf
from kit.desk.paper import Order, Printed, print_pack
from kit.desk.programmes import new_programme
from kit.desk.workshop import Workshop, open_workshop
from kit.desk.world import made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.model import Plan, Record, Refusal
from kit.paths import builtin_activities
from kit.store import Programme, StoreProblem

TOLD = ("glossary", "what-we-made")
"""Sheets that are printed once more after the day, with what the room has said."""

Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and what is being done."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal leaves."""

    programme: Programme
    records: tuple[Record, ...]
    printed: tuple[Printed, ...]


def rehearse(home: Path, plan: Plan, shelf: Shelf, people: int, seed: int, order: Order, progress: Progress) -> Rehearsed:
    """Print a plan's sheets as before the day, play it to its end, and print what is told afterwards.

    The same seed gives the same records and the same bytes on paper.
    """
    world = made_up_world(f"{plan.id}, {people} people, {seed}")
    name = f"Rehearsal: {plan.title} ({people} people, seed {seed})"
    programme = new_programme(home, name, plan.id, shelf, world)
    order = replace(order, people=order.people or people)
    printed = print_pack(programme, shelf, order, progress=progress)
    workshop = open_workshop(programme, shelf, world)
    try:
        play(workshop, MadeUpPeople(people, read_made_up(builtin_activities() / "made-up.toml"), seed), progress)
        records = workshop.records
    finally:
        workshop.close()
    told = print_pack(programme, shelf, replace(order, what=order.what or TOLD), progress=progress)
    return Rehearsed(programme, records, tuple({one.path: one for one in printed + told}.values()))


def play(workshop: Workshop, room: MadeUpPeople, progress: Progress) -> None:
    """Answer every prompt of a workshop until it is over. Raises StoreProblem where an answer is refused."""
    blocks = len(workshop.script.plan.blocks)
    while not workshop.over:
        prompt = workshop.prompt
        progress(max(0, prompt.block - 1), blocks, prompt.title)
        command, value = room.answer(prompt)
        kept = workshop.answer(value) if command == "answer" else workshop.done()
        if isinstance(kept, Refusal):
            raise StoreProblem(f"The rehearsal stopped in {prompt.title!r}: {kept}")
    progress(blocks, blocks, "The end")
