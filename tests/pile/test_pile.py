"""Paper that comes back to a programme: kept with its doubts, decided by a person, counted when the pile is closed."""

import asyncio
import json
from dataclasses import replace

import pytest
from PIL import Image

from benchmarks.piles.paper import Canvas
from kit.cli import main
from kit.desk.consent import Choice
from kit.desk.consent import choose as let
from kit.desk.flows.paper_back import paper_back, review
from kit.desk.forget import foretell, forget
from kit.desk.health import warnings
from kit.desk.locking import lock, unlocked
from kit.desk.paper import Order, print_pack
from kit.desk.pile.cards import cards_of, piles
from kit.desk.pile.closing import close_pile, what_it_comes_to
from kit.desk.pile.deciding import Deciding
from kit.desk.pile.standing import standing, what_was_missed
from kit.desk.pile.telling import by_image
from kit.desk.workshop import open_workshop
from kit.model.sheetcode import SheetCode
from kit.store import Store, StoreProblem, read_history
from kit.store.keeping import open_for_reading
from printables.qr import modules
from tests.desk.test_flows import go
from tests.keep.programme import every_byte
from tests.pile.room import PageOf, Room
from tests.store.programmes import CHEAP
from tests.tui.playing import app_at, choose, listing, until
from tests.tui.test_talks import at_the_list, typed

FIRST = "Could you take part in your own way?"
BEST = "What was best?"


@pytest.fixture(scope="module")
def cards(tmp_path_factory):
    """Two feedback cards as files: the first has one question in doubt and some writing."""
    room = Room(tmp_path_factory.mktemp("printed"), people=2)
    first, second = room.print("feedback-card")
    room.blank = PageOf(second.picture.copy(), second.layout)
    for question in first.questions:
        room.tick(first, question, "Good")
        room.tick(second, question, "OK", "cross")
    room.tick(first, FIRST, "Not good")
    room.write(first, BEST)
    return room, [room.save(first, "IMG_1.png"), room.save(second, "IMG_2.png")]


@pytest.fixture(scope="module")
def read_once(cards):
    """The same programme with the cards read."""
    room, files = cards
    return room, room.scan(*files), files


@pytest.fixture
def scanned(read_once, tmp_path):
    """A copy of it for each test."""
    room, filed, files = read_once
    return room.copied(tmp_path / "copy"), filed, files


def feedback(room):
    return {record.content["question"]: record.content["counts"] for record in read_history(room.programme.folder).records()
            if record.kind == "feedback"}


def decided(room, *answers):
    deciding = Deciding(room.programme, room.world, "Bo")
    try:
        for answer in answers:
            deciding.decide(deciding.doubts()[0], [answer])
        for item in deciding.to_type():
            deciding.type(item, "zorqwarm room" if item.writing.question == BEST else "")
    finally:
        deciding.close()


def test_what_was_read_is_kept_with_its_doubt_and_its_picture_and_nothing_is_counted_yet(scanned):
    room, filed, _ = scanned
    assert filed.sentence() == "2 of 2 cards read; 1 answer needs you."
    store = open_for_reading(room.programme)
    first, second = cards_of(store)
    assert [answer.value for answer in second.answers] == [("OK",)] * 3
    assert "Two boxes" in first.answers[0].doubt
    assert [one.open for one in first.writing] == [True, False]
    assert not any(one.open for one in second.writing)
    assert store.attachments.read(first.picture).startswith(b"\xff\xd8")
    assert feedback(room) == {}
    assert "1 in doubt" in standing(room.programme).sentence()


def test_a_pile_with_a_doubt_is_not_counted_until_somebody_decides(scanned):
    room, _, _ = scanned
    with pytest.raises(StoreProblem, match="1 answer needs you"):
        close_pile(room.programme, room.world)
    decided(room, "Good")
    closed = close_pile(room.programme, room.world)
    assert feedback(room)[FIRST] == {"Good": 1, "OK": 1, "Not good": 0, "Rather not say": 0}
    [words] = [record for record in closed.records if record.kind == "feedback-words"]
    assert dict(words.content) == {"question": BEST, "text": "zorqwarm room"}
    [pile] = piles(open_for_reading(room.programme))
    assert set(pile.records) == {record.id for record in closed.records}


def test_a_decision_keeps_who_made_it_and_can_be_taken_back(scanned):
    room, _, _ = scanned
    deciding = Deciding(room.programme, room.world, "Bo")
    [item] = deciding.doubts()
    assert deciding.picture(item, item.answer.polygon).startswith(b"\xff\xd8")
    with pytest.raises(StoreProblem):
        deciding.decide(item, ["Good", "OK"])
    kept = deciding.decide(item, ["OK"]).answers[0]
    assert (kept.value, kept.how, kept.by) == (("OK",), "seen", "Bo")
    deciding.undo()
    assert len(deciding.doubts()) == 1
    deciding.close()


