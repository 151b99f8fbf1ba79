"""Every plan and every programme that ships is played to its end by rooms of three sizes. In memory alone."""

import os
from dataclasses import replace

import pytest

from kit.content.library import load, read_made_up, script_of
from kit.content.plain_words import flags
from kit.desk.known import known_to
from kit.engine import Place, Session
from kit.engine.made_up import MadeUpPeople
from kit.model import standing
from kit.paths import builtin_activities
from printables.pack import pack, print_sheet
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES, suits
from printables.sheet import Source
from tests.content.test_every_activity import EXPLAINED, LIMITS
from tests.rooms import taken, ticking

SHIPPED = builtin_activities()
LIBRARY = load([SHIPPED])
WORDS = read_made_up(SHIPPED / "made-up.toml")
LINES = LIBRARY.lines.values()
STAGES = {stage.plan for line in LINES for stage in line.stages}


class Memory:
    """What the workshops of one programme left, as its folder would hold it."""

    def __init__(self):
        self.held = {}

    def sessions(self):
        return tuple(self.held)

    def events(self, session):
        return self.held[session].events

    def every_record(self):
        return tuple(record for session in self.held.values() for record in session.records)

    def records(self):
        return standing(self.every_record())


def play(plan, room, memory, stage="", site=""):
    """One workshop to its end, with what came before it."""
    script, problems = script_of(plan, LIBRARY)
    assert not problems
    number = len(memory.held) + 1
    place = Place("programme-1", "KMR", number, stage=stage, site=site)
    session, _ = Session.begin(script, place, id=f"s{number}", seed=f"seed {number}", clock=ticking(),
                               known=lambda: known_to(memory, f"s{number}"))
    memory.held[f"s{number}"] = session
    for _ in range(20_000):
        if session.over:
            return session
        command, value = room.answer(session.prompt)
        taken(session.answer(value) if command == "answer" else session.done())
    raise AssertionError(f"{plan.id} does not come to its end")


def left_by(session):
    """The activities that left something."""
    return {record.origin.activity for record in session.records}


def wanted(plan):
    """The activities of a plan that make something by themselves. A look back makes nothing where nothing is open."""
    made = {block.activity: LIBRARY.activities[block.activity].makes for block in plan.blocks if block.activity}
    return {name for name, makes in made.items() if set(makes) - {"talk", "carried", "coding"}}


@pytest.mark.parametrize("people", [4, 11, 35])
@pytest.mark.parametrize("plan", [p for p in LIBRARY.plans.values() if p.id not in STAGES], ids=lambda plan: plan.id)
def test_a_plan_comes_to_its_end_and_each_activity_leaves_something(plan, people):
    session = play(plan, MadeUpPeople(people, WORDS, 1), Memory())
    assert left_by(session) >= wanted(plan)


@pytest.mark.parametrize("people", [4, 11, 35])
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_a_programme_comes_to_its_end_at_every_site(line, people):
    memory, room = Memory(), MadeUpPeople(people, WORDS, 1)
    for stage in line.stages:
        for site in (stage.sites or ("",)) if stage.plan else ():
            plan = LIBRARY.plans[stage.plan]
            session = play(plan, room.again(), memory, stage.id, site)
            assert left_by(session) >= wanted(plan), stage.id


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_the_words_of_a_programme_are_within_the_limits_of_plain_words(line):
    said = [line.title, line.summary, line.approach, *(text for s in line.stages for text in (s.title, s.about, *s.due))]
    assert [flag.sentence for flag in flags("\n".join(filter(None, said)), EXPLAINED) if flag.kind in LIMITS] == []


@pytest.mark.parametrize("profile", ["clear", "easy"])
def test_the_agenda_of_every_plan_prints_with_all_its_words(profile):
    for plan in LIBRARY.plans.values():
        script, _ = script_of(plan, LIBRARY)
        for sheet in pack(Source("Ours", "KMR", 1, script, 4), ("agenda",)):
            printed = print_sheet(replace(sheet, documents=sheet.documents[:1]), PROFILES[profile], PAPERS["A4"])
            assert (printed.missing, bool(printed.pages)) == ((), True), plan.id
            assert all(block.title in plain_text(sheet.documents[0]) for block in script.plan.blocks), plan.id


USUAL = ("closing-and-thanks", "reflection-half-day")
TRIED = [plan for plan in LIBRARY.plans if os.environ.get("CHECK_PRINT") or plan in USUAL]
"""Plans whose whole pack is printed; CHECK_PRINT prints all of them."""


@pytest.mark.parametrize("profile", ["clear", "easy"])
@pytest.mark.parametrize("plan", TRIED)
def test_the_whole_pack_of_a_plan_prints(plan, profile):
    script, _ = script_of(LIBRARY.plans[plan], LIBRARY)
    for sheet in pack(Source("Ours", "KMR", 1, script, 4)):
        if suits(PROFILES[profile], PAPERS["A4"]):
            printed = print_sheet(replace(sheet, documents=sheet.documents[:1]), PROFILES[profile], PAPERS["A4"])
            assert (printed.missing, bool(printed.pages)) == ((), True), sheet.name
