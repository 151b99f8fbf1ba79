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


def test_many_things_kept_by_one_answer_are_counted_not_passed_over(tmp_path):
    said = Talk(tmp_path, "sixty-minute-drawing").say("3", "done", "go 3", "", "3", "")
    assert "Saved: Drawings (3)\n" in said


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


def test_late_is_said_and_a_proposal_is_taken_by_its_number(tmp_path):
    talk = Talk(tmp_path)
    talk.say("5", "done")
    for _ in range(90):
        talk.world.clock()
    talk.world.clock()
    said = talk.say("go 4", "take 1", "late", "take 1", "list", "back")
    assert "There is no such proposal. Type late to hear them." in said
    assert "minutes in hand" in said
    assert "1. Give " in said
    assert "Done. Give " in said


def test_what_changes_on_the_day_is_one_line_each(talk):
    said = talk.say("5", "Ana", "done", "next", "arrived: Bo", "arrived", "left: Ana", "left: Zed", "slow down", "break 15", "x",
                    "carry on", "table 1 done", "leads: Sam", "hand over", "spent", "?")
    for words in ("Now: 1 of 9, Welcome", "Next: Arriving.", "One more person is here.", "One person fewer is here.",
                  "Nobody of that name", "5 minutes more", "It is a break. Carry on first.", "Nobody works side by side",
                  "Sam leads.", "Welcome: 10:00, going on.", "late. What can be done when you are late"):
        assert words in said, words
    kinds = {r.kind: r.content for r in talk.records}
    assert kinds["attendance"] == {"people": 6}
    assert kinds["name"] == {"text": "Bo"}


def test_these_words_in_quotes_are_answers(talk):
    talk.say("5", '"left"', '"late"', "done")
    assert [r.content["text"] for r in talk.records if r.kind == "name"] == ["left", "late"]


def test_a_drawing_gets_its_picture_by_a_line_in_plain_mode(tmp_path):
    from PIL import Image

    from kit.desk.library import load_shelf
    from kit.desk.workshop import open_workshop
    from tests.desk.test_slips import with_drawings
    from tests.tui.playing import still_world

    ours, _ = with_drawings(tmp_path)
    file = tmp_path / "my photo.png"
    Image.new("L", (30, 30), "white").save(file)
    workshop = open_workshop(ours, load_shelf(tmp_path), still_world())
    lines, said = [f"picture a1: {file}", "A door", "picture A9: x.png", "", "made"], []
    Conversation(workshop, Voice(said.append, lambda: lines.pop(0) if lines else None)).run()
    workshop.close()
    told = "".join(said)
    assert "What does it show?" in told
    assert "Saved: the picture is with drawing A1." in told
    assert "There is no drawing 'A9'." in told
    assert "Its picture shows: A door" in told
