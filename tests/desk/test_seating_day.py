"""A day with three rounds at tables: planned before, changed by who comes and goes, and printed as it is held."""

import re

import pytest

from kit.desk.library import load_shelf
from kit.desk.paper import Order, print_pack
from kit.desk.people import take_in
from kit.desk.programmes import new_programme
from kit.desk.running_words import arrival_words
from kit.desk.seatplan import plan_seats
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from tests.rooms import taken

PEOPLE = ("Rosa", "Ben", "Amira", "Tom", "Dev", "Joan", "Li", "Max", "Noor", "Pat", "Eve", "Ash")
TABLE = "Name,Role,Access needs,Keep with\nRosa,service user,wheelchair,Ben\n" + "".join(f"{n},,,\n" for n in PEOPLE[1:])
PLAN = """
id = "three-rounds"
title = "Three rounds"
summary = "We mix the tables three times."
start = "10:00"
source = "Made up."
least_people = 4
most_people = 20
""" + """
[[blocks]]
activity = "mix-the-tables"
minutes = 10
""" * 3


@pytest.fixture
def day(tmp_path):
    world, shelf = made_up_world(1), load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    for plan in (programme.folder / "plans").glob("*.toml"):
        plan.unlink()
    (programme.folder / "plans" / "three-rounds.toml").write_text(PLAN)
    (tmp_path / "people.csv").write_text(TABLE)
    take_in(programme, tmp_path / "people.csv", world)
    return programme, shelf, world


def opened(programme, shelf, world):
    workshop = open_workshop(programme, shelf, world)
    taken(workshop.answer(len(PEOPLE)))
    for name in PEOPLE:
        taken(workshop.answer(name))
    return workshop


def tables_now(workshop):
    return next(r for r in reversed(workshop.records) if r.kind == "seating").content["tables"]


def held(workshop, tables, step_free):
    """One round: skip the words before it, seat people, read it out. Gives the tables."""
    taken(workshop.answer(""))
    taken(workshop.answer(tables))
    taken(workshop.answer(step_free))
    taken(workshop.answer("yes"))
    taken(workshop.answer(""))
    return [r for r in workshop.records if r.kind == "seating"][-1].content["tables"]


def cards(programme, shelf, out):
    """What the printed cards say: {name: [table of each round]}."""
    [card] = print_pack(programme, shelf, Order(("path-cards",), form="text"), out)
    found = {}
    for name, rounds in re.findall(r"^(\w+)\n\n((?:- Round \d+: Table \d+\n?)+)", card.path.read_text(), re.MULTILINE):
        found[name] = [int(n) for n in re.findall(r"Table (\d+)", rounds)]
    return found


def paths(rounds):
    """The same from the tables themselves."""
    return {name: [n for tables in rounds for n, table in enumerate(tables, 1) if name in table]
            for name in {name for tables in rounds for table in tables for name in table}}


def test_cards_agree_with_the_plan_and_with_a_day_on_which_people_come_go_and_a_table_closes(day, tmp_path):
    programme, shelf, world = day
    record, *_ = plan_seats(programme, shelf, world, offers=((), ("step-free",), ()), seconds=0.2)
    planned = record.content["rounds"]
    assert cards(programme, shelf, tmp_path / "before") == paths(planned)

    workshop = opened(programme, shelf, world)
    first = held(workshop, 3, "2")
    assert [sorted(table) for table in first] == [sorted(table) for table in planned[0]]

    taken(workshop.left("Tom"))
    taken(workshop.arrived("Zoe"))
    first = tables_now(workshop)
    assert "Zoe" in str(first), "Whoever comes late has a seat at once."
    second = held(workshop, 3, "2")
    here = {name for table in second for name in table}
    assert here == {*PEOPLE, "Zoe"} - {"Tom"}
    moved = [name for table in planned[1] for name in table if name in here and not any(
        name in table and name in now for table, now in zip(planned[1], second, strict=True))]
    assert len(moved) <= 2, "Those whose seat was printed keep it, where they can."

    assert cards(programme, shelf, tmp_path / "meanwhile") == paths([first, second, planned[2]])
    third = held(workshop, 2, "1")
    assert len(third) == 2
    for tables, place in ((first, 1), (second, 1), (third, 0)):
        assert {"Rosa", "Ben"} <= set(tables[place])
    assert workshop.over
    workshop.close()
    assert print_pack(programme, shelf, Order(("path-cards",)), tmp_path / "next") == (), "The next workshop has no seats yet."