def test_what_is_typed_after_its_pile_was_closed_is_kept_and_no_other_words_are_taken_back_for_it(scanned):
    room = scanned[0]
    deciding = Deciding(room.programme, room.world, "Bo")
    deciding.decide(deciding.doubts()[0], ["OK"])
    deciding.close()
    close_pile(room.programme, room.world)
    page = PageOf(room.blank.picture.copy(), room.blank.layout)
    forget(room.programme, page.code, room.world)
    room.write(page, BEST)
    room.scan(room.save(page, "late.png"))
    said, _ = go(paper_back(room.programme, room.world), "Type what", "Bo", "zorqfirst", "--", None, None)
    assert "There is nothing to take back" in said
    assert [writing.text for card in cards_of(open_for_reading(room.programme)) for writing in card.writing if writing.text] == [
        "zorqfirst"]


def test_another_picture_of_a_card_is_kept_and_never_counted_twice(scanned):
    room, _, files = scanned
    again = room.scan(files[1])
    assert again.sentence() == ("0 of 1 card read; copies of cards that were read before, not counted again: IMG_2.png; "
                                "no answer is in doubt.")
    assert again.missed[0].why.startswith(f"A copy of {again.missed[0].code}")
    decided(room, "Good")
    close_pile(room.programme, room.world)
    assert len(room.scan(*files).cards) == 0


def test_where_two_pictures_of_a_card_differ_a_person_is_asked(scanned):
    room = scanned[0]
    room.scan(room.save(room.blank, "other.png"))
    card = cards_of(open_for_reading(room.programme))[1]
    assert [answer.doubt for answer in card.answers] == ["Two pictures of this card do not say the same."] * 3


def test_foreign_and_hostile_codes_and_files_are_a_sentence_each_and_the_pile_goes_on(scanned, tmp_path):
    room, _, files = scanned
    codes = {"escape": "\x1b]0;owned\x07", "path": "../../etc/passwd", "long": "x" * 900, "other": "KMR-25F2-23C"}
    for name, text in codes.items():
        canvas = Canvas(80, 80)
        rows = modules(text)
        canvas.code(10, 10, 60, rows)
        canvas.done().save(tmp_path / f"{name}.png")
    (tmp_path / "cut.jpg").write_bytes(files[0].read_bytes()[:999])
    (tmp_path / "empty.pdf").write_bytes(b"")
    found = room.scan(*(tmp_path / name for name in ("escape.png", "path.png", "long.png", "other.png", "cut.jpg", "empty.pdf")))
    assert len(found.missed) == 6
    assert "is of another programme, KMR" in found.sentence()
    assert "\x1b" not in found.sentence()
    assert len(found.sentence()) < 900
    assert len(what_was_missed(room.programme)) == 6
    assert len(cards_of(open_for_reading(room.programme))) == 2


def test_a_card_is_typed_in_by_its_code_with_no_picture(scanned):
    room, _, _ = scanned
    code = cards_of(open_for_reading(room.programme))[0].code
    forget(room.programme, code, room.world)
    said, _ = go(paper_back(room.programme, room.world), "Type in a card", "Bo", "no code", "Type in a card", code.lower(),
                 "Good", "Nothing", "OK", "-", "more soup", None, None)
    assert "is no code of a sheet" in said
    [card] = [card for card in cards_of(open_for_reading(room.programme)) if card.code == code]
    assert [(answer.value, answer.how, answer.by) for answer in card.answers] == [
        (("Good",), "typed", "Bo"), ((), "typed", "Bo"), (("OK",), "typed", "Bo")]
    assert [one.text for one in card.writing] == ["", "more soup"]
    close_pile(room.programme, room.world)
    assert feedback(room)[FIRST] == {"Good": 1, "OK": 1, "Not good": 0, "Rather not say": 0}


def test_the_whole_way_through_the_list_that_both_front_ends_show(scanned, monkeypatch):
    room, _, _ = scanned
    opened = []
    monkeypatch.setattr("kit.desk.flows.paper_back.view", opened.append)
    said, _ = go(paper_back(room.programme, room.world), "Close", None, "Look at", "Bo", "Open", "Skip", "Look at", "OK",
                 "Type what", "lovely", *["-"] * (standing(room.programme).to_type - 1), "Close", "Yes", None)
    assert "The reader believes: Good and Not good. Two boxes are marked" in said
    assert "2 cards, counted for 3 questions." in said
    assert f"- {FIRST}" in said
    assert "Kept: Feedback: ticks (3)" in said
    assert [path.is_file() for path in opened] == [True]
    assert feedback(room)[FIRST]["OK"] == 2


