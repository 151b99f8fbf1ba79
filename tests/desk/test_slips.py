"""A stack of slips: each line is kept at once, the last can be taken back, and captions find their drawing."""

import pytest

from kit.desk.capture import Capture
from kit.desk.library import load_shelf
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.store import NoSuchThing, NotSaved, StoreProblem, read_history
from tests.rooms import HOSTILE
from tests.tui.playing import programme, still_world


def with_drawings(home):
    """A workshop with three drawings, of which two are on show."""
    ours = programme(home)
    workshop = open_workshop(ours, load_shelf(home), still_world())
    workshop.answer(3)
    workshop.done()
    while workshop.prompt.ask.makes != "drawing" or workshop.prompt.ask.many:
        if workshop.prompt.ask.question.startswith("How many drawing sheets"):
            workshop.answer(3)
        elif workshop.prompt.ask.question.startswith("Which sheets have no"):
            workshop.answer([])
        else:
            workshop.skip() if "drawing" not in workshop.prompt.ask.makes else workshop.done()
    workshop.answer(["A1", "A2"])
    workshop.close()
    return ours, workshop.id


def texts(ours, kind):
    return [record.content["text"] for record in read_history(ours.folder).records() if record.kind == kind]


def test_every_line_is_on_the_disk_before_the_next(tmp_path):
    ours = programme(tmp_path)
    taking = Capture(ours, "thought", made_up_world(1))
    for number, line in enumerate(("One", HOSTILE, "Three"), 1):
        taking.keep(line)
        assert len(texts(ours, "thought")) == number
        assert taking.slips.count.startswith(str(number))
    taking.close()


def test_the_last_line_is_taken_back_as_often_as_there_are_lines(tmp_path):
    ours = programme(tmp_path)
    taking = Capture(ours, "parked", made_up_world(1))
    for line in ("One", "Two", "Three"):
        taking.keep(line)
    assert taking.slips.undo().content["text"] == "Three"
    assert texts(ours, "parked") == ["One", "Two"]
    taking.slips.undo()
    taking.slips.undo()
    assert taking.slips.undo() is None
    assert texts(ours, "parked") == []
    taking.close()


def test_a_caption_finds_its_drawing_and_a_line_without_a_label_is_for_the_same_one(tmp_path):
    ours, session = with_drawings(tmp_path)
    taking = Capture(ours, "caption", made_up_world(1))
    for line in ("a1: Hope", "Sunday after the rain", "A2 Still here"):
        taking.keep(line)
    for line in ("A3 hidden", "A9 none", "A2", ""):
        with pytest.raises(StoreProblem):
            taking.keep(line)
    taking.close()
    kept = [record for record in read_history(ours.folder).records() if record.kind == "caption"]
    assert [(r.content["label"], r.content["text"]) for r in kept] == [
        ("A1", "Hope"), ("A1", "Sunday after the rain"), ("A2", "Still here")]
    assert {record.origin.workshop for record in kept} == {session}


def test_a_caption_with_no_drawing_on_show_is_refused_in_words(tmp_path):
    taking = Capture(programme(tmp_path), "caption", made_up_world(1))
    with pytest.raises(StoreProblem, match="No drawing is on show"):
        taking.keep("A1 Hope")
    taking.close()


def test_feedback_says_which_question_it_answers(tmp_path):
    ours, _ = with_drawings(tmp_path)
    taking = Capture(ours, "feedback-words", made_up_world(1))
    taking.keep("More time to draw")
    question = taking.slips.question
    taking.close()
    assert question
    [kept] = [record for record in read_history(ours.folder).records() if record.kind == "feedback-words"]
    assert kept.content == {"question": question, "text": "More time to draw"}
    with pytest.raises(NoSuchThing):
        Capture(programme(tmp_path, "Another"), "feedback-words", made_up_world(1))


def test_a_line_that_could_not_be_kept_is_not_counted(tmp_path, monkeypatch):
    taking = Capture(programme(tmp_path), "thought", made_up_world(1))

    def full(record):
        raise NotSaved("NOT saved: no space left on the disk.")

    monkeypatch.setattr(taking._store, "keep_record", full)
    with pytest.raises(StoreProblem, match="NOT saved"):
        taking.keep("One")
    assert taking.slips.kept == []
    taking.close()
