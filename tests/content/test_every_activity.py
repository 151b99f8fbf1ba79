"""Every activity that ships: it comes to its end in small and large rooms, says its variants, reads easily, and prints."""

import re

import pytest

from kit.content.library import load, read_glossary, read_made_up, script_of
from kit.content.plain_words import flags
from kit.content.vocabulary import KINDS
from kit.content.wording import texts_of
from kit.engine import Session
from kit.engine.made_up import MadeUpPeople
from kit.model import Block, Plan
from kit.paths import builtin_activities
from printables.pack import pack, print_sheet
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES
from printables.sheet import Source
from tests.rooms import PLACE, taken, ticking

SHIPPED = builtin_activities()
LIBRARY = load([SHIPPED])
MADE_UP = read_made_up(SHIPPED / "made-up.toml")
EXPLAINED = tuple(term.term for term in read_glossary(SHIPPED / "glossary.toml"))
LIMITS = ("sentence", "letters", "grade")
"""The flags of the plain-words checker that are limits. Long words and the passive are for a person to judge."""

BEFORE = {
    "gallery": ("draw-involvement",), "resonate": ("draw-involvement", "gallery"), "caption": ("draw-involvement", "gallery"),
    "code": ("reflective-accounts",), "sort": ("silent-writing-first",),
}
"""What has to come before a step of a kind, since the step works on what that leaves."""

every_activity = pytest.mark.parametrize("activity", LIBRARY.activities.values(), ids=lambda activity: activity.id)
every_plan = pytest.mark.parametrize("plan", LIBRARY.plans.values(), ids=lambda plan: plan.id)


def day_of(*activities):
    """A day of these activities, one after the other."""
    plan = Plan("day", "A day", "All of it.", "10:00", tuple(Block("", "", activity.id, 0) for activity in activities))
    script, _ = script_of(plan, LIBRARY)
    return script


def test_at_least_fifty_six_activities_ship():
    assert len(LIBRARY.activities) >= 56


@pytest.mark.parametrize("people", [4, 11, 35])
@every_activity
def test_it_comes_to_its_end_and_leaves_what_it_says_it_leaves(activity, people):
    before = dict.fromkeys(name for step in activity.steps for name in BEFORE.get(step.kind, ()))
    script = day_of(*(LIBRARY.activities[name] for name in before), activity)
    session, _ = Session.begin(script, PLACE, id="s", seed="seed", clock=ticking())
    room = MadeUpPeople(people, MADE_UP, 1)
    for _ in range(3000):
        if session.over:
            break
        command, value = room.answer(session.prompt)
        taken(session.answer(value) if command == "answer" else session.done())
    assert session.over
    left = {record.kind for record in session.records if record.origin.activity == activity.id}
    beside = {kind for step in activity.steps for kind in KINDS[step.kind].beside}
    assert left <= set(activity.makes) | beside | {"attendance", "name"}
    assert left or set(activity.makes) <= {"talk", "carried", "coding"}


@every_activity
def test_it_says_how_it_goes_in_a_room_by_post_and_from_elsewhere(activity):
    assert all((activity.in_room, activity.by_post, activity.from_elsewhere))
    assert activity.practices
    assert activity.steps[0].room


@every_activity
def test_its_steps_take_as_long_as_it_says(activity):
    assert sum(step.minutes for step in activity.steps) == activity.minutes


@every_activity
def test_nobody_in_it_is_a_user_or_a_participant(activity):
    said = "\n".join(texts_of(activity)).casefold().replace("service user", "")
    assert re.findall(r"\b(?:users?|participants?|vulnerable|representatives?)\b", said) == []


@pytest.mark.parametrize("value", [*LIBRARY.activities.values(), *LIBRARY.plans.values()], ids=lambda value: value.id)
def test_its_words_are_within_the_limits_of_plain_words(value):
    found = flags("\n".join(text for text in texts_of(value) if text), EXPLAINED)
    assert [flag.sentence for flag in found if flag.kind in LIMITS] == []


@pytest.mark.parametrize("profile", ["clear", "easy"])
def test_a_day_of_every_activity_prints_with_all_its_words(profile):
    script = day_of(*LIBRARY.activities.values())
    for sheet in pack(Source("Ours", "KMR", 1, script, 4), ("run-sheet", "agenda")):
        printed = print_sheet(sheet, PROFILES[profile], PAPERS["A4"])
        assert printed.missing == ()
        assert printed.pages
        words = plain_text(sheet.documents[-1])
        assert all(activity.title in words for activity in LIBRARY.activities.values())
