"""Forgetting: afterwards no byte in the folder holds the words, the session still plays, and nothing brings them back."""

from dataclasses import replace
from shutil import copytree

import pytest

from kit.desk.consent import Choice, choose
from kit.desk.drafting import Draft
from kit.desk.forget import foretell, forget, forget_names, standing_inside
from kit.desk.incoming import history_of, read_bundle
from kit.desk.joining import bundle, merge, read_folder
from kit.desk.library import load_shelf
from kit.desk.outputs import outputs, said
from kit.desk.paper import Order, print_pack
from kit.desk.people_list import write_down
from kit.desk.programmes import new_programme
from kit.desk.reflecting import holdings
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine import Session
from kit.model import Naming, Refusal, Visible
from kit.store import StoreProblem, read_history, read_programme
from kit.store.archive import unpack
from tests.keep.programme import WORDS, every_byte, marked
from tests.keep.test_gate import PUBLIC_KINDS, record_with


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path / "home")


def session_of(day):
    return Session(read_history(day.programme.folder).events(day.session), day.world.clock)


@pytest.mark.parametrize("word", PUBLIC_KINDS)
def test_what_is_forgotten_is_in_no_byte_and_the_session_still_plays(day, word):
    before = session_of(day)
    others = [w for w in WORDS if w != word and not {w, word} <= {"term", "meaning"} and not {w, word} <= {"decided", "dissent"}]
    receipt = forget(day.programme, record_with(day, word).id, day.world)
    left = every_byte(day.programme.folder)
    assert WORDS[word].split()[0].encode() not in left
    assert [w for w in others if WORDS[w].encode() not in left] == []
    assert WORDS[word] not in str(receipt)
    after = session_of(day)
    assert (after.over, len(after.events), len(after.records)) == (before.over, len(before.events), len(before.records))
    assert WORDS[word] not in str(after.records)


def test_a_person_is_forgotten_by_the_name_they_gave(day):
    receipt = forget(day.programme, WORDS["name"].upper(), day.world)
    assert receipt.kinds == {"name": 1}
    assert "kit forget PROGRAMME CODE" in receipt.hint
    assert WORDS["name"].encode() not in every_byte(day.programme.folder)
    assert "(taken back)" in " ".join(said(r) for r in outputs(day.programme) if r.kind == "seating")


def test_a_named_makers_things_go_with_their_name(day):
    drawing = record_with(day, "shown")
    choose(day.programme, drawing.origin.sheet, Choice(naming=Naming.REAL, name="Jane Smithson"), day.world)
    receipt = forget(day.programme, "jane smithson", day.world)
    left = every_byte(day.programme.folder)
    assert receipt.kinds == {"drawing": 4}
    assert b"Jane Smithson" not in left
    assert WORDS["shown"].encode() not in left


def test_the_names_alone_can_be_destroyed(day):
    drawing = record_with(day, "shown")
    choose(day.programme, drawing.origin.sheet, Choice(naming=Naming.REAL, name="Jane Smithson"), day.world)
    assert forget_names(day.programme, day.world) == 1
    assert b"Jane Smithson" not in every_byte(day.programme.folder)
    assert WORDS["shown"].encode() in every_byte(day.programme.folder)


def test_a_whole_workshop_goes_and_its_number_is_not_used_again(day):
    forget(day.programme, "", day.world, workshop=day.session)
    left = every_byte(day.programme.folder)
    assert [w for w in WORDS if WORDS[w].encode() in left] == []
    assert day.records == ()
    workshop = day.open()
    assert workshop.events[0].data["place"]["workshop"] == 2
    workshop.close()
    assert [meeting.number for meeting in holdings(day.programme).meetings] == [2]


def test_a_name_in_other_peoples_words_becomes_a_person(day):
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.answer("Ana")
    workshop.note("thought", {"text": "Ask Ana about Anagrams"})
    workshop.close()
    forget(day.programme, "Ana", day.world)
    assert [r.content["text"] for r in day.kind("thought")] == ["Ask a person about Anagrams"]


