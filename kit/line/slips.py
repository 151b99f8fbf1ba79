"""Typing up a stack of slips in plain mode: a line is a slip, "back" takes the last one back, and Enter alone ends it."""

from collections.abc import Callable

from kit.desk.slips import STACKS, Slips
from kit.line.voice import Voice
from kit.model.text import clean_line
from kit.store import StoreProblem

Open = Callable[[str, str], Slips]
"""Opens a stack of a kind, for a question. Raises StoreProblem."""


def type_up(voice: Voice, questions: tuple[str, ...], opened: Open) -> None:
    """Ask which stack it is, and take its lines."""
    kinds = [kind for kind in STACKS if kind != "feedback-words" or questions]
    place = _number(voice, "What is on the slips?", [STACKS[kind] for kind in kinds])
    if place is None:
        return
    asked = _number(voice, "Which question do they answer?", questions) if kinds[place] == "feedback-words" else None
    if kinds[place] == "feedback-words" and asked is None:
        return
    slips = opened(kinds[place], "" if asked is None else questions[asked])
    voice.say("Type one slip a line. Each is kept at once. To take the last one back, type back. When you are done, "
              "press Enter alone.")
    while (line := voice.listen()) is not None and line.strip():
        _take(voice, slips, line)
    voice.say(f"{slips.count} kept.")


def _take(voice: Voice, slips: Slips, line: str) -> None:
    try:
        if line.strip().casefold() != "back":
            slips.keep(line)
            voice.say(f"{len(slips.kept)}.")
        elif (gone := slips.undo()) is None:
            voice.say("There is nothing to take back.")
        else:
            voice.say(f"Taken back: {clean_line(str(gone.content.get('text') or gone.content.get('term', '')))}")
    except StoreProblem as problem:
        voice.say(str(problem))


def _number(voice: Voice, question: str, rows: "list[str] | tuple[str, ...]") -> int | None:
    voice.say(question, *(f"{number}. {row}." for number, row in enumerate(rows, 1)), "0. Back.")
    answer = (voice.ask(f"Type a number from 0 to {len(rows)}.") or "0").strip()
    return int(answer) - 1 if answer.isdecimal() and len(answer) < 4 and 1 <= int(answer) <= len(rows) else None
