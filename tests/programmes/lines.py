"""A small programme for tests: three stages, of which the second is run at two sites."""

from pathlib import Path

from kit.content.library import read_made_up
from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.rehearsal import play
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.paths import builtin_activities

LINE = '''\
# Our own year.
id = "our-year"
title = "Our year"
summary = "We meet, we look back, we end."
approach = "We decide together how we work. The money is fixed."

[[stages]]
id = "meet"
title = "We meet"
phase = "Spring"
plan = "our-year-meet"

[[stages]]
id = "look"
title = "We look back"
phase = "Spring"
plan = "our-year-look"
sites = ["Leeds", "Devon"]
due = ["A pen"]

[[stages]]
id = "share"
title = "We share"
within = "look"

[[stages]]
id = "home"
title = "Reading at home"
due = ["The text"]
'''
MEET = '''\
id = "our-year-meet"
title = "A first meeting"
summary = "We meet."

[[blocks]]
activity = "group-agreement"

[[blocks]]
activity = "one-decision"

[[blocks]]
activity = "closing-feedback"
'''
LOOK = '''\
id = "our-year-look"
title = "A look back"
summary = "We look back."

[[blocks]]
activity = "look-back"

[[blocks]]
activity = "a-line-about-us"
'''


def our_year(home: Path):
    """A programme of that line in a home folder, its shelf and its world."""
    own = home / "activities"
    own.mkdir(parents=True)
    for name, text in (("line", LINE), ("meet", MEET), ("look", LOOK)):
        (own / f"{name}.toml").write_text(text, encoding="utf-8")
    shelf, world = load_shelf(home), made_up_world(1)
    return new_programme(home, "Ours", "our-year", shelf, world), shelf, world


def run(programme, shelf, world, plan=None, site="", people=5):
    """Play one workshop to its end; gives its records."""
    workshop = open_workshop(programme, shelf, world, plan, site=site)
    words = dict(read_made_up(builtin_activities() / "made-up.toml"))
    try:
        play(workshop, MadeUpPeople(people, words, 1), lambda done, total, what: None)
        return workshop.records
    finally:
        workshop.close()
