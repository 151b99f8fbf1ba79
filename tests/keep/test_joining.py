"""Joining: any order gives the same, nothing is lost, and what was erased, withdrawn or replaced wins on both sides."""

import io
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.incoming import read_bundle
from kit.desk.joining import bundle, choose_one, merge, read_folder, unbundle
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.model import Origin, Visible, standing
from kit.model.data import from_data
from kit.model.record import Record
from kit.store import Locked, Store, StoreProblem, read_history, read_programme
from kit.store.joining import contents, entries_of, forks, joined
from tests.keep.programme import WORDS, every_byte, marked
from tests.keep.test_gate import record_with


def _record(name, replaces="", withdrawn=False, workshop="", visible="group"):
    return {"id": name, "kind": "thought", "when": "2026-01-01T10:00:00+00:00", "origin": {"workshop": workshop},
            "content": {"text": f"words of {name}"}, "replaces": replaces, "withdrawn": withdrawn, "visible": visible}


def _event(session, number, said, replaces=""):
    return {"session": session, "event": {"number": number, "at": f"2026-01-01T10:{number:02}:00+00:00", "kind": "answered",
                                          "data": {"value": said}, "drawn": []},
            "records": [_record(f"{session}.{number}", replaces, workshop=session)], "taken_back": []}


_PATHS = st.lists(st.sampled_from("ab"), max_size=4)
"""What was said at each event of a session: two laptops that say different things have gone different ways."""

_IDS = ["r1", "r2", "r3", "r4", "s1.1", "s1.2", "s2.1"]
_REPLACED = st.sampled_from(["", *_IDS])
_LOOSE = st.builds(_record, st.sampled_from(_IDS[:4]), _REPLACED, st.booleans(), st.sampled_from(["", "s1", "s2"]),
                   st.sampled_from(["me", "group", "public"]))
"""A record outside a session: on two laptops one id may even stand for different things, or in a circle."""


@st.composite
def folders(draw):
    """What one of several laptops may hold of one programme."""
    loose = [{"records": [record]} for record in draw(st.lists(_LOOSE, unique_by=lambda record: record["id"], max_size=4))]
    events = [_event(session, number, said, draw(_REPLACED))
              for session in ("s1", "s2") for number, said in enumerate(draw(_PATHS), 1)]
    gone = draw(st.lists(st.sampled_from([*_IDS, "s2", "m1", "s1.2@2026-01-01T10:02:00+00:00"]), unique=True, max_size=2))
    erased = [{"id": name, "when": draw(st.sampled_from(["1", "2"])), "session": name == "s2"} for name in gone]
    place = "\x1f".join(["event", "s1", "2", "data", "value"])
    values, names = (draw(st.lists(st.sampled_from(of), max_size=1)) for of in (["(taken back)", "a person"], ["Jay", "Kay"]))
    redacted = [{"place": place, "value": value} for value in values]
    makers = [{"key": "m1", "letter": "A", "chosen": name, "real": ""} for name in names]
    return contents(loose + events, erased, redacted, makers)


@settings(max_examples=150, deadline=None)
@given(folders(), folders(), folders())
def test_the_order_of_joining_makes_no_difference(one, two, three):
    assert joined(one, two) == joined(two, one)
    assert joined(joined(one, two), three) == joined(one, joined(two, three))
    assert joined(one, one) == one
    both = joined(one, two)
    assert joined(both, two) == both
    assert entries_of(both) == entries_of(joined(two, one))
    ids = [record["id"] for entry in entries_of(both) for record in entry["records"]]
    assert len(ids) == len(set(ids))


@settings(max_examples=100, deadline=None)
@given(folders(), folders())
def test_nothing_that_was_erased_is_there_and_nothing_else_is_missing(one, two):
    both = joined(one, two)
    here = {record["id"] for entry in entries_of(both) for record in entry["records"]}
    assert not here & set(both.erased)
    before = {record["id"] for side in (one, two) for entry in entries_of(side) for record in entry["records"]}
    lost = {name.split("~")[0] for name in before} - {name.split("~")[0] for name in here} - set(both.erased)
    assert {name for name in lost if name.split(".")[0] not in both.erased} == set()


