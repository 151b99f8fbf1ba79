"""What is private cannot reach the wall."""

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.engine import Session
from kit.engine.made_up import MadeUpPeople
from kit.model import RoomView
from kit.model.data import to_data
from tests.engine.test_session import WORDS
from tests.rooms import PLACE, activity, begun, script, step, taken, ticking


def secrets_everywhere():
    """A session in which everything that is private holds the word SECRET."""
    words = {kind: [{k: f"SECRET {v}" for k, v in line.items() if isinstance(v, str)} | {"dissent": ["SECRET"]}
                    if isinstance(line, dict) else f"SECRET {line}" for line in lines] for kind, lines in WORDS.items()}
    words["rule"] = words["thought"] = words["need"] = WORDS["thought"]
    words["term"], words["names"] = WORDS["term"], WORDS["names"]  # given to the whole room
    given_words = {"say": "SECRET say", "do": "SECRET do", "watch": "SECRET watch"}
    plan = script(activity("o", step("seat", **given_words), step("scale", **given_words)),
                  activity("a", step("draw", prompt="Draw", **given_words), step("gallery", **given_words),
                           step("resonate", **given_words), step("caption", **given_words)),
                  activity("b", step("decide", **given_words), step("feedback", **given_words), step("say", **given_words)),
                  activity("c", step("write", **given_words), step("write", makes="diary"), step("code", of=("account",)),
                           step("sort", cards=("account",))),
                  private="SECRET note")
    session, _ = Session.begin(plan, PLACE, id="s", seed="s", clock=ticking())
    return session, words


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 6), st.integers(0, 50))
def test_no_private_word_is_in_the_rooms_view_at_any_moment(people, seed):
    session, words = secrets_everywhere()
    room = MadeUpPeople(people, words, seed)
    while not session.over:
        assert "SECRET" not in str(to_data(session.room)), session.prompt
        if not session.paused:
            taken(session.note("note", {"text": "SECRET"}))
            assert "SECRET" not in str(to_data(session.room)), session.prompt
            taken(session.undo())
        command, value = room.answer(session.prompt)
        taken(session.answer(value) if command == "answer" else session.done())


def test_the_rooms_view_has_no_field_for_what_is_private():
    assert {f.name for f in fields(RoomView)} == {"title", "words", "lines", "question", "paused", "minutes"}


def test_the_room_sees_its_own_words_as_they_are_written_up():
    session = begun(step("agree", room="What do we need?"))
    taken(session.answer("One at a time"))
    assert session.room.words == "What do we need?"
    assert session.room.lines == ("One at a time",)


def test_counts_and_choices_of_single_people_are_not_shown():
    session = begun(step("scale", question="How are you?", options=("sunny", "stormy")))
    assert session.room.question == ""
