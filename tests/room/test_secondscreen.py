"""The second screen follows another process, survives a restart of either side, and blanks at one key on both sides."""

import errno
import os

import pytest

from kit.desk import pointing
from kit.desk.consent import Choice, choose
from kit.desk.pointing import blank_or_show, point, read_pointer
from kit.desk.secondscreen import OUT_OF_REACH, POLL, SecondScreen, how_to_open
from kit.model import Change, Visible
from kit.model.data import to_data
from kit.store import Store, StoreProblem
from kit.store.attachments import Attachments
from tests.room.rooms import AGREED, BEGUN, CAPTIONED, DRAWN, SEATED, THE_DAY, Hall


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path / "home")


def blank(hall):
    """Blank at one key in the app."""
    return blank_or_show(hall.programme.folder, hall.workshop.id, hall.workshop.prompt)


def test_it_looks_often_enough_to_follow_within_half_a_second():
    assert 0 < POLL <= 0.25


def test_each_answer_is_on_the_second_screen_at_the_next_look(hall):
    second = hall.watched()
    assert second.wall.page.heading == "Welcome"
    hall.begins()
    assert second.look()
    assert second.wall.page.heading == "A small workshop"
    hall.answers(*BEGUN)
    assert second.look()
    assert second.wall.page.words == "Welcome. You can pass on anything today."
    hall.answers(*AGREED[:2])
    second.look()
    assert second.wall.page.lines == ("One at a time",)
    assert not second.look()


def test_the_pages_are_the_agreement_where_to_sit_and_the_drawings_on_show_with_their_captions(hall):
    hall.begins()
    hall.answers(*THE_DAY)
    now, agreement, seats, first, third = hall.watched().wall.pages
    assert (now.words, now.question) == ("What do you hope for?", "What do people hope for?")
    assert agreement.lines == ("One at a time", "Nobody has to speak [b] 名前")
    assert seats.heading == "Where to sit"
    assert sorted(" ".join(seats.lines).replace(".", "").split()).count("Ana") == 1
    assert (first.heading, first.words) == ("Drawing A1", "A closed door")
    assert first.lines == ("The light is on behind it", "[/] <b>Who</b> has the key?")
    assert third.name == "A3"


def test_an_undo_is_followed(hall):
    hall.begins()
    hall.answers(*BEGUN, *AGREED[:2])
    second = hall.watched()
    hall.workshop.undo()
    assert second.look()
    assert second.wall.page.lines == ()


def test_it_goes_on_when_the_app_is_closed_and_opened_again(hall):
    hall.begins()
    hall.answers(*BEGUN)
    second = hall.watched()
    hall.closes()
    second.look()
    assert second.wall.page.heading == "First words"
    hall.begins()
    hall.answers("")
    assert second.look()
    assert second.wall.page.words == "What do we need?"


def test_it_is_as_it_was_when_it_is_closed_and_opened_again_itself(hall):
    hall.begins()
    hall.answers(*BEGUN, *AGREED)
    first = hall.watched()
    first.show("agreement")
    first.blank()
    again = hall.watched()
    assert (again.wall.show, again.wall.blank) == ("agreement", True)


def test_blank_and_show_from_either_side_are_seen_on_the_other(hall):
    hall.begins()
    second = hall.watched()
    assert blank(hall)
    assert second.look()
    assert second.wall.blank
    assert second.blank() == ""
    second.look()
    assert not second.wall.blank
    assert not read_pointer(hall.programme.folder, hall.workshop.id, hall.workshop.prompt).blank


def test_a_blank_screen_stays_blank_while_the_workshop_goes_on_and_when_another_begins(hall):
    hall.begins()
    hall.answers(*BEGUN)
    second = hall.watched()
    second.blank()
    second.look()
    hall.answers(*AGREED)
    second.look()
    assert second.wall.blank
    hall.closes()
    hall.begins(fresh=True)
    second.look()
    assert second.wall.blank


def test_a_screen_that_was_blank_before_anything_began_stays_so(hall):
    second = hall.watched()
    second.blank()
    second.look()
    assert second.wall.blank
    hall.begins()
    second.look()
    assert second.wall.blank
    assert blank(hall) is False


def test_where_the_folder_cannot_be_written_to_its_own_window_still_blanks_and_says_so(hall, monkeypatch):
    hall.begins()
    hall.answers(*BEGUN)
    second = hall.watched()

    def refuse(path, data):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(pointing, "write_safely", refuse)
    with pytest.raises(StoreProblem, match="Press B in its own window"):
        blank(hall)
    assert "Press B" in second.blank()
    second.look()
    assert second.wall.blank
    hall.answers("")
    second.look()
    assert second.wall.blank
    second.blank()
    second.look()
    assert not second.wall.blank


def test_with_the_next_step_it_goes_back_to_what_is_asked_now(hall):
    hall.begins()
    hall.answers(*BEGUN, *AGREED, *SEATED)
    second = hall.watched()
    second.turn(1)
    second.look()
    assert second.wall.page.heading == "Our agreement"
    hall.answers(4)
    second.look()
    assert second.wall.page.heading == "Our agreement"
    hall.answers([], None)
    second.look()
    assert second.wall.page.name == "now"


def test_pages_go_round(hall):
    hall.begins()
    hall.answers(*THE_DAY)
    second = hall.watched()
    seen = []
    for _ in range(6):
        seen.append(second.wall.page.name)
        second.turn(-1)
        second.look()
    assert seen == ["now", "A3", "A1", "seats", "agreement", "now"]