def test_where_two_boxes_are_ticked_the_mark_begins_on_no_answer(scanned):
    room, _, _ = scanned
    talk = review(room.programme, room.world, "Bo")
    pick = next(talk)
    assert pick.rows[pick.at] == "Skip it for now"
    talk.close()


def test_a_forgotten_card_goes_with_its_picture_its_rows_and_what_was_typed(scanned):
    room, _, _ = scanned
    decided(room, "Good")
    first, second = cards_of(open_for_reading(room.programme))
    close_pile(room.programme, room.world)
    before = feedback(room)
    assert "1 card that came back on paper." in foretell(room.programme, first.code)
    receipt = " ".join(forget(room.programme, first.code, room.world).sentences())
    assert "with pictures and answers: 1 card that came back on paper." in receipt
    assert "3 closed counts were made anew without it." in receipt
    assert b"zorqwarm" not in every_byte(room.programme.folder)
    store = open_for_reading(room.programme)
    assert store.attachments.names() == [second.picture]
    assert [card.code for card in cards_of(store)] == [second.code]
    assert [sum(counts.values()) for counts in before.values()] == [2, 2, 2]
    assert [counts["OK"] for counts in feedback(room).values()] == [1, 1, 1]
    assert [sum(counts.values()) for counts in feedback(room).values()] == [1, 1, 1]
    forget(room.programme, second.code, room.world)
    assert [sum(counts.values()) for counts in feedback(room).values()] == [0, 0, 0]


def test_a_forgotten_card_goes_out_of_a_count_that_a_later_pile_added_to(scanned):
    room, _, files = scanned
    first = cards_of(open_for_reading(room.programme))[0].code
    forget(room.programme, first, room.world)
    [kept, *_] = [record for record in close_pile(room.programme, room.world).records if record.content["question"] == FIRST]
    let(room.programme, kept.id, Choice(keep_until="2030-01-04"), room.world)
    room.scan(files[0])
    decided(room, "Good")
    assert close_pile(room.programme, room.world).records[0].keep_until == "2030-01-04"
    assert feedback(room)[FIRST] == {"Good": 1, "OK": 1, "Not good": 0, "Rather not say": 0}
    forget(room.programme, first, room.world)
    assert feedback(room)[FIRST] == {"Good": 0, "OK": 1, "Not good": 0, "Rather not say": 0}


def test_a_late_card_is_added_to_a_count_by_hand_that_the_paper_agreed_with(scanned):
    room, _, files = scanned
    decided(room, "Good")
    other = room.copied(room.home.with_name("other"))
    for each in (room, other):
        forget(each.programme, cards_of(open_for_reading(each.programme))[1].code, each.world)
    by_hand = close_pile(other.programme, other.world).records
    store = Store(room.programme.folder, "")
    for record in by_hand:
        store.keep_record(replace(record, origin=replace(record.origin, sheet="")))
    store.close()
    assert not [record for record in close_pile(room.programme, room.world).records if record.kind == "feedback"]
    room.scan(files[1])
    close_pile(room.programme, room.world)
    assert feedback(room)[FIRST] == {"Good": 1, "OK": 1, "Not good": 0, "Rather not say": 0}


def test_a_sheet_whose_boxes_are_not_known_says_what_can_be_done_and_no_vote_is_kept_as_a_picture(scanned, tmp_path):
    room = scanned[0]
    canvas = Canvas(80, 80)
    rows = modules(str(SheetCode(room.programme.code, 1, "ballot", 0, 7)))
    canvas.code(10, 10, 60, rows)
    canvas.done().save(tmp_path / "vote.png")
    [missed] = room.scan(tmp_path / "vote.png").missed
    assert "Join the laptop that printed it, or count the sheet by hand" in missed.why
    assert not missed.picture


def test_cards_and_pictures_are_due_with_the_count_they_are_in_and_go_with_it(scanned, tmp_path):
    room, _, _ = scanned
    decided(room, "Good")
    Image.new("L", (300, 200), 200).save(tmp_path / "no code.png")
    room.scan(tmp_path / "no code.png")
    assert what_was_missed(room.programme)[0].endswith("flat and sharp?")
    close_pile(room.programme, room.world)
    count = next(record for record in read_history(room.programme.folder).records() if record.kind == "feedback")
    let(room.programme, count.id, Choice(keep_until="2026-01-04"), room.world)
    told = " ".join(warnings(room.programme, room.world))
    assert "2 cards and 1 picture of what could not be read that came back on paper" in told
    forget(room.programme, count.id, room.world)
    store = open_for_reading(room.programme)
    assert (cards_of(store), store.attachments.names()) == ((), [])
    assert len(feedback(room)) == 2
    assert all(sum(counts.values()) == 2 for counts in feedback(room).values())


