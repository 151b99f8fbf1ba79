"""A programme whose one workshop decides in every way there is, played by made-up people. For tests of what comes of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kit.content.library import read_made_up
from kit.content.literal import literal
from kit.desk.library import Shelf, load_shelf
from kit.desk.programmes import new_programme
from kit.desk.rehearsal import play
from kit.desk.workshop import open_workshop
from kit.desk.world import World, made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.paths import builtin_activities
from kit.store import Programme

STEPS = (
    {"kind": "vote", "question": "When shall we meet?", "options": ["Tuesdays", "Saturdays"], "then": "decide"},
    {"kind": "vote", "how": "dots", "options": ["A garden", "A kettle", "A lift"]},
    {"kind": "vote", "how": "fist-to-five", "question": "Shall we try it?"},
    {"kind": "rate", "rule": "partners2", "statements": ["I am heard.", "I can pass."], "groups": ["Members", "Staff"]},
    {"kind": "rank", "options": ["Tea", "Coffee", "Water"]},
    {"kind": "consent"}, {"kind": "decide", "elsewhere": True}, {"kind": "promise"}, {"kind": "lesson"})
_ACTIVITY = """id = "{id}"
title = "Deciding"
summary = "We decide."
purpose = "To decide."
source = "Our own"
minutes = 60
least_minutes = 30
power = "It shares."
load = "low"
access = ["Anyone can pass."]

"""
_PLAN = """id = "deciding-day"
title = "A deciding day"
summary = "We decide."
"""


def decided(home: Path, people: int = 12, seed: int = 1,
            steps: Sequence[Mapping[str, Any]] = STEPS) -> tuple[Programme, Shelf, World]:
    """The programme, after its day."""
    folder = home / "activities"
    folder.mkdir(parents=True)
    blocks = ""
    for number, step in enumerate(steps):
        more = f'\n\n[[steps]]\nkind = "{step["then"]}"' if "then" in step else ""
        lines = "\n".join(f"{key} = {literal(tuple(value) if isinstance(value, list) else value)}"
                          for key, value in step.items() if key != "then") + more
        (folder / f"deciding-{number}.toml").write_text(_ACTIVITY.format(id=f"deciding-{number}") + f"[[steps]]\n{lines}\n")
        blocks += f'\n[[blocks]]\nactivity = "deciding-{number}"\n'
    (folder / "deciding-day.toml").write_text(_PLAN + blocks)
    shelf, world = load_shelf(home), made_up_world(f"deciding {seed}")
    assert not shelf.problems, shelf.problems
    programme = new_programme(home, "We decide", "deciding-day", shelf, world)
    workshop = open_workshop(programme, shelf, world)
    words = read_made_up(builtin_activities() / "made-up.toml")
    play(workshop, MadeUpPeople(people, words, seed), lambda done, total, what: None)
    workshop.close()
    return programme, shelf, world
