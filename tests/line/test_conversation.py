"""The plain front end: full sentences, one answer a line, and "Saved" only when it is."""

import pytest

from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.line.conversation import Conversation
from kit.line.voice import Voice
from tests.rooms import HOSTILE


class Talk:
    """A programme, and what was said in the conversations about it."""

    def __init__(self, home, template="first-meeting"):
        self.world = made_up_world(1)
        self.shelf = load_shelf(home)
        self.programme = new_programme(home, "Ours", template, self.shelf, self.world)
        self.records = ()

    def say(self, *lines):
        said, waiting = [], list(lines)
        workshop = open_workshop(self.programme, self.shelf, self.world)
        try:
            Conversation(workshop, Voice(said.append, lambda: waiting.pop(0) if waiting else None)).run()
            self.records = workshop.records
        finally:
            workshop.close()
        return "".join(said)


@pytest.fixture
def talk(tmp_path):
    return Talk(tmp_path)


def test_each_answer_is_acknowledged_with_the_words_that_were_kept(talk):
    said = talk.say("5", "Ana", "done")
    assert "Saved: 5 people here.\n" in said
    assert "Saved: Ana\n" in said


def test_what_is_private_is_acknowledged_without_its_words(talk):
    said = talk.say("5", "note: watch the door")
    assert "Saved: a note, private\n" in said
    assert "watch the door" not in said


def test_a_drawing_is_acknowledged_by_its_code_until_its_maker_shows_it(tmp_path):
    talk = Talk(tmp_path, "sixty-minute-drawing")
    said = talk.say("3", "done", "go 3", "", "", "", "A2 a locked cellar", "A1 a kettle", "again")
    assert "A2, private\n" in said
    assert "cellar" not in said


def test_it_goes_on_where_it_stopped(talk):
    talk.say("5", "Ana")
    said = talk.say("Bo")
    assert "Going on with the workshop that began before. 2 answers kept." in said
    assert [r.content.get("text") for r in talk.records][1:] == ["Ana", "Bo"]


def test_the_commands_do_what_the_help_says(talk):
    said = talk.say("5", "done", "?", "list", "time", "pause", "x", "carry on", "park: the budget", "jargon: REC = a check",
                    "note: be brief", "people 6", "go 6", "back", "made", "again", "skip", "stop", "never read")
    assert "back. Undo the last answer" in said
    assert "6. Break. 15 minutes. To come." in said
    assert "The workshop is paused. Carry on first." in said
    kinds = {r.kind: r.content for r in talk.records}
    assert kinds["parked"] == {"text": "the budget"}
    assert kinds["term"] == {"term": "REC", "meaning": "a check"}
    assert kinds["note"] == {"text": "be brief"}
    assert kinds["attendance"] == {"people": 6}
    assert "Parked topics.\n1. the budget\n" in said
    assert "Block 6 of 9: Break." in said
    assert said.endswith("Run it again to go on from here.\n")


def test_words_typed_where_nothing_is_asked_are_not_taken_for_a_go_on(talk):
    said = talk.say("5", "done", "park the budget", "park: the budget", "go to 3", "people: 7")
    assert "Nothing is asked here." in said
    kinds = {r.kind: r.content for r in talk.records}
    assert kinds["parked"] == {"text": "the budget"}
    assert kinds["attendance"] == {"people": 7}
    assert "Block 3 of 9" in said


def test_a_command_word_in_quotes_is_an_answer(talk):
    talk.say("5", '"back"', "done")
    assert [r.content["text"] for r in talk.records if r.kind == "name"] == ["back"]


def test_an_answer_that_cannot_be_taken_is_explained_and_the_question_stays(talk):
    said = talk.say("many", "5")
    assert "That is not a number from 1 to 500. Type a number from 1 to 500." in said
    assert talk.records[0].content == {"people": 5}


def test_nothing_said_can_act_on_a_terminal(talk):
    said = talk.say("5", HOSTILE, "\x1b[2J\x9b31m", "done", "\x1b]52;c;x\x07", "made")
    assert "[/] [b] ]0;x ünïcödé 名前 🙂" in said
    assert not set(said) & {"\x1b", "\x07", "\x9b"}


def test_a_step_is_not_read_out_again_after_a_note(talk):
    said = talk.say("5", "done", "", "park: one", "park: two")
    assert said.count("Step 2 of 2") == 1


def test_the_end_says_so_and_undo_still_works(tmp_path):
    talk = Talk(tmp_path)
    said = talk.say("5", "done", "go 9", *["skip"] * 5, "made", "back", "skip", "")
    assert said.count("The workshop has ended. Thank you.") == 2
    assert "People.\n1. 5 people here." in said
    assert said.endswith("They stay in the programme folder.\n")
