"""Looking back in plain mode: each view read out, and the questions of coding and of themes one at a time."""

from typing import Any

from kit.desk.reflecting import holdings
from kit.desk.reflection_talk import TALKS
from kit.desk.reflection_words import VIEWS, View, view_lines
from kit.desk.world import World
from kit.engine import how_to_answer
from kit.engine.answers import read
from kit.line.voice import Voice
from kit.model import Ask, Form, Refusal
from kit.store import Programme

_AWAY = ("stop", "back")


class Reflecting:
    """What can be looked at and added, for the menu."""

    def __init__(self, programme: Programme, world: World, voice: Voice) -> None:
        self._programme = programme
        self._world = world
        self._voice = voice

    def look(self, view: View) -> None:
        """Read out one view. Raises StoreProblem."""
        typed = ""
        if view.typed:
            answer = self._voice.ask(f"You can type {view.typed}. Press Enter alone for all.")
            if answer is None or answer.strip().casefold() in _AWAY:
                return
            typed = answer
        self._voice.say(f"{view.title}.", *view_lines(holdings(self._programme), view.name, typed))

    def views(self) -> tuple[View, ...]:
        """What can be looked at."""
        return tuple(VIEWS.values())

    def add(self, name: str) -> None:
        """Ask for a coding or a theme, and keep it. Raises StoreProblem."""
        talk = TALKS[name][1](holdings(self._programme))
        value: Any = None
        while True:
            try:
                ask = talk.send(value)
            except StopIteration as end:
                self._finish(end.value)
                return
            value = self._answer(ask)
            if value is None:
                self._voice.say("Nothing was kept.")
                return

    def _finish(self, keep: Any) -> None:
        if keep is None:
            self._voice.say("There is nothing to choose from yet.")
        else:
            keep(self._programme, self._world)
            self._voice.say("Saved.")

    def _answer(self, ask: Ask) -> Any:
        """The value of an answer; None where somebody leaves it."""
        rows = [f"{n}. {option.words}." for n, option in enumerate(ask.options, 1)] if ask.form is Form.CHOICE else ask.facts
        self._voice.say(ask.question, *rows)
        while (typed := self._voice.ask(f"{how_to_answer(ask)} Type back to leave it.")) is not None:
            if typed.strip().casefold() in _AWAY:
                return None
            value = read(ask, typed)
            if not isinstance(value, Refusal):
                return value
            self._voice.say(str(value))
        return None
