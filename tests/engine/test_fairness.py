"""Fair talk: counted by hand, for the facilitator alone, never by name, and small groups are never shown apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.engine import Session
from kit.engine.fairness import OTHERS
from kit.model import Step
from kit.model.gate import Way, let_out
from tests.rooms import begun, contents, refused, step, taken, ticking

GROUPS = ("Carers", "Researchers", "Clinicians")


def counting(kind="talk", people="4 5 3", groups=GROUPS):
    session = begun(step(kind, count=groups), people=12)
    taken(session.answer(people))
    return session


def test_nothing_is_counted_unless_somebody_asked_for_it():
    for kind in ("talk", "round"):
        session = begun(step(kind))
        taken(session.answer(""))
        assert session.over
        assert contents(session, "talk") == []


@pytest.mark.parametrize("kind", ["talk", "round"])
def test_a_turn_is_one_key_and_who_was_not_heard_is_said_in_the_order_of_the_plan(kind):
    session = counting(kind)
    taken(session.answer("2"))
    assert session.prompt.ask.facts == ("Heard for the first time: Researchers.", "Not heard yet: Carers and Clinicians.",
                                        "Turns so far: Researchers 1.")
    taken(session.answer("2"))
    taken(session.answer("1"))
    assert session.prompt.ask.facts == ("Heard for the first time: Carers.", "Not heard yet: Clinicians.",
                                        "Turns so far: Carers 1 and Researchers 2.")
    taken(session.undo())
    assert session.prompt.ask.facts == ("Not heard yet: Carers and Clinicians.", "Turns so far: Researchers 2.")
    taken(session.done())
    [kept] = contents(session, "talk")
    assert kept["groups"] == {"Carers": {"people": 4, "turns": 0}, "Researchers": {"people": 5, "turns": 2},
                              "Clinicians": {"people": 3, "turns": 0}}


def test_a_step_that_is_left_keeps_what_was_counted():
    session = counting()
    taken(session.answer("1"))
    taken(session.skip())
    assert contents(session, "talk")[0]["groups"]["Carers"]["turns"] == 1


def test_small_groups_are_counted_together_and_shown_only_where_they_are_not_small():
    session = counting(people="4 2 1")
    assert [option.key for option in session.prompt.ask.options] == ["Carers", OTHERS]
    taken(session.answer("2"))
    assert session.prompt.ask.facts[0] == f"Heard for the first time: {OTHERS}."
    session = counting(people="4 2 0")
    taken(session.answer("2"))
    assert session.prompt.ask.facts == ("Not heard yet: Carers.",)
    taken(session.done())
    assert contents(session, "talk")[0]["groups"] == {"Carers": {"people": 4, "turns": 0}}


def test_a_session_from_before_counting_goes_on():
    session = begun(Step("round", settings={"first": "Anyone", "seconds": 60}))
    taken(session.answer(""))
    assert session.over


def test_it_is_for_the_facilitator_alone():
    session = counting()
    taken(session.answer("1"))
    assert "Carers" not in str(session.room)
    assert session.room.question == ""
    taken(session.done())
    assert [record.visible for record in session.records if record.kind == "talk"] == ["me"]
    for way in Way:
        out = [record for record in let_out(session.records, way, "2026-03-02") if record.kind == "talk"]
        assert bool(out) == (way is Way.SCREEN)


@given(st.lists(st.integers(0, 9), min_size=3, max_size=3), st.lists(st.integers(1, 4), max_size=12))
def test_no_group_of_fewer_than_three_is_ever_told(people, turns):
    session = counting(people=" ".join(map(str, people)))
    for turn in turns:
        session.answer(str(turn))
        for name, count in zip(GROUPS, people, strict=True):
            if count < 3:
                assert name not in str(session.prompt.ask.facts)
    session.skip()
    assert all(counts["people"] >= 3 for kept in contents(session, "talk") for counts in kept["groups"].values())


def test_who_is_in_no_group_cannot_be_counted():
    assert "none of the choices" in refused(counting().answer("Bo"))


def test_counting_can_be_switched_on_and_off_in_the_middle_of_a_round():
    session = begun(step("round"), people=12)
    taken(session.count("Carers, Researchers,, Carers"))
    taken(session.answer("4 5"))
    taken(session.answer("2"))
    assert "Turns so far: Researchers 1." in session.prompt.ask.facts
    taken(session.count(""))
    assert session.prompt.ask.question == "Go on when the round is over."
    assert contents(session, "talk")[0]["groups"]["Researchers"]["turns"] == 1
    taken(session.undo())
    assert "Turns so far: Researchers 1." in session.prompt.ask.facts
    again = Session(session.events, ticking())
    assert again.prompt == session.prompt
    for _ in range(3):
        taken(session.undo())
    assert session.prompt.ask.question == "Go on when the round is over."
    assert contents(session, "talk") == []


def test_switching_it_on_ends_with_its_step():
    session = begun(step("round"), step("talk"), people=12)
    taken(session.count("Carers"))
    taken(session.skip())
    assert session.prompt.ask.question == "Go on when people have talked."


def test_what_cannot_be_counted_is_refused_in_words():
    session = begun(step("collect"))
    assert "in a round or a talk" in refused(session.count("Carers"))
    session = begun(step("talk"))
    assert "at most 12" in refused(session.count(",".join(str(number) for number in range(13))))
    assert "60 characters" in refused(session.count("x" * 61))
