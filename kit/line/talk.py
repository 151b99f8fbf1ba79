"""A talk of several questions in the plain front end: numbered lists, one answer a line."""

from typing import Any

from kit.desk.flows import Do, Line, Part, Pick, Talk, Tell
from kit.line.voice import LEAVES, Voice
from kit.store import Programme, StoreProblem

_AGAIN = ("?", "help", "list", "again")


def talk_through(talk: Talk, voice: Voice) -> Programme | None:
    """Go through a talk until it ends. Gives the programme to go on with, where that is another one than before."""
    return _Talking(voice).through(talk)


class _Talking:
    """One talk. A list that was just said is not said again: only what has changed in it."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._said: dict[str, tuple[str, ...]] = {}
        """The lines of each list that was said, by its title."""

    def through(self, talk: Talk) -> Programme | None:
        give: Any = None
        problem: StoreProblem | None = None
        while True:
            try:
                part = talk.throw(problem) if problem else talk.send(give)
            except StopIteration as over:
                other: Programme | None = over.value
                return other
            give, problem = None, None
            try:
                give = self._heard(part)
            except StoreProblem as raised:
                problem = raised

    def _heard(self, part: Part) -> Any:
        match part:
            case Pick():
                return self._pick(part)
            case Line():
                return _unseen(part, self._voice) if part.unseen else _line(part, self._voice)
            case Tell():
                self._voice.say(*part.lines)
                return None
            case Do():
                return part.work(lambda done, total, what: None)

    def _pick(self, part: Pick) -> int | None:
        """The place of what was picked; None for going back."""
        notes = part.notes or ("",) * len(part.rows)
        lines = tuple(_sentence(f"{n}. {words}{f': {note}' if note else ''}")
                      for n, (words, note) in enumerate(zip(part.rows, notes, strict=True), 1))
        self._say(part, lines)
        while True:
            answer = self._voice.ask(f"Type a number from 0 to {len(part.rows)}, or ? for the list.")
            if answer is None or answer.strip().casefold() in LEAVES:
                return None
            number = answer.strip()
            if number.isdecimal() and len(number) < 5 and 1 <= int(number) <= len(part.rows):
                return int(number) - 1
            if number.casefold() in _AGAIN:
                self._voice.say(*lines, f"0. {part.leave}.")
            else:
                self._voice.say("That is none of the numbers. 0 goes back.")

    def _say(self, part: Pick, lines: tuple[str, ...]) -> None:
        self._voice.gap()
        before = self._said.get(part.title, ())
        again = len(lines) == len(before)
        self._voice.say(_sentence(part.title), *part.about)
        self._voice.say(*((line for line in lines if line not in before) if again else (*lines, f"0. {part.leave}.")))
        self._said[part.title] = lines


def _unseen(part: Line, voice: Voice) -> str | None:
    return voice.ask_unseen(f"{part.question} Press Enter alone to go back.") or None


def _line(part: Line, voice: Voice) -> str | None:
    """What was typed; None where it is to stay as it is, or for going back."""
    voice.say(part.question)
    if part.may_be_empty:
        voice.say(f"Now: {part.given}." if part.given else "")
        voice.say("Press Enter alone to leave it as it is. Type none to leave it empty.")
    else:
        voice.say(f"Press Enter alone for {part.given}. Type back to go back." if part.given else "Press Enter alone to go back.")
    words = voice.listen()
    if words is None or words.strip().casefold() in ("back", "0"):
        return None
    if not words.strip():
        return None if part.may_be_empty else part.given or None
    return "" if part.may_be_empty and words.strip().casefold() == "none" else words


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
