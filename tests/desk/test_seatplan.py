"""Seats planned before the day: kept, printed, and used on the day."""

import pytest

from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.incoming import read_bundle
from kit.desk.joining import bundle, merge
from kit.desk.library import load_shelf
from kit.desk.paper import Order, print_pack
from kit.desk.people import take_in
from kit.desk.seatplan import plan_seats
from kit.desk.workshop import open_workshop
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


def test_who_is_forgotten_goes_alone_and_nobody_elses_needs_or_names_go_with_them(known, tmp_path):
    (tmp_path / "more.csv").write_text("Name,Role,Access needs,Keep with\nRosa,service user,needs a wheelchair table,Ben\n"
                                       "Uma,service user,needs a wheelchair table,\nVic,carer,hearing loop,Ben\n")
    take_in(known, tmp_path / "more.csv", WORLD)
    before, *_ = planned(known, rounds=2)
    rows = {r.content["name"]: r.content for r in read_history(known.folder).records() if r.kind == "person"}
    for name in ("Rosa", "Vic"):
        forget(known, name, WORLD)
    after = read_history(known.folder).records()
    assert {r.content["name"]: r.content for r in after if r.kind == "person"} == {
        name: row for name, row in rows.items() if name not in ("Rosa", "Vic")}
    [kept] = [r.content for r in after if r.kind == "seat-plan"]
    gone = {"Rosa": "(taken back)", "Vic": "(taken back)"}
    assert kept == {**before.content, "rounds": [[[gone.get(name, name) for name in table] for table in tables]
                                                 for tables in before.content["rounds"]]}
    printed = "".join(one.path.read_text() for one in print_pack(
        known, load_shelf(known.folder.parent), Order(("path-cards", "wall-list"), form="text"), tmp_path / "out"))
    assert "Ben" in printed
    assert "taken back" not in printed


def test_a_workshop_goes_on_and_mixes_its_tables_after_two_people_were_forgotten(known):
    shelf = load_shelf(known.folder.parent)
    workshop = open_workshop(known, shelf, WORLD)
    for answer in (5, *EXPECTED[:5]):
        workshop.answer(answer)
    workshop.close()
    for name in EXPECTED[:2]:
        forget(known, name, WORLD)
    workshop = open_workshop(known, shelf, WORLD)
    mixing = [block.activity for block in workshop.script.plan.blocks].index("mix-the-tables")
    workshop.go_to(mixing + 1)
    while workshop.prompt.ask.makes != "seating":
        workshop.answer("")
    seated = sorted(name for table in workshop.prompt.ask.tables for name in table.people)
    workshop.close()
    assert seated == sorted(["card 1", "card 2", *EXPECTED[2:5]])


def test_a_bundle_tells_nobody_of_the_wishes_and_needs_that_the_facilitator_was_told_of(known, tmp_path):
    workshop = open_workshop(known, load_shelf(known.folder.parent), WORLD)
    for answer in (3, "Amira", "Tom", "Li"):
        workshop.answer(answer)
    workshop.go_to([block.activity for block in workshop.script.plan.blocks].index("mix-the-tables") + 1)
    workshop.done()
    while workshop.prompt.ask.makes != "seating":
        workshop.answer("")
    told = workshop.prompt.ask.facts
    workshop.close()
    assert any("Amira and Tom" in fact for fact in told)
    bundle(known, tmp_path / "b.zip", WORLD)
    incoming = read_bundle(tmp_path / "b.zip")
    sent = str(incoming.contents.lines)
    assert [fact for fact in told if fact in sent] == []


def test_a_name_that_was_taken_back_is_on_no_card_of_the_seats(known, tmp_path):
    planned(known)
    [rosa] = [r for r in read_history(known.folder).records() if r.kind == "person" and r.content["name"] == "Rosa"]
    choose(known, rosa.id, Choice(withdraw=True), WORLD)
    order = Order(("path-cards", "wall-list", "room-plan"), form="text")
    printed = "".join(one.path.read_text() for one in print_pack(known, load_shelf(known.folder.parent), order, tmp_path / "out"))
    assert "Ben" in printed
    assert "Rosa" not in printed
    again, *_ = planned(known)
    assert "Rosa" not in str(again.content)


def test_a_person_called_as_a_word_of_the_plan_does_not_divide_the_workshop_in_two(known, tmp_path):
    (tmp_path / "more.csv").write_text("Name\nTake\nTell\n")
    take_in(known, tmp_path / "more.csv", WORLD)
    workshop = open_workshop(known, load_shelf(known.folder.parent), WORLD)
    workshop.answer(3)
    workshop.close()
    before = read_history(known.folder)
    bundle(known, tmp_path / "b.zip", WORLD)
    joined = merge(known, read_bundle(tmp_path / "b.zip"), WORLD)
    after = read_history(known.folder)
    assert (joined.new, joined.gone, joined.troubles) == (0, 0, ())
    assert after.lines() == before.lines()
    assert after.events(workshop.id) == before.events(workshop.id)