def test_the_layout_that_was_printed_is_read_also_when_the_sheet_is_printed_anew_otherwise(cards, tmp_path):
    room = Room(tmp_path, people=2)
    room.print("feedback-card")
    room.print("feedback-card", profile="large")
    assert room.scan(cards[1][1]).cards[0].answers[0].value == ("OK",)


def test_a_locked_programme_keeps_its_layouts_and_its_cards_out_of_sight(cards, tmp_path):
    room = Room(tmp_path, people=2)
    room.programme = unlocked(lock(room.programme, "a kettle in the hall", CHEAP)[0], "a kettle in the hall")
    room.print("feedback-card", out=tmp_path / "out")
    assert room.scan(cards[1][1]).cards[0].answers[0].value == ("OK",)
    left = every_byte(room.programme.folder)
    assert b"Did you feel heard" not in left
    assert b"\xff\xd8\xff\xe0\x00\x10JFIF" not in left


def test_the_crop_stands_above_the_choices_in_the_app(scanned):
    room, _, _ = scanned

    async def script():
        async with app_at(room.home, opens=room.programme) as (app, _):
            await until(lambda: listing(app))
            choose(app, "paper")
            await at_the_list(app, "Paper that came back")
            choose(app, 1)
            await typed(app, "Bo")
            await until(lambda: app.screen.query(".picture") and app.screen.query_one(".picture").display)
            return str(app.screen.query_one(".picture").content)

    assert "▀" in asyncio.run(script())


def test_the_command_reads_says_and_closes(scanned, capsys):
    room, _, files = scanned
    home = ["--home", str(room.home), "scan", "Ours"]
    assert main([*home, str(files[0]), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["pile", "images", "totals", "words"]
    assert [one["why"][:9] for one in answer["images"]["IMG_1.png"]["unread"]] == ["A copy of"]
    assert main([*home, "--close"]) != 0
    assert "--review" in capsys.readouterr().err
    decided(room, "Good")
    assert main([*home, "--close"]) == 0
    assert "Kept: Feedback: ticks (3)" in capsys.readouterr().out
    with pytest.raises(StoreProblem, match="No pile is open"):
        what_it_comes_to(room.programme)


def test_for_programs_each_answer_has_its_reason_and_its_crop(scanned):
    room, filed, _ = scanned
    image = by_image(filed)["IMG_1.png"]
    [card], unread = image["cards"], image["unread"]
    assert unread == []
    assert list(card) == ["id", "form", "page", "place", "seconds", "picture", "answers", "writing"]
    assert (card["answers"][FIRST]["doubt"], card["answers"][FIRST]["why"][:9]) == (True, "Two boxes")
    crop = card["writing"][BEST]["crop"]
    assert open_for_reading(room.programme).attachments.read(crop["picture"]).startswith(b"\xff\xd8")
    assert len(crop["polygon"]) == len(card["place"]) == 4


def test_dots_and_worries_of_private_sheets_are_counted_and_too_many_are_said(tmp_path):
    room = Room(tmp_path, people=1)
    pages = room.print("dot-sheet")
    for page in pages:
        for question in page.questions:
            room.tick(page, question, "Dot")
        room.tick(page, page.questions[0], "Worry")
    found = room.scan(*(room.save(page, f"{n}.png") for n, page in enumerate(pages)))
    assert not any(answer.doubt for card in found.cards for answer in card.answers)
    closed = close_pile(room.programme, room.world)
    assert "has more dots than there were to give" in " ".join(closed.told)
    told = " ".join(forget(room.programme, found.cards[0].code, room.world).sentences())
    assert "The sheet was counted in secret" in told
    [vote] = closed.records
    assert (vote.content["how"], vote.content["people"]) == ("dots", 1)
    assert set(vote.content["counts"].values()) == {1}
    assert sum(vote.content["worries"].values()) == 1


def test_what_is_printed_while_the_workshop_runs_can_be_read_too(cards, tmp_path):
    room = Room(tmp_path, people=2)
    workshop = open_workshop(room.programme, room.shelf, room.world)
    order = Order(("feedback-card",), people=2)
    [file] = print_pack(room.programme, room.shelf, order)
    assert "open in another window" in file.warning
    [file] = print_pack(room.programme, room.shelf, order, keep=workshop.keep_layouts)
    workshop.close()
    assert not file.warning
    assert room.scan(cards[1][1]).cards[0].workshop == workshop.id
