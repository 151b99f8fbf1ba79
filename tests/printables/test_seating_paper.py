"""Who sits where, on paper: it agrees with the plan and with what was held, and says nothing of why."""

from dataclasses import replace

import pytest

from kit.model import Origin, Record
from printables.pack import pack
from printables.plain_text import plain_text
from tests.printables.samples import SOURCE

ROUNDS = [[["Rosa", "Ben"], ["Amira", "Tom", "Dev"]], [["Rosa", "Amira"], ["Ben", "Tom", "Dev"]]]
PLAN = Record("p", "seat-plan", "2026-01-01T10:00:00Z", Origin(), {
    "tables": [{"name": "Table 1", "features": ["step-free"]}, {"name": "Table 2", "features": []}], "rounds": ROUNDS})
HELD = Record("h", "seating", "2026-01-01T10:00:00Z", Origin(), {"tables": [["Rosa", "Tom"], ["Amira", "Ben", "Dev"]]})
NAMES = ("Amira", "Ben", "Dev", "Rosa", "Tom")


def said(name, *records):
    source = replace(SOURCE, records=records)
    return [plain_text(document) for sheet in pack(source, [name]) for document in sheet.documents]


def test_every_person_gets_a_card_with_their_table_in_every_round():
    text, = said("path-cards", PLAN)
    for name in NAMES:
        places = [next(n for n, table in enumerate(tables, 1) if name in table) for tables in ROUNDS]
        assert f"{name}\n\n- Round 1: Table {places[0]}\n- Round 2: Table {places[1]}" in text


def test_a_round_that_was_held_is_printed_as_it_was_held():
    text, = said("path-cards", PLAN, HELD)
    assert "Tom\n\n- Round 1: Table 1\n- Round 2: Table 2" in text


def test_the_wall_list_agrees_with_the_cards():
    wall, = said("wall-list", PLAN)
    for name in NAMES:
        places = [next(n for n, table in enumerate(tables, 1) if name in table) for tables in ROUNDS]
        assert f"{name}: Round 1: Table {places[0]}. Round 2: Table {places[1]}." in wall


def test_each_table_has_a_sign_with_what_it_offers():
    one, two = said("table-cards", PLAN)
    assert "Table 1" in one
    assert "Step-free." in one
    assert "Table 2" in two
    assert "Step-free" not in two


def test_whoever_sets_up_the_room_reads_chairs_and_not_names():
    text, = said("room-plan", PLAN)
    assert "3 chairs" in text
    assert "This table offers: step-free. Keep it so." in text
    assert not any(name in text for name in NAMES)


@pytest.mark.parametrize("name", ["path-cards", "wall-list", "room-plan"])
def test_nothing_is_printed_where_nobody_is_seated(name):
    assert said(name) == []
