"""Living with the day: people come and go, and a table closes."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.seating.referee import judge
from kit.engine.seating import Instance, Person, Seat, Table, read_instance, solve
from kit.engine.seating.broken import broken
from kit.engine.seating.reseat import reseat
from tests.engine.seating.rooms import room


def hall(people=12, tables=3, rounds=4, least=3, most=5):
    return Instance(tuple(Person(f"p{n}") for n in range(people)),
                    tuple(Table(f"t{n}", least, most) for n in range(tables)), rounds)


def where(schedule, round_, id_):
    return next(t for t, people in enumerate(schedule[round_ - 1]) if id_ in people)


def came(instance, person, round_):
    """The instance with somebody who came in time for a round."""
    return replace(instance, people=(*instance.people, person),
                   absent={**instance.absent, person.id: frozenset(range(1, round_))})


def left(instance, id_, round_):
    """The instance with somebody gone from a round on."""
    gone = frozenset(range(round_, instance.rounds + 1))
    return replace(instance, absent={**instance.absent, id_: instance.absent.get(id_, frozenset()) | gone})


def closed(instance, table, round_):
    """The instance with a table closed from a round on."""
    shut = {(r, table): (0, 0) for r in range(round_, instance.rounds + 1)}
    return replace(instance, sizes={**instance.sizes, **shut})


def test_rounds_that_were_held_stay_as_they_were():
    instance = hall()
    plan = solve(instance, seconds=0.1)
    for now in (left(instance, "p3", 3), closed(hall(), "t1", 3), came(instance, Person("late"), 3)):
        assert reseat(now, plan.schedule, 3).plan.schedule[:2] == plan.schedule[:2]


def test_when_somebody_leaves_nobody_else_need_move():
    instance = hall()
    plan = solve(instance, seconds=0.1)
    done = reseat(left(instance, "p3", 2), plan.schedule, 2, worth=100)
    assert done.moves == ()
    assert all("p3" not in people for tables in done.plan.schedule[1:] for people in tables)


def test_a_late_arrival_gets_a_free_chair_and_nobody_moves():
    instance = hall()
    plan = solve(instance, seconds=0.1)
    done = reseat(came(instance, Person("late"), 3), plan.schedule, 3, worth=100)
    assert done.moves == ()
    assert [sum("late" in people for people in tables) for tables in done.plan.schedule] == [0, 0, 1, 1]


def test_when_a_table_closes_only_its_people_move():
    instance = hall(least=0, most=7)
    plan = solve(instance, seconds=0.1)
    done = reseat(closed(instance, "t1", 4), plan.schedule, 4, worth=100)
    assert {move.person for move in done.moves} == set(plan.schedule[3][1])
    assert done.plan.schedule[3][1] == ()
    assert all(move.before == "t1" and move.round == 4 for move in done.moves)


def test_a_need_that_comes_up_moves_one_person_and_one_other_where_the_table_is_full():
    instance = hall(least=4, most=4)
    plan = solve(instance, seconds=0.1)
    person = plan.schedule[3][0][0]
    needs = Instance(instance.people, instance.tables, 4, seats=(Seat(person, frozenset({"t2"}), frozenset({4})),))
    done = reseat(needs, plan.schedule, 4, worth=100)
    assert len(done.moves) == 2
    assert where(done.plan.schedule, 4, person) == 2


def test_moves_are_made_only_where_they_save_enough():
    instance = hall(16, 4, 5, 4, 4)
    bad = (solve(instance, seconds=0.1).schedule[0],) * 5
    stay = reseat(instance, bad, 3, worth=100)
    go = reseat(instance, bad, 3, worth=1)
    assert (stay.moves, stay.plan.schedule) == ((), bad)
    assert go.plan.figures.repeats + len(go.moves) < stay.plan.figures.repeats


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_whatever_happens_no_hard_wish_is_broken(seed):
    chance = Random(seed)
    data = room(chance, 14)
    instance = read_instance(data)
    plan = solve(instance, seconds=0.02)
    since = chance.randint(1, instance.rounds)
    now = chance.choice((left(instance, chance.choice(instance.people).id, since), came(instance, Person("late"), since),
                         closed(instance, chance.choice(instance.tables).id, since)))
    done = reseat(now, plan.schedule, since)
    assert not [b for b in broken(done.plan.instance, done.plan.schedule) if b[0] >= since]
    for r in range(since, now.rounds + 1):
        assert sorted(i for people in done.plan.schedule[r - 1] for i in people) == sorted(p.id for p in now.here(r))


def test_a_new_plan_after_changes_holds_against_the_referee():
    data = {"people": [{"id": f"p{n}"} for n in range(10)], "tables": [{"id": f"t{n}", "min": 3, "max": 6} for n in range(3)],
            "rounds": 3, "constraints": {"absent": [{"person": "p0", "rounds": [2, 3]}]}}
    plan = solve(hall(10, 3, 3, 3, 6), seconds=0.1)
    done = reseat(left(hall(10, 3, 3, 3, 6), "p0", 2), plan.schedule, 2)
    assert not judge(data, [[list(people) for people in tables] for tables in done.plan.schedule]).broken
