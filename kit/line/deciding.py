"""The register in plain mode: heard from its first decision to its last promise, then what came of a promise."""

from kit.desk.register import NOTHING, promise_lines, read_register, register_lines, settle
from kit.desk.world import World
from kit.line.voice import Voice
from kit.model.promise import OPEN, STATES
from kit.store import Programme

_NUMBERS = ("1. Still open.", "2. Done.", "3. Could not be done.")


def hear_register(programme: Programme, world: World, voice: Voice) -> None:
    """Say the register, and take what came of promises until somebody goes back. Raises StoreProblem."""
    register = read_register(programme)
    for heading, lines in register_lines(register):
        voice.say(heading if heading.endswith(("?", ".", "!")) else f"{heading}.", *lines)
    if register.empty:
        voice.say(NOTHING)
    while register.promises:
        number = _number(voice, "Which promise do you have news of? Type its number, or 0 to go back.", len(register.promises))
        state = _number(voice, " ".join(("What is it at?", *_NUMBERS, "0. Back.")), len(STATES)) if number else 0
        if not state:
            return
        why = told = ""
        if STATES[state - 1] != OPEN:
            why = voice.ask("Why, or what came of it? Press Enter alone to leave it empty.") or ""
            told = voice.ask("Who was told? Press Enter alone to leave it empty.") or ""
        voice.say(f"Saved. {settle(programme, number, STATES[state - 1], why, told, world)}")
        register = read_register(programme)
        voice.say(*promise_lines(register))


def _number(voice: Voice, question: str, most: int) -> int:
    """A number from 0 to `most`; 0 where somebody goes back, or the lines end."""
    while True:
        typed = (voice.ask(question) or "0").strip()
        if typed.casefold() in ("0", "back", ""):
            return 0
        if typed.isdecimal() and len(typed) < 5 and int(typed) <= most:
            return int(typed)
        voice.say("That is none of the numbers.")