@settings(max_examples=100, deadline=None)
@given(folders())
def test_a_table_gives_back_what_was_put_in_it(one):
    again = contents(entries_of(one), one.erased.values(), ({"place": p, "value": v} for p, v in one.places.items()),
                     one.makers.values())
    assert again == one


def test_two_ways_of_one_session_are_both_kept():
    one = contents([_event("s1", 1, "a"), _event("s1", 2, "b"), _event("s1", 3, "c")])
    two = contents([_event("s1", 1, "a"), _event("s1", 2, "x")])
    both = joined(one, two)
    assert forks(both) == ["s1"]
    ids = [record["id"] for entry in entries_of(both) for record in entry["records"]]
    assert ids[:3] == ["s1.1", "s1.2", "s1.3"]
    assert [name.split("~")[0] for name in ids[3:]] == ["s1.1", "s1.2"]
    assert len(set(ids)) == 5


def test_a_withdrawal_wins_whichever_side_it_comes_from():
    wide, back = contents([{"records": [_record("r2", "r1")]}]), contents([{"records": [_record("r3", "r1", True)]}])
    for both in (joined(wide, back), joined(back, wide)):
        records = [from_data(Record, {**r, "origin": {}}) for entry in entries_of(both) for r in entry["records"]]
        assert [r.id for r in standing(records)] == ["r3"]


def test_no_form_of_a_record_makes_it_go_further_than_another_lets_it():
    wide, narrow = (contents([{"records": [_record("r1", visible=ring)]}]) for ring in ("public", "me"))
    for both in (joined(wide, narrow), joined(narrow, wide)):
        assert [record["visible"] for entry in entries_of(both) for record in entry["records"]] == ["me"]


def test_one_id_for_two_things_is_two_records():
    one, two = contents([{"records": [_record("r3", "r1")]}]), contents([{"records": [_record("r3", "r2")]}])
    there = {record["id"]: record["replaces"] for entry in entries_of(joined(one, two)) for record in entry["records"]}
    assert sorted(there.values()) == ["r1", "r2"]
    assert {name.split("~")[0] for name in there} == {"r3"}


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path / "home")


def test_a_bundle_makes_the_same_programme_elsewhere_but_for_what_is_private(day, tmp_path):
    count = bundle(day.programme, tmp_path / "ours.kit", day.world)
    done = unbundle(tmp_path / "other", read_bundle(tmp_path / "ours.kit"), day.world)
    assert (done.new, done.records, done.programme.code) == (count, count, day.programme.code)
    left = every_byte(done.programme.folder)
    assert [w for w in WORDS if WORDS[w].encode() not in left] == ["private", "note", "undone"]
    again = unbundle(tmp_path / "other", read_bundle(tmp_path / "ours.kit"), day.world)
    assert (again.new, again.gone) == (0, 0)
    back = merge(day.programme, read_folder(done.programme), day.world)
    assert (back.new, back.gone, back.conflicts) == (0, 0, ())
    assert [w for w in WORDS if WORDS[w].encode() not in every_byte(day.programme.folder)] == []


def test_what_two_laptops_changed_is_shown_and_a_person_chooses(day, tmp_path):
    shutil.copytree(day.programme.folder, tmp_path / "other")
    other = read_programme(tmp_path / "other")
    caption = record_with(day, "caption").id
    [here] = choose(day.programme, caption, Choice(visible=Visible.PUBLIC), day.world)
    choose(other, caption, Choice(visible=Visible.REPORT), day.world)
    done = merge(day.programme, read_folder(other), day.world)
    assert len(done.conflicts) == 1
    assert f"  {here.id}: A1: {WORDS['caption']}" in list(done.sentences())
    assert choose_one(day.programme, here.id, day.world) == 1
    assert day.kind("caption") == [here]
    assert merge(other, read_folder(day.programme), day.world).conflicts == ()
    assert [r for r in read_history(other.folder).records() if r.kind == "caption"] == [here]
    with pytest.raises(StoreProblem, match="no such conflict"):
        choose_one(day.programme, here.id, day.world)


