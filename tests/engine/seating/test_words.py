"""What is said about a plan, and about a file that is no room."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.engine.seating import BadInstance, Instance, MixRule, Person, RuleKind, Table, Together, read_instance
from kit.engine.seating.bounds import lower_bound
from kit.engine.seating.figures import figures_of
from kit.engine.seating.report import report
from kit.engine.seating.room import Room
from kit.engine.seating.solve import SeatingPlan


def said(instance, *rounds):
    schedule = tuple(tuple(tuple(table.split()) for table in tables.split("|")) for tables in rounds)
    return report(SeatingPlan(instance, schedule, figures_of(instance, schedule), lower_bound(Room(instance)), "", True))


def hall(names, tables, size, rounds, **wishes):
    return Instance(tuple(Person(name) for name in names.split()), tuple(Table(f"t{n}", size, size) for n in range(tables)),
                    rounds, **wishes)


def test_a_plan_without_a_repeat():
    assert said(hall("Ana Ben Cas Dee", 2, 2, 2), "Ana Ben|Cas Dee", "Ana Cas|Ben Dee") == (
        "Everyone meets 2 of the 3 other people.", "Nobody sits with the same person twice.", "0 repeats: no plan has fewer.")


def test_a_plan_with_repeats_names_the_pairs():
    assert said(hall("Ana Ben Cas Dee", 2, 2, 3), "Ana Ben|Cas Dee", "Ana Ben|Cas Dee", "Ana Ben|Cas Dee") == (
        "Everyone meets 1 of the 3 other people.", "2 pairs meet three times: Ana and Ben; Cas and Dee.",
        "4 repeats. At least 0 cannot be avoided.")


def test_people_who_stay_together_are_not_told_as_repeats():
    lines = said(hall("Ana Ben Cas Dee", 2, 2, 2, together=(Together("Ana", "Ben"),)), "Ana Ben|Cas Dee", "Ana Ben|Cas Dee")
    assert lines[1] == "1 pair meets twice: Cas and Dee."


def test_a_missed_rule_is_told_with_its_place():
    rule = MixRule(RuleKind.NOT_ALONE, "carer")
    people = (Person("Ana", frozenset({"carer"})), Person("Ben"))
    lines = said(Instance(people, (Table("t0", 2, 2),), 1, mix=(rule,)), "Ana Ben")
    assert lines[-1] == "The rule “nobody is the only carer at a table” is missed in round 1 at table t0."


def test_names_are_cleaned_before_they_are_said():
    lines = said(hall("A\x1b[31m B\u202e", 1, 2, 2), "A\x1b[31m B\u202e", "A\x1b[31m B\u202e")
    assert "\x1b" not in " ".join(lines)
    assert "\u202e" not in " ".join(lines)


GOOD = {"people": [{"id": "Ana"}, {"id": "Ben"}], "tables": [{"id": "t1", "min": 0, "max": 2}], "rounds": 1}


@pytest.mark.parametrize(("change", "sentence"), [
    ({"people": None}, "The file needs a list called “people”."),
    ({"people": [{"id": "Ana"}, {"id": "Ana"}]}, "Person 2 has the id “Ana”, and so has an earlier one."),
    ({"people": ["Ana"]}, "Person 1 has no id. Give each one an id of its own, as text."),
    ({"rounds": 0}, "The number of rounds must be a whole number from 1 to 60, and is “0”."),
    ({"rounds": True}, "The number of rounds must be a whole number from 1 to 60, and is “True”."),
    ({"tables": [{"id": "t1", "min": 3, "max": 2}]}, "Table “t1” takes 3 people at least and 2 at most. Change one of the two."),
    ({"constraints": {"apart": [["Ana", "Bne"]]}},
     "Line 1 of “apart” names “Bne”, but there is no such person. Did you mean “Ben”?"),
    ({"constraints": {"togehter": []}}, "There is no constraint called “togehter”. Did you mean “together”?"),
    ({"constraints": {"together": [["Ana", "Ana"]]}}, "Line 1 of “together” names “Ana” twice."),
    ({"constraints": {"seats": [{"person": "Ana", "tables": []}]}}, "Line 1 of “seats” names no table."),
    ({"constraints": {"absent": [{"person": "Ana", "rounds": [2]}]}},
     "A round in Line 1 of “absent” must be a whole number from 1 to 1, and is “2”."),
    ({"mix": [{"rule": "not-lone", "role": "x"}]},
     "Line 1 of “mix” has the rule “not-lone”. Use not-only, not-alone or at-least. Did you mean “not-alone”?"),
])
def test_a_bad_file_is_told_in_a_sentence(change, sentence):
    with pytest.raises(BadInstance) as told:
        read_instance({**GOOD, **change})
    assert sentence in told.value.sentences


KEYS = ("id", "min", "max", "roles", "person", "tables", "rounds", "rule", "role", "weight", "pair")
JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(KEYS),
                        inner, max_size=3), max_leaves=8)


PARTS = dict.fromkeys(("people", "tables", "rounds", "mix", "past", "memory", "constraints"), JSON)


@given(st.fixed_dictionaries({}, optional=PARTS), st.booleans())
def test_any_json_at_all_is_read_or_refused_in_sentences(change, on_top):
    told = ()
    try:
        assert read_instance({**GOOD, **change} if on_top else change)
    except BadInstance as bad:
        told = bad.sentences
    assert all(sentence.endswith((".", "?")) for sentence in told)


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(BadInstance) as told:
        read_instance(json.loads('{"people": [{"id": ""}], "rounds": "x", "tables": 3}'))
    assert len(told.value.sentences) >= 3
