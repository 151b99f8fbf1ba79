"""Each person's paper is printed in the size they asked for, each code once, and the cover says which paper to load."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from kit.desk.library import load_shelf
from kit.desk.outputs import made_by_the_room
from kit.desk.paper import AFTER, Order, print_pack
from kit.desk.paper_preview import preview, sheet_words
from kit.desk.people import read_people, take_in
from kit.desk.people_list import write_down
from kit.desk.programmes import new_programme
from kit.desk.wishes import profile_called
from kit.desk.world import World, made_up_world
from printables.pack import pack
from printables.sharing import shared
from tests.printables.samples import SAMPLE
from tests.programmes.lines import run

PEOPLE = "Name,Access needs,Print,Present\nAnn,,Large print,\nBob,,easy read,yes\nCid,a lift,Braille,\nDi,,,\nEve,,giant,no\n"


@pytest.fixture
def world():
    draw = Random(1)
    return World(lambda: datetime(2026, 1, 1, 10, tzinfo=UTC), lambda n: "".join(draw.choices("BCDF", k=n)))


@pytest.fixture
def table(tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE)
    return tmp_path / "people.csv"


def test_a_table_may_say_how_each_person_likes_print(table):
    people, troubles = read_people(table)
    assert [(one["name"], one["print"]) for one in people] == [
        ("Ann", "large"), ("Bob", "easy"), ("Cid", ""), ("Di", ""), ("Eve", "giant")]
    assert people[2]["needs"] == "a lift. Print: Braille"
    assert troubles == ["people.csv, row 4: the kit has no print called 'Braille'. It has: clear, large, giant, dyslexia, easy. "
                        "It is kept with their access needs."]


@pytest.mark.parametrize(("said", "profile"), [
    ("LARGE-print", "large"), ("Easy Read", "easy"), ("cream paper", "dyslexia"), ("", ""), ("18 point", "large"),
    ("Moon", None)])
def test_print_is_called_by_many_names(said, profile):
    assert profile_called(said) == profile


def test_the_pack_is_shared_out_over_what_people_asked_for(tmp_path, table, world):
    shelf = load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "sixty-minute-drawing", shelf, world)
    take_in(programme, table, world)
    listed = {(sheet.name, sheet.profile): sheet.copies for sheet in preview(programme, shelf, Order())}
    assert [listed["agenda", profile] for profile in ("clear", "large", "easy")] == [2, 1, 1], "nobody counted: those who come"
    coming = preview(programme, shelf, Order(people=6))
    copies = {(sheet.name, sheet.profile): sheet.copies for sheet in coming}
    assert [copies["agenda", profile] for profile in ("clear", "large", "easy")] == [4, 1, 1]
    assert [copies["feedback-card", profile] for profile in ("clear", "large", "easy")] == [4, 1, 1]
    assert {profile for name, profile in copies if name in ("run-sheet", "wall-headings", "venue-checklist")} == {"clear"}
    assert not {"giant", "dyslexia"} & {profile for _, profile in copies}
    assert all(sheet.pages >= sheet.copies and sheet.paper == "A4" for sheet in coming)
    printed = print_pack(programme, shelf, Order(people=6, form="text"))
    codes = [code for one in printed if one.name == "drawing-sheet" for code in re.findall(r"Code (\S+)\.", one.path.read_text())]
    assert len(codes) == len(set(codes)) == 12
    cover = printed[0].path.read_text()
    assert "clear: 4 copies" in cover
    assert "easy: 1 copy" in cover
    one_size = preview(programme, shelf, Order(people=6, profile="large", as_asked=False))
    assert {sheet.profile for sheet in one_size} == {"large"}


def test_the_preview_counts_the_pages_that_are_printed(tmp_path, world):
    shelf = load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    order = Order(people=5, what=("agenda", "feedback-card", "run-sheet", "badges"))
    told = {sheet.name: (sheet.copies, sheet.pages) for sheet in preview(programme, shelf, order)}
    printed = print_pack(programme, shelf, order)
    made = {one.name: one.pages for one in printed}
    assert {one.name: one.to_print for one in printed} == {name: pages for name, (_, pages) in told.items()}
    assert told["run-sheet"] == (1, made["run-sheet"])
    assert told["feedback-card"] == (5, made["feedback-card"])
    assert told["agenda"] == (5, 5 * made["agenda"])
    assert told["badges"] == (1, made["badges"])


def test_nothing_is_lost_and_nothing_is_printed_twice():
    sheets = pack(SAMPLE)
    parts = shared(sheets, "clear", {"large": 1}, SAMPLE.people)
    for sheet in sheets:
        mine = [part.sheet for part in parts if (part.sheet.name, part.sheet.mark) == (sheet.name, sheet.mark)]
        if sheet.share == "own":
            assert [document for part in mine for document in part.documents] == list(sheet.documents)
        if sheet.share == "cards":
            assert [card for part in mine for card in part.documents[0].children[0].cards] == list(
                sheet.documents[0].children[0].cards)
        if sheet.share == "once":
            assert mine == [sheet]


def test_a_wish_about_a_name_that_nobody_has_is_told(tmp_path, world):
    programme = new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), world)
    (tmp_path / "people.csv").write_text("Name,Keep with,Keep apart\nAnn,bob,Bobb\nBob,,\n")
    assert take_in(programme, tmp_path / "people.csv", world).troubles == (
        "Keep apart, Ann: nobody here is called 'Bobb'. Check how it is spelt: the seats cannot keep this wish.",)
    assert made_by_the_room(programme) == 0


def test_one_size_of_a_sheet_can_be_left_out_alone(tmp_path, world):
    shelf = load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    write_down(programme, {"name": "Ama", "print": "large"}, world)
    order = Order(people=3, form="text")
    agendas = [sheet for sheet in preview(programme, shelf, order) if sheet.name == "agenda"]
    assert [sheet.profile for sheet in agendas] == ["clear", "large"]
    printed = print_pack(programme, shelf, replace(order, without=frozenset({agendas[1].key})))
    assert ["large" in one.path.name for one in printed if one.name == "agenda"] == [False]
    assert printed[0].name == "cover-sheet"


def test_after_the_day_only_the_sheets_that_tell_of_it_are_ready(tmp_path):
    shelf, world = load_shelf(tmp_path), made_up_world(1)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    assert all(sheet.ready for sheet in preview(programme, shelf, Order(people=3)))
    run(programme, shelf, world)
    sheets = preview(programme, shelf, Order(people=3))
    assert {sheet.name for sheet in sheets if sheet.ready} <= set(AFTER)
    assert not {sheet.name for sheet in sheets if sheet.ready}.isdisjoint(AFTER)
    titles = [sheet.title for sheet in sheets if sheet.ready]
    assert len(titles) == len(set(titles))


def test_there_is_a_blank_badge_for_each_person(tmp_path, world):
    shelf = load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    assert sheet_words(programme, shelf, Order(people=14), "badges").count("I am called") == 14
