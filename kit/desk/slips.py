"""A stack of slips, typed up one line each: every line is on the disk before the next, and the last one can be taken back.

For what comes back on paper outside a running step: sticky notes, captions, feedback in people's own words.
"""

import re
from collections.abc import Mapping
from datetime import UTC

from kit.desk.world import World
from kit.engine import setting_of
from kit.model import Origin, Record, Script, Visible
from kit.model.text import LONGEST, clean, counted, listed
from kit.store import History, NoSuchThing, Store, StoreProblem

STACKS: Mapping[str, str] = {
    "thought": "Thoughts, from cards or sticky notes",
    "caption": "Captions, each with its drawing: A3 and the words",
    "feedback-words": "Feedback, in people's own words",
    "parked": "Topics to come back to",
    "topic": "Topics to take further",
    "change": "Changes to make",
    "elsewhere": "Decisions made elsewhere",
    "resource": "What people know of that helps",
    "about-us": "A line about us, for the joiner's pack",
    "need": "What people need",
    "skill": "Interests and skills",
    "rule": "Lines for the agreement",
    "term": "Hard words, each with its meaning: word: meaning",
    "note": "Notes that only you see",
}
"""What a stack can be, in words."""

_LABEL = re.compile(r"([A-Za-z])(\d{1,3})(?!\w)[\s:.,]*(.*)", re.DOTALL)


class Slips:
    """One stack. `keep` takes a line, `undo` takes the last one back, as often as there are lines."""

    def __init__(self, store: Store, programme: str, kind: str, world: World, *, workshop: str = "", question: str = "") -> None:
        """`programme` and `workshop` are ids; `question` is what the feedback answers. Raises NoSuchThing for another kind."""
        if kind not in STACKS:
            raise NoSuchThing(f"{clean(kind)!r} cannot be captured as a line. It can be one of: {', '.join(STACKS)}.")
        if kind == "feedback-words" and not clean(question):
            raise NoSuchThing("Say which question the feedback answers.")
        self.kind = kind
        self.question = clean(question)
        self.kept: list[Record] = []
        """What was kept here and not taken back, in its order."""
        self._store = store
        self._place = Origin(programme=programme, workshop=workshop)
        self._world = world
        self._label = ""
        """The drawing of the last caption: a line without a label is for the same one."""

    def keep(self, line: str) -> Record:
        """Keep one line. It is on the disk when this returns; raises StoreProblem where it is not."""
        text = clean(line)
        if not text or (self.kind == "term" and not text.partition(":")[0].strip()):
            raise StoreProblem("A line has no words in it, so it was not kept.")
        if len(text) > LONGEST:
            raise StoreProblem(f"A line has {len(text):,} characters; the most is {LONGEST:,}. It was not kept.")
        content, place = self._caption(text) if self.kind == "caption" else (self._content(text), self._place)
        now = self._world.clock().astimezone(UTC).isoformat(timespec="seconds")
        record = Record(self._world.draw(14).lower(), self.kind, now, place, content,
                        Visible.ME if self.kind == "note" else Visible.GROUP)
        self._store.keep_record(record)
        self.kept.append(record)
        return record

    def undo(self) -> Record | None:
        """Take back the last line. Gives what it was, or None where there is none. Raises StoreProblem."""
        if not self.kept:
            return None
        self._store.take_back([self.kept[-1].id])
        return self.kept.pop()

    @property
    def count(self) -> str:
        """How many lines were kept, in words."""
        return counted(len(self.kept), "slip")

    def _content(self, text: str) -> dict[str, str]:
        if self.kind == "feedback-words":
            return {"question": self.question, "text": text}
        if self.kind != "term":
            return {"text": text}
        term, _, meaning = text.partition(":")
        return {"term": term.strip(), "meaning": meaning.strip()}

    def _caption(self, text: str) -> tuple[dict[str, str], Origin]:
        """A caption of a drawing on show, with that drawing's workshop."""
        shown = {str(r.content["label"]): r for r in self._store.records() if r.kind == "drawing" and r.content.get("shown")}
        if not shown:
            raise StoreProblem("No drawing is on show, so there is nothing to caption.")
        label, words = self._label, text
        if found := _LABEL.fullmatch(text):
            label, words = f"{found[1].upper()}{found[2]}", found[3]
        if label not in shown:
            raise StoreProblem(f"Begin with a drawing that is on show: {listed(sorted(shown))}. Then its words.")
        if not words:
            raise StoreProblem(f"There are no words after {label}, so nothing was kept.")
        self._label = label
        drawing = shown[label]
        return {"label": label, "text": words, "drawing": drawing.id}, Origin(
            programme=self._place.programme, workshop=drawing.origin.workshop)


def last_workshop_of(history: History) -> str:
    """The id of the workshop that was begun last; empty where none was."""
    return next(reversed(history.sessions()), "")


def questions_of(history: History) -> tuple[str, ...]:
    """The questions that people answer in words on the feedback cards of the workshop that was begun last."""
    workshop = last_workshop_of(history)
    return asked_in(setting_of(history.events(workshop)).script) if workshop else ()


def asked_in(script: Script) -> tuple[str, ...]:
    """The questions that people answer in words on a plan's feedback cards, each once."""
    steps = (step for block in script.plan.blocks if (activity := script.activity(block)) for step in activity.steps)
    return tuple(dict.fromkeys(str(words) for step in steps if step.kind == "feedback" for words in step["words"]))
