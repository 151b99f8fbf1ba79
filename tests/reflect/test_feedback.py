"""Feedback: tallies over sessions with small groups hidden, from an answer to a change, and you said, we did."""

import json

import pytest

from kit.cli import main
from kit.desk.changes import Became, write_change
from kit.desk.reflecting import holdings
from kit.desk.reflection_talk import TALKS
from kit.desk.reflection_words import view_lines
from kit.desk.reporting import Wanted, report_words
from kit.model import Visible
from kit.reflect.feedback import free_words, tallies, what_came
from kit.store import NoSuchThing, StoreProblem
from tests.keep.programme import marked
from tests.reflect.made import Made


def test_a_question_is_tallied_workshop_by_workshop_as_a_hand_worked_table():
    made = Made()
    made.record("feedback", {"question": "Heard?", "counts": {"Good": 4, "OK": 2}}, "w2")
    made.record("feedback", {"question": "Heard?", "counts": {"Good": 3, "Not good": 2}})
    made.record("feedback", {"question": "Heard?", "counts": {"Good": 1}})
    [question] = tallies(made.held)
    assert question.answers == ("Good", "OK", "Not good")
    assert [(tally.meeting.number, tally.counts) for tally in question.tallies] == [
        (1, {"Good": 4, "OK": 0, "Not good": 2}), (2, {"Good": 4, "OK": 2, "Not good": 0})]


def test_answers_of_fewer_than_five_people_are_not_told():
    made = Made()
    made.record("feedback", {"question": "Heard?", "counts": {"Good": 4}})
    [question] = tallies(made.held)
    assert question.tallies[0].counts is None
    assert question.tallies[0].people == 0
    assert "- workshop 1, First, North: fewer than five people answered." in view_lines(made.held, "feedback")


def test_what_people_wrote_stands_beside_its_question():
    made = Made()
    one = made.record("feedback-words", {"question": "What was best?", "text": "Tea"})
    assert free_words(made.held) == {"What was best?": (one,)}


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path)


def test_a_change_goes_back_to_the_answer_it_came_from_and_on_to_where_it_will_be_seen(day):
    [answer] = day.kind("feedback-words")
    made = write_change(day.programme, "A warmer room", Became(next="at workshop 2", answers=(answer.id,)), day.world)
    write_change(day.programme, made.id, Became(did="We booked the library."), day.world)
    held = holdings(day.programme)
    [came] = what_came(held)
    assert (came.said, came.did, came.next) == ("A warmer room", "We booked the library.", "at workshop 2")
    assert came.answers == (answer,)
    assert [one.content["text"] for one in held.came_of(answer)] == ["A warmer room"]
    told = "You said: A warmer room We did: We booked the library. You will see it: at workshop 2."
    assert told in view_lines(held, "feedback")


def test_a_change_from_a_private_answer_goes_no_further_than_the_answer(day):
    [answer] = day.kind("feedback-words")
    made = write_change(day.programme, "Warmth", Became(answers=(answer.id,)), day.world)
    assert made.visible is answer.visible is Visible.GROUP
    assert "Warmth" not in report_words(day.programme, Wanted("programme"), day.world)


def test_a_change_that_makes_no_sense_is_refused_in_a_sentence(day):
    with pytest.raises(NoSuchThing, match="There is no such answer"):
        write_change(day.programme, "Warmth", Became(answers=("nothing",)), day.world)
    with pytest.raises(StoreProblem, match="not one of a change"):
        write_change(day.programme, day.kind("parked")[0].id, Became(did="x"), day.world)
    with pytest.raises(StoreProblem, match="Say the change"):
        write_change(day.programme, " ", Became(), day.world)


def test_the_talk_and_the_command_write_the_same_change(day, capsys):
    talk = TALKS["change"][1](holdings(day.programme))
    talk.send(None)
    for value in ("new", "1", "Blankets"):
        talk.send(value)
    with pytest.raises(StopIteration) as end:
        talk.send("at the door")
    end.value.value(day.programme, day.world)
    [change] = holdings(day.programme).of_kind("change")
    call = ["--home", str(day.home), "reflect", "Ours", "change", change.id, "--could-not", "The hall is let."]
    assert main(call) == 0
    capsys.readouterr()
    assert main(["--home", str(day.home), "reflect", "Ours", "feedback", "--json"]) == 0
    [came] = json.loads(capsys.readouterr().out)["changes"]
    assert (came["said"], came["could_not"], came["next"]) == ("Blankets", "The hall is let.", "at the door")