def test_two_names_in_one_sentence_go_one_after_the_other(tmp_path):
    day = marked(tmp_path / "home", plan_says="with Bo and Zorqname")
    for name in ("Zorqname", "Bo"):
        forget(day.programme, name, day.world)
    kept = b"".join(path.read_bytes() for path in day.programme.folder.rglob("*.jsonl"))
    assert b"with Bo" not in kept
    assert b"Zorqname" not in kept
    assert session_of(day).script.plan.blocks[0].title == "Block 1 with a person and a person"


def test_sheets_with_words_are_taken_away_and_those_elsewhere_are_told(day, tmp_path):
    print_pack(day.programme, day.shelf, Order())
    print_pack(day.programme, day.shelf, Order(what=("what-we-made",)), tmp_path / "elsewhere")
    receipt = forget(day.programme, record_with(day, "caption").id, day.world)
    assert any(path.startswith("prints/what-we-made") for path in receipt.files)
    assert not list(day.programme.prints_folder.glob("what-we-made*"))
    assert list(day.programme.prints_folder.glob("agenda*"))
    assert [out.way for out in receipt.elsewhere] == ["paper", "paper"]
    assert str(tmp_path / "elsewhere") in " ".join(receipt.sentences())


def test_every_sheet_with_the_words_goes_whatever_it_is_called(day):
    print_pack(day.programme, day.shelf, Order(what=("agreement", "agreement-poster", "gallery-labels", "agenda"), form="text"))
    assert any(WORDS["rule"] in path.read_text() for path in day.programme.prints_folder.iterdir())
    receipt = forget(day.programme, record_with(day, "rule").id, day.world)
    assert sorted(path.split("-")[0] for path in receipt.files) == ["prints/agreement", "prints/agreement"]
    assert (receipt.still, receipt.unseen) == ((), ())


def test_a_file_of_somebodys_own_that_cannot_be_searched_is_told(day):
    (day.programme.folder / "scans").mkdir()
    (day.programme.folder / "scans" / "page.pdf").write_bytes(b"%PDF-1.4 nothing")
    receipt = forget(day.programme, record_with(day, "rule").id, day.world)
    assert receipt.unseen == ("scans/page.pdf",)
    assert "look at each by hand" in " ".join(receipt.sentences()).casefold()


def test_an_older_bundle_and_an_older_folder_do_not_bring_it_back(day, tmp_path):
    import shutil

    bundle(day.programme, tmp_path / "old.kit", day.world)
    shutil.copytree(day.programme.folder, tmp_path / "old")
    forget(day.programme, record_with(day, "caption").id, day.world)
    from kit.store import read_programme

    merge(day.programme, read_bundle(tmp_path / "old.kit"), day.world)
    merge(day.programme, read_folder(read_programme(tmp_path / "old")), day.world)
    assert WORDS["caption"].encode() not in every_byte(day.programme.folder)
    old = read_programme(tmp_path / "old")
    merge(old, read_folder(day.programme), day.world)
    assert WORDS["caption"].encode() not in every_byte(old.folder)


@pytest.mark.parametrize("words", ["nobody", "KMR-24D2-B3X", "", "[/]\x1b]"])
def test_what_is_not_there_is_a_sentence(day, words):
    before = every_byte(day.programme.folder / "plans")
    with pytest.raises(StoreProblem):
        forget(day.programme, words, day.world)
    assert every_byte(day.programme.folder / "plans") == before


@pytest.mark.parametrize("sheet", ["path-cards", "wall-list"])
def test_no_sheet_that_says_where_people_sit_is_left_when_somebody_is_forgotten(day, sheet):
    place = day.programme.prints_folder / f"{sheet}-clear-A4.pdf"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"%PDF-1.4")
    receipt = forget(day.programme, WORDS["name"], day.world)
    assert f"prints/{place.name}" in receipt.files
    assert not place.exists()


