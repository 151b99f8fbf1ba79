"""A rehearsal on paper: made-up people fill the printed sheets, the pile is photographed, and the count is what they meant."""

from collections import Counter

import numpy as np
import pytest

from benchmarks.piles.people import fill_in
from kit.content.library import read_made_up
from kit.desk.forget import forget
from kit.desk.library import load_shelf
from kit.desk.pile.cards import SECRET, cards_of
from kit.desk.pile.closing import HAND, PAPER, close_pile, what_it_comes_to
from kit.desk.pile.deciding import Deciding, Item
from kit.desk.rehearsal import play
from kit.desk.workshop import open_workshop
from kit.engine.made_up import MadeUpPeople
from kit.model import Visible
from kit.model.results import in_round
from kit.model.sheetcode import read_code
from kit.paths import builtin_activities
from kit.store import StoreProblem, read_history
from kit.store.keeping import open_for_reading
from tests.keep.programme import every_byte
from tests.pile.room import Room

PEOPLE = 2
PLAN = """
id = "on-paper"
title = "A day on paper"
summary = "Everything is said on sheets."
start = "10:00"
source = "For tests."
"""
ACTIVITY = """
id = "{id}"
title = "{id}"
summary = "We choose."
purpose = "For tests."
source = "Our own"
minutes = 10
least_minutes = 5
power = "All the same."
load = "low"
access = ["Anyone can pass."]
makes = ["vote", "rating"]

[[steps]]
"""
STEPS = {
    "one-ballot": 'kind = "vote"\nquestion = "Which room?"\noptions = ["The hall", "The library", "The garden"]\n',
    "one-rating": 'kind = "rate"\nquestion = "How much?"\nstatements = ["People are heard.", "Papers are plain."]\nrounds = 2\n',
}


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A day that was run, its sheets filled and photographed: the room, what everybody meant, and what was read."""
    home = tmp_path_factory.mktemp("day")
    (home / "activities").mkdir()
    for id, step in STEPS.items():
        (home / "activities" / f"{id}.toml").write_text(ACTIVITY.format(id=id) + step)
    names = enumerate(("draw-involvement", "gallery", "caption-round", "one-ballot", "one-rating", "closing-feedback"), 1)
    blocks = "".join(f'[[blocks]]\nid = "b{n}"\ntitle = "Block {n}"\nactivity = "{name}"\nminutes = 20\n' for n, name in names)
    room = Room(home, "first-meeting", PEOPLE, PLAN + blocks)
    room.shelf = load_shelf(home)
    pages = room.print("drawing-sheet", "ballot", "rating-sheet", "feedback-card")
    room.slips = room.print("caption-slips")
    workshop = open_workshop(room.programme, room.shelf, room.world)
    play(workshop, MadeUpPeople(PEOPLE, read_made_up(builtin_activities() / "made-up.toml"), 1), lambda *_: None)
    workshop.close()
    chance = np.random.default_rng(11)
    meant, files = {}, []
    for n, page in enumerate(pages):
        [person] = fill_in(page.picture, page.layout, "mixed", chance)
        for box in page.layout["cards"][0]["boxes"]:
            meant.setdefault((page.code, box["question"]), [])
            meant[page.code, box["question"]] += [box["value"]] * (box["id"] in person.values[box["group"]])
        files.append(room.save(page, f"IMG_{n:02d}.jpg", "" if n % 3 else "messenger"))
    return room, meant, room.scan(*files)


@pytest.fixture
def filled(day, tmp_path):
    """A copy of it."""
    room, meant, filed = day
    return room.copied(tmp_path / "copy"), meant, filed


def decide(room, meant):
    """A person looks at each doubt, and sees what was meant."""
    deciding = Deciding(room.programme, room.world, "Bo")
    for item in deciding.doubts():
        said = meant[item.card.code, item.answer.question]
        deciding.decide(item, said if len(said) < 2 else [])
        meant[item.card.code, item.answer.question] = said if len(said) < 2 else []
    for item in deciding.to_type():
        deciding.type(item, "zorqnote" if item.card.form in SECRET else "")
    deciding.close()


def counted_of(meant, form, question):
    return Counter(value for (code, asked), values in meant.items() if read_code(code).form == form and asked == question
                   for value in values)


def test_every_answer_is_what_was_meant_or_in_the_review_queue(day):
    _, meant, filed = day
    assert not filed.missed
    said = {(card.code, answer.question): answer for card in filed.cards for answer in card.answers}
    assert said.keys() == meant.keys()
    assert [(key, answer.value) for key, answer in said.items() if not answer.doubt and list(answer.value) != meant[key]] == []
    assert sum(bool(answer.doubt) for answer in said.values()) < len(said) / 2


def test_the_count_is_what_they_meant_and_a_difference_to_the_count_by_hand_is_said(filled):
    room, meant, _ = filled
    meant = dict(meant)
    decide(room, meant)
    assert "A count by hand says something else:" in what_it_comes_to(room.programme)
    closed = close_pile(room.programme, room.world, PAPER)
    standing = read_history(room.programme.folder).records()
    for record in (r for r in standing if r.kind == "feedback"):
        counted = counted_of(meant, "feedback-card", record.content["question"])
        assert {value: number for value, number in record.content["counts"].items() if number} == counted
    [vote] = [r for r in standing if r.kind == "vote"]
    votes = counted_of(meant, "ballot", "Which room?")
    options = {letter: f"{letter}: {words}" for letter, words in vote.content["options"].items()} | {"none": "None of these"}
    assert vote.content["counts"] == {letter: votes[words] for letter, words in options.items()}
    assert vote.content["people"] == PEOPLE
    assert vote.content["empty"] == PEOPLE - votes.total()
    for rating in (r for r in standing if r.kind == "rating"):
        label = in_round(rating.content["round"], f"{rating.content['label']}: {rating.content['statement']}")
        codes = [code for code, asked in meant if asked == label]
        given = Counter(value for code in codes for value in meant[code, label])
        assert {score: n for score, n in rating.content["counts"].items() if n} | {
            "Can't say": rating.content["cant_say"]} == {**given, "Can't say": given["Can't say"]}
        assert rating.content["blank"] == PEOPLE - given.total()
    blocks = {record.kind: record.origin.block for record in closed.records}
    assert (blocks["vote"], blocks["rating"], blocks["feedback"]) == ("b4", "b5", "b6")


def test_where_the_count_by_hand_is_to_stand_it_stands(filled):
    room, meant, _ = filled
    before = [r for r in read_history(room.programme.folder).records() if r.kind in ("vote", "rating", "feedback")]
    decide(room, dict(meant))
    with pytest.raises(StoreProblem, match="Say which stands: hand or paper"):
        close_pile(room.programme, room.world)
    close_pile(room.programme, room.world, HAND)
    assert [r for r in read_history(room.programme.folder).records() if r.kind in ("vote", "rating", "feedback")] == before


def test_drawings_have_their_picture_and_stay_as_private_as_they_were(filled):
    room, meant, _ = filled
    before = {r.content["label"]: r for r in read_history(room.programme.folder).records() if r.kind == "drawing"}
    decide(room, dict(meant))
    close_pile(room.programme, room.world, PAPER)
    store = open_for_reading(room.programme)
    after = [r for r in store.records() if r.kind == "drawing"]
    assert {r.content["label"] for r in after} == {"A1", "A2"}
    for record in after:
        assert store.attachments.read(record.content["picture"]).startswith(b"\xff\xd8")
        assert record.visible is (before[record.content["label"]].visible if record.content["label"] in before else Visible.ME)


def test_slips_to_cut_are_read_and_what_is_typed_becomes_a_caption_of_a_drawing_on_show(filled):
    room, _, _ = filled
    shown = [r for r in read_history(room.programme.folder).records() if r.kind == "drawing" and r.content["shown"]]
    page = room.slips[0]
    for card in page.layout["cards"]:
        room.write(page, "What it says to you", card)
        room.write(page, "Caption for drawing", card)
    found = room.scan(room.save(page, "slips.png"))
    assert sorted(card.code for card in found.cards) == sorted(card["id"] for card in page.layout["cards"])
    deciding = Deciding(room.programme, room.world, "Bo")
    for item in deciding.to_type():
        if item.card.form == "caption-slips":
            label = item.writing.question == "Caption for drawing"
            deciding.type(item, shown[0].content["label"].lower() if label else f"zorqlight {item.card.code}")
    deciding.close()
    decide(room, dict(filled[1]))
    closed = close_pile(room.programme, room.world, PAPER)
    captions = [record for record in closed.records if record.kind == "caption"]
    assert [record.origin.sheet for record in captions] == [card["id"] for card in page.layout["cards"]]
    assert captions[0].content["drawing"] == shown[0].id
    assert captions[0].content["text"].startswith("zorqlight")


def test_a_counted_ballot_is_tied_to_nobody(filled):
    room, meant, _ = filled
    decide(room, dict(meant))
    ballots = [card for card in cards_of(open_for_reading(room.programme)) if card.form in SECRET]
    close_pile(room.programme, room.world, PAPER)
    store = open_for_reading(room.programme)
    assert not [card for card in cards_of(store) if card.form in SECRET]
    assert not {card.picture for card in ballots} & set(store.attachments.names())
    assert all(not record.origin.sheet for record in store.records() if record.kind in ("vote", "rating", "dissent"))
    left = every_byte(room.programme.folder)
    assert not any(card.key.encode() in left for card in ballots)


def test_a_counted_ballot_that_is_scanned_again_leaves_no_picture(filled, tmp_path):
    room, meant, filed = filled
    decide(room, dict(meant))
    close_pile(room.programme, room.world, PAPER)
    before = open_for_reading(room.programme).attachments.names()
    ballot = next(card for card in filed.cards if card.form == "ballot")
    [missed] = room.scan(room.home / ballot.file).missed
    assert missed.why.startswith("A copy of")
    assert open_for_reading(room.programme).attachments.names() == before


def test_a_ballot_that_was_typed_in_and_taken_back_is_in_no_file(filled):
    room, _, filed = filled
    code = next(card.code for card in filed.cards if card.form == "ballot")
    forget(room.programme, code, room.world)
    deciding = Deciding(room.programme, room.world, "Bo")
    card = deciding.enter(code)
    deciding.decide(Item(card, 0), card.answers[0].options[:1])
    while deciding.undo() is not None:
        pass
    deciding.close()
    assert card.key.encode() not in every_byte(room.programme.folder)
