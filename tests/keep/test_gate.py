"""The gate: with each flag off, the words are in no byte that goes out, on any way."""

from dataclasses import replace

import pypdfium2
import pytest

from kit.commands.telling import tell_json
from kit.desk.consent import Choice, choose
from kit.desk.joining import bundle
from kit.desk.outputs import by_kind, credited, outputs
from kit.desk.paper import Order, print_pack
from kit.desk.workshop import Workshop
from kit.engine import Session
from kit.model import Consent, Naming, Origin, Record, RoomView, Visible, gate
from kit.model.gate import Maker, Way, counts_out_loud, due, for_room, let_out, name_of
from kit.store import Store
from kit.store.archive import unpack
from tests.keep.programme import WORDS, marked

TODAY = "2026-06-01"
PUBLIC_KINDS = {"rule": "rule", "caption": "caption", "term": "term", "decided": "decision", "feedback": "feedback-words",
                "parked": "parked", "name": "name", "shown": "drawing"}
"""Words, and the kind of the record that holds them."""


def _texts_of_pdf(path):
    document = pypdfium2.PdfDocument(path)
    return "".join(page.get_textpage().get_text_range() for page in document)


def everything_out(day, folder, capsys, forms=("text", "html", "pdf")):
    """All that goes out of a programme on every way, as one text: JSON, words, sheets as text and PDF, the bundle."""
    out = []
    for way in Way:
        records = outputs(day.programme, way, TODAY)
        tell_json(records)
        out.append(capsys.readouterr().out)
        out += [credited(record) for _, group in by_kind(records) for record in group]
    for form in forms:
        for printed in print_pack(day.programme, day.shelf, Order(form=form, notes=True, pocket=True), folder / form):
            out.append(_texts_of_pdf(printed.path) if form == "pdf" else printed.path.read_text())
    bundle(day.programme, folder / "ours.kit", day.world)
    out += [data.decode() for data in unpack((folder / "ours.kit").read_bytes()).values()]
    out += rooms_of(day)
    return " ".join("\n".join(out).split())


def rooms_of(day):
    """What the room would see at every moment of the day, were it shown again now."""
    store = Store(day.programme.folder, "10:00", day.programme.keys)
    events = store.events(day.session)
    views = {str(Workshop(day.programme, store, Session(events[:count], day.world.clock), day.world, resumed=True).room)
             for count in range(1, len(events) + 1)}
    store.close()
    return sorted(views)


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    return marked(tmp_path_factory.mktemp("gate") / "home")


def record_with(day, word):
    return next(r for r in day.records if WORDS[word] in str(dict(r.content)) and r.kind == PUBLIC_KINDS[word])


def test_what_only_its_maker_may_see_goes_out_nowhere(day, tmp_path, capsys):
    out = everything_out(day, tmp_path, capsys)
    assert WORDS["private"] not in out
    assert WORDS["undone"] not in out
    assert "A2, private" in out
    assert [word for word in PUBLIC_KINDS if WORDS[word] not in out] == []


def test_the_facilitators_own_notes_are_on_their_own_screen_alone(day):
    for way in Way:
        words = str([dict(record.content) for record in outputs(day.programme, way, TODAY)])
        assert (WORDS["note"] in words) == (way is Way.SCREEN)


@pytest.mark.parametrize("words", [["shown"], sorted(set(PUBLIC_KINDS) - {"shown"})], ids=["a drawing", "all else"])
@pytest.mark.parametrize("choice", [Choice(visible=Visible.ME), Choice(withdraw=True), Choice(keep_until="2026-01-01")],
                         ids=["visible", "withdrawn", "kept until"])
def test_with_a_flag_off_the_words_are_in_no_byte_that_goes_out(tmp_path, capsys, words, choice):
    day = marked(tmp_path / "home")
    for word in words:
        choose(day.programme, record_with(day, word).id, choice, day.world)
    out = everything_out(day, tmp_path, capsys)
    assert [word for word in words if WORDS[word].split()[0] in out] == []


@pytest.mark.parametrize("word", ["name", "rule", "caption", "term"])
def test_the_room_sees_what_was_said_to_it_and_after_a_withdrawal_it_does_not(tmp_path, word):
    day = marked(tmp_path / "home", plan_says=WORDS[word])
    before = " ".join(rooms_of(day))
    assert before.count(WORDS[word]) > 2
    choose(day.programme, record_with(day, word).id, Choice(withdraw=True), day.world)
    after = " ".join(rooms_of(day))
    assert WORDS[word] not in after
    assert (gate.SOMEONE if word == "name" else gate.TAKEN_BACK) in after


def test_captions_and_marks_go_no_further_than_their_drawing(day):
    records = outputs(day.programme, Way.PAPER, TODAY)
    assert {"caption", "resonance", "drawing"} <= {record.kind for record in records}
    private = [replace(r, visible=Visible.ME) if r.kind == "drawing" else r for r in day.records]
    assert not {"caption", "resonance", "drawing"} & {record.kind for record in let_out(private, Way.PAPER, TODAY)}


RECORD = Record("r1", "thought", "2026-01-01T10:00:00+00:00", Origin(workshop="w"), {"text": "tea"})


@pytest.mark.parametrize(("visible", "ways"), [
    (Visible.ME, set()),
    (Visible.GROUP, {Way.SCREEN, Way.ROOM, Way.PAPER, Way.BUNDLE}),
    (Visible.REPORT, {Way.SCREEN, Way.ROOM, Way.PAPER, Way.BUNDLE, Way.REPORT, Way.EXPORT}),
    (Visible.PUBLIC, set(Way)),
])
def test_each_ring_goes_as_far_as_it_says(visible, ways):
    record = replace(RECORD, visible=visible)
    assert {way for way in Way if "tea" in str(let_out([record], way, TODAY))} == ways


