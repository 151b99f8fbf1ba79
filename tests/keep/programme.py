"""A programme with a marked word in everything that a person could say, for tests of what goes out and what is forgotten."""

from dataclasses import dataclass, field
from pathlib import Path

from kit.desk.library import Shelf, load_shelf
from kit.desk.programmes import new_programme
from kit.desk.workshop import Workshop, open_workshop
from kit.desk.world import World, made_up_world
from kit.model import Refusal
from kit.store import Programme, read_history

PLAN = """
id = "marked"
title = "A marked day"
summary = "Everything is said once."
start = "10:00"
source = "For tests."
"""

BLOCKS = ("mix-the-tables", "draw-involvement", "gallery", "resonance-marks", "caption-round", "group-agreement",
          "jargon-we-heard", "one-decision", "closing-feedback")


@dataclass
class Marked:
    """A home with one programme in which a whole day was run."""

    home: Path
    world: World
    shelf: Shelf
    programme: Programme
    session: str = ""
    words: dict[str, str] = field(default_factory=dict)

    @property
    def records(self):
        return read_history(self.programme.folder, self.programme.keys).records()

    def kind(self, name):
        return [record for record in self.records if record.kind == name]

    def open(self, **given) -> Workshop:
        return open_workshop(self.programme, self.shelf, self.world, **given)


WORDS = {
    "name": "Zorqname", "rule": "Zorqrule is spoken here", "shown": "zorqshown door", "private": "zorqprivate cellar",
    "caption": "zorqcaption light", "term": "ZORQTERM", "meaning": "zorqmeaning plain", "decided": "zorqdecided tea",
    "dissent": "zorqdissent coffee", "feedback": "zorqfeedback warm", "note": "zorqnote slow down", "parked": "zorqparked budget",
    "undone": "zorqundone slip",
}
"""Each is said once, and nowhere else."""


def marked(home: Path, seed: int = 1, plan_says: str = "") -> Marked:
    """Run a day in which every marked word is said. `plan_says` stands in the titles of the plan too."""
    world, shelf = made_up_world(seed), load_shelf(home)
    programme = new_programme(home, "Ours", "first-meeting", shelf, world)
    [file] = programme.plans_folder.glob("*.toml")
    blocks = "".join(f'[[blocks]]\nid = "b{n}"\ntitle = "Block {n} {plan_says}"\nactivity = "{name}"\nminutes = 10\n'
                     for n, name in enumerate(BLOCKS, 1))
    file.write_text(PLAN + blocks)
    day = Marked(home, world, shelf, programme, words=WORDS)
    workshop = day.open()
    day.session = workshop.id
    _play(workshop)
    workshop.close()
    return day


def _play(workshop: Workshop) -> None:
    said = {"names": ["Bo", WORDS["name"]], "rule": [WORDS["rule"]], "caption": [("A1", WORDS["caption"])],
            "drawing": [("A1", WORDS["shown"]), ("A2", WORDS["private"])], "term": [f"{WORDS['term']}: {WORDS['meaning']}"]}
    _give(workshop.answer(6))
    _give(workshop.note("note", {"text": WORDS["note"]}))
    _give(workshop.note("parked", {"text": WORDS["undone"]}))
    _give(workshop.undo())
    _give(workshop.note("parked", {"text": WORDS["parked"]}))
    while not workshop.over:
        _give(_one(workshop, said))


def _one(workshop: Workshop, said):
    """Answer one prompt with the marked words it is for, or with whatever lets the day go on."""
    ask = workshop.prompt.ask
    if ask.many and ask.makes in ("name", "rule", "drawing", "caption", "term"):
        return _next_of(workshop, said["names" if ask.makes == "name" else ask.makes])
    return _words(workshop, ask) or _numbers(workshop, ask) or _on(workshop, ask)


def _next_of(workshop, left):
    if not left:
        return workshop.done()
    answer = left.pop(0)
    return workshop.answer({"label": answer[0], "text": answer[1]} if isinstance(answer, tuple) else answer)


def _words(workshop, ask):
    plain = {"What was decided?": WORDS["decided"], "What is the question?": "Which drink?", "Who decides this?": "All of us"}
    if "another way" in ask.question and WORDS["dissent"] not in ask.so_far:
        return workshop.answer(WORDS["dissent"])
    if ask.question in plain:
        return workshop.answer(plain[ask.question])
    if ask.makes == "feedback-words" and WORDS["feedback"] not in str([r.content for r in workshop.records]):
        return workshop.answer(WORDS["feedback"])
    return None


def _numbers(workshop, ask):
    if ask.makes == "drawing":
        return workshop.answer(["A1"])
    if "marks" in ask.question and not ask.so_far:
        return workshop.answer({"label": "A1", "number": 3})
    if ask.makes == "feedback":
        return workshop.answer({option.key: 4 for option in ask.options})
    return None


def _on(workshop, ask):
    if ask.many:
        return workshop.done()
    for answer in ("", "yes", [], 2, {}):
        if not isinstance(change := workshop.answer(answer), Refusal):
            return change
    return workshop.skip()


def _give(change) -> None:
    assert not isinstance(change, Refusal), change


def every_byte(folder: Path) -> bytes:
    """All that stands in a folder's files, one after another."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
