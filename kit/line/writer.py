"""Writing an activity of one's own in plain mode: asked field by field, checked at every line, tried with made-up people."""

import re
from collections.abc import Callable
from pathlib import Path

from kit.content.literal import example
from kit.content.vocabulary import KINDS
from kit.desk.library import Shelf
from kit.desk.trying import try_out
from kit.desk.writing import WHOLE, Row, Writing, begin, copy_of, open_own, own_activities
from kit.line.voice import LEAVES, Voice
from kit.model import Refusal
from kit.model.text import counted

COMMANDS = (
    ("next", "asks for the next thing that is missing"),
    ("show", "all that stands there"),
    ("set title Our round", "a part of the activity; set 2 room Think of a time, is a part of step 2"),
    ("step collect", "one more step; kinds says which there are"),
    ("move 3 to 1", "step 3 becomes step 1"),
    ("remove 2", "take step 2 out"),
    ("undo", "take back the last change"),
    ("check", "what is wrong or missing"),
    ("try", "made-up people play it, 4, 11 and 35 of them"),
    ("stop", "leave; all is kept"),
)
"""What can be typed, and what it does."""


class Writer:
    """Own activities, and one of them talked through line by line."""

    def __init__(self, home: Path, shelf: Shelf, voice: Voice) -> None:
        self._home, self._shelf, self._voice = home, shelf, voice

    def run(self) -> None:
        """Choose one and write on it, until somebody leaves."""
        own = own_activities(self._home)
        self._voice.say("Your own activities.", *(f"{n}. {name}, {state}." for n, (name, state) in enumerate(own, 1)))
        said = self._voice.ask("Type a number to go on with one, a title to begin a new one, or copy and an activity's id. "
                               "Press Enter alone to go back.")
        words = (said or "").strip()
        if not words or words.casefold() in LEAVES:
            return
        if words.isdecimal() and 1 <= int(words[:4]) <= len(own):
            self._write(open_own(self._home, own[int(words) - 1][0]))
        elif copied := re.fullmatch(r"copy (\S+)", words, re.IGNORECASE):
            self._copy(copied[1])
        else:
            self._write(begin(self._home, words), new=True)

    def _copy(self, name: str) -> None:
        activity = self._shelf.activities.get(name)
        if activity is None:
            self._voice.say("There is no activity with that id. To hear them all, leave and type: kit activities")
            return
        title = self._voice.ask("What shall yours be called?")
        if title and title.strip():
            self._write(copy_of(self._home, activity, title))

    def _write(self, writing: Writing, new: bool = False) -> None:
        self._voice.say(writing.told, f"{writing.title}. Type next to be asked for one thing after another, or ? for help.")
        if new:
            self._ask_what_is_missing(writing)
        for line in self._voice.lines():
            self._take(writing, line)
        self._voice.say(f"Kept: {writing.path}.")

    def _take(self, writing: Writing, line: str) -> None:
        if act := self._at_once(writing).get(line.casefold()):
            act()
            return
        for pattern, do in _LINES:
            if found := re.fullmatch(pattern, line, re.IGNORECASE | re.DOTALL):
                self._hear(writing, do(writing, found))
                return
        self._voice.say("That was not understood. Type ? to hear what can be typed.")

    def _at_once(self, writing: Writing) -> dict[str, Callable[[], None]]:
        voice = self._voice
        return {
            "?": lambda: voice.help(COMMANDS),
            "help": lambda: voice.help(COMMANDS),
            "next": lambda: self._ask_what_is_missing(writing),
            "show": lambda: voice.say(*(_said(row) for row in writing.rows if row.words)),
            "kinds": lambda: voice.say(*(f"{kind.name}: {kind.help}" for kind in KINDS.values())),
            "check": lambda: self._check(writing),
            "try": lambda: self._try(writing),
        }

    def _ask_what_is_missing(self, writing: Writing) -> None:
        """Ask for each thing that must be there and is not. Enter alone leaves it for later."""
        for missing in [row for row in writing.rows if row.field.required and not row.words]:
            hint = " Put a slash between several of them." if missing.field.type == "list" else ""
            said = self._voice.ask(f"{missing.field.help} Such as: {_shown(example(missing.field))}.{hint}")
            if said is None or said.strip().casefold() in ("stop", "back"):
                return
            if said.strip():
                typed = "\n".join(said.split("/")) if missing.field.type == "list" else said
                self._hear(writing, writing.put(missing.place, missing.field.name, typed))
        if not writing.steps:
            self._voice.say("It has no steps yet. To add one, type step and its kind, such as: step say")
        else:
            self._check(writing)

    def _check(self, writing: Writing) -> None:
        self._voice.say(*writing.standing)

    def _try(self, writing: Writing) -> None:
        activity = writing.activity
        if activity is None:
            self._voice.say("It cannot be tried yet.")
            self._check(writing)
        else:
            self._voice.say(*try_out(activity))

    def _hear(self, writing: Writing, refused: Refusal | None) -> None:
        if refused:
            self._voice.say(str(refused))
            return
        left = len(writing.problems)
        to_do = f"{counted(left, 'thing')} still to do. Type check to hear what."
        self._voice.say(f"Kept. {to_do if left else 'All is well.'}")


def _set(writing: Writing, found: re.Match[str]) -> Refusal | None:
    place = int(found[1]) - 1 if found[1] else WHOLE
    row = next((row for row in writing.rows if (row.place, row.field.name) == (place, found[2].casefold())), None)
    if row is None:
        return Refusal(f"There is no {found[2][:40]!r} there. Type show to hear what there is.")
    typed = "\n".join((found[3] or "").split("/")) if row.field.type == "list" else found[3] or ""
    return writing.put(place, row.field.name, typed)


_LINES: tuple[tuple[str, Callable[[Writing, re.Match[str]], Refusal | None]], ...] = (
    (r"set (?:(\d{1,3}) )?(\w+)(?: (.*))?", _set),
    (r"step (\w+)", lambda writing, found: writing.add_step(found[1].casefold())),
    (r"move (\d{1,3})(?: to)? (\d{1,3})", lambda writing, found: writing.move_step(int(found[1]) - 1, int(found[2]) - 1)),
    (r"remove (\d{1,3})", lambda writing, found: writing.remove_step(int(found[1]) - 1)),
    (r"undo", lambda writing, found: writing.undo()),
)


def _said(row: Row) -> str:
    place = "" if row.place == WHOLE else f"Step {row.place + 1}, "
    return f"{place}{row.field.name.replace('_', ' ')}: {'; '.join(row.words.splitlines())}"


def _shown(value: object) -> str:
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)
