"""Writing an activity in plain mode."""

from kit.content.check import check
from kit.desk.library import load_shelf
from kit.line.voice import Voice
from kit.line.writer import Writer


def talk(home, *lines):
    said, waiting = [], list(lines)
    Writer(home, load_shelf(home), Voice(said.append, lambda: waiting.pop(0) if waiting else None)).run()
    return "".join(said)


def test_it_is_asked_for_field_by_field_and_works_at_the_end(tmp_path):
    said = talk(tmp_path, "A round of hopes", "Each says one hope.", "To hear hopes.", "15", "8", "We speak last.",
                "People can pass / People can write", "step collect", "set 1 question Which hopes?", "check", "try", "stop")
    assert "One sentence: what happens. Such as: Each person says or writes one hope for the day." in said
    assert "All is well. It is on your shelf." in said
    assert "With 35 people it went to its end." in said
    assert check(tmp_path / "activities" / "a-round-of-hopes.toml") == ()


def test_it_can_be_left_and_taken_up_again_and_says_what_is_missing(tmp_path):
    assert "still to do" in talk(tmp_path, "Hopes", "stop", "set minutes many", "set minutes 10", "stop")
    said = talk(tmp_path, "1", "check", "show", "undo", "nonsense", "try")
    assert "1. hopes, a draft." in said
    assert "Still to write: summary," in said
    assert "minutes: 10" in said
    assert "There is nothing to undo." in said
    assert "That was not understood." in said
    assert "It cannot be tried yet." in said


def test_it_starts_from_a_copy(tmp_path):
    said = talk(tmp_path, "copy one-decision", "Our way to decide", "check", "stop")
    assert "All is well." in said
    assert "There is no activity with that id." in talk(tmp_path, "copy nothing")
