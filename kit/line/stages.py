"""The line of workshops in the plain front end: heard stage by stage, and changed one line at a time."""

import re
from collections.abc import Callable

from kit.desk import stage_acts
from kit.desk.library import Shelf
from kit.desk.stage_words import line_lines
from kit.desk.stages import change_line, standings
from kit.desk.world import World
from kit.line.voice import Voice
from kit.model import Line, Refusal
from kit.store import Programme

COMMANDS = (
    ("show", "every stage, and where it stands"),
    ("done 3", "stage 3 is done; open 3 says that it is not"),
    ("set 3 date 2027-03-31", "any part of stage 3: title, phase, about, plan, within, due, carry, sites or date"),
    ("add A day out", "a stage at the end; add A day out at 3 puts it there"),
    ("move 3 to 5", "stage 3 becomes stage 5"),
    ("remove 3", "take stage 3 out; what was made stays"),
    ("stop", "leave; all changes are kept"),
)
"""What can be typed, and what it does."""

_LINES: tuple[tuple[str, Callable[[Line, re.Match[str]], Line | Refusal]], ...] = (
    (r"done (.+)", lambda line, found: stage_acts.done(line, found[1])),
    (r"open (.+)", lambda line, found: stage_acts.open_again(line, found[1])),
    (r"set (\S+) (\w+)(?: (.*))?", lambda line, found: stage_acts.set_parts(line, found[1], [f"{found[2]}={found[3] or ''}"])),
    (r"add (.+?)(?: at (\d+))?", lambda line, found: stage_acts.add(line, found[1], found[2] or "")),
    (r"move (\S+)(?: to)? (\S+)", lambda line, found: stage_acts.move(line, found[1], found[2])),
    (r"remove (.+)", lambda line, found: stage_acts.remove(line, found[1])),
)


class Stages:
    """A programme's stages, talked through line by line until somebody leaves."""

    def __init__(self, programme: Programme, shelf: Shelf, world: World, voice: Voice) -> None:
        self._programme = programme
        self._shelf = shelf
        self._world = world
        self._voice = voice

    def run(self) -> None:
        """Say the stages, then take lines until they end or somebody types stop."""
        self._show()
        self._voice.say("Type a change, or ? for help.")
        for line in self._voice.lines():
            self._take(line)
        self._voice.say("All changes are kept.")

    def _take(self, line: str) -> None:
        if line.casefold() in ("?", "help"):
            self._voice.help(COMMANDS)
        elif line.casefold() in ("show", ""):
            self._show()
        else:
            self._change(line)

    def _change(self, line: str) -> None:
        for pattern, act in _LINES:
            if found := re.fullmatch(pattern, line, re.IGNORECASE | re.DOTALL):
                outcome = change_line(self._programme, self._shelf, self._world, lambda stages: act(stages, found))  # noqa: B023
                self._voice.say(str(outcome) if isinstance(outcome, Refusal) else "Saved.")
                return
        self._voice.say("That is no change that I know. Type ? for help.")

    def _show(self) -> None:
        self._voice.say(*line_lines(standings(self._programme, self._shelf)))
