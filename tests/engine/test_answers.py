"""Reading answers: nothing is guessed, nothing is cut, and every refusal says what to type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.engine.answers import how_to_answer, read
from kit.model import Ask, Form, Option, Refusal
from kit.model.text import LONGEST

ABC = (Option("A1", "A1"), Option("A2", "A2"), Option("A10", "A10"))
ASKS = {
    form: Ask(form, "What?", ABC if form in (Form.SOME, Form.COUNTS, Form.LABELLED, Form.TALLY) else
              (Option("yes", "Yes, we agree"), Option("not yet", "Not yet")), least=1, most=40)
    for form in Form
}


@pytest.mark.parametrize(("form", "typed", "value"), [
    (Form.GO, "", ""),
    (Form.WORDS, "  two\tchairs ", "two\tchairs"),
    (Form.NUMBER, " 12 ", 12),
    (Form.CHOICE, "2", "not yet"),
    (Form.CHOICE, "YES", "yes"),
    (Form.CHOICE, "not", "not yet"),
    (Form.SOME, "a1, 10", ["A1", "A10"]),
    (Form.SOME, "All", ["A1", "A2", "A10"]),
    (Form.SOME, "none", []),
    (Form.COUNTS, "3 0 1", {"A1": 3, "A2": 0, "A10": 1}),
    (Form.LABELLED, "2: a door: half open", {"label": "A2", "text": "a door: half open"}),
    (Form.TALLY, "a10 0", {"label": "A10", "number": 0}),
    (Form.MEANING, "PPI : a say: in research", {"term": "PPI", "meaning": "a say: in research"}),
    (Form.MEANING, "PPI = a say", {"term": "PPI", "meaning": "a say"}),
    (Form.MEANING, "PPI", {"term": "PPI", "meaning": ""}),
])
def test_typed_answers_become_values(form, typed, value):
    assert read(ASKS[form], typed) == value
    assert read(ASKS[form], value) == value


@pytest.mark.parametrize(("form", "typed"), [
    (Form.WORDS, " "), (Form.NUMBER, "0"), (Form.NUMBER, "41"), (Form.NUMBER, "twelve"), (Form.NUMBER, "1e9"),
    (Form.NUMBER, "9" * 5000), (Form.CHOICE, "3"), (Form.CHOICE, "maybe"), (Form.SOME, "A3"), (Form.COUNTS, "3 1"),
    (Form.COUNTS, "3 1 x"), (Form.COUNTS, "-1 2 3"), (Form.LABELLED, "A1"), (Form.LABELLED, "A7 words"),
    (Form.TALLY, "A1 many"), (Form.TALLY, "A1 -4"), (Form.MEANING, ": a say"), (Form.OVER, "more"),
])
def test_what_cannot_be_read_is_refused_with_a_sentence(form, typed):
    refusal = read(ASKS[form], typed)
    assert isinstance(refusal, Refusal)
    assert refusal.sentence.endswith((".", "none."))
    assert len(refusal.sentence) < 300


def test_a_long_text_is_kept_whole_and_a_longer_one_refused():
    assert read(ASKS[Form.WORDS], "x" * LONGEST) == "x" * LONGEST
    assert "in parts" in str(read(ASKS[Form.WORDS], "x" * (LONGEST + 1)))


@pytest.mark.parametrize("form", list(Form))
def test_every_form_says_how_to_answer(form):
    assert how_to_answer(ASKS[form]).endswith(".")


@given(form=st.sampled_from(Form), typed=st.text(max_size=200))
def test_any_text_is_read_or_refused_and_nothing_that_acts_comes_through(form, typed):
    value = read(ASKS[form], typed)
    if not isinstance(value, Refusal):
        assert not any(c in repr(value) for c in ("\x1b", "\x07", "\x9b", "\u202e"))


@given(form=st.sampled_from(Form), value=st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["A1", "A2", "A10", "label", "text", "number", "term", "meaning"]), inner, max_size=3), max_leaves=5))
def test_any_value_is_taken_in_its_own_form_or_refused(form, value):
    taken = read(ASKS[form], value)
    if not isinstance(taken, Refusal) and not isinstance(value, str):
        assert read(ASKS[form], taken) == taken
