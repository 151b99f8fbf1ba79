"""Seats planned before the day: kept, printed, and used on the day."""

import pytest

from kit.desk.library import load_shelf
from kit.desk.paper import Order, print_pack
from kit.desk.people import take_in
from kit.desk.seatplan import plan_seats
from kit.store import NoSuchThing, StoreProblem, read_history
from tests.tui.playing import programme, still_world

WORLD = still_world()

TABLE = """Name,Role,Access needs,Keep with,Keep apart
Rosa,service user,wheelchair,Ben,
Ben,supporter,,,
Amira,service user,hearing loop,,Tom
Tom,clinician,,,
Dev,academic,,,
Joan,carer,,,
Li,peer researcher,,,
Max,clinician,,,
Away,carer,,,
"""

EXPECTED = ["Amira", "Ben", "Dev", "Joan", "Li", "Max", "Rosa", "Tom"]


@pytest.fixture
def known(tmp_path):
    made = programme(tmp_path, template="first-meeting")
    rows = TABLE.replace("\n", ",\n").replace("Keep apart,", "Keep apart,Present").replace("Away,carer,,,,", "Away,carer,,,,no")
    (tmp_path / "people.csv").write_text(rows)
    take_in(made, tmp_path / "people.csv", WORLD)
    return made


def planned(made, **given):
    return plan_seats(made, load_shelf(made.folder.parent), WORLD, seconds=0.05, **given)


def test_everybody_who_is_expected_has_a_seat_in_every_round(known):
    record, *_ = planned(known, rounds=3)
    for tables in record.content["rounds"]:
        assert sorted(name for table in tables for name in table) == EXPECTED


def test_needs_are_kept_by_the_first_table_where_nothing_else_is_said(known):
    record, *_ = planned(known)
    assert record.content["tables"][0]["features"] == ["step-free", "hearing loop"]
    first = record.content["rounds"][0][0]
    assert {"Rosa", "Ben", "Amira"} <= set(first)


def test_a_new_plan_takes_the_place_of_the_old(known):
    planned(known)
    second, *_ = planned(known, rounds=2)
    assert [r.id for r in read_history(known.folder).records() if r.kind == "seat-plan"] == [second.id]


def test_the_plan_is_printed_with_no_role_and_no_need_of_anybody(known, tmp_path):
    planned(known)
    order = Order(("path-cards", "wall-list"), form="text")
    made = print_pack(known, load_shelf(known.folder.parent), order, tmp_path / "out")
    text = "".join(one.path.read_text() for one in made)
    assert "Rosa" in text
    assert not any(word in text for word in ("service user", "clinician", "wheelchair", "loop", "carer"))


def test_more_tables_than_people_and_nobody_to_seat_are_told_in_a_sentence(known, tmp_path):
    with pytest.raises(StoreProblem, match="9 tables for 8 people"):
        planned(known, offers=((),) * 9)
    empty = programme(tmp_path, "Nobody yet")
    with pytest.raises(NoSuchThing, match="fewer than two people"):
        planned(empty)
