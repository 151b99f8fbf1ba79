"""A plan in the plain front end: heard block by block, and changed one line at a time. Every change is kept at once."""

import re
from collections.abc import Callable

from kit.desk import plan_acts
from kit.desk.activity_words import activity_lines
from kit.desk.drafting import Draft
from kit.desk.plan_paths import export_lines, import_lines, look_lines
from kit.desk.plan_words import day_lines
from kit.desk.searching import about, search
from kit.desk.weight_words import sentences
from kit.desk.world import World
from kit.engine.planning import Planned
from kit.line.voice import Voice
from kit.model import Refusal
from kit.model.text import clean_line
from kit.store import StoreProblem

COMMANDS = (
    ("show", "the whole plan with its times"),
    ("longer 3", "5 minutes more for block 3; longer 3 by 15 is 15 more"),
    ("shorter 3", "5 minutes less for block 3"),
    ("set 3 minutes 1h30", "any part of block 3: minutes, least, pin, priority, time, load, energy, title, aim, lead, colead, "
                           "materials, notes or private"),
    ("set 3 group.a Red", "what group a of block 3 is called; set 3 place.a By the window, is where it meets"),
    ("set day start 9:30", "any part of the whole plan"),
    ("add Talk", "a block at the end; add Talk at 3 puts it there; an activity's id adds that activity"),
    ("find drawing min:20", "activities that fit; also family:caring, people:12, load:low, power:chance, practice:34"),
    ("about token-talk", "all about one activity, with how it goes by post and when some people join from elsewhere"),
    ("move 3 to 5", "block 3 becomes block 5; p1 is the first parked block, 3.a.1 the first in a strand"),
    ("copy 3", "the same block once more"),
    ("split 3: Red, Blue", "groups do block 3 side by side"),
    ("park 3", "keep block 3 for another time"),
    ("remove 3", "take block 3 out"),
    ("undo", "take back the last change, as often as you like"),
    ("redo", "do again what was undone"),
    ("look 3", "everything that the plan says of block 3, and what happens in it"),
    ("export day.xlsx", "write the plan to a file: .xlsx, .csv, .toml, .md or .ics; put: with notes, at the end "
                        "to have your own notes too"),
    ("import day.csv", "another plan of this programme from a file; import day.csv: title=Session says which column "
                       "holds the titles"),
    ("warnings", "what to look at again"),
    ("load", "how heavy each part of the day may be on people"),
    ("stop", "leave; all changes are kept"),
)
"""What can be typed, and what it does."""

_LINES: tuple[tuple[str, Callable[[Draft, re.Match[str]], Planned]], ...] = (
    (r"(longer|shorter) (\S+)(?: by (\S+))?", lambda draft, found: plan_acts.set_parts(
        draft, found[2], [f"minutes={'+' if found[1] == 'longer' else '-'}{found[3] or 5}"])),
    (r"set (\S+) ([\w.]+)(?: (.*))?", lambda draft, found: plan_acts.set_parts(
        draft, found[1], [f"{found[2]}={found[3] or ''}"])),
    (r"add (.+?)(?: at (\S+))?", lambda draft, found: plan_acts.add(draft, found[1], found[2] or "")),
    (r"move (\S+)(?: to)? (\S+)", lambda draft, found: plan_acts.move(draft, found[1], found[2])),
    (r"copy (.+)", lambda draft, found: plan_acts.copy(draft, found[1])),
    (r"park (.+)", lambda draft, found: plan_acts.park(draft, found[1])),
    (r"remove (.+)", lambda draft, found: plan_acts.remove(draft, found[1])),
    (r"split ([^:]+): *(.+)", lambda draft, found: plan_acts.split(draft, found[1].strip(), found[2].split(","))),
)


class Planner:
    """One plan, talked through line by line until somebody leaves."""

    def __init__(self, draft: Draft, voice: Voice, world: World) -> None:
        self._draft = draft
        self._voice = voice
        self._world = world

    def run(self) -> None:
        """Show the plan, then take lines until they end or somebody types stop."""
        self._show()
        self._voice.say("Type a change, or ? for help.")
        for line in self._voice.lines():
            self._take(line)
        self._voice.say("All changes are kept.")

    def _take(self, line: str) -> None:
        word = line.casefold()
        if word in self._words:
            self._words[word]()
        elif found := re.fullmatch(r"find *(.*)", line, re.IGNORECASE):
            self._find(found[1])
        elif found := re.fullmatch(r"about (.+)", line, re.IGNORECASE):
            self._about(clean_line(found[1]))
        elif found := re.fullmatch(r"look (\S+)", line, re.IGNORECASE):
            self._voice.say(*look_lines(self._draft, found[1]))
        elif found := re.fullmatch(r"(export) (.+?)( with notes)?|(import) ([^:]+)(?:: *(.*))?", line, re.IGNORECASE):
            self._file(found)
        else:
            self._change(line)

    @property
    def _words(self) -> dict[str, Callable[[], None]]:
        draft = self._draft
        return {
            "undo": lambda: self._again("undo"), "redo": lambda: self._again("redo"), "show": self._show, "": self._show,
            **dict.fromkeys(("?", "help"), lambda: self._voice.help(COMMANDS)),
            "load": lambda: self._voice.say(*sentences(draft.script)),
            "warnings": lambda: self._voice.say(*(map(str, draft.warnings) if draft.warnings else ["Nothing to look at again."])),
        }

    def _file(self, found: re.Match[str]) -> None:
        """Write the plan to a file, or take one in from a file."""
        try:
            if found[1]:
                self._voice.say(*export_lines(self._draft, found[2], self._world, private=bool(found[3])))
            else:
                self._voice.say(*import_lines(self._draft, found[5], (found[6] or "").split(",")))
        except StoreProblem as problem:
            self._voice.say(str(problem))

    def _again(self, word: str) -> None:
        did, step, said = ((self._draft.to_undo, self._draft.undo, "Undone") if word == "undo"
                           else (self._draft.to_redo, self._draft.redo, "Done again"))
        self._hear(step(), f"{said}: {did}.")

    def _change(self, line: str) -> None:
        for pattern, act in _LINES:
            if found := re.fullmatch(pattern, line, re.IGNORECASE | re.DOTALL):
                self._hear(act(self._draft, found), "")
                return
        self._voice.say("That is no change that I know. Type ? for help.")

    def _hear(self, outcome: Planned, words: str) -> None:
        """Say what came of a change, and when the day ends now. It is said only when it is on the disk."""
        if isinstance(outcome, Refusal):
            self._voice.say(str(outcome))
            return
        first, *_ = day_lines(self._draft.script, self._draft.schedule)
        did = self._draft.to_undo
        self._voice.say(words or f"Kept: {did}." if did else "Nothing changed.", first)

    def _show(self) -> None:
        self._voice.say(*day_lines(self._draft.script, self._draft.schedule))

    def _about(self, name: str) -> None:
        activity = self._draft.activities.get(name)
        no = f"There is no activity {name[:40]!r}. Type: find {name[:40]}"
        self._voice.say(*activity_lines(activity) if activity else [no])

    def _find(self, typed: str) -> None:
        found = search(self._draft.activities.values(), typed)
        self._voice.say(*(f"{activity.id}: {about(activity)}. {activity.summary}" for activity in found[:20]))
        if len(found) > 20:
            self._voice.say(f"{len(found) - 20} more. Say more words to find fewer.")
        if not found:
            self._voice.say("No activity fits. Try fewer words.")
