"""Where wishes collide: a smallest set is named, nothing is silent, and no access need is broken."""

from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine.seating import Apart, Instance, MixRule, Person, RuleKind, Seat, Table, Together, read_instance, solve
from kit.engine.seating.broken import broken
from kit.engine.seating.clash import wishes_of
from kit.engine.seating.instance import Chairs, Fewest
from kit.engine.seating.saying import collision_in_words
from tests.engine.seating.rooms import room, with_trouble


def kept(wish, at, people):
    match wish:
        case Together(one, two):
            return at[one] == at[two]
        case Apart(one, two):
            return at[one] != at[two]
        case Seat(person, tables):
            return at[person] in tables
        case Chairs(table, most):
            return list(at.values()).count(table) <= most
        case Fewest(table, least):
            return list(at.values()).count(table) >= least
    tables = set(at.values())
    return not any(wish.misses(sum(wish.role in p.roles for p in people if at[p.id] == t), list(at.values()).count(t))
                   for t in tables)


def possible(people, tables, wishes):
    """By brute force."""
    ids = [p.id for p in people]
    seatings = (dict(zip(ids, at, strict=True)) for at in product([t.id for t in tables], repeat=len(ids)))
    return any(all(kept(wish, at, people) for wish in wishes) for at in seatings)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_said_to_collide_does_and_no_smaller_set_does(seed):
    chance = Random(seed)
    instance = read_instance(with_trouble(chance, room(chance, 5, 2)))
    plan = solve(instance, seconds=0.01)
    for round_ in range(1, instance.rounds + 1):
        people = instance.here(round_)
        clashes = [c for c in plan.collisions if round_ in c.rounds]
        assert bool(clashes) != possible(people, instance.tables, wishes_of(instance, round_))
        for clash in clashes:
            assert not possible(people, instance.tables, clash.wishes)
            for wish in clash.wishes:
                assert possible(people, instance.tables, [w for w in clash.wishes if w != wish])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_the_nearest_plan_keeps_all_that_it_says_it_keeps(seed):
    chance = Random(seed)
    instance = read_instance(with_trouble(chance, room(chance, 16, 3)))
    plan = solve(instance, seconds=0.01)
    given_up = {wish for c in plan.collisions for wish in c.changes}
    assert not list(broken(plan.instance, plan.schedule))
    assert {wish for _, wish in broken(instance, plan.schedule)} <= given_up
    assert all(collision_in_words(c, instance) for c in plan.collisions)
    needs = {wish for wish in given_up if isinstance(wish, Seat)}
    for wish in needs:  # a need goes only where the person's own needs leave them no table
        own = [s.tables for s in instance.seats if s.person == wish.person]
        assert not frozenset.intersection(*own) or len(own) > 1


def hall(people, *tables, **wishes):
    return Instance(tuple(Person(name) for name in people.split()),
                    tuple(Table(f"table {n}", least, most, features)
                          for n, (least, most, *features) in enumerate(tables, 1)), 2, **wishes)


def said(instance):
    plan = solve(instance, seconds=0.01)
    return [collision_in_words(c, instance) for c in plan.collisions]


def need(person, table):
    return Seat(person, frozenset({table}))


def test_supporters_do_not_fit_at_the_step_free_table():
    instance = hall("Ana Ben Cas Dee Eve Fay", (3, 3, "step-free"), (3, 3),
                    seats=(need("Ana", "table 1"), need("Ben", "table 1")),
                    together=(Together("Ana", "Cas"), Together("Ben", "Dee")))
    assert said(instance) == [
        "Not all of this can be: Ana and Ben need table 1 (step-free); Ana and Cas stay together; Ben and Dee stay together; "
        "table 1 has 3 chairs. It is enough to change one of these. In this plan Ana and Cas may sit apart."]


def test_too_few_chairs():
    assert said(hall("Ana Ben Cas Dee Eve", (2, 2), (2, 2))) == [
        "Not all of this can be: there are 5 people and 4 chairs. It is enough to change one of these. "
        "This plan needs 3 chairs at table 1."]


def test_a_table_that_cannot_be_filled():
    assert said(hall("Ana Ben Cas", (2, 4), (2, 4))) == [
        "Not all of this can be: table 1 and table 2 need 2 people or more each; 3 people are here. "
        "It is enough to change one of these. In this plan table 1 may have 1 person."]


def test_more_people_to_keep_apart_than_tables():
    pairs = tuple(Apart(a, b) for a, b in (("Ana", "Ben"), ("Ana", "Cas"), ("Ben", "Cas")))
    assert said(hall("Ana Ben Cas Dee", (2, 2), (2, 2), apart=pairs)) == [
        "Not all of this can be: Ana, Ben and Cas all stay apart; there are 2 tables. It is enough to change one of these. "
        "In this plan Ana and Ben may sit together."]


def test_together_and_apart():
    assert said(hall("Ana Ben Cas Dee", (2, 2), (2, 2), apart=(Apart("Ana", "Ben"),), together=(Together("Ana", "Ben"),))) == [
        "Not all of this can be: Ana and Ben stay together; Ana and Ben stay apart; there are 2 tables. "
        "It is enough to change one of these. In this plan Ana and Ben may sit together."]


def test_needs_of_one_person_that_leave_no_table():
    assert said(hall("Ana Ben", (1, 1), (1, 1), seats=(need("Ana", "table 1"), need("Ana", "table 2")))) == [
        "Not all of this can be: Ana needs table 1; Ana needs table 2. It is enough to change one of these. "
        "This plan cannot keep a need of Ana: please settle it before people sit."]


def test_a_rule_that_the_roles_cannot_keep():
    people = (Person("Ana", frozenset({"lived"})), Person("Ben"), Person("Cas"), Person("Dee"))
    rule = MixRule(RuleKind.AT_LEAST, "lived", hard=True)
    instance = Instance(people, (Table("table 1", 2, 2), Table("table 2", 2, 2)), 1, mix=(rule,))
    assert said(instance) == [
        "Not all of this can be: every table has 1 lived or more; there are 4 people and 4 chairs. "
        "It is enough to change one of these. This plan keeps that rule as far as it can."]


def test_a_collision_in_some_rounds_names_them():
    instance = hall("Ana Ben Cas Dee", (2, 2), (2, 2), seats=(Seat("Ana", frozenset({"table 1"}), frozenset({2})),
                                                               Seat("Ana", frozenset({"table 2"}), frozenset({2}))))
    assert said(instance)[0].startswith("Round 2: Not all of this can be: Ana needs table 1; Ana needs table 2.")


def test_a_room_that_many_must_keep_apart_is_told_and_not_given_up():
    names = " ".join(f"p{n}" for n in range(30))
    pairs = tuple(Apart(f"p{a}", f"p{b}") for a in range(9) for b in range(a))
    instance = hall(names, *[(5, 5)] * 6, apart=pairs)
    plan = solve(instance, seconds=0.01)
    assert plan.collisions
    assert not list(broken(plan.instance, plan.schedule))