def test_who_comes_after_the_tables_were_mixed_gets_a_seat_and_nobody_moves(day):
    workshop = opened(*day)
    assert arrival_words(workshop.records) == "Welcome. One more person is here."
    before = held(workshop, 3, "2")
    taken(workshop.arrived("Zoe"))
    after = tables_now(workshop)
    place = next(n for n, table in enumerate(after) if "Zoe" in table)
    assert [[name for name in table if name != "Zoe"] for table in after] == before
    assert arrival_words(workshop.records).startswith(f"Welcome. Zoe has a seat at table {place + 1}. Nobody has to move.")
    taken(workshop.go_to(1))
    assert "Zoe" in str(held(workshop, 3, "2"))
    assert len([r for r in workshop.records if r.kind == "seating"]) == 1, "Mixed again, the round is still one round."
    workshop.close()


def test_who_comes_late_without_a_name_has_no_seat_yet_and_that_is_said(day):
    workshop = opened(*day)
    held(workshop, 3, "2")
    taken(workshop.arrived(""))
    assert "no seat yet" in arrival_words(workshop.records)
    workshop.close()


def test_taking_back_a_late_arrival_takes_back_the_seat(day):
    workshop = opened(*day)
    before = held(workshop, 3, "2")
    taken(workshop.arrived("Zoe"))
    taken(workshop.undo())
    assert tables_now(workshop) == before
    workshop.close()


def expect_zed(day, folder):
    programme, _, world = day
    (folder / "more.csv").write_text("Name,Access needs\nZed,wheelchair\n")
    take_in(programme, folder / "more.csv", world)


def test_who_needs_a_step_free_table_gets_it_when_they_come_late(day, tmp_path):
    expect_zed(day, tmp_path)
    workshop = opened(*day)
    held(workshop, 3, "2")
    taken(workshop.arrived("Zed"))
    assert "Zed" in tables_now(workshop)[1], "It is the only table without a step."
    workshop.close()


def test_who_comes_late_is_seated_at_no_table_that_lacks_what_they_need(day, tmp_path):
    expect_zed(day, tmp_path)
    workshop = opened(*day)
    taken(workshop.left("Rosa"))
    taken(workshop.answer(""))
    taken(workshop.answer(3))
    taken(workshop.answer("yes"))
    taken(workshop.answer(""))
    taken(workshop.arrived("Zed"))
    assert "Zed" not in str(tables_now(workshop))
    assert "no seat yet" in arrival_words(workshop.records)
    workshop.close()


def test_who_leaves_and_comes_again_has_their_seat_still(day):
    workshop = opened(*day)
    before = held(workshop, 3, "2")
    taken(workshop.left("Tom"))
    taken(workshop.arrived("Tom"))
    assert tables_now(workshop) == before
    assert "Tom has a seat" in arrival_words(workshop.records)
    workshop.close()


def test_the_tables_planned_before_the_day_are_offered_on_the_day(day):
    programme, shelf, world = day
    plan_seats(programme, shelf, world, offers=[["near the door"], [], ["step-free"], []])
    workshop = opened(programme, shelf, world)
    taken(workshop.answer(""))
    asked = workshop.prompt.ask
    assert (asked.question, asked.default, asked.facts[-1]) == ("How many tables?", 4, "You planned 4 tables.")
    taken(workshop.answer(""))
    asked = workshop.prompt.ask
    assert ("step-free" in asked.question, asked.default) == (True, ["3"])
    taken(workshop.answer(""))
    [table] = [table for table in workshop.prompt.ask.tables if "Rosa" in table.people]
    assert (table.name, table.features) == ("Table 3", ("step-free",))
    taken(workshop.answer("yes"))
    taken(workshop.answer(""))
    taken(workshop.answer(""))
    assert workshop.prompt.ask.default == 4
    workshop.close()
