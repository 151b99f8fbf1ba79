"""Seating one round: what people need is kept, what they wish is tried, and nothing of either is told."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.placing import Placing, place, swap
from kit.engine.scene import Known
from kit.model import Member
from kit.model.member import member_of, wanted_features

OFFERS = (("step-free", "hearing loop"), (), ("near the door",))
PEOPLE = tuple(["Rosa", "Ben", "Amira", "Tom", "Dev", "Joan", "Li", "Max", "Noor", "Pat", "Eve", "Ash"])


def seated(known: Known, people: tuple[str, ...] = PEOPLE, offers: tuple[tuple[str, ...], ...] = OFFERS, **given):
    """The tables of a round."""
    return place(Placing(people, offers, **given), known, Random(7))["tables"]


def table_of(name, tables):
    """The place of somebody's table."""
    return next(n for n, names in enumerate(tables) if name in names)


def test_an_access_need_gets_its_table_whoever_else_sits_there():
    for number in range(len(PEOPLE)):
        known = Known((Member(PEOPLE[number], features=("step-free", "hearing loop")),))
        assert table_of(PEOPLE[number], seated(known)) == 0


def test_a_person_and_their_supporter_sit_together_and_others_stay_apart():
    known = Known((Member("Rosa", together=("ben",)), Member("Amira", apart=("Tom",))))
    tables = seated(known)
    assert table_of("Rosa", tables) == table_of("Ben", tables)
    assert table_of("Amira", tables) != table_of("Tom", tables)


def test_wishes_about_people_who_are_not_here_change_nothing():
    known = Known((Member("Rosa", together=("Somebody else",), apart=("Rosa",)), Member("Not here", features=("step-free",))))
    assert sorted(name for table in seated(known) for name in table) == sorted(PEOPLE)


def test_no_service_user_sits_alone_among_others():
    roles = ("service user",) * 4 + ("clinician",) * 8
    known = Known(tuple(Member(name, roles=(role,)) for name, role in zip(PEOPLE, roles, strict=True)))
    for tables in (seated(known), seated(known, before=(seated(known),))):
        assert all(sum(PEOPLE.index(name) < 4 for name in table) != 1 for table in tables)


def test_people_of_an_earlier_workshop_are_mixed_too():
    first = seated(Known())
    again = seated(Known(sat=(first,)))
    together = {frozenset((a, b)) for table in first for a in table for b in table if a != b}
    repeated = sum(frozenset((a, b)) in together for table in again for a in table for b in table if a < b)
    assert repeated <= 3, "Twelve people at three tables can all meet new people, but for one pair a table."


def test_earlier_workshops_count_as_much_as_the_plan_says():
    sat = tuple(seated(Known()) for _ in range(2))
    known = Known(sat=sat)
    assert any("earlier workshop" in fact for fact in place(Placing(PEOPLE, OFFERS, memory=1), known, Random(1))["facts"])
    assert place(Placing(PEOPLE, OFFERS, memory=0), known, Random(7))["tables"] == seated(Known())


def test_a_seating_that_keeps_what_people_need_says_nothing_of_roles_or_needs():
    known = Known(tuple(Member(name, ("secret role",), ("step-free",) if name == "Rosa" else ()) for name in PEOPLE[:6]))
    said = str(place(Placing(PEOPLE, OFFERS, (seated(known),)), known, Random(1)))
    assert "secret" not in said
    assert "step-free" not in said


@given(st.integers(2, 30), st.data())
@settings(max_examples=25, deadline=None)
def test_nobody_is_left_out_and_tables_differ_by_one(count, data):
    people = tuple(f"card {n}" for n in range(1, count + 1))
    tables = data.draw(st.integers(1, count))
    found = seated(Known(), people, ((),) * tables)
    assert sorted(name for table in found for name in table) == sorted(people)
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_people_who_stay_keep_their_table_when_the_others_are_mixed():
    now = seated(Known())
    stay = (now[0][0], now[1][0])
    again = place(Placing(PEOPLE, OFFERS), Known(), Random(9), now, stay)["tables"]
    assert [table_of(name, again) for name in stay] == [0, 1]