def test_work_that_went_on_elsewhere_comes_back(day, tmp_path):
    shutil.copytree(day.programme.folder, tmp_path / "other")
    other = read_programme(tmp_path / "other")
    workshop = open_workshop(other, day.shelf, day.world)
    workshop.answer(4)
    workshop.note("parked", {"text": "from the other laptop"})
    workshop.close()
    merge(day.programme, read_folder(other), day.world)
    assert "from the other laptop" in [r.content.get("text") for r in day.records]
    resumed = day.open()
    assert (resumed.resumed, resumed.id) == (True, workshop.id)
    resumed.close()


def test_what_is_forgotten_beside_a_session_does_not_come_back(day, tmp_path):
    workshop = day.open(fresh=True)
    workshop.answer(4)
    workshop.close()
    shutil.copytree(day.programme.folder, tmp_path / "other")
    other = read_programme(tmp_path / "other")
    for programme, words in ((day.programme, ("here one", "here two")), (other, ("zorqaside was said there",))):
        workshop = open_workshop(programme, day.shelf, day.world)
        for text in words:
            workshop.note("parked", {"text": text})
        workshop.close()
    assert "went on with the workshop" in merge(day.programme, read_folder(other), day.world).troubles[0]
    [aside] = [record for record in day.records if "zorqaside" in str(record.content)]
    assert forget(day.programme, aside.id, day.world).still == ()
    for _ in range(2):
        assert b"zorqaside" not in every_byte(day.programme.folder)
        assert b"here one" in every_byte(day.programme.folder)
        merge(day.programme, read_folder(other), day.world)
    merge(other, read_folder(day.programme), day.world)
    assert b"zorqaside" not in every_byte(other.folder)


def test_pictures_travel_with_what_may_go_and_no_others(day, tmp_path):
    open_, private = (_picture(colour) for colour in ("white", "black"))
    store = Store(day.programme.folder, "10:00")
    for name, picture, visible in (("p1", open_, Visible.GROUP), ("p2", private, Visible.ME)):
        content = {"label": name, "text": "", "prompt": "", "shown": True, "picture": store.attachments.keep(picture, ".png")}
        store.keep_record(Record(name, "drawing", "2026-01-05T10:00:00+00:00", Origin(), content, visible))
    store.close()
    bundle(day.programme, tmp_path / "ours.kit", day.world)
    done = unbundle(tmp_path / "other", read_bundle(tmp_path / "ours.kit"), day.world)
    assert _pictures(done.programme) == {"p1": open_}
    assert merge(day.programme, read_folder(done.programme), day.world).conflicts == ()
    assert _pictures(day.programme) == {"p1": open_, "p2": private}
    forget(day.programme, "p1", day.world)
    merge(done.programme, read_folder(day.programme), day.world)
    assert "p1" not in _pictures(done.programme)
    assert open_ not in every_byte(done.programme.folder)


def _picture(colour):
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return out.getvalue()


def _pictures(programme):
    store = Store(programme.folder, "10:00")
    there = {record.id: store.attachments.read(record.content["picture"]) for record in store.records()
             if "picture" in record.content}
    store.close()
    return there


def test_another_programme_is_refused(day, tmp_path):
    other = new_programme(day.home, "Others", "first-meeting", day.shelf, day.world)
    with pytest.raises(StoreProblem, match="another programme"):
        merge(day.programme, read_folder(other), day.world)


def test_a_sealed_bundle_opens_with_its_passphrase_alone(day, tmp_path):
    bundle(day.programme, tmp_path / "ours.kit", day.world, "four words are enough")
    assert WORDS["caption"].encode() not in (tmp_path / "ours.kit").read_bytes()
    with pytest.raises(Locked):
        read_bundle(tmp_path / "ours.kit", "other words")
    assert read_bundle(tmp_path / "ours.kit", "four words are enough").programme.id == day.programme.id
    with pytest.raises(StoreProblem, match="at least 8"):
        bundle(day.programme, tmp_path / "short.kit", day.world, "short")
