"""Warnings say in words what a plan may be hard on people with; a plan that is kind has none."""

from dataclasses import replace

from kit.engine.warnings import Room, warnings
from kit.model import Script, Step
from tests.model.days import plan
from tests.rooms import activity

NOBODY = Room()


def said(text, room=NOBODY, **activities):
    """The kinds and places of the warnings about a day, whose blocks run activities of their own name."""
    day = plan(text)
    known = tuple(activities.values())
    names = {each.id for each in known}

    def with_activity(block):
        return replace(block, activity=block.title, time="") if block.title in names else block

    day = replace(day, blocks=tuple(with_activity(block) for block in day.blocks))
    return [(found.kind, found.number) for found in warnings(Script(day, known), room)]


def high(name, **given):
    return replace(activity(name, Step("say")), load="high", **given)


def test_a_kind_day_has_no_warnings():
    assert said("10:00 a 60, tea 15 break, b 60, end 10 closing") == []


def test_ninety_minutes_without_a_break_are_told_once():
    assert said("10:00 a 60, b 30, tea 15 break, c 80") == []
    assert said("10:00 a 60, b 40, c 20, tea 15 break, d 91") == [("stretch", "2"), ("stretch", "5")]
    assert said("10:00 a 60, b 40 @11:15") == []


def test_a_break_in_every_strand_is_a_break():
    assert said("10:00 a 60, (x: tea 10 break, b 20 | y: c 20, tea 10 break), d 60") == []
    assert said("10:00 a 60, (x: tea 10 break, b 20 | y: c 40), d 20") == [("stretch", "2")]


def test_two_heavy_blocks_in_a_row_and_nothing_to_land_in():
    a, b = high("a"), high("b")
    assert said("10:00 a 20, b 20, tea 10 break", a=a, b=b) == [("load", "2")]
    assert said("10:00 a 20, c 20, tea 10 break", a=a) == [("landing", "1")]
    assert said("10:00 c 20, a 20", a=a) == [("landing", "2")]
    assert said("10:00 a 20, tea 10 break", a=a) == []


def test_captions_need_makers_who_chose_to_show_their_drawings():
    shows, captions = activity("shows", Step("gallery")), activity("captions", Step("say"), Step("caption"))
    assert said("10:00 captions 10, shows 10, end 10 closing", shows=shows, captions=captions) == [("order", "1")]
    assert said("10:00 shows 10, captions 10, end 10 closing", shows=shows, captions=captions) == []


def test_more_people_than_an_activity_takes():
    pairs = replace(activity("a", Step("say")), most_people=8)
    assert said("10:00 a 20", Room(people=9), a=pairs) == [("people", "1")]
    assert said("10:00 a 20", Room(people=8), a=pairs) == []
    assert said("10:00 a 20", a=pairs) == [("people", "1")]


def test_a_need_that_no_sheet_and_no_seat_meets():
    needs = ("large print; a seat near the door", "BSL interpreter", "bsl interpreter, quiet corner")
    found = [str(one) for one in warnings(Script(plan("10:00 a 20"), ()), Room(3, needs, ()))]
    assert found == ["Somebody needs: BSL interpreter. No sheet and no seat meets that. Plan who sees to it."]


def test_letters_that_nobody_explained():
    assert said("10:00 PPIE 20") == [("jargon", "1")]
    assert said("10:00 PPIE 20", Room(terms=("PPIE",))) == []


def test_overlaps_and_pins_that_look_wrong():
    assert said("10:00 a 60, b 20 @10:30") == [("overlap", "2")]
    assert said("10:00 a 60, b 20 @09:00") == [("gap", "2")]


def test_an_activity_that_is_on_no_shelf():
    day = plan("10:00 a 20")
    day = replace(day, blocks=(replace(day.blocks[0], activity="gone"),))
    assert [one.kind for one in warnings(Script(day, ()), Room())] == ["activity"]
