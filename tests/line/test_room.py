"""The second screen in plain lines, and from the plain front end: each change is said once, in full sentences."""

import pytest

from kit.desk.library import load_shelf
from kit.line.conversation import Conversation
from kit.line.room import follow
from kit.line.voice import Voice
from tests.room.rooms import AGREED, BEGUN, Hall


class Enough(Exception):
    """The test has seen enough."""


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path / "home")


def said(second, *moments, look="left"):
    """What is said while these things happen between the looks: one list of lines for each look."""
    heard, left = [[]], list(moments)

    def wait():
        heard.append([])
        if not left:
            raise Enough
        left.pop(0)()

    with pytest.raises(Enough):
        follow(second, Voice(lambda text: heard[-1].append(text.rstrip("\n")), lambda: None), look, wait)
    return heard[:-1]


def test_each_change_is_said_once_and_the_time_not_every_minute(hall):
    hall.begins()
    hall.answers(*BEGUN)
    second = hall.watched()
    heard = said(
        second, lambda: None, lambda: hall.clock.goes_on(minutes=1), lambda: hall.clock.goes_on(minutes=4),
        lambda: hall.answers(""), lambda: hall.answers("One at a time"), lambda: hall.workshop.note("note", {"text": "PRIVATE"}),
        lambda: hall.workshop.pause())
    assert heard == [
        ["This is the second screen, in words. Ctrl and C closes it.", "First words", "Welcome. You can pass on anything today.",
         "10 minutes left."],
        [], [], ["5 minutes left."],
        ["First words", "What do we need?", "What do we need?", "25 minutes left."], ["One at a time"], [],
        ["First words", "We have paused. Take the time you need."],
    ]


def test_without_digits_the_time_is_said_in_words_or_not_at_all(hall):
    hall.begins()
    hall.answers(*BEGUN)
    assert said(hall.watched(), look="words")[0][-1] == "About ten minutes left."
    assert said(hall.watched(), look="off")[0][-1] == "Welcome. You can pass on anything today."


def test_a_blank_screen_is_said_and_then_nothing_until_it_is_shown_again(hall):
    hall.begins()
    hall.answers(*BEGUN)
    second = hall.watched()
    heard = said(second, second.blank, lambda: hall.answers(""), second.blank)
    assert heard[1] == ["The screen is blank."]
    assert heard[2] == []
    assert heard[3][:2] == ["First words", "What do we need?"]


def test_that_the_programme_cannot_be_read_is_said_once(hall):
    second, folder = hall.watched(), hall.programme.folder
    away = folder.with_name("away")
    heard = said(second, lambda: folder.rename(away), lambda: None, lambda: away.rename(folder))
    assert heard[1:] == [["The programme cannot be read just now. This is what was last known."], [],
                         ["The programme can be read again."]]


def test_the_plain_front_end_says_how_to_open_it_points_it_and_blanks_it(hall, tmp_path):
    hall.begins()
    hall.answers(*BEGUN, *AGREED)
    lines, heard = ["screen", "screen: agreement", "screen: the moon", "blank", "blank"], []
    Conversation(hall.workshop, Voice(heard.append, lambda: lines.pop(0) if lines else None)).run()
    hall.closes()
    talk = "".join(heard)
    assert f"room '{hall.programme.folder}'" in talk
    assert "It can show: now, agreement. It shows: now." in talk
    assert "The second screen shows: agreement." in talk
    assert "There is no such page. It can show" in " ".join(talk.split("\n"))
    assert talk.index("is blank") < talk.index("is on show")
    assert hall.watched().wall.show == "agreement"
    assert load_shelf(tmp_path / "home").plans