def test_two_people_change_places_and_nobody_else_moves():
    now = seated(Known())
    one, two = now[0][0], now[1][0]
    then = swap(Placing(PEOPLE, OFFERS), Known(), now, (one, two))["tables"]
    assert table_of(one, then) == 1
    assert table_of(two, then) == 0
    others = [name for name in PEOPLE if name not in (one, two)]
    assert [table_of(name, then) for name in others] == [table_of(name, now) for name in others]


def test_access_needs_in_peoples_own_words_are_understood():
    assert member_of({"name": "Rosa", "needs": "Uses a wheelchair; sits by the door"}).features == ("step-free", "near the door")
    assert member_of({"name": "Ben", "needs": "looped scarf"}).features == ()
    assert member_of({"role": "carer, peer researcher"}).roles == ("carer", "peer researcher")
    assert wanted_features([Member("a", features=("near the door",)), Member("b", features=("step-free",))]) == (
        "step-free", "near the door")


@pytest.mark.parametrize(("people", "tables", "rounds"), [(12, 4, 2), (16, 4, 3), (25, 5, 3), (40, 8, 3)])
def test_rooms_that_can_be_mixed_with_no_repeat_are_round_after_round(people, tables, rounds):
    names, held = tuple(f"card {n}" for n in range(people)), []
    for _ in range(rounds):
        held.append(seated(Known(), names, ((),) * tables, before=tuple(held)))
    pairs = [frozenset(pair) for tables in held for table in tables for pair in combinations(table, 2)]
    assert len(pairs) == len(set(pairs))


def test_tables_get_as_uneven_as_needs_ask_for_and_no_more():
    needs = tuple(Member(name, features=("step-free",)) for name in PEOPLE[:6])
    placed = place(Placing(PEOPLE, OFFERS), Known(needs), Random(1))
    assert set(PEOPLE[:6]) <= set(placed["tables"][0])
    assert sorted(map(len, placed["tables"])) == [3, 3, 6]
    assert placed["facts"] == []


def test_wishes_that_collide_are_told_and_the_need_is_kept():
    members = (Member("Rosa", features=("step-free",), apart=("Ben",)), Member("Ben", features=("step-free",)))
    placed = place(Placing(PEOPLE, OFFERS), Known(members), Random(1))
    assert {"Rosa", "Ben"} <= set(placed["tables"][0])
    assert "Rosa and Ben need table 1" in placed["facts"][0]
    assert "In this plan Ben and Rosa may sit together." in placed["facts"][0]


def test_a_swap_says_its_price_and_whose_need_it_breaks():
    known = Known((Member("Rosa", features=("step-free",)), Member("Amira", apart=("Tom",))))
    now = seated(known)
    facts = swap(Placing(PEOPLE, OFFERS, (now,)), known, now, ("Rosa", now[1][0]))["facts"]
    assert facts[0].startswith("This swap saves ")
    assert "Rosa does not have a table that they need now. Please settle it before people sit." in facts


def test_those_who_go_back_to_a_round_mostly_keep_their_tables_when_somebody_leaves_or_comes():
    held = seated(Known())
    people = (*(name for name in PEOPLE if name != held[0][0]), "Zoe")
    again = place(Placing(people, OFFERS, held=held), Known(), Random(1))["tables"]
    moved = [name for name in people if name != "Zoe" and table_of(name, held) != table_of(name, again)]
    assert len(moved) <= 1
    assert sorted(name for table in again for name in table) == sorted(people)


def test_what_was_planned_before_the_day_is_what_the_room_gets():
    planned = tuple(seated(Known(), before=()) for _ in range(2))
    known = Known(planned=planned)
    assert seated(known) == [list(table) for table in planned[0]]


def test_a_need_that_no_table_meets_is_never_passed_over_in_silence():
    known = Known((Member("Rosa", features=("near the quiet room",)),))
    facts = place(Placing(PEOPLE, OFFERS), known, Random(1))["facts"]
    assert facts[0] == "No table has all that Rosa needs. Please settle it before people sit."