def test_nothing_is_published_while_it_can_still_be_taken_back():
    record = replace(RECORD, visible=Visible.PUBLIC, withdraw_until="2026-06-01")
    assert let_out([record], Way.PUBLIC, "2026-06-01") == ()
    assert let_out([record], Way.PUBLIC, "2026-06-02") == (record,)


def test_a_maker_is_named_only_as_they_chose():
    makers = {"m": Maker("A", "Jay", "Jane Smith")}
    names = {naming: name_of(replace(RECORD, naming=naming, maker="m"), makers) for naming in Naming}
    assert names == {Naming.REAL: "Jane Smith", Naming.CHOSEN: "Jay", Naming.LETTER: "A", Naming.NONE: ""}
    [out] = let_out([replace(RECORD, maker="m")], Way.PAPER, TODAY)
    assert out.maker == ""
    assert name_of(replace(RECORD, naming=Naming.REAL, maker="m"), {}) == ""


def test_a_name_that_is_kept_back_is_a_person_on_the_seating_list():
    name = replace(RECORD, id="n", kind="name", content={"text": "Ana"}, naming=Naming.NONE)
    seats = replace(RECORD, id="s", kind="seating", content={"tables": [["Ana", "Bo"]]})
    [out] = [r for r in let_out([name, seats], Way.SCREEN, TODAY) if r.kind == "seating"]
    assert out.content == {"tables": [["a person", "Bo"]]}


def test_no_part_of_the_rooms_view_says_what_is_held_back():
    held = [replace(RECORD, kind="name", content={"text": "Ana"}), replace(RECORD, content={"text": "the cold cellar"})]
    view = RoomView("Ana begins", "The cold cellar, says ANA.", ("Table 1: Ana and Bo.", "Ana", "Anaconda"), "the cold cellar")
    assert for_room(view, held) == RoomView("a person begins", "(taken back), says a person.",
                                            ("Table 1: a person and Bo.", "Anaconda"), "")
    assert for_room(view, []) == view


def test_a_maker_stands_beside_their_thing_as_they_chose_and_nowhere_where_they_did_not(tmp_path, capsys):
    day = marked(tmp_path / "home")
    caption = record_with(day, "caption").id
    [real] = choose(day.programme, caption, Choice(naming=Naming.REAL, name="Zorqjane Smith"), day.world)
    out = everything_out(day, tmp_path / "real", capsys, ["text"])
    assert f"{WORDS['caption']} (Zorqjane Smith)" in out
    [letter] = choose(day.programme, real.id, Choice(naming=Naming.LETTER), day.world)
    out = everything_out(day, tmp_path / "letter", capsys, ["text"])
    assert f"{WORDS['caption']} (A)" in out
    assert "Zorqjane" not in out
    choose(day.programme, letter.id, Choice(naming=Naming.NONE), day.world)
    out = everything_out(day, tmp_path / "none", capsys, ["text"])
    assert "(A)" not in out
    assert real.maker not in out


def test_small_groups_are_not_counted_out_loud():
    assert counts_out_loud({"carer": 6, "nurse": 7, "peer": 0}) == {"carer": 6, "nurse": 7, "peer": 0}
    assert counts_out_loud({"carer": 6, "nurse": 4, "peer": 9}) == {"carer": None, "nurse": None, "peer": 9}
    assert counts_out_loud({"carer": 1, "nurse": 2, "peer": 9}) == {"carer": None, "nurse": None, "peer": 9}
    few = replace(RECORD, kind="feedback", content={"question": "?", "counts": {"Good": 3}}, visible=Visible.PUBLIC)
    assert [way for way in Way if not let_out([few], way, TODAY)] == [Way.REPORT, Way.EXPORT, Way.PUBLIC]


def test_a_choice_says_who_wrote_it_down_and_when_and_under_which_wording(tmp_path):
    day = marked(tmp_path / "home")
    drawing = record_with(day, "shown")
    [now] = choose(day.programme, drawing.origin.sheet.lower().replace("-", " "),
                   Choice(visible=Visible.REPORT, naming=Naming.CHOSEN, name="Jay", by="Sam"), day.world)
    assert now.consent == Consent("Sam", now.when, "spoken-1")
    assert (now.replaces, now.visible, now.content["text"]) == (drawing.id, Visible.REPORT, WORDS["shown"])
    assert now in day.records
    assert drawing not in day.records
    [again] = choose(day.programme, drawing.origin.sheet, Choice(naming=Naming.LETTER), day.world)
    assert (again.maker, again.naming, again.visible) == (now.maker, Naming.LETTER, Visible.REPORT)


def test_records_are_due_the_day_after_their_last_day():
    record = replace(RECORD, keep_until="2026-06-01")
    assert due([record, RECORD], "2026-06-01") == ()
    assert due([record, RECORD], "2026-06-02") == (record,)


def test_a_withdrawal_on_one_laptop_wins_over_a_choice_on_the_other(tmp_path):
    from kit.model import conflicts, standing

    wide = replace(RECORD, id="r2", replaces="r1", visible=Visible.PUBLIC)
    back = replace(RECORD, id="r3", replaces="r1", withdrawn=True)
    assert standing([RECORD, wide, back]) == (back,)
    other = replace(RECORD, id="r4", replaces="r1")
    assert conflicts(standing([RECORD, wide, other])) == ((wide, other),)
