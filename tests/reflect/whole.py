"""A programme of two workshops, played by made-up people: everything a report can tell of was made in it."""

from dataclasses import dataclass
from pathlib import Path

from kit.content.library import read_made_up
from kit.desk.consent import Choice, choose
from kit.desk.library import Shelf, load_shelf
from kit.desk.programmes import new_programme
from kit.desk.rehearsal import play
from kit.desk.workshop import open_workshop
from kit.desk.world import World, made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.model import Visible
from kit.paths import builtin_activities
from kit.store import Programme, read_history

BLOCKS = ("draw-involvement", "gallery", "resonance-marks", "caption-round", "group-agreement", "jargon-we-heard",
          "one-decision", "everything-else", "who-is-not-here", "closing-feedback")

EVERYTHING_ELSE = """
id = "everything-else"
title = "Everything else"
summary = "Writing, reading, sorting, rating."
purpose = "For tests."
source = "For tests."
minutes = 30
least_minutes = 5
least_people = 1
most_people = 40
power = "All the same."
load = "low"
access = ["Anyone can pass."]
makes = ["account", "coding", "theme", "rating", "lesson", "talk"]
[[steps]]
kind = "write"
[[steps]]
kind = "code"
frameworks = ["ukspi-2019"]
[[steps]]
kind = "sort"
[[steps]]
kind = "rate"
statements = ["I am heard."]
[[steps]]
kind = "lesson"
[[steps]]
kind = "talk"
count = ["Carers", "Researchers"]
"""


@dataclass
class Whole:
    """What was played."""

    home: Path
    world: World
    shelf: Shelf
    programme: Programme

    @property
    def records(self):
        return read_history(self.programme.folder, self.programme.keys).records()


def whole(home: Path, workshops: int = 2, visible: Visible | None = Visible.PUBLIC) -> Whole:
    """Play it. `visible`: what everybody chose for all that they made; None: nobody was asked yet."""
    (home / "activities").mkdir(parents=True)
    (home / "activities" / "everything-else.toml").write_text(EVERYTHING_ELSE)
    world, shelf = made_up_world(8), load_shelf(home)
    programme = new_programme(home, "Ours", "first-meeting", shelf, world)
    [file] = programme.plans_folder.glob("*.toml")
    blocks = "".join(f'[[blocks]]\nid = "b{n}"\ntitle = "{shelf.activities[name].title}"\nactivity = "{name}"\nminutes = 10\n'
                     for n, name in enumerate(BLOCKS, 1))
    file.write_text('id = "whole"\ntitle = "A whole day"\nsummary = "Everything once."\nstart = "10:00"\nsource = "For tests."\n'
                    + blocks)
    words = read_made_up(builtin_activities() / "made-up.toml")
    for seed in range(workshops):
        workshop = open_workshop(programme, shelf, world, fresh=True)
        play(workshop, MadeUpPeople(12, words, seed), lambda done, total, title: None)
        session = workshop.id
        workshop.close()
        if visible:
            choose(programme, "", Choice(visible), world, workshop=session)
    return Whole(home, world, shelf, programme)