def test_a_short_name_gives_no_false_alarm(day):
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.answer("Di")
    workshop.note("thought", {"text": "Divers did the digits, said Di"})
    workshop.close()
    receipt = forget(day.programme, "Di", day.world)
    assert receipt.still == ()
    assert [r.content["text"] for r in day.kind("thought")] == ["Divers did the digits, said a person"]


def test_a_name_that_is_a_common_word_changes_no_word_of_the_kits_own(day, tmp_path):
    workshop = day.open(fresh=True)
    workshop.answer(3)
    for name in ("People", "Will"):
        workshop.answer(name)
    workshop.note("thought", {"text": "Ask Will"})
    workshop.close()
    before = read_history(day.programme.folder).events(day.session)[0]
    assert "people" in str(before.data).casefold()
    bundle(day.programme, tmp_path / "b.kit", day.world)
    assert history_of(read_bundle(tmp_path / "b.kit").contents).events(day.session)[0].data["script"]["activities"] == \
        before.data["script"]["activities"]
    for name in ("People", "Will"):
        receipt = forget(day.programme, name, day.world)
        assert receipt.still == ()
    assert read_history(day.programme.folder).events(day.session)[0].data == before.data
    assert [r.content["text"] for r in day.kind("thought")] == ["Ask a person"]


def test_the_undo_of_a_plan_stays_where_a_name_only_stands_inside_other_words(day):
    draft = Draft(day.programme, day.shelf, day.world)
    draft.change("did", lambda plan: replace(plan, summary="A digital day"))
    draft.close()
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.answer("Di")
    workshop.close()
    forget(day.programme, "Di", day.world)
    draft = Draft(day.programme, day.shelf, day.world)
    assert draft.to_undo == "did"
    draft.close()


COUNTED = ("Zebra, Zorqzeb, Others", "3 4 5", "2", "1", "2")


def counted_by_name(tmp_path):
    """A programme in which turns were counted by a name, and an undo came in between."""
    world, shelf = made_up_world(1), load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    workshop = open_workshop(programme, shelf, world)
    workshop.answer(12)
    while isinstance(workshop.count(COUNTED[0]), Refusal):
        assert not isinstance(workshop.skip(), Refusal)
    for change in (*map(workshop.answer, COUNTED[1:]), workshop.undo(), workshop.answer("2")):
        assert not isinstance(change, Refusal), change
    return programme, world, workshop


@pytest.mark.parametrize("left", [False, True], ids=["half way", "to its end"])
def test_a_name_that_turns_were_counted_by_is_forgotten_and_the_count_plays_on(tmp_path, left):
    programme, world, workshop = counted_by_name(tmp_path)
    if left:
        workshop.skip()
    facts = [fact.replace("Zorqzeb", "(taken back) 2") for fact in workshop.prompt.ask.facts]
    workshop.close()
    write_down(programme, {"name": "zorqzeb"}, world)
    older = read_programme(copytree(programme.folder, tmp_path.parent / f"{tmp_path.name}-older"))
    assert forget(programme, "Zorqzeb", world).still == ()
    merge(programme, read_folder(older), world)
    assert b"zorqzeb" not in every_byte(programme.folder).lower()
    assert b"Zebra" in every_byte(programme.folder)
    history = read_history(programme.folder)
    assert len(history.lines()) == 1
    session = Session(history.events(history.sessions()[0]), world.clock)
    assert list(session.prompt.ask.facts) == facts
    kept = {record.id: record.content["text"] for record in history.records() if record.kind == "talk"}
    assert {record.id: record.content["text"] for record in session.records if record.kind == "talk"} == kept
    assert [text.replace("(taken back) 2", "Zorqzeb") for text in kept.values()] == ([
        "Zebra, 3 people: 1 turn, Zorqzeb, 4 people: 2 turns and Others, 5 people: 0 turns"] if left else [])


