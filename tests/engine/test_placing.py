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


def test_what_is_said_of_a_seating_names_no_role_and_no_need():
    known = Known(tuple(Member(name, ("secret role",), ("step-free",) if name == "Rosa" else ()) for name in PEOPLE))
    placing = Placing(PEOPLE, OFFERS, (seated(known),))
    said = str(place(placing, known, Random(1))) + str(swap(placing, known, seated(known), ("Rosa", "Max")))
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
