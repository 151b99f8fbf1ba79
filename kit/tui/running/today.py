"""What can change on the day, in the app: proposals about the time, people who come and go, groups, and handing over."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kit.desk.running_words import spent_lines
from kit.engine.strands import STATES
from kit.model import Ask, Form
from kit.model.text import cut_short
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.tell import Tell

if TYPE_CHECKING:
    from kit.tui.screens.run import RunScreen

CARRY_ON = "Carry on, and change nothing"


def offer_late(run: "RunScreen") -> None:
    """Say how the time stands, and what can be done about it; each with what it costs."""
    found = run.workshop.proposals
    if not found:
        run.answering.tell("The day is on time. Nothing has to be done.")
        return

    def take(place: int | None) -> None:
        if place:
            proposal = found[place - 1]
            run.take(lambda: run.workshop.take(proposal), f"Done. {proposal.title} Undo takes it back.")

    rows = tuple(f"{number}  {proposal.words}" for number, proposal in enumerate(found, 1))
    run.app.push_screen(Choose(str(run.workshop.timing), (CARRY_ON, *rows)), take)


def offer_today(run: "RunScreen") -> None:
    """A list of what can change on the day."""
    block = run.workshop.prompt.block
    blocks = run.workshop.script.plan.blocks
    strands = blocks[block - 1].strands if 1 <= block <= len(blocks) else ()
    acts: list[tuple[str, Callable[[], None]]] = [
        ("Somebody comes late", partial(_name, run, "arrived", "Which name do they want on the seating list?")),
        ("Somebody leaves", partial(_name, run, "left", "Which name is theirs on the seating list?")),
        ("Somebody else leads now", partial(_name, run, "take_over", "Who leads from now on?")),
        ("Count turns in this round or talk, for you alone", partial(_count, run)),
        ("How things stand, to hand over", lambda: _show(run, "To hand over", run.workshop.handover)),
        ("How long each part took", lambda: _show(run, "Planned and taken", tuple(spent_lines(run.workshop.spent)))),
    ]
    acts += [(f"Group {number}, {cut_short(strand.title, 40)}: what is it at?", partial(_strand, run, number))
             for number, strand in enumerate(strands, 1)]

    def act(place: int | None) -> None:
        if place is not None:
            acts[place][1]()

    run.app.push_screen(Choose("What has changed?", tuple(words for words, _ in acts)), act)


def _name(run: "RunScreen", command: str, question: str) -> None:
    def give(name: object) -> None:
        if name is not None:
            run.take(lambda: getattr(run.workshop, command)(str(name)), "Noted.")

    run.app.push_screen(AskLine("Today", Ask(Form.WORDS, question, optional=command != "take_over")), give)


def _count(run: "RunScreen") -> None:
    def give(groups: object) -> None:
        if groups is not None:
            run.take(lambda: run.workshop.count(str(groups)), "Noted. Undo takes it back.")

    question = "By which roles or tables? Put commas between them. No words: nothing is counted."
    run.app.push_screen(AskLine("Count turns", Ask(Form.WORDS, question, optional=True)), give)


def _strand(run: "RunScreen", number: int) -> None:
    states = tuple(STATES)

    def give(place: int | None) -> None:
        if place is not None:
            run.take(lambda: run.workshop.strand(number, states[place]), "Noted. The room goes on when you say so.")

    run.app.push_screen(Choose(f"What is group {number} at?", tuple(words.capitalize() for words in STATES.values())), give)


def _show(run: "RunScreen", title: str, lines: tuple[str, ...]) -> None:
    run.app.push_screen(Tell(title, lines))