ASKED = "Zorqtea?"
CONSENT = '''id = "ours"
title = "Ours"
summary = "We ask."
purpose = "To learn."
source = "For tests."
minutes = 30
least_minutes = 20
power = "People choose."
load = "some"
access = ["Anyone can pass."]
[[steps]]
kind = "consent"
how = "consent"
[[steps]]
kind = "talk"
'''


@pytest.fixture
def left_early(tmp_path):
    """A programme in which a question was typed for a step that was left at once, and its proposal kept to its maker."""
    world, shelf = made_up_world(1), load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, world)
    [file] = programme.plans_folder.glob("*.toml")
    file.write_text('id = "ours"\ntitle = "Ours"\nsummary = "We ask."\n[[blocks]]\nactivity = "ours"\nminutes = 30\n')
    (programme.plans_folder / "ours.toml").write_text(CONSENT)
    workshop = open_workshop(programme, load_shelf(tmp_path), world)
    for answer in (7, None, ASKED):
        change = workshop.done() if answer is None else workshop.answer(answer)
        assert not isinstance(change, Refusal), (answer, change)
    return programme, world, workshop


def in_a_bundle(programme, world, file):
    bundle(programme, file, world)
    return b"".join(unpack(file.read_bytes()).values())


def test_words_of_a_step_that_was_left_can_be_forgotten_by_the_words(left_early):
    programme, world, workshop = left_early
    workshop.skip()
    workshop.close()
    assert "no record" in foretell(programme, ASKED.lower())
    receipt = forget(programme, ASKED.lower(), world)
    assert receipt.still == ()
    assert "0 records." in receipt.sentences()[0]
    assert b"orqtea" not in every_byte(programme.folder).lower()
    history = read_history(programme.folder)
    assert Session(history.events(history.sessions()[0]), world.clock).prompt.ask.question == "Go on when people have talked."


def test_words_of_a_step_that_was_left_go_into_no_bundle_and_those_of_a_step_that_goes_on_do(left_early, tmp_path):
    programme, world, workshop = left_early
    workshop.close()
    assert ASKED.encode() in in_a_bundle(programme, world, tmp_path / "before")
    workshop = open_workshop(programme, load_shelf(tmp_path), world)
    workshop.answer("Let us drink")
    workshop.skip()
    workshop.close()
    assert ASKED.encode() in in_a_bundle(programme, world, tmp_path / "said")
    [proposal] = [record for record in read_history(programme.folder).records() if record.kind == "proposal"]
    choose(programme, proposal.id, Choice(visible=Visible.ME), world)
    assert ASKED.encode() not in in_a_bundle(programme, world, tmp_path / "after")
    merge(programme, read_bundle(tmp_path / "after"), world)
    assert ASKED.encode() in every_byte(programme.folder)


def test_a_name_that_turns_were_counted_by_is_found_by_itself(tmp_path):
    programme, world, workshop = counted_by_name(tmp_path)
    workshop.skip()
    workshop.close()
    assert forget(programme, "zorqzeb", world).still == ()
    assert b"zorqzeb" not in every_byte(programme.folder).lower()
    bundle(programme, tmp_path / "b", world)
    assert history_of(read_bundle(tmp_path / "b").contents).lines() == read_history(programme.folder).lines()


def test_a_misspelt_name_inside_a_longer_word_is_counted_and_can_be_listed(day):
    write_down(day.programme, {"name": "Bernard"}, day.world)
    write_down(day.programme, {"name": "Kim", "needs": "sits with Bernadbernard"}, day.world)
    receipt = forget(day.programme, "Bernard", day.world)
    told = " ".join(receipt.sentences())
    assert "It was looked for as whole words. It stands inside 1 longer word too" in told
    assert "ernard" not in told
    assert standing_inside(day.programme, "Bernard", day.world) == ("bernadbernard",)
