"""Groups that work side by side: what each is at, as its facilitator or a look into the room says."""

from collections.abc import Mapping

from kit.model import Block, Refusal
from kit.model.clock import duration
from kit.model.text import clean_line, listed

STATES = {"working": "at work", "nearly": "nearly there", "done": "done", "help": "would like help"}
"""What a group can be at, and how that is said."""


def read_state(block: Block | None, number: int, state: str) -> str | Refusal:
    """The word that is kept for what a group is at; or a refusal."""
    count = len(block.strands) if block else 0
    if not 1 <= number <= count:
        return Refusal(f"There is no group {number} here. There are groups 1 to {count}." if count
                       else "Nobody works side by side in this part.")
    word = clean_line(state).casefold()
    fits = [name for name, words in STATES.items() if word in (name, words)]
    choices = listed(list(STATES), "or")
    return fits[0] if fits else Refusal(f"{word[:40]!r} is nothing that a group can be at. It can be: {choices}.")


def state_lines(block: Block, states: Mapping[int, str]) -> tuple[str, ...]:
    """A line for the facilitator about each group: its name, its work and what it is at."""
    return tuple(f"{number}. {strand.title}{_place(strand.place)}: {_work(strand.blocks) or 'no work of its own'}. "
                 f"{STATES[states.get(number, 'working')].capitalize()}."
                 for number, strand in enumerate(block.strands, 1))


def room_lines(block: Block) -> tuple[str, ...]:
    """A line for the room about each group: where it meets and what it does. What it is at is nobody's business."""
    return tuple(f"{strand.title}{_place(strand.place)}: {listed([part.title for part in strand.blocks])}."
                 if strand.blocks else f"{strand.title}{_place(strand.place)}." for strand in block.strands)


def _place(place: str) -> str:
    return f", {place}" if place else ""


def _work(blocks: tuple[Block, ...]) -> str:
    return listed([f"{part.title}, {duration(part.minutes)}" for part in blocks])
