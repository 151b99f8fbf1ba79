"""The support card has the programme's own contacts, and an old one is told of before it is printed."""

from datetime import date

import pytest

from kit.desk import support
from kit.desk.flows.care import care
from kit.desk.health import warnings
from kit.desk.library import load_shelf
from kit.desk.paper import Order, print_pack
from kit.desk.programmes import new_programme
from kit.desk.world import made_up_world
from kit.store import StoreProblem
from tests.desk.test_flows import go
from tests.rooms import HOSTILE

WORLD = made_up_world(5)
TODAY = WORLD.clock().date()


@pytest.fixture
def ours(tmp_path):
    return new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), WORLD)


def card_of(ours, tmp_path):
    [printed] = print_pack(ours, load_shelf(tmp_path), Order(what=("support-card",), form="text"))
    return printed.path.read_text(encoding="utf-8")


def test_a_contact_stands_on_the_card_with_the_day_it_was_checked(ours, tmp_path):
    support.add(ours, "Ravi " + HOSTILE, "By the tea.", "", WORLD)
    card = card_of(ours, tmp_path)
    assert "Ravi [/] [b]" in card
    assert "\x1b" not in card
    assert f"By the tea. (Checked on {TODAY.isoformat()}.)" in card


def test_a_contact_nobody_checked_for_half_a_year_is_told_of_without_its_name(ours):
    support.add(ours, "Ravi", "By the tea.", "2020-01-01", WORLD)
    support.add(ours, "Mei", "By the door.", "", WORLD)
    [told] = [sentence for sentence in warnings(ours, WORLD) if "Support contact" in sentence]
    assert told == "Support contact 1 was last checked on 2020-01-01. Ring it before you print the card."
    support.check(ours, 1, "", WORLD)
    assert not list(support.stale(support.contacts(ours), TODAY))


def test_half_a_year_to_the_day_is_not_old(ours):
    record = support.add(ours, "Ravi", "By the tea.", (TODAY - support.STALE).isoformat(), WORLD)
    assert not list(support.stale([record], TODAY))
    assert list(support.stale([record], date.fromordinal(TODAY.toordinal() + 1)))


def test_a_contact_that_is_removed_is_on_no_card(ours, tmp_path):
    support.add(ours, "Ravi", "By the tea.", "", WORLD)
    support.remove(ours, 1, WORLD)
    assert "Ravi" not in card_of(ours, tmp_path)
    assert support.contacts(ours) == ()


@pytest.mark.parametrize(("who", "how", "on"), [
    ("", "x", ""), ("x", " ", ""), ("x" * 201, "y", ""), ("x", "y", "soon"), ("x", "y", "9999-01-01")])
def test_what_makes_no_contact_is_refused_in_a_sentence(ours, who, how, on):
    with pytest.raises(StoreProblem):
        support.add(ours, who, how, on, WORLD)
    assert support.contacts(ours) == ()


def test_a_number_that_is_not_there_is_refused(ours):
    with pytest.raises(StoreProblem, match="There is no contact 3"):
        support.check(ours, 3, "", WORLD)


def test_contacts_are_added_checked_and_taken_off_in_a_talk_too(ours, tmp_path):
    go(care(ours, WORLD), "The support card", "Add somebody", "Ravi", "By the tea.")
    assert "Ravi" in card_of(ours, tmp_path)
    support.add(ours, "Mei", "By the door.", "2020-01-01", WORLD)
    shown, _ = go(care(ours, WORLD), "The support card", "Mei", "It is right")
    assert "Mei: By the door. Checked 2020-01-01." in shown
    assert not list(support.stale(support.contacts(ours), TODAY))
    go(care(ours, WORLD), "The support card", "Ravi", "Take it off", "No")
    assert len(support.contacts(ours)) == 2
    go(care(ours, WORLD), "The support card", "Ravi", "Take it off", "Yes")
    assert [record.content["text"] for record in support.contacts(ours)] == ["Mei"]


def test_a_contact_half_typed_is_not_kept(ours):
    go(care(ours, WORLD), "The support card", "Add somebody", "Ravi", None)
    assert support.contacts(ours) == ()
