"""An activity told whole, found by its family, and never missing how it goes by post."""

import pytest

from kit.desk.activity_words import activity_lines, variants
from kit.desk.library import load_shelf
from kit.desk.searching import families, search
from kit.paths import builtin_activities
from tests.content.files import ACTIVITY, written


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    written(home / "activities", ACTIVITY.replace("caption-round", "our-own"), "ours.toml")
    return load_shelf(home)


def test_the_whole_of_an_activity_is_told(shelf):
    activity = shelf.activities["token-talk"]
    told = "\n".join(activity_lines(activity))
    for text in (activity.purpose, activity.by_post, activity.from_elsewhere, activity.source, activity.steps[0].room):
        assert " ".join(text.split()) in told
    assert "Family: power." in told


def test_an_activity_that_says_no_variants_is_told_without_them(shelf):
    assert variants(shelf.activities["our-own"]) == ()
    assert not [line for line in activity_lines(shelf.activities["our-own"]) if line.startswith("By post")]


def test_every_shipped_activity_is_in_a_family_and_ones_own_come_last(shelf):
    groups = families(shelf.activities.values())
    assert groups[0][0] == "opening"
    assert [a.id for a in groups[-1][1]] == ["our-own"]
    assert all((builtin_activities() / name).is_dir() for name, _ in groups[:-1])
    assert sum(len(members) for _, members in groups) == len(shelf.activities)


def test_a_family_can_be_searched_for_with_other_words(shelf):
    assert [a.id for a in search(shelf.activities.values(), "family:caring stop")] == ["stop-and-slow"]
    assert search(shelf.activities.values(), "family:opening stop-and-slow") == ()