@pytest.mark.parametrize("text", [
    "", "[", "[" * 5000, "{}", '{"session": 3}', '{"blank": 7, "session": "SESSION"}', '{"session": "SESSION", "show": ["x"]}',
    '{"session": "SESSION", "show": "../../x"}', "\0\xff"])
def test_a_hostile_file_points_nowhere(hall, text):
    hall.begins()
    (hall.programme.folder / pointing.FILE).write_text(text.replace("SESSION", hall.workshop.id), encoding="latin-1")
    second = hall.watched()
    assert second.wall.page.name == "now"
    assert not second.wall.blank


def test_a_folder_that_cannot_be_read_leaves_what_was_known_and_says_so_without_a_name(hall):
    hall.begins()
    hall.answers(*BEGUN)
    second = hall.watched()
    hall.closes()
    away = hall.programme.folder.rename(hall.programme.folder.with_name("away"))
    assert second.look()
    assert second.trouble == OUT_OF_REACH
    assert "Hearing" not in OUT_OF_REACH
    assert second.wall.page.words == "Welcome. You can pass on anything today."
    away.rename(hall.programme.folder)
    second.look()
    assert second.trouble == ""


def test_yesterdays_workshop_is_not_shown_while_todays_is_waited_for(hall):
    hall.begins()
    hall.answers(*BEGUN)
    hall.closes()
    hall.clock.goes_on(hours=20)
    second = hall.watched()
    assert second.wall.page.heading == "Welcome"
    assert second.time is None
    hall.begins()
    hall.answers("")
    second.look()
    assert second.wall.page.words == "What do we need?"


def test_what_its_maker_takes_back_leaves_the_second_screen(hall):
    hall.begins()
    hall.answers(*THE_DAY)
    second = hall.watched()
    hall.closes()
    by_words = {str(record.content.get("text")): record.id for record in hall.begins().records}
    hall.closes()
    choose(hall.programme, by_words["The light is on behind it"], Choice(withdraw=True), hall.world)
    choose(hall.programme, by_words["One at a time"], Choice(visible=Visible.ME), hall.world)
    assert second.look()
    shown = str(to_data(second.wall))
    assert "The light is on" not in shown
    assert "One at a time" not in shown
    assert "has the key" in shown


def test_a_picture_is_given_only_while_its_drawing_is_on_show(hall):
    hall.begins()
    hall.answers(*THE_DAY)
    hall.closes()
    name = with_picture(hall, "A1", b"\x89PNG for a test")
    second = hall.watched()
    with pytest.raises(StoreProblem):
        second.picture(name)
    second.show("A1")
    second.look()
    assert second.wall.page.picture == name
    assert second.picture(name) == b"\x89PNG for a test"
    second.blank()
    second.look()
    with pytest.raises(StoreProblem):
        second.picture(name)


@pytest.mark.parametrize("name", ["../../programme.json", "http://evil.example/x.png", "a" * 40 + ".svg", "<img>"])
def test_a_picture_of_another_name_than_the_kits_is_none(hall, name):
    hall.begins()
    hall.answers(*THE_DAY)
    hall.closes()
    with_picture(hall, "A1", b"", name)
    assert {page.picture for page in hall.watched().wall.pages} == {""}


def with_picture(hall, label, data, name=""):
    """File a picture with a drawing, as paper that comes back does. Gives its name."""
    from dataclasses import replace

    store = Store(hall.programme.folder, "10:00")
    [drawing] = [r for r in store.records() if r.kind == "drawing" and r.content["label"] == label]
    name = name or Attachments(store.engine).keep(data, ".png")
    store.keep_record(replace(drawing, id=f"{drawing.id}-p", content={**drawing.content, "picture": name}, replaces=drawing.id))
    store.close()
    return name


def test_the_time_is_that_of_the_step_and_stands_still_in_a_pause(hall):
    hall.begins()
    assert hall.watched().time is None
    hall.answers(*BEGUN)
    hall.clock.goes_on(minutes=3)
    second = hall.watched()
    assert (second.time.minutes, second.time.left) == (10, 7)
    assert isinstance(hall.workshop.pause(), Change)
    second.look()
    assert second.time is None
    assert "paused" in second.wall.page.words
    hall.clock.goes_on(minutes=60)
    assert isinstance(hall.workshop.carry_on(), Change)
    second.look()
    assert second.time.left == 7
    hall.answers("")
    second.look()
    assert second.time.minutes == 30


def test_the_words_to_open_it_find_the_programme(hall, monkeypatch):
    assert how_to_open(hall.programme).endswith(f"room '{hall.programme.folder}'")
    monkeypatch.setenv("KIT_HOME", str(hall.programme.folder.parent))
    assert how_to_open(hall.programme).endswith(f"room {hall.programme.code}")


def test_its_secret_is_the_same_for_a_day_and_tells_nothing_of_the_folders_own(hall):
    first = hall.watched().secret
    assert hall.watched().secret == first
    assert len(first) == 24
    assert first not in "".join(path.read_text("utf-8") for path in hall.programme.folder.glob("*.json*"))
    hall.clock.goes_on(days=1)
    assert hall.watched().secret != first
    assert SecondScreen(hall.programme, hall.world).secret == ""


def test_a_pointer_holds_no_words_of_anybodys(hall):
    hall.begins()
    hall.answers(*BEGUN, *AGREED, *SEATED, *DRAWN, *CAPTIONED)
    second = hall.watched()
    second.show("A1")
    text = (hall.programme.folder / pointing.FILE).read_text("utf-8")
    assert text == f'{{"session": "{hall.workshop.id}", "step": "1.7", "show": "A1", "blank": false}}'
    point(hall.programme.folder, pointing.Pointer())
