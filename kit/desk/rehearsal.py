"""A rehearsal: a workshop, or a whole programme, played through the real machine by made-up people; kept, and printed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kit.content.library import read_made_up
from kit.desk import stage_acts
from kit.desk.capture import Capture
from kit.desk.consent import Choice, choose
from kit.desk.library import Shelf
from kit.desk.outputs import outputs
from kit.desk.paper import Order, Printed, print_pack
from kit.desk.programmes import new_programme
from kit.desk.stages import change_line
from kit.desk.workshop import Workshop, open_workshop
from kit.desk.world import World, made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.model import Line, Plan, Record, Refusal, Stage, Visible
from kit.paths import builtin_activities
from kit.store import Programme, StoreProblem

TOLD = ("glossary", "what-we-made")
"""Sheets that are printed once more after the day, with what the room has said."""

STORY = ("joiner-pack", "programme-line", "due-before", "bulletin", "catch-up", "survey-summary", "drawings-again", "you-said",
         "agreement", "glossary", "what-we-made")
"""Sheets that tell of a whole programme, the joiner's pack first."""

SURVEY = "survey-answers"
"""Id of the activity by which answers to a survey are typed in. Made-up people let theirs be repeated."""

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


def rehearse_line(home: Path, line: Line, shelf: Shelf, people: int, seed: int, order: Order, progress: Progress) -> Rehearsed:
    """Play a whole programme, every stage at every site, and print what somebody who joins then would be given.

    What stages leave to people at home is done between them; something is decided elsewhere once. The same seed gives the same
    records and the same bytes on paper.
    """
    world = made_up_world(f"{line.id}, {people} people, {seed}")
    programme = new_programme(home, f"Rehearsal: {line.title} ({people} people, seed {seed})", line.id, shelf, world)
    room = MadeUpPeople(people, read_made_up(builtin_activities() / "made-up.toml"), seed)
    for number, stage in enumerate(line.stages, 1):
        progress(number - 1, len(line.stages), stage.title)
        for site in (stage.sites or ("",)) if stage.plan else ():
            _one_workshop(programme, shelf, world, room, stage, site)
        if not stage.plan and not stage.within:
            _say_done(programme, shelf, world, stage)
        if number == len(line.stages) // 2:
            _decided_elsewhere(programme, world)
    progress(len(line.stages), len(line.stages), "The end")
    printed = print_pack(programme, shelf, replace(order, what=order.what or STORY, people=people), progress=progress)
    return Rehearsed(programme, outputs(programme), printed)


def _one_workshop(programme: Programme, shelf: Shelf, world: World, room: MadeUpPeople, stage: Stage, site: str) -> None:
    workshop = open_workshop(programme, shelf, world, stage.plan, fresh=True, site=site)
    try:
        play(workshop, room.again(), lambda done, total, what: None)
    finally:
        workshop.close()
    if any(record.origin.activity == SURVEY for record in workshop.records):
        choose(programme, "", Choice(Visible.REPORT, by="a rehearsal"), world, workshop.id)


def _say_done(programme: Programme, shelf: Shelf, world: World, stage: Stage) -> None:
    outcome = change_line(programme, shelf, world, lambda line: stage_acts.done(line, stage.id))
    if isinstance(outcome, Refusal):
        raise StoreProblem(f"The rehearsal stopped at {stage.title!r}: {outcome}")


def _decided_elsewhere(programme: Programme, world: World) -> None:
    taking = Capture(programme, "elsewhere", world)
    try:
        taking.keep(str(read_made_up(builtin_activities() / "made-up.toml")["elsewhere"][0]))
    finally:
        taking.close()


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
